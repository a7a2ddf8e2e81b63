import Casework

/// Makes up cases that look like a city's, one after the other in the order of their receipt. The same plan and city
/// always give the same cases. Nothing is kept of a case that was handed out, save its number where it was hidden.
///
///     var simulator = try Simulator(plan, city: configuration)
///     while let made = simulator.next() { … }
public struct Simulator: Sequence, IteratorProtocol, Sendable {
    /// By what plan.
    public let plan: SimulationPlan
    /// What was hidden among the cases handed out so far.
    public private(set) var truth: SimulationTruth

    let city: SimulatedCity
    let office: Office
    let horizon: Int64
    let telephone: Channel.ID?
    var random: Random
    var routing: Routing
    var callers = Callers()
    var injections: [Injection]
    var repeats = Repeats()
    var mix = Weights([])
    var witnesses = 0
    private let days: DayPlan
    private var day = -1
    /// The moments of the day's cases with what is hidden in each, by moment: the second in the upper half, the
    /// place of what is hidden, from 1, in the lower.
    private var entries: [UInt64] = []
    private var position = 0
    private var contactCount = 0

    /// - Parameter city: the configuration in force, its rows with their identifiers.
    public init(_ plan: SimulationPlan, city configuration: CityConfiguration) throws(SimulationError) {
        self.plan = plan
        truth = SimulationTruth(plan: plan)
        city = try SimulatedCity(configuration)
        routing = Routing(city)
        random = Random(seed: UInt64(bitPattern: Int64(plan.seed)))
        let almanac = Almanac(city.calendar, from: plan.from, to: plan.to, isStationary: plan.isStationary)
        office = Office(almanac: almanac, offset: city.clock.offset)
        horizon = plan.horizon(city.clock).seconds
        telephone = city.channels.first { $0.group == .phone }?.id
        days = try DayPlan(plan, city: city, almanac: almanac, random: &random)
        injections = days.injections
        gather()
    }

    /// The next case; nil when all were handed out.
    public mutating func next() -> SimulatedCase? {
        while position == entries.count {
            guard day + 1 < plan.days else { return nil }
            begin(day + 1)
        }
        let entry = entries[position]
        position += 1
        let date = plan.from.advanced(by: day)
        let moment = Int64(date.number) * 86_400 - city.clock.offset + Int64(entry >> 32)
        guard let number = CaseNumber(day: date, serial: position) else { return nil }
        let hidden = Int(entry & 0xFFFF_FFFF) - 1
        var course = draw(number, at: moment, hidden: hidden < 0 ? nil : hidden)
        for index in course.contacts.indices {
            contactCount += 1
            course.contacts[index].externalID = SimulationPlan.externalID(seed: plan.seed, contactCount)
        }
        if hidden >= 0 {
            injections[hidden].add(
                number, externalID: course.contacts[0].externalID ?? "", on: date, way: way)
        }
        if position == entries.count, day == plan.days - 1 { gather() }
        return course.told
    }

    /// How the place of the case drawn last was written.
    var way = ""

    private mutating func begin(_ next: Int) {
        day = next
        position = 0
        let date = plan.from.advanced(by: day)
        mix = city.matters.mix(on: date, isStationary: plan.isStationary)
        let limit = Swift.min(86_399, horizon - (Int64(date.number) * 86_400 - city.clock.offset))
        let moments = Moments(limit: Int(limit))
        entries.removeAll(keepingCapacity: true)
        for _ in 0..<days.counts[day] { entries.append(UInt64(moments.second(&random)) << 32) }
        for hidden in days.hidden[day] {
            entries.append(UInt64(moments.second(&random)) << 32 | UInt64(hidden + 1))
        }
        entries.sort()
        today = injections.indices.filter {
            injections[$0].sort != .issue && injections[$0].days.first == date
        }
    }

    /// What of the day's hidden things wants to know how many cases its topic has.
    private var today: [Int] = []

    /// Counts a case for the topics that are watched on its day.
    mutating func count(root: Int) {
        for index in today where injections[index].root == root {
            injections[index].hidden.topicCases = (injections[index].hidden.topicCases ?? 0) + 1
        }
    }

    private mutating func gather() {
        func all(_ sort: Injection.Sort) -> [SimulationTruth.Hidden] {
            injections.filter { $0.sort == sort }.map(\.hidden)
        }
        truth.issues = all(.issue)
        truth.clusters = all(.cluster)
        truth.bursts = all(.burst)
    }
}
