import Testing

@testable import Insight

@Suite struct ChanceTests {
    /// By adding up, the other way to the same number.
    private func binomial(atLeast count: Int, of trials: Int, share: Double) -> Double {
        var mass = (0..<trials).reduce(1.0) { mass, _ in mass * (1 - share) }
        var sum = 0.0
        for successes in 0...trials {
            if successes >= count { sum += mass }
            mass *= Double(trials - successes) / Double(successes + 1) * share / (1 - share)
        }
        return sum
    }

    @Test(arguments: [(0, 5, 0.3), (1, 5, 0.3), (6, 41, 0.02), (30, 60, 0.5), (7, 7, 0.9), (40, 300, 0.08)])
    func `The tail of the binomial is the sum of its terms`(count: Int, trials: Int, share: Double) {
        let expected = binomial(atLeast: count, of: trials, share: share)
        let given = Chance.binomial(atLeast: count, of: trials, share: share)
        #expect(abs(given - expected) < 1e-9 * max(1, expected))
    }

    @Test func `What is certain is 1 and what cannot be is 0`() {
        #expect(Chance.binomial(atLeast: 0, of: 10, share: 0) == 1)
        #expect(Chance.binomial(atLeast: 1, of: 10, share: 0) == 0)
        #expect(Chance.binomial(atLeast: 11, of: 10, share: 0.5) == 0)
        #expect(Chance.binomial(atLeast: 10, of: 10, share: 1) == 1)
        #expect(Chance.binomial(atLeast: 1, of: 0, share: 0.5) == 0)
    }

    @Test func `With hardly more variance than the mean the count is a Poisson count`() {
        // P(X >= 10) with mean 3 is 0.0011025, P(X <= 0) is 0.0497871.
        #expect(abs(Chance.twoSided(10, mean: 3, variance: 3) - 2 * 0.001_102_5) < 1e-5)
        #expect(abs(Chance.twoSided(0, mean: 3, variance: 3) - 2 * 0.049_787_1) < 1e-5)
        #expect(Chance.twoSided(3, mean: 3, variance: 3) == 1)
    }

    @Test func `More variance makes the same count likelier`() {
        #expect(Chance.twoSided(60, mean: 30, variance: 31) < 1e-5)
        #expect(Chance.twoSided(60, mean: 30, variance: 200) > 0.01)
        #expect(Chance.twoSided(60_000, mean: 50_000, variance: 1e8).isFinite)
        #expect((0...1).contains(Chance.twoSided(5, mean: 1e-9, variance: 1e-9)))
    }

    @Test func `The limit for many is stricter than for one and lets true findings pass`() {
        #expect(Chance.limit([], falseShare: 0.1) == 0)
        #expect(Chance.limit([0.2, 0.5], falseShare: 0.1) == 0)
        #expect(Chance.limit([0.04], falseShare: 0.1) == 0.04)
        #expect(Chance.limit([0.04, 0.5, 0.6, 0.7], falseShare: 0.1) == 0)
        #expect(Chance.limit([0.001, 0.04, 0.5, 0.6], falseShare: 0.1) == 0.04)
    }
}
