/// The life of a case as one table. Whatever is allowed, shown, documented or tested about it comes from here.
public enum Workflow {
    private static let withUnit = Set(Stage.allCases.filter(\.isWithUnit))
    private static let finished = Set(Stage.allCases.filter(\.isFinished))
    private static let live = Set(Stage.allCases.filter { !$0.isAside })
    private static let everybody = Set(Role.allCases)

    /// All that can be done. Of several rows for one action and stage, the first whose condition holds decides.
    public static let transitions: [Transition] = [
        Transition(.contact, from: live, by: [.agent, .dispatcher]),
        Transition(.direct, from: [.received], to: .answered, by: [.agent, .dispatcher], needs: [.reply]),
        Transition(
            .direct, from: withUnit.union(finished), when: .openContact, by: [.agent, .dispatcher],
            needs: [.reply]),
        Transition(
            .dispatch, from: [.received], to: .dispatched, by: [.agent, .dispatcher], needs: [.unit],
            clock: .starts),
        Transition(
            .dispatch, from: finished, when: .openContact, to: .dispatched, by: [.agent, .dispatcher],
            needs: [.unit], clock: .starts),
        Transition(.sign, from: [.dispatched, .rework], to: .signed, by: [.handler]),
        Transition(
            .reply, from: [.dispatched, .signed, .rework], to: .replied, by: [.handler], needs: [.reply]),
        Transition(
            .callback, from: finished, when: .settled, to: .closed, by: [.callback, .agent],
            needs: [.outcome],
            clock: .stops),
        Transition(
            .callback, from: finished, when: .unsettled, to: .disputed, by: [.callback, .agent],
            needs: [.outcome]),
        Transition(.callback, from: withUnit, by: [.callback, .agent], needs: [.outcome]),
        Transition(.attempt, from: withUnit.union(finished), by: [.callback, .agent]),
        Transition(.urge, from: live, by: [.agent, .dispatcher, .callback]),
        Transition(
            .amend, from: live, by: [.agent, .dispatcher, .supervisor, .editor], needs: [.amendment, .reason]),
        Transition(.void, from: live, when: .furtherContacts, by: [.agent, .supervisor], needs: [.reason]),
        Transition(
            .void, from: live.union([.invalid]), when: .lastContact, to: .void, by: [.agent, .supervisor],
            needs: [.reason], clock: .stops),
    ]

    /// The actions that a case in this state allows, in the order of the table.
    public static func possible(on file: CaseFile) -> [Action] {
        var seen: Set<Action> = []
        return transitions.filter { row in
            row.from.contains(file.state.stage)
                && (row.condition != .openContact || !file.undisposed.isEmpty)
                && seen.insert(row.action).inserted
        }.map(\.action)
    }

    /// Completes an event with what it does, or refuses it.
    ///
    /// - Parameter event: what is asked for. A follow-up (`contact`) whose `disposition` is given is left to the
    ///   agent, who decides about it at once; without it, it settles as the case's stage at its moment says.
    public static func decide(_ event: Event, on file: CaseFile, roles: Set<Role>) throws(WorkflowError)
        -> Event
    {
        let stage = file.state.stage
        let rows = transitions.filter { $0.action == event.action && $0.from.contains(stage) }
        guard !rows.isEmpty else {
            throw .notPossible(event.action, stage, possible: possible(on: file))
        }
        guard rows.contains(where: { !$0.roles.isDisjoint(with: roles) }) else {
            throw .notAllowed(event.action, roles: rows.reduce(into: []) { $0.formUnion($1.roles) })
        }
        if event.action == .contact { return followUp(event, on: file) }
        if let last = file.events.last, event.at < last.at { throw .beforeLast(event.at, last: last.at) }

        var event = event
        event.sequence = try contact(for: event, on: file)
        guard let row = rows.first(where: { holds($0.condition, for: event, on: file) }) else {
            throw .nothingOpen(event.action, stage, possible: possible(on: file))
        }
        if event.amendment?.disposition != nil, let sequence = event.sequence,
            file.undisposed.contains(sequence)
        {
            throw .notSettled(ContactNumber(caseNumber: file.number, sequence: sequence))
        }
        for need in row.needs where !isGiven(need, in: event) { throw .missing(event.action, need) }
        event.toStage = row.to
        switch event.action {
        case .direct: event.disposition = .direct
        case .dispatch: event.disposition = .transferred
        default: break
        }
        return event
    }

    /// A follow-up settles by the stage that its case had when it came.
    private static func followUp(_ event: Event, on file: CaseFile) -> Event {
        var event = event
        let stage = file.asOf(event.at).state.stage
        event.disposition = event.disposition ?? (stage.isWithUnit ? .transferred : .undisposed)
        return event
    }

    /// The one contact that an action is about, where it is about one.
    private static func contact(for event: Event, on file: CaseFile) throws(WorkflowError) -> Int? {
        let candidates: [Int]
        switch event.action {
        case .contact: return event.sequence
        case .direct where file.state.stage == .received, .dispatch, .sign, .reply, .urge:
            try check(event.sequence, of: file)
            return nil
        case .direct: candidates = file.undisposed
        case .callback, .attempt, .amend, .void: candidates = file.standing
        }
        if let sequence = event.sequence {
            try check(sequence, of: file)
            return sequence
        }
        guard candidates.count <= 1 else {
            throw .whichContact(candidates.map { ContactNumber(caseNumber: file.number, sequence: $0) })
        }
        return candidates.first
    }

    private static func check(_ sequence: Int?, of file: CaseFile) throws(WorkflowError) {
        guard let sequence else { return }
        let number = ContactNumber(caseNumber: file.number, sequence: sequence)
        guard let contact = file.contactStates[sequence] else { throw .noSuchContact(number) }
        if contact.standing == .void { throw .contactAside(number) }
    }

    private static func holds(_ condition: Transition.Condition?, for event: Event, on file: CaseFile) -> Bool
    {
        switch condition {
        case nil: true
        case .settled: event.outcome?.settles == true
        case .unsettled: event.outcome?.settles != true
        case .lastContact: file.standing == event.sequence.map { [$0] }
        case .furtherContacts: file.standing != event.sequence.map { [$0] }
        case .openContact: event.sequence.map { file.undisposed.contains($0) } ?? !file.undisposed.isEmpty
        }
    }

    private static func isGiven(_ need: Transition.Need, in event: Event) -> Bool {
        switch need {
        case .reply: !event.reply.isEmpty
        case .unit: event.unit != nil
        case .reason: !event.reason.isEmpty
        case .outcome: event.outcome != nil
        case .amendment: event.amendment?.isEmpty == false
        }
    }
}
