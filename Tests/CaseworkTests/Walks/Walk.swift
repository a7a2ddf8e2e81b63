import Casework
import SplitMix
import Testing

/// One case to which random people do random things at random moments, through the workflow and in memory.
struct Walk {
    /// What to say where something does not hold: brings the walk back.
    let name: String
    var random: SplitMix64
    let city: MadeUpCity
    let policy: WorkflowPolicy
    let grade: Grade
    let clocks: CaseClocks
    let number: CaseNumber
    var contacts: [Contact] = []
    var events: [Event] = []
    var file: CaseFile
    /// The state that was reached with each event, by the event's moment, where nothing was entered late since.
    var reached: [(at: Instant, state: CaseState, contacts: [Int: ContactState])] = []
    /// The last end that the case's clock had.
    var latest: Instant?
    /// Minutes since the first midnight of 2024.
    var minute: Int
    /// How many steps the workflow took and refused.
    var taken = 0
    var refused = 0
    /// Whether something did not hold.
    var isBroken = false

    init(seed: UInt64, run: Int) {
        name = "seed \(seed), walk \(run)"
        random = SplitMix64(seed: seed &+ UInt64(run) &* 0xD1B5_4A32_D192_ED03)
        city = MadeUpCity(&random)
        minute = Int.random(in: 0...700 * 1440, using: &random)
        grade = Grade(
            id: 3, code: "g", name: "样例", sign: Self.limit(&random), finish: Self.limit(&random))
        clocks = CaseClocks(
            grades: [3: grade], clock: CityClock(offset: city.offset), calendar: city.calendar)
        // Every case has a number of its own, so that some are drawn for a callback and others not.
        guard let number = CaseNumber(value: 20_240_319_000_001 + Int64(run % 999_999)) else {
            preconditionFailure("no number")
        }
        self.number = number
        file = CaseFile(number: number, contacts: [], events: [])
        policy = Self.policy(&random)
        register(at: instant, disposition: nil)
        reached = [(instant, file.state, file.contactStates)]
    }

    private static func limit(_ random: inout SplitMix64) -> TimeLimit {
        TimeLimit(
            amount: Int.random(in: 1...7, using: &random),
            measure: TimeLimit.Measure.allCases.randomElement(using: &random) ?? .day,
            start: Bool.random(using: &random) ? .same : .next)
    }

    private static func policy(_ random: inout SplitMix64) -> WorkflowPolicy {
        var policy = WorkflowPolicy()
        policy.pausesWhileReturned = Bool.random(using: &random)
        policy.pausesWhileSuspended = Bool.random(using: &random)
        policy.rulingAfter = Int.random(in: 1...3, using: &random)
        policy.extensions.times = Int.random(in: 0...2, using: &random)
        policy.callbacks.transferredShare = [0, 500, 1000].randomElement(using: &random) ?? 0
        policy.callbacks.directShare = [0, 500, 1000].randomElement(using: &random) ?? 0
        policy.callbacks.attempts = Int.random(in: 1...3, using: &random)
        return policy
    }

    var instant: Instant { city.instant(minute, length: 60) }

    func context(due: Instant?) -> WorkflowContext {
        WorkflowContext(policy: policy, clock: CityClock(offset: city.offset), due: due)
    }

    /// Records what does not hold, once for each walk.
    mutating func hold(_ condition: Bool, _ rule: @autoclosure () -> String) {
        guard !condition, !isBroken else { return }
        isBroken = true
        let trail = events.map { "\($0.action)\($0.toStage.map { "→\($0)" } ?? "")" }.joined(separator: " ")
        Issue.record("\(name), after \(events.count) events: \(rule())\n\(trail)\n\(file.state)")
    }

    /// Adds a contact, as the desk does.
    mutating func register(at moment: Instant, disposition: Disposition?) {
        let sequence = contacts.count + 1
        contacts.append(
            Contact(
                number: ContactNumber(caseNumber: number, sequence: sequence), receivedAt: moment,
                channel: 1, kind: 1, category: 1,
                urgency: Urgency.allCases.randomElement(using: &random) ?? .normal))
        var event = blank(.contact, at: moment)
        event.sequence = sequence
        event.disposition = disposition
        add(event)
    }

    func blank(_ action: Action, at moment: Instant) -> Event {
        Event(caseNumber: number, at: moment, recordedAt: instant, staff: "甲", action: action)
    }

    mutating func add(_ event: Event) {
        var event = event
        event.id = Int64(events.count + 1)
        events.append(event)
        file = CaseFile(number: number, contacts: contacts, events: events)
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }
}
