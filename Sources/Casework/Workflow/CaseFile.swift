/// All that is known of one case: its contacts as they came, its history, and what follows from them.
///
/// The history is replayed by the moments at which things happened, so that a contact of an outage that is
/// entered late finds the case as it was when the caller rang.
public struct CaseFile: Sendable {
    /// The case.
    public let number: CaseNumber
    /// The contacts by sequence, as they were received.
    public let contacts: [Contact]
    /// The history by moment, then by entry.
    public let events: [Event]
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

    /// Replays a history.
    ///
    /// - Parameter moment: events after it are left out; nil for all.
    public init(number: CaseNumber, contacts: [Contact], events: [Event], upTo moment: Instant? = nil) {
        self.number = number
        self.contacts = contacts.sorted { $0.number.sequence < $1.number.sequence }
        self.events = events.filter { $0.at <= moment ?? $0.at }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        for event in self.events { apply(event) }
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

    /// The sequence numbers of the contacts that are not void, lowest first.
    public var standing: [Int] { live.sorted() }

    /// The sequence numbers of the contacts that are not yet disposed, lowest first.
    public var undisposed: [Int] { open.sorted() }

    /// Contacts that are not void, and those of them that wait to be dealt with.
    private var live: Set<Int> = []
    private var open: Set<Int> = []

    private mutating func apply(_ event: Event) {
        let touched: [Int]
        switch event.action {
        case .contact: touched = register(event)
        case .direct: touched = settle(event)
        case .dispatch:
            touched = settle(event)
            state.unit = event.unit
            state.coUnits = event.coUnits
            state.dispatchedAt = state.dispatchedAt ?? event.at
            state.grade = state.grade ?? event.grade
            state.signedAt = nil
        case .amend:
            touched = change(event) { contact in
                if let amendment = event.amendment { contact.apply(amendment) }
            }
        case .void: touched = change(event) { $0.standing = .void }
        case .sign:
            touched = []
            state.signedAt = event.at
        case .reply, .callback, .attempt, .urge: touched = []
        }
        state.stage = event.toStage ?? state.stage
        if !touched.isEmpty { follow(touched, at: event.at) }
        stages.append(state.stage)
        caseSpans.begin(state, at: event.at)
        for sequence in touched {
            guard let contact = contactStates[sequence] else { continue }
            contactSpans[sequence, default: []].begin(contact, at: event.at)
        }
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
