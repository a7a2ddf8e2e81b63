import Casework
import City
import Insight
import Simulation

/// Made-up contacts by first-level category and day.
struct SimulatedCounts {
    private(set) var counts: DailyCounts<Casework.Category.ID>
    let calendar: WorkCalendar
    let truth: SimulationTruth
    /// First-level categories by name.
    let names: [String: Casework.Category.ID]

    init(daily: Int, days: Int, seed: Int, isStationary: Bool, bursts: Int = 0) throws {
        let city = try CityLoader.load(.builtIn).numbered()
        guard let first = CivilDay(year: 2024, month: 11, day: 1),
            let period = Period(first, through: first.advanced(by: days - 1))
        else { throw SimulationError.bareCity }
        let clock = city.settings.clock
        var plan = SimulationPlan(
            cases: daily * days, from: period.first, to: period.last, seed: seed,
            now: clock.start(of: period.last.advanced(by: 365)))
        plan.isStationary = isStationary
        (plan.issues, plan.clusters, plan.bursts) = (0, 0, bursts)
        let categories = city.categories.map(\.value)
        let tops = Dictionary(
            uniqueKeysWithValues: categories.filter { $0.parentCode == nil }.map { ($0.code, $0.id) })
        let roots = Dictionary(uniqueKeysWithValues: categories.map { ($0.id, tops[$0.rootCode] ?? $0.id) })
        names = Dictionary(
            uniqueKeysWithValues: categories.filter { $0.parentCode == nil }.map { ($0.name, $0.id) })
        let topical = Set(city.kinds.map(\.value).filter(\.isTopic).map(\.id))
        calendar = city.calendar
        counts = DailyCounts(period)
        var simulator = try Simulator(plan, city: city)
        while let made = simulator.next() {
            for contact in made.contacts {
                guard let root = contact.category.flatMap({ roots[$0] }),
                    contact.kind.map(topical.contains) ?? true
                else { continue }
                counts.add(of: root, on: clock.day(of: contact.receivedAt))
            }
        }
        truth = simulator.truth
    }
}

extension Int {
    /// The part of a whole; 0 of nothing.
    func share(of whole: Int) -> Double {
        whole == 0 ? 0 : Double(self) / Double(whole)
    }
}
