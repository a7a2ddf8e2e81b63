import Casework
import City
import Simulation
import TestSupport

/// Cities whose rows have identifiers, as a store would give them.
enum Towns {
    private static let builtIn = Result { try CityLoader.load(.builtIn).numbered() }

    static func xining() throws -> CityConfiguration { try builtIn.get() }

    static func yunzhou() throws -> CityConfiguration {
        guard let files = CityFiles(directory: TestCity.yunzhou) else { throw SimulationError.bareCity }
        return try CityLoader.load(files).numbered()
    }

    /// A plan for days long past.
    static func plan(
        _ cases: Int, from: String = "2024-01-01", to: String = "2024-03-31", seed: Int = 1,
        now: String = "2031-01-01"
    ) throws -> SimulationPlan {
        guard let from = CivilDay(from), let to = CivilDay(to), let now = CivilDay(now) else {
            throw SimulationError.bareCity
        }
        return SimulationPlan(
            cases: cases, from: from, to: to, seed: seed, now: CityClock(offset: 28_800).start(of: now))
    }

    static func simulate(_ plan: SimulationPlan) throws -> (cases: [SimulatedCase], truth: SimulationTruth) {
        var simulator = try Simulator(plan, city: xining())
        var cases: [SimulatedCase] = []
        while let next = simulator.next() { cases.append(next) }
        return (cases, simulator.truth)
    }
}
