import Casework

/// How many cases are to be made up, for which days, and with what hidden in them.
public struct SimulationPlan: Hashable, Sendable {
    /// How many cases, calls without a request among them.
    public var cases: Int
    /// The first day.
    public var from: CivilDay
    /// The last day.
    public var to: CivilDay
    /// The same seed makes the same cases.
    public var seed: Int
    /// How many hot issues are hidden; nil for as many as fit the size.
    public var issues: Int?
    /// How many concentrations are hidden; nil for as many as fit the size.
    public var clusters: Int?
    /// How many bursts are hidden; nil for as many as fit the size.
    public var bursts: Int?
    /// Every day is like the other: no season, no weekly rhythm, no holidays, no drift, no repeats.
    public var isStationary = false
    /// The moment that it is: nothing happens later.
    public var now: Instant

    /// A plan in which as much is hidden as fits its size.
    public init(cases: Int, from: CivilDay, to: CivilDay, seed: Int, now: Instant) {
        self.cases = cases
        self.from = from
        self.to = to
        self.seed = seed
        self.now = now
    }

    /// The system of records from which made-up contacts say that they come.
    public static let source = "模拟"

    /// The number that a made-up contact has there.
    ///
    /// - Parameter count: its place among all of them, from 1.
    public static func externalID(seed: Int, _ count: Int) -> String {
        "SIM-\(seed)-\(count)"
    }

    /// How many days there are.
    public var days: Int { to.number - from.number + 1 }

    /// The last moment of which something is told.
    func horizon(_ clock: CityClock) -> Instant {
        min(now, clock.end(of: to))
    }
}

/// Why nothing can be made up as it was asked for.
public enum SimulationError: Error, Hashable, Sendable {
    /// More cases than a day has numbers.
    case tooManyOnADay(CivilDay, count: Int, most: Int)
    /// What is to be hidden would take more than half of all cases, so many at least.
    case tooMuchHidden(needed: Int, most: Int)
    /// After so many things no place was found for another, however often it was tried; each has one of its own.
    case noPlaceLeft(hidden: Int, asked: Int)
    /// The city's configuration lacks what every case needs.
    case bareCity
}
