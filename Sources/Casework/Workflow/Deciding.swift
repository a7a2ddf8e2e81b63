/// What a decision about an event rests on beside the case: the city's policy and clock, and the case's due time.
public struct WorkflowContext: Sendable {
    /// What the city decides.
    public let policy: WorkflowPolicy
    /// The city's clock.
    public let clock: CityClock
    /// When the case is due; nil where it is not.
    public let due: Instant?

    /// A context.
    public init(policy: WorkflowPolicy = WorkflowPolicy(), clock: CityClock, due: Instant? = nil) {
        self.policy = policy
        self.clock = clock
        self.due = due
    }
}

extension Workflow {
    /// The actions that a case in this state allows, in the order of the table.
    ///
    /// - Parameter roles: whose actions; nil for everybody's.
    public static func possible(
        on file: CaseFile, policy: WorkflowPolicy, roles: Set<Role>? = nil
    ) -> [Action] {
        var seen: Set<Action> = []
        return rows(on: file, policy: policy).filter { row in
            roles.map { !row.roles.isDisjoint(with: $0) } ?? true
        }.map(\.action).filter { seen.insert($0).inserted }
    }

    /// The rows of the table that a case in this state allows, as far as the case alone decides.
    public static func rows(on file: CaseFile, policy: WorkflowPolicy) -> [Transition] {
        transitions.filter { row in
            row.from.contains(file.state.stage) && !row.action.isConsequence
                && row.conditions.filter(\.isOfCase).allSatisfy {
                    // Every contact has attempts of its own; whichever row holds, it can be tried.
                    $0 == .lastAttempt || $0.holds(for: nil, on: file, policy: policy)
                } && (!needsHelpers(row) || !file.state.coUnits.isEmpty)
        }
    }

    private static func needsHelpers(_ row: Transition) -> Bool {
        row.conditions.contains(.helping)
    }

    /// Completes an event with what it does, or refuses it.
    ///
    /// - Parameter event: what is asked for. A follow-up (`contact`) whose `disposition` is given is left to the
    ///   agent, who decides about it at once; without it, it settles as the case's stage at its moment says.
    public static func decide(
        _ event: Event, on file: CaseFile, by authority: Authority, in context: WorkflowContext
    ) throws(WorkflowError) -> Event {
        let stage = file.state.stage
        let possible = possible(on: file, policy: context.policy)
        let rows = transitions.filter { $0.action == event.action && $0.from.contains(stage) }
        guard !rows.isEmpty else {
            if stage == .merged, let target = file.state.target { throw .mergedInto(target) }
            throw .notPossible(event.action, stage, possible: possible)
        }
        guard rows.contains(where: { !$0.roles.isDisjoint(with: authority.roles) }) else {
            throw .notAllowed(event.action, roles: rows.reduce(into: []) { $0.formUnion($1.roles) })
        }
        if event.action == .contact {
            try check(authority, rows[0], event, on: file)
            return followUp(event, on: file)
        }
        if let last = file.events.last, event.at < last.at { throw .beforeLast(event.at, last: last.at) }

        var event = event
        event.sequence = try contact(for: event, on: file)
        event.unit = try actingUnit(event, on: file, authority)
        let row = rows.first { row in
            row.conditions.allSatisfy { $0.holds(for: event, on: file, policy: context.policy) }
        }
        guard let row else { throw refusal(of: event, on: file, context.policy, possible) }
        try check(authority, row, event, on: file)
        if event.amendment?.disposition != nil, let sequence = event.sequence,
            file.undisposed.contains(sequence)
        {
            throw .notSettled(ContactNumber(caseNumber: file.number, sequence: sequence))
        }
        for need in row.needs where !need.isGiven(in: event) { throw .missing(event.action, need) }
        try check(event, on: file, in: context)
        complete(&event, by: row, on: file, context.policy)
        return event
    }

    /// Writes into the event what it does.
    private static func complete(
        _ event: inout Event, by row: Transition, on file: CaseFile, _ policy: WorkflowPolicy
    ) {
        switch row.to {
        case .stays: event.toStage = nil
        case .stage(let stage): event.toStage = stage
        case .back: event.toStage = file.state.stageBefore ?? .received
        }
        event.ending = row.to == .back ? file.state.endingBefore : row.ending
        switch event.toStage {
        case .returned: event.pauses = policy.pausesWhileReturned
        case .suspended: event.pauses = policy.pausesWhileSuspended
        default: event.pauses = false
        }
        switch event.action {
        case .direct, .relay, .refuse, .withdraw: event.disposition = .direct
        case .dispatch: event.disposition = .transferred
        case .pass:
            event.coUnits = file.state.coUnits + event.coUnits.filter { !file.state.coUnits.contains($0) }
            // What a unit that helps is given to lead, it does not help with any more.
            event.coUnits.removeAll { $0 == event.unit }
        case .rework:
            if event.unit == nil || event.unit == file.state.unit {
                event.unit = file.state.unit
                event.coUnits = file.state.coUnits
            }
            // What waits goes with it.
            if !file.undisposed.isEmpty { event.disposition = .transferred }
        case .extend where event.verdict == true: event.allowance = event.allowance ?? file.state.asked
        case .callback: event.unit = event.unit ?? file.state.unit
        case .suspend, .strike: event.unit = file.state.unit
        default: break
        }
    }

    /// A follow-up settles by where its case was when it came.
    private static func followUp(_ event: Event, on file: CaseFile) -> Event {
        var event = event
        let isWithUnit = file.asOf(event.at).state.isWithUnit
        event.disposition = event.disposition ?? (isWithUnit ? .transferred : .undisposed)
        return event
    }

    /// The one contact that an action is about, where it is about one.
    private static func contact(for event: Event, on file: CaseFile) throws(WorkflowError) -> Int? {
        let candidates: [Int]
        switch event.action {
        case .contact: return event.sequence
        case .direct where file.state.stage != .received: candidates = file.undisposed
        case .callback, .attempt:
            // Of several contacts the one that is left is meant.
            candidates = file.unasked.count == 1 ? file.unasked : file.callers
        case .withdraw: candidates = file.callers
        case .amend, .void, .exclude, .include: candidates = file.standing
        default:
            try check(event.sequence, of: file)
            return nil
        }
        if let sequence = event.sequence {
            try check(sequence, of: file)
            if event.action == .callback || event.action == .attempt, !file.callers.contains(sequence) {
                throw .contactWithdrawn(ContactNumber(caseNumber: file.number, sequence: sequence))
            }
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

    /// The unit whose signature or part it is: nil for the one that leads.
    private static func actingUnit(
        _ event: Event, on file: CaseFile, _ authority: Authority
    ) throws(WorkflowError) -> Unit.ID? {
        guard event.action == .sign || event.action == .reply else { return event.unit }
        let state = file.state
        if let unit = event.unit {
            if unit == state.unit { return nil }
            guard state.coUnits.contains(unit) else { throw .notInvolved(unit) }
            return unit
        }
        guard let units = authority.units, let lead = state.unit, !units.contains(lead) else { return nil }
        let helping = state.coUnits.filter(units.contains)
        return helping.count == 1 ? helping[0] : nil
    }

    /// Refuses who may do it only as a handler, and not for this unit.
    private static func check(
        _ authority: Authority, _ row: Transition, _ event: Event, on file: CaseFile
    ) throws(WorkflowError) {
        let roles = row.roles.intersection(authority.roles)
        guard !roles.isEmpty else { throw .notAllowed(event.action, roles: row.roles) }
        guard roles == [.handler], let units = authority.units else { return }
        // What no unit has is no handler's.
        guard let lead = file.state.unit else {
            throw .notAllowed(event.action, roles: row.roles.subtracting([.handler]))
        }
        switch event.action {
        // Who helps has something to tell and to show too.
        case .contact, .attach:
            if units.isDisjoint(with: [lead] + file.state.coUnits) { throw .otherUnit(event.action, lead) }
        case .sign, .reply:
            if !units.contains(event.unit ?? lead) { throw .otherUnit(event.action, event.unit ?? lead) }
        default:
            if !units.contains(lead) { throw .otherUnit(event.action, lead) }
        }
    }

    /// What the city's rules say beyond the table.
    private static func check(
        _ event: Event, on file: CaseFile, in context: WorkflowContext
    ) throws(WorkflowError) {
        let rule = context.policy.extensions
        switch event.action {
        case .extend where event.verdict == nil:
            if context.clock.secondOfDay(event.at) > rule.cutoff { throw .afterCutoff(second: rule.cutoff) }
            if let due = context.due, event.at >= due { throw .overdue }
            if let asked = event.allowance, !asked.isWithin(rule.allowance) {
                throw .allowanceTooLong(asked, most: rule.allowance)
            }
        case .extend where event.verdict == true:
            if let granted = event.allowance, !granted.isWithin(rule.allowance) {
                throw .allowanceTooLong(granted, most: rule.allowance)
            }
        case .suspend:
            if let until = event.until, until <= context.clock.day(of: event.at) { throw .untilPast(until) }
        case .merge:
            if event.target == file.number { throw .mergedIntoItself }
        default: break
        }
    }

    /// Why no row of the table holds, although there are some for the stage.
    private static func refusal(
        of event: Event, on file: CaseFile, _ policy: WorkflowPolicy, _ possible: [Action]
    ) -> WorkflowError {
        switch event.action {
        case .sendBack where file.state.isRuled: .ruled
        case .sendBack where file.state.isOwnAgain: .ownAgain
        case .review where event.verdict == true: .rulingDue(returns: file.state.returners.count)
        case .extend where event.verdict == nil && file.state.asked == nil:
            .noMoreExtensions(policy.extensions.times)
        case .extend: .extensionAsked(file.state.asked != nil)
        case .exclude, .include:
            .nothingToExclude(
                ContactNumber(caseNumber: file.number, sequence: event.sequence ?? file.state.lead))
        default: .notPossible(event.action, file.state.stage, possible: possible)
        }
    }
}
