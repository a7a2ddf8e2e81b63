import Casework

/// Builds a case file step by step, through the workflow where that is asked for.
struct CaseBuilder {
    let number: CaseNumber
    var contacts: [Contact] = []
    var events: [Event] = []

    init() {
        guard let number = CaseNumber("20240319000001") else { preconditionFailure() }
        self.number = number
    }

    var file: CaseFile {
        CaseFile(number: number, contacts: contacts, events: events)
    }

    /// A city that asks every caller, and asks about answers on the spot too.
    static let context: WorkflowContext = {
        var policy = WorkflowPolicy()
        policy.callbacks.directShare = 1000
        return WorkflowContext(policy: policy, clock: CityClock(offset: 28_800))
    }()

    /// Minutes after the first moment.
    static func minute(_ count: Int) -> Instant {
        Instant(seconds: 1_710_813_600 + Int64(count) * 60)
    }

    private func event(_ action: Action, at minute: Int) -> Event {
        let at = Self.minute(minute)
        return Event(
            id: Int64(events.count + 1), caseNumber: number, at: at, recordedAt: at, staff: "甲",
            action: action)
    }

    /// Registers a contact through the workflow, or plainly where it is the first.
    @discardableResult
    mutating func contact(at minute: Int, answering: Bool = false) throws(WorkflowError) -> Int {
        let sequence = contacts.count + 1
        var event = event(.contact, at: minute)
        event.sequence = sequence
        if answering { event.disposition = .undisposed }
        if !contacts.isEmpty {
            event = try Workflow.decide(event, on: file, by: Authority(roles: [.agent]), in: Self.context)
        }
        contacts.append(
            Contact(
                number: ContactNumber(caseNumber: number, sequence: sequence),
                receivedAt: Self.minute(minute),
                channel: 1, kind: 1, category: 1))
        events.append(event)
        return sequence
    }

    /// Does something through the workflow.
    mutating func act(
        _ action: Action, at minute: Int, contact: Int? = nil, roles: Set<Role> = Set(Role.allCases),
        edit: (inout Event) -> Void = { _ in }
    ) throws(WorkflowError) {
        var event = event(action, at: minute)
        event.sequence = contact
        give(&event)
        edit(&event)
        events.append(
            try Workflow.decide(event, on: file, by: Authority(roles: roles), in: Self.context))
    }

    /// Fills in what the action needs.
    private func give(_ event: inout Event) {
        switch event.action {
        case .dispatch, .pass, .rule: event.unit = 7
        case .rework: event.unit = file.state.unit ?? 7
        case .suspend: (event.until, event.leader) = (CivilDay(number: 30_000), 1)
        case .merge, .dispute: event.target = CaseNumber("20240319000099")
        case .extend: event.allowance = Allowance(amount: 1, measure: .workday)
        case .callback:
            event.outcome = CallbackOutcome(responded: true, resolved: .yes, satisfaction: .satisfied)
        case .attach: event.attachment = Attachment(hash: Array(repeating: 1, count: 32), size: 1)
        case .amend:
            var amendment = Amendment()
            amendment.category = 2
            event.amendment = event.amendment ?? amendment
        default: break
        }
        event.reply = [.direct, .reply, .refuse, .strike].contains(event.action) ? "已办" : ""
        event.note = [.reply, .suspend, .attach].contains(event.action) ? "已联系" : ""
        event.reason = "有原因"
    }

    /// Puts the case into a stage, as history would.
    mutating func force(_ stage: Stage, at minute: Int) {
        var event = event(.urge, at: minute)
        event.toStage = stage
        events.append(event)
    }

    mutating func callback(at minute: Int, contact: Int? = nil, settles: Bool = true) throws(WorkflowError) {
        try act(.callback, at: minute, contact: contact) { event in
            event.outcome = CallbackOutcome(
                responded: true, resolved: settles ? .yes : .no,
                satisfaction: settles ? .satisfied : .dissatisfied)
        }
    }

    func disposition(_ sequence: Int) -> Disposition? {
        file.contactStates[sequence]?.disposition
    }
}
