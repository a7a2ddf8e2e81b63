/// All that is known of one case: its contacts as they came, its history, and what follows from them.
///
/// The history is replayed by the moments at which things happened, so that a contact of an outage that is
/// entered late finds the case as it was when the caller rang.
public struct CaseFile: Sendable {
    /// The case.
    public let number: CaseNumber
    /// The contacts by sequence, as they were received.
    public private(set) var contacts: [Contact]
    /// The history by moment, then by entry.
    public private(set) var events: [Event]
    /// The case now.
    public private(set) var state = CaseState()
    /// Each contact now, by sequence.
    public private(set) var contactStates: [Int: ContactState] = [:]
    /// The event that settled each contact, as its place in ``events``, by sequence.
    public private(set) var settling: [Int: Int] = [:]
    /// The stage after each event of ``events``.
    public private(set) var stages: [Stage] = []
    /// What was true of the case, and when.
    public private(set) var caseSpans: [Span<CaseState>] = []
    /// What was true of each contact, and when, by sequence.
    public private(set) var contactSpans: [Int: [Span<ContactState>]] = [:]
    /// Which units led, one after the other.
    public private(set) var assignments: [Assignment] = []
    /// The parts that units that help have handed in.
    public private(set) var parts: [Unit.ID: Event] = [:]

    /// Contacts that are not void, and those of them that wait to be dealt with.
    private var live: Set<Int> = []
    private var open: Set<Int> = []
    /// Contacts whose caller was asked about the last answer, or given up.
    private var asked: Set<Int> = []
    /// Attempts in vain since the last answer or connected callback, by sequence.
    private var attempts: [Int: Int] = [:]
    /// Contacts whose last callback was unsettled.
    private var unsettled: Set<Int> = []
    /// Contacts that their callers took back.
    private var withdrawn: Set<Int> = []
    /// Cases merged into this one whose last callback was unsettled.
    private var disputing: Set<CaseNumber> = []

    /// Replays a history.
    ///
    /// - Parameter moment: events after it are left out; nil for all.
    public init(
        number: CaseNumber, contacts: [Contact] = [], events: [Event] = [], upTo moment: Instant? = nil
    ) {
        self.number = number
        self.contacts = contacts.sorted { $0.number.sequence < $1.number.sequence }
        self.events = moment.map { moment in events.filter { $0.at <= moment } } ?? events
        // Mostly they are in order.
        if zip(self.events, self.events.dropFirst()).contains(where: { ($0.at, $0.id) > ($1.at, $1.id) }) {
            self.events.sort { ($0.at, $0.id) < ($1.at, $1.id) }
        }
        for event in self.events { apply(event) }
    }

    /// Adds an entry to the history, with the contact that it registers. What lies before the last entry is replayed
    /// in its place.
    public mutating func add(_ event: Event, registering contact: Contact? = nil) {
        if let contact {
            let next = contacts.firstIndex { $0.number.sequence > contact.number.sequence }
            contacts.insert(contact, at: next ?? contacts.endIndex)
        }
        if let last = events.last, (last.at, last.id) > (event.at, event.id) {
            self = CaseFile(number: number, contacts: contacts, events: events + [event])
        } else {
            events.append(event)
            apply(event)
        }
    }

    /// The case as it stood at a moment.
    public func asOf(_ moment: Instant) -> CaseFile {
        CaseFile(number: number, contacts: contacts, events: events, upTo: moment)
    }

    /// The contact with a sequence number, as it was received.
    public func contact(_ sequence: Int) -> Contact? {
        // Sequences are 1, 2, 3 …, so the place in the list is a good guess.
        if contacts.indices.contains(sequence - 1), contacts[sequence - 1].number.sequence == sequence {
            return contacts[sequence - 1]
        }
        return contacts.first { $0.number.sequence == sequence }
    }

    /// The units that help and have not handed in their part.
    public var helpers: [Unit.ID] {
        state.stage.isWithUnit ? state.coUnits.filter { parts[$0] == nil } : []
    }

    /// The sequence numbers of the contacts that are not void, lowest first.
    public var standing: [Int] { live.sorted() }

    /// The sequence numbers of the contacts that are not yet disposed, lowest first.
    public var undisposed: [Int] { open.sorted() }

    /// The contacts whose callers still want the matter dealt with, lowest first.
    public var callers: [Int] {
        live.subtracting(withdrawn).filter { contactStates[$0]?.standing == .counted }.sorted()
    }

    /// The contacts whose caller is still to be asked, lowest first.
    public var unasked: [Int] {
        live.filter(isUnasked).sorted()
    }

    private func isUnasked(_ sequence: Int) -> Bool {
        !asked.contains(sequence) && !withdrawn.contains(sequence)
            && contactStates[sequence]?.standing == .counted
    }

    /// Attempts in vain to reach the caller of a contact, since the last answer.
    public func attempts(_ sequence: Int) -> Int {
        attempts[sequence] ?? 0
    }

    /// Whether something else than this contact keeps the case from resting: an unsettled callback of another.
    public func isDisputed(besides sequence: Int?) -> Bool {
        !disputing.isEmpty || unsettled.contains { $0 != sequence && live.contains($0) }
    }

    private mutating func apply(_ event: Event) {
        let touched = applyToContacts(event)
        applyToUnit(event)
        applyToCase(event)
        move(event)
        if !touched.isEmpty { follow(touched, at: event.at) }
        state.isOpen = !open.isEmpty
        state.isUnasked = live.contains { isUnasked($0) }
        stages.append(state.stage)
        caseSpans.begin(state, at: event.at)
        for sequence in touched {
            guard let contact = contactStates[sequence] else { continue }
            contactSpans[sequence, default: []].begin(contact, at: event.at)
        }
    }

    /// What becomes of contacts. Returns those that are touched.
    private mutating func applyToContacts(_ event: Event) -> [Int] {
        switch event.action {
        case .contact: return register(event)
        case .direct:
            // Whom nobody asks counts as asked.
            if event.toStage == nil, event.ending == .uncalled, let sequence = event.sequence {
                asked.insert(sequence)
            }
            return settle(event)
        case .dispatch, .rework, .relay, .refuse, .merge, .follow: return settle(event)
        case .withdraw:
            if let sequence = event.sequence {
                withdrawn.insert(sequence)
                unsettled.remove(sequence)
            }
            return settle(event)
        case .amend:
            return change(event) { contact in
                if let amendment = event.amendment { contact.apply(amendment) }
            }
        case .void: return change(event) { $0.standing = .void }
        case .exclude: return change(event) { $0.isExcluded = true }
        case .include: return change(event) { $0.isExcluded = false }
        case .callback:
            guard let sequence = event.sequence else { return [] }
            attempts[sequence] = nil
            asked.insert(sequence)
            if event.outcome?.settles == true {
                unsettled.remove(sequence)
            } else {
                unsettled.insert(sequence)
            }
            // What was left out of the rates was the callback before.
            guard contactStates[sequence]?.isExcluded == true else { return [] }
            return change(event) { $0.isExcluded = false }
        case .attempt:
            guard let sequence = event.sequence else { return [] }
            attempts[sequence, default: 0] += 1
            if event.ending == .unreachable { asked.insert(sequence) }
            return []
        case .sign, .pass, .sendBack, .review, .rule, .extend, .reply, .suspend, .strike, .close, .urge,
            .supervise, .split, .attach, .dispute:
            return []
        }
    }

    /// Which unit leads, since when, and what it has done.
    private mutating func applyToUnit(_ event: Event) {
        switch event.action {
        case .dispatch, .rework, .rule: assign(event, end: event.action == .rule ? .returned : .ended)
        case .review where event.verdict == true: assign(event, end: .returned)
        case .pass:
            let above = state.unit
            assign(event, end: .passed)
            if let above { state.passers.append(above) }
        case .sendBack:
            if assignments.last?.returnedAt == nil, !assignments.isEmpty {
                assignments[assignments.count - 1].returnedAt = event.at
            }
            if event.toStage == .returned {
                // The dispatch is given back, also where the unit had passed it down and taken it up again.
                if let sent = assignments.lastIndex(where: \.by.assigns) {
                    assignments[sent].returnedAt = assignments[sent].returnedAt ?? event.at
                }
                if let unit = state.unit, !state.returners.contains(unit) { state.returners.append(unit) }
            } else if let above = state.passers.popLast() {
                var back = event
                back.unit = above
                back.coUnits = state.coUnits.filter { $0 != above }
                assign(back, end: .passed)
                sign(event.at)
            }
        case .sign where event.unit == nil: sign(event.at)
        case .reply where event.unit == nil:
            if assignments.last?.signedAt == nil { sign(event.at) }
            end(.replied, at: event.at)
        case .reply:
            if let unit = event.unit { parts[unit] = event }
        case .strike: end(.replied, at: event.at)
        case .close, .withdraw, .merge, .void, .refuse, .relay:
            if event.toStage != nil { end(.ended, at: event.at) }
        case .split: resume()
        case .contact, .direct, .review, .extend, .suspend, .sign, .callback, .attempt, .urge, .supervise,
            .exclude, .include, .attach, .amend, .follow, .dispute:
            break
        }
    }

    private mutating func assign(_ event: Event, end: Assignment.End) {
        self.end(end, at: event.at)
        // Within a unit's own tree, and for who has to do it again, everything stays as it was ruled.
        if event.action.assigns {
            state.isOwnAgain = event.action == .rework && event.unit == state.unit
            if !state.isOwnAgain {
                state.passers = []
                state.isRuled = event.action == .rule
            }
        }
        state.unit = event.unit
        state.coUnits = event.coUnits
        state.dispatchedAt = state.dispatchedAt ?? event.at
        state.grade = state.grade ?? event.grade
        state.assignedAt = event.at
        state.signedAt = nil
        if let unit = event.unit {
            assignments.append(Assignment(unit: unit, since: event.at, by: event.action))
        }
    }

    private mutating func sign(_ moment: Instant) {
        state.signedAt = moment
        if !assignments.isEmpty { assignments[assignments.count - 1].signedAt = moment }
    }

    private mutating func end(_ end: Assignment.End, at moment: Instant) {
        guard let last = assignments.last, last.endedAt == nil else { return }
        assignments[assignments.count - 1].endedAt = moment
        assignments[assignments.count - 1].end = end
    }

    /// The unit leads again, as if it had never stopped: a merger was undone.
    private mutating func resume() {
        guard state.stageBefore?.isWithUnit == true, assignments.last?.end == .ended else { return }
        assignments[assignments.count - 1].endedAt = nil
        assignments[assignments.count - 1].end = nil
    }

    /// What else is true of the case afterwards.
    private mutating func applyToCase(_ event: Event) {
        switch event.action {
        case .direct, .reply, .strike:
            guard event.toStage != nil else { return }
            // Whoever was asked was asked about the answer before.
            (asked, attempts, unsettled, disputing) = ([], [:], [], [])
            state.asked = nil
            state.suspension = nil
        case .extend:
            state.asked = event.verdict == nil ? event.allowance : nil
            if event.verdict == true, let allowance = event.allowance {
                state.grants.append(Grant(at: event.at, allowance: allowance))
            }
        case .suspend:
            state.asked = nil
            if let until = event.until, let leader = event.leader {
                state.suspension = Suspension(until: until, leader: leader)
            }
        case .rework:
            state.reworks += 1
            state.suspension = nil
            (unsettled, disputing) = ([], [])
        case .close: (unsettled, disputing) = ([], [])
        case .sendBack, .dispatch, .rule: state.asked = nil
        case .supervise: state.isSupervised = event.verdict ?? true
        case .merge:
            state.target = event.target
            state.isTargetDone = event.verdict == true
        case .split: (state.target, state.isTargetDone) = (nil, false)
        case .follow:
            if event.verdict == true { (asked, attempts) = ([], [:]) }
            state.isTargetDone = event.verdict ?? state.isTargetDone
        case .dispute: if let other = event.target { disputing.insert(other) }
        case .contact, .relay, .refuse, .sign, .pass, .review, .callback, .attempt, .urge, .withdraw,
            .exclude, .include, .attach, .amend, .void:
            break
        }
    }

    /// Moves the case to the stage that the event names, and keeps its clocks.
    private mutating func move(_ event: Event) {
        if stages.isEmpty { state.enteredAt = event.at }
        guard let stage = event.toStage else { return }
        if stage != state.stage {
            if stage == .merged { (state.stageBefore, state.endingBefore) = (state.stage, state.ending) }
            state.enteredAt = event.at
            if let last = state.stops.last, last.until == nil {
                state.stops[state.stops.count - 1].until = event.at
            }
            if event.pauses { state.stops.append(Stop(since: event.at)) }
        }
        if stage != .merged {
            (state.stageBefore, state.endingBefore) = (nil, nil)
            (state.target, state.isTargetDone) = (nil, false)
        }
        // Only the unit at work can be given more time.
        if stage != .signed, stage != .rework { state.asked = nil }
        state.stage = stage
        state.ending = event.ending
    }

    /// Keeps up with what became of contacts, and with which of them speaks for the case.
    private mutating func follow(_ touched: [Int], at moment: Instant) {
        for sequence in touched {
            guard let contact = contactStates[sequence] else { continue }
            if contact.standing == .void { live.remove(sequence) } else { live.insert(sequence) }
            if contact.standing == .counted, contact.disposition == .undisposed {
                open.insert(sequence)
            } else {
                open.remove(sequence)
            }
        }
        if !live.contains(state.lead) || touched.contains(where: { $0 < state.lead }) {
            state.lead = live.min() ?? contactStates.keys.min() ?? 1
        }
        state.receivedAt = contactStates[state.lead]?.receivedAt ?? moment
        // What waits is as urgent as the most urgent contact that waits.
        let waiting = open.compactMap { contact($0)?.urgency }.min { $0.rank < $1.rank }
        state.urgency = waiting ?? contact(state.lead)?.urgency ?? .normal
    }

    private mutating func register(_ event: Event) -> [Int] {
        guard let sequence = event.sequence, let contact = contact(sequence) else { return [] }
        contactStates[sequence] = ContactState(
            contact, standing: event.toStage == .invalid ? .invalid : .counted,
            disposition: event.disposition ?? .undisposed)
        if contactStates[sequence]?.disposition != .undisposed { settling[sequence] = stages.count }
        return [sequence]
    }

    private mutating func change(_ event: Event, _ edit: (inout ContactState) -> Void) -> [Int] {
        guard let sequence = event.sequence, var contact = contactStates[sequence] else { return [] }
        edit(&contact)
        contactStates[sequence] = contact
        return [sequence]
    }

    private mutating func settle(_ event: Event) -> [Int] {
        guard let disposition = event.disposition else { return [] }
        let open = (event.sequence.map { [$0] } ?? undisposed).filter {
            contactStates[$0]?.disposition == .undisposed
        }
        for sequence in open {
            contactStates[sequence]?.disposition = disposition
            settling[sequence] = stages.count
        }
        return open
    }
}
