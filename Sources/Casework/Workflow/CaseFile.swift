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
    public internal(set) var state = CaseState()
    /// Each contact now, by sequence.
    public internal(set) var contactStates: [Int: ContactState] = [:]
    /// The event that settled each contact, as its place in ``events``, by sequence.
    public internal(set) var settling: [Int: Int] = [:]
    /// The stage after each event of ``events``.
    public private(set) var stages: [Stage] = []
    /// What was true of the case, and when.
    public private(set) var caseSpans: [Span<CaseState>] = []
    /// What was true of each contact, and when, by sequence.
    public private(set) var contactSpans: [Int: [Span<ContactState>]] = [:]
    /// Which units led, one after the other.
    public internal(set) var assignments: [Assignment] = []
    /// The parts that units that help have handed in.
    public internal(set) var parts: [Unit.ID: Event] = [:]

    // Kept by the replay, which is in ReplayingContacts.swift too.
    /// Contacts that are not void, and those of them that wait to be dealt with.
    var live: Set<Int> = []
    var open: Set<Int> = []
    /// Contacts whose caller was asked about the last answer, or given up.
    var asked: Set<Int> = []
    /// Attempts in vain since the last answer or connected callback, by sequence.
    var tried: [Int: Int] = [:]
    /// Contacts whose last callback was unsettled.
    var unsettled: Set<Int> = []
    /// Contacts that their callers took back.
    var withdrawn: Set<Int> = []
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
        tried[sequence] ?? 0
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

    /// What else is true of the case afterwards.
    private mutating func applyToCase(_ event: Event) {
        switch event.action {
        case .direct, .reply, .strike:
            guard event.toStage != nil else { return }
            // Whoever was asked was asked about the answer before.
            (asked, tried, unsettled, disputing) = ([], [:], [], [])
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
            if event.verdict == true { (asked, tried) = ([], [:]) }
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
}
