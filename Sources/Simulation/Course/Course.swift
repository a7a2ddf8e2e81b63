import Casework

/// The life of one made-up case, told step by step in the order of time. What would happen after the horizon is left
/// open. It keeps just so much of the state as the next step needs.
struct Course {
    /// What the case is about and who deals with it first.
    struct Start {
        let number: CaseNumber
        let isOnline: Bool
        let isDirect: Bool
        /// The unit that the rules name, as its place in the city's list.
        let unit: Int?
        let grade: Grade?
        /// The smallest area, as its place in the city's list.
        let place: Int?
        let isThanks: Bool
        /// The channel of those who ring.
        let telephone: Channel.ID?
    }

    let city: SimulatedCity
    let office: Office
    let horizon: Int64
    let start: Start
    var random: Random

    var contacts: [Contact]
    var callers: [Caller]
    var events: [Event] = []
    /// The moment of the last event, in seconds since 1970.
    var now: Int64
    /// Whether the horizon was reached: nothing more is told.
    var isOver = false

    var stage = Stage.received
    var unit: Int?
    var coUnits: [Unit.ID] = []
    var dispatchedAt: Int64?
    var stops: [Stop] = []
    var grants: [Grant] = []
    var returners: [Int] = []
    var isSigned = false
    var isRuled = false
    var isOwnAgain = false
    var isPassed = false
    var hasGrade = false
    var rounds = 0

    init(
        _ start: Start, contact: Contact, caller: Caller, city: SimulatedCity, office: Office, horizon: Int64,
        random: Random
    ) {
        self.start = start
        self.city = city
        self.office = office
        self.horizon = horizon
        self.random = random
        contacts = [contact]
        callers = [caller]
        now = contact.receivedAt.seconds
        events.reserveCapacity(12)
    }

    /// An event of the moment that it is, in which only the action is said.
    func blank(_ action: Action, by staff: String) -> Event {
        Event(
            caseNumber: start.number, at: Instant(seconds: now), recordedAt: Instant(seconds: now),
            staff: staff, action: action)
    }

    /// Moves on to a moment, unless it lies beyond the horizon.
    mutating func reach(_ moment: Int64) -> Bool {
        if isOver || moment > horizon {
            isOver = true
            return false
        }
        now = max(now, moment)
        return true
    }

    mutating func add(_ event: Event) {
        events.append(event)
        guard let to = event.toStage else { return }
        if to != stage {
            if let last = stops.last, last.until == nil { stops[stops.count - 1].until = event.at }
            if event.pauses { stops.append(Stop(since: event.at)) }
        }
        stage = to
    }

    /// Whether the caller is asked about an answer.
    func asks(direct: Bool) -> Bool {
        city.policy.callbacks.asks(start.number, direct: direct)
    }

    /// The unit's row.
    var lead: Unit.ID? { unit.map { city.units[$0].id } }

    /// When the case is due; nil where it is not known.
    var due: Int64? {
        guard let begin = dispatchedAt, let grade = start.grade else { return nil }
        return grade.finish.deadline(
            from: Instant(seconds: begin), stops: stops, grants: grants.map(\.allowance), clock: city.clock,
            calendar: city.calendar
        ).instant?.seconds
    }

    /// The finished case.
    var told: SimulatedCase {
        SimulatedCase(
            number: start.number, contacts: contacts, callers: callers, events: events, stage: stage)
    }
}
