import Casework
import SplitMix
import Testing

/// What holds of every deadline, whatever it is.
struct DeadlinePropertyTests {
    private let runs = Runs.count("YOUSU_DEADLINES", otherwise: 1000)

    /// Deadlines in their order: a clock that stands still ends after all others. Nil where a calendar is missing,
    /// which says nothing about earlier or later.
    private func end(_ sample: DeadlineCase, _ city: MadeUpCity) -> Instant? {
        switch sample.reckoning(in: city, city.calendar).deadline {
        case .at(let instant): instant
        case .stopped: .endOfTime
        case .open: nil
        }
    }

    /// Whether one deadline is no later than another, where both can be told.
    private func isInOrder(_ one: DeadlineCase, _ other: DeadlineCase, _ city: MadeUpCity) -> Bool {
        guard let first = end(one, city), let second = end(other, city) else { return true }
        return first <= second
    }

    private func each(
        _ seed: UInt64, _ body: (DeadlineCase, MadeUpCity, inout SplitMix64, () -> Comment) -> Void
    ) {
        let seed = Runs.seed(otherwise: seed)
        print("deadlines: seed \(seed), \(runs) properties")
        var random = SplitMix64(seed: seed)
        var city = MadeUpCity(&random)
        for run in 0..<runs {
            if runs > 5000 || run % 5 == 0 { city = MadeUpCity(&random) }
            let sample = DeadlineCase(&random)
            body(sample, city, &random) { "seed \(seed), run \(run): \(sample)" }
        }
    }

    @Test("Counting the working days up to a deadline gives as many as were added, and the last one works")
    func roundTrip() {
        each(1) { sample, city, _, note in
            let day = 1440
            let limit = TimeLimit(amount: sample.limit.amount, measure: .workday, start: sample.limit.start)
            var plain = sample
            (plain.limit, plain.stops, plain.grants) = (limit, [], [])
            guard case .at(let end) = plain.reckoning(in: city, city.calendar).deadline else { return }
            let ticks = Int((end.seconds - city.instant(0, length: 60).seconds) / 60)
            #expect(ticks % day == 0, note())
            let first = sample.begin / day + (limit.start == .same ? 0 : 1)
            #expect(city.works[first..<ticks / day].count { $0 } == limit.amount, note())
            #expect(city.works[ticks / day - 1], note())
        }
    }

    @Test("More of a limit, or a later beginning, never ends earlier")
    func monotone() {
        each(2) { sample, city, random, note in
            var longer = sample
            longer.limit = limit(sample, amount: sample.limit.amount + Int.random(in: 1...3, using: &random))
            #expect(isInOrder(sample, longer, city), note())
            var later = sample
            later.begin += Int.random(in: 1...3000, using: &random)
            #expect(isInOrder(sample, later, city), note())
            var (same, next) = (sample, sample)
            same.limit = limit(sample, start: .same)
            next.limit = limit(sample, start: .next)
            #expect(isInOrder(same, next, city), note())
        }
    }

    private func limit(
        _ sample: DeadlineCase, amount: Int? = nil, start: TimeLimit.Start? = nil
    ) -> TimeLimit {
        TimeLimit(
            amount: amount ?? sample.limit.amount, measure: sample.limit.measure,
            start: start ?? sample.limit.start)
    }

    @Test("A stop never makes a deadline earlier, nor does a longer one")
    func stops() {
        each(3) { sample, city, random, note in
            guard let last = sample.stops.last else { return }
            var without = sample
            without.stops.remove(at: Int.random(in: sample.stops.indices, using: &random))
            #expect(isInOrder(without, sample, city), note())
            var longer = sample
            longer.stops[longer.stops.count - 1].until = last.until.map {
                $0 + Int.random(in: 1...3000, using: &random)
            }
            #expect(isInOrder(sample, longer, city), note())
        }
    }

    @Test("An extension makes every deadline later that has an end")
    func extensions() {
        each(4) { sample, city, _, note in
            guard !sample.grants.isEmpty else { return }
            var without = sample
            without.grants.removeLast()
            guard let before = end(without, city), let after = end(sample, city) else { return }
            #expect(before == .endOfTime ? after == .endOfTime : after > before, note())
        }
    }

    @Test("Of working days the last one is never free, whatever stops and extensions there are")
    func lastDayWorks() {
        each(5) { sample, city, _, note in
            var sample = sample
            sample.limit = TimeLimit(
                amount: sample.limit.amount, measure: .workday, start: sample.limit.start)
            sample.grants = sample.grants.map { Allowance(amount: $0.amount, measure: .workday) }
            guard case .at(let end) = sample.reckoning(in: city, city.calendar).deadline else { return }
            let day = Int((end.seconds - city.instant(0, length: 60).seconds) / 86_400)
            #expect(city.works[day - 1], note())
            #expect(end == city.instant(day, length: 86_400), note())
        }
    }
}
