import SplitMix

/// Numbers by chance that are the same for the same seed on every machine.
///
/// Only additions, multiplications and square roots are used: functions such as `log` may differ in their last digit
/// from one library to the next.
struct Random {
    private var generator: SplitMix64

    /// - Parameter stream: what the numbers are for; streams of one seed are independent of each other.
    init(seed: UInt64, stream: UInt64 = 0) {
        generator = SplitMix64(seed: seed, stream: stream)
    }

    mutating func next() -> UInt64 { generator.next() }

    /// From 0 up to, not including, a count of at least 1.
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// Within a range, both ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// From 0 up to, not including, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// Around 0 with a deviation of 1 (the sum of twelve).
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// How many of so many trials succeed.
    mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
        if trials <= 0 || probability <= 0 { return 0 }
        if probability >= 1 { return trials }
        if probability > 0.5 { return trials - binomial(trials, 1 - probability) }
        let mean = Double(trials) * probability
        if mean > 30 {
            let drawn = mean + normal() * (mean * (1 - probability)).squareRoot()
            return max(0, min(trials, Int(drawn.rounded())))
        }
        return inverted(trials, probability)
    }

    /// By running through the probabilities of 0, 1, 2 …
    private mutating func inverted(_ trials: Int, _ probability: Double) -> Int {
        var mass = Self.power(1 - probability, trials)
        let odds = probability / (1 - probability)
        var rest = unit()
        var count = 0
        while rest >= mass, count < trials {
            rest -= mass
            mass *= odds * Double(trials - count) / Double(count + 1)
            count += 1
        }
        return count
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, base, exponent) = (1.0, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result *= base }
            base *= base
            exponent >>= 1
        }
        return result
    }
}
