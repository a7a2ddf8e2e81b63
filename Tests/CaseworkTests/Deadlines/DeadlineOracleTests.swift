import Casework
import SplitMix
import Testing

/// Deadlines against a count that knows nothing of the program's arithmetic.
struct DeadlineOracleTests {
    @Test("A deadline is what a count minute by minute gives, with all that its sentence says")
    func minutes() {
        let runs = Runs.count("YOUSU_DEADLINES", otherwise: 1000)
        compare(runs, seed: Runs.seed(otherwise: 20_240_319), length: 60)
    }

    @Test("and what a count second by second gives")
    func seconds() {
        let runs = Runs.count("YOUSU_DEADLINES", otherwise: 1000) / 50
        compare(runs, seed: Runs.seed(otherwise: 20_240_224), length: 1)
    }

    private func compare(_ runs: Int, seed: UInt64, length: Int) {
        var random = SplitMix64(seed: seed)
        var city = MadeUpCity(&random)
        var kinds: [String: Int] = [:]
        for run in 0..<runs {
            // In the long run every limit has a calendar of its own.
            if runs > 5000 || run % 5 == 0 { city = MadeUpCity(&random) }
            let sample = DeadlineCase(&random, length: length)
            let reckoning = sample.reckoning(in: city, city.calendar)
            let count = sample.counted(in: city)
            if reckoning.deadline != count.deadline || reckoning.freeDays != count.freeDays
                || reckoning.stoppedDays != count.stoppedDays
                || reckoning.stoppedSeconds != Int64(count.stoppedTicks * length)
            {
                Issue.record(
                    """
                    seed \(seed), run \(run), offset \(city.offset): \(sample)
                    the program: \(reckoning)
                    the count: \(count.deadline), free \(count.freeDays), stopped \(count.stoppedDays) days and \
                    \(count.stoppedTicks) ticks
                    """)
            }
            switch count.deadline {
            case .at: kinds["ends", default: 0] += 1
            case .open: kinds["open", default: 0] += 1
            case .stopped: kinds["stopped", default: 0] += 1
            }
        }
        print("deadlines: seed \(seed), \(runs) counted in ticks of \(length) s, \(kinds)")
        // A sample without all three would prove less than it says.
        if runs >= 500 { #expect(kinds.count == 3) }
    }
}
