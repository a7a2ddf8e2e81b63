import Glibc

/// How likely counts are that come about by chance.
enum Chance {
    /// How likely so many successes or more are.
    ///
    /// - Parameters:
    ///   - count: successes.
    ///   - trials: never fewer than `count`.
    ///   - share: how likely a success is, from 0 to 1.
    static func binomial(atLeast count: Int, of trials: Int, share: Double) -> Double {
        guard count > 0 else { return 1 }
        guard share > 0, trials >= count else { return 0 }
        guard share < 1 else { return 1 }
        return beta(Double(count), Double(trials - count + 1), share)
    }

    /// How likely such a count or a greater one is (negative binomial).
    ///
    /// - Parameters:
    ///   - mean: what was expected, above 0.
    ///   - variance: above the mean; what is not is taken for a little above.
    static func atLeast(_ count: Int, mean: Double, variance: Double) -> Double {
        let size = size(mean, variance)
        return count <= 0 ? 1 : beta(Double(count), size, mean / (size + mean))
    }

    /// How likely a count that far from what was expected is, on either side.
    static func twoSided(_ count: Int, mean: Double, variance: Double) -> Double {
        let size = size(mean, variance)
        let below = beta(size, Double(count) + 1, size / (size + mean))
        return min(1, 2 * min(atLeast(count, mean: mean, variance: variance), below))
    }

    private static func size(_ mean: Double, _ variance: Double) -> Double {
        mean * mean / max(variance - mean, mean * 1e-6)
    }

    /// The largest of these probabilities with which a finding may be reported so that of all that are reported at most
    /// such a share is chance (Benjamini and Hochberg); 0 where there is none.
    static func limit(_ chances: [Double], falseShare: Double) -> Double {
        let sorted = chances.sorted()
        let last = sorted.indices.last {
            sorted[$0] <= falseShare * Double($0 + 1) / Double(sorted.count)
        }
        return last.map { sorted[$0] } ?? 0
    }

    /// The regularised incomplete beta function, by its continued fraction (Lentz).
    private static func beta(_ a: Double, _ b: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        // The fraction converges quickly below the mean only.
        guard x <= (a + 1) / (a + b + 2) else { return 1 - beta(b, a, 1 - x) }
        var sign: Int32 = 0
        let scale = lgamma_r(a + b, &sign) - lgamma_r(a, &sign) - lgamma_r(b, &sign)
        let front = exp(scale + a * log(x) + b * log1p(-x)) / a
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1), tiny)
        var fraction = d
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d, tiny)
            c = nonzero(1 + even / c, tiny)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d, tiny)
            c = nonzero(1 + odd / c, tiny)
            fraction *= d * c
            if abs(d * c - 1) < 1e-12 { break }
        }
        return min(1, front * fraction)
    }

    private static func nonzero(_ number: Double, _ tiny: Double) -> Double {
        abs(number) < tiny ? tiny : number
    }
}
