import Casework
import Simulation
import Testing

/// Made-up days look like a city's: as published, in rhythm with the week, the hours and the year.
struct LikenessTests {
    private let clock = CityClock(offset: 28_800)

    private func counts(_ cases: [SimulatedCase]) -> [CivilDay: Int] {
        Dictionary(cases.map { (clock.day(of: $0.contacts[0].receivedAt), 1) }, uniquingKeysWith: +)
    }

    @Test func `outcomes are as published`() throws {
        let (cases, _) = try Towns.simulate(try Towns.plan(6000, from: "2024-01-01", to: "2024-06-30"))
        let city = try Towns.xining()
        let phone = Set(city.channels.filter { $0.value.group == .phone }.map(\.value.id))
        let online = Set(city.channels.filter { $0.value.group == .online }.map(\.value.id))
        var (direct, transferred, messages) = (0.0, 0.0, 0.0)
        for made in cases where !made.isInvalid {
            for (contact, disposition) in zip(made.contacts, made.dispositions) {
                if online.contains(contact.channel) { messages += 1 }
                guard phone.contains(contact.channel) else { continue }
                direct += disposition == .direct ? 1 : 0
                transferred += disposition == .transferred ? 1 : 0
            }
        }
        // 926 calls, 504 answered and 422 passed on; 95 messages; 233 callbacks.
        #expect(abs(direct / (direct + transferred) - 504.0 / 926) < 0.03)
        #expect(abs(messages / (direct + transferred) - 95.0 / 926) < 0.015)
        let callbacks = cases.flatMap(\.events).filter { $0.action == .callback }
        #expect(abs(Double(callbacks.count) / transferred - 233.0 / 422) < 0.12)
        #expect((150...500).contains(2 * cases.count { $0.isInvalid }))
    }

    @Test func `callers are mostly content, and units mostly in time`() throws {
        let (cases, _) = try Towns.simulate(try Towns.plan(6000, from: "2024-01-01", to: "2024-06-30"))
        let outcomes = cases.flatMap(\.events).compactMap(\.outcome)
        func share(_ fits: (CallbackOutcome) -> Bool) -> Double {
            Double(outcomes.count(where: fits)) / Double(outcomes.count)
        }
        #expect(abs(share { $0.responded } - 0.99) < 0.01)
        #expect(abs(share { $0.resolved == .yes } - 0.93) < 0.02)
        let satisfied = share { $0.satisfaction == .satisfied } + 0.6 * share { $0.satisfaction == .fairly }
        #expect(abs(satisfied / share { $0.satisfaction != .unrated } - 0.92) < 0.02)
        let city = try Towns.xining()
        let clocks = CaseClocks(
            grades: Dictionary(uniqueKeysWithValues: city.grades.map { ($0.id, $0) }), clock: clock,
            calendar: city.calendar)
        var (kept, missed) = (0.0, 0.0)
        for made in cases {
            let file = CaseFile(number: made.number, contacts: made.contacts, events: made.events)
            guard let end = file.assignments.first(where: { $0.end == .replied })?.endedAt,
                file.state.reworks == 0, let due = clocks.finishing(file.state)?.deadline.instant
            else { continue }
            if end < due { kept += 1 } else { missed += 1 }
        }
        #expect((0.02...0.08).contains(missed / (kept + missed)), "\(missed) of \(kept + missed)")
    }

    @Test func `weekends and holidays are quiet, the days have two peaks`() throws {
        let plan = try Towns.plan(12_000, from: "2024-03-01", to: "2024-05-31")
        let cases = try Towns.simulate(plan).cases
        let counts = counts(cases)
        func mean(_ fits: (CivilDay) -> Bool) -> Double {
            let days = counts.filter { fits($0.key) }
            return Double(days.values.reduce(0, +)) / Double(max(1, days.count))
        }
        let calendar = try Towns.xining().calendar
        let work = mean { calendar.works(on: $0) == true }
        #expect((0.45...0.7).contains(mean { calendar.works(on: $0) == false } / work))
        #expect(
            (0.35...0.65).contains(
                mean { $0 >= CivilDay("2024-05-01")! && $0 <= CivilDay("2024-05-03")! } / work))
        let hours = cases.map {
            clock.secondOfDay($0.contacts[0].receivedAt) / 3600
        }
        func hour(_ hour: Int64) -> Int { hours.count { $0 == hour } }
        #expect(hour(10) > hour(12))
        #expect(hour(15) > hour(12))
        #expect(hour(10) > 8 * hour(3))
    }

    @Test func `heating is a matter of winter, and rain one of summer`() throws {
        let plan = try Towns.plan(12_000, from: "2024-01-01", to: "2024-12-31")
        let city = try Towns.xining()
        let roots = Dictionary(
            uniqueKeysWithValues: city.categories.map { ($0.value.id, $0.value.rootName) })
        var counts: [String: [Int: Int]] = [:]
        for made in try Towns.simulate(plan).cases {
            guard let category = made.contacts[0].category, let root = roots[category] else { continue }
            counts[root, default: [:]][clock.day(of: made.contacts[0].receivedAt).parts.month, default: 0] +=
                1
        }
        func count(_ root: String, _ month: Int) -> Int { counts[root]?[month] ?? 0 }
        #expect(count("供热", 12) > 6 * count("供热", 7))
        #expect(2 * count("市政设施", 8) > 3 * count("市政设施", 1))
        #expect(counts.count > 30)
    }

    @Test func `a stationary city has days that differ by chance alone`() throws {
        var plan = try Towns.plan(8000, from: "2023-06-01", to: "2024-12-31")
        plan.isStationary = true
        #expect((0.8...1.2).contains(try dispersion(plan)))
        plan.isStationary = false
        #expect(try dispersion(plan) > 1.5)
    }

    /// Variance over mean of the days' counts: 1 for independent calls.
    private func dispersion(_ plan: SimulationPlan) throws -> Double {
        let counts = counts(try Towns.simulate(plan).cases)
        let all = (plan.from.number...plan.to.number).map { Double(counts[CivilDay(number: $0)] ?? 0) }
        let mean = all.reduce(0, +) / Double(all.count)
        return all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1) / mean
    }

    @Test func `some spots are named far more often than others`() throws {
        let (cases, _) = try Towns.simulate(try Towns.plan(8000))
        let spots = cases.map { $0.contacts[0].place.spot }.filter { $0.hasSuffix("小区") && $0.count == 4 }
        let counts = Dictionary(spots.map { ($0, 1) }, uniquingKeysWith: +).values.sorted(by: >)
        #expect(counts.count > 40)
        let best = counts.prefix(counts.count / 10).reduce(0, +)
        #expect(Double(best) / Double(spots.count) > 0.3)
        #expect(counts[0] > 3 * counts[counts.count / 4])
    }
}
