import Casework
import City
import Simulation
import TestSupport

/// Cities whose rows have identifiers, as a store would give them.
enum Towns {
    private static let builtIn = Result { try numbered(CityLoader.load(.builtIn)) }

    static func xining() throws -> CityConfiguration { try builtIn.get() }

    static func yunzhou() throws -> CityConfiguration {
        guard let files = CityFiles(directory: TestCity.yunzhou) else { throw SimulationError.bareCity }
        return try numbered(CityLoader.load(files))
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

    private static func numbered(_ city: CityConfiguration) -> CityConfiguration {
        var city = city
        city.channels = entries(city.channels) {
            Channel(id: $1, code: $0.code, name: $0.name, group: $0.group, position: $0.position)
        }
        city.kinds = entries(city.kinds) {
            RequestKind(id: $1, code: $0.code, name: $0.name, isTopic: $0.isTopic, position: $0.position)
        }
        city.categories = entries(city.categories) {
            Casework.Category(
                id: $1, code: $0.code, path: $0.path, rootCode: $0.rootCode, parentCode: $0.parentCode,
                finding: $0.finding, contact: $0.contact, position: $0.position)
        }
        city.units = entries(city.units) {
            Casework.Unit(
                id: $1, code: $0.code, name: $0.name, level: $0.level, parentCode: $0.parentCode,
                areaCode: $0.areaCode)
        }
        city.areas = entries(city.areas) {
            Area(
                id: $1, code: $0.code, level: $0.level, path: $0.path, codes: $0.codes,
                population: $0.population)
        }
        city.leaders = entries(city.leaders) { Leader(id: $1, code: $0.code, name: $0.name) }
        city.grades = city.grades.enumerated().map { index, grade in
            Grade(
                id: Int64(index + 1), code: grade.code, name: grade.name, sign: grade.sign,
                finish: grade.finish)
        }
        return city
    }

    private static func entries<Value>(
        _ entries: [Entry<Value>], _ number: (Value, Int64) -> Value
    ) -> [Entry<Value>] {
        entries.enumerated().map { index, entry in
            Entry(value: number(entry.value, Int64(index + 1)), spellings: entry.spellings)
        }
    }
}
