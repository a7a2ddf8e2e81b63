/// What a key's count was to be by the days before, and how uncertain that is.
///
/// A day's count is a level times how busy days of its kind are for this key. The level is a mean of the days before, in
/// which later days count more. How busy a kind of day is, is learnt from the key itself; as long as it had few contacts,
/// from all keys.
struct Expectation {
    /// All keys together count for a key's week as much as so many contacts of its own on days of a kind.
    private static let common = 100.0

    private let yardstick: Yardstick
    private var values: [Double]
    /// How busy days of each kind are for this key, and how many contacts tell so.
    private var factors: [Double]
    private var known: [Double]
    private var daysOfKind: [Double]
    private var level = 0.0
    /// How many contacts went into the level, as it is weighted.
    private var support = 0.0
    private let half: Double

    init(_ counts: [Int], _ yardstick: Yardstick) {
        self.yardstick = yardstick
        values = yardstick.days.map { Double(counts[$0.place]) }
        factors = yardstick.usual
        known = factors.map { _ in Self.common }
        daysOfKind = factors.map { _ in 0 }
        for day in yardstick.days { daysOfKind[day.kind] += 1 }
        // As if half a contact more had come in all the days before: what never came is not impossible.
        half = 0.5 / Double(max(1, values.count))
        clip()
        learn()
    }

    /// Brings values far from the others nearer, so that a day of uproar does not pass for the usual.
    private mutating func clip() {
        let levels = zip(yardstick.days, values).map { $1 / factors[$0.kind] }.sorted()
        guard !levels.isEmpty else { return }
        for turn in 0..<2 {
            let mean = turn == 0 ? levels[levels.count / 2] : plainLevel
            let expected = yardstick.days.map { mean * factors[$0.kind] }
            let scale = expected.map { ($0 + 1).squareRoot() }
            let distances = values.indices.map { abs(values[$0] - expected[$0]) / scale[$0] }.sorted()
            let reach = 3 * max(1, 1.4826 * distances[distances.count / 2])
            for index in values.indices {
                values[index] = min(
                    max(values[index], expected[index] - reach * scale[index]),
                    expected[index] + reach * scale[index])
            }
        }
    }

    private var plainLevel: Double {
        let whole = yardstick.days.reduce(0) { $0 + factors[$1.kind] }
        return whole > 0 ? values.reduce(0, +) / whole : 0
    }

    private mutating func learn() {
        let mean = plainLevel
        var sums = factors.map { _ in 0.0 }
        for (day, value) in zip(yardstick.days, values) { sums[day.kind] += value }
        for kind in factors.indices {
            known[kind] = Self.common + daysOfKind[kind] * mean * factors[kind]
            let expected = daysOfKind[kind] * mean
            factors[kind] =
                (sums[kind] + Self.common * factors[kind])
                / (expected + Self.common)
        }
        var (sum, whole, squares) = (0.0, 0.0, 0.0)
        for (day, value) in zip(yardstick.days, values) {
            sum += day.weight * value
            whole += day.weight * factors[day.kind]
            squares += day.weight * day.weight * factors[day.kind]
        }
        level = whole > 0 ? sum / whole : 0
        support = squares > 0 ? whole * whole / squares : 0
    }

    /// How many contacts the period was to have.
    var mean: Double {
        yardstick.period.reduce(0) { $0 + $1.days * level * factor($1.kinds) }
    }

    /// How busy days of these kinds are, on average.
    private func factor(_ kinds: [Int]) -> Double {
        let days = kinds.reduce(0) { $0 + daysOfKind[$1] }
        return days > 0 ? kinds.reduce(0) { $0 + daysOfKind[$1] * factors[$1] } / days : 1
    }

    /// By how much the days differ from those around them: what exceeds mere chance (above), over what it would be if a
    /// day's deviation were as large as its mean (below).
    var excess: (above: Double, below: Double) {
        var (above, below) = (0.0, 0.0)
        var (sum, whole) = (0.0, 0.0)
        let days = yardstick.days
        let reach = 7
        for index in 0..<min(reach, days.count) {
            sum += values[index]
            whole += factors[days[index].kind]
        }
        for index in days.indices {
            if index + reach < days.count {
                sum += values[index + reach]
                whole += factors[days[index + reach].kind]
            }
            if index > reach {
                sum -= values[index - reach - 1]
                whole -= factors[days[index - reach - 1].kind]
            }
            let (own, factor) = (values[index], factors[days[index].kind])
            guard whole - factor > 0 else { continue }
            let mean = max(0, (sum - own) / (whole - factor)) * factor
            let uncertain = 1 + factor / (whole - factor)
            above += (own - mean) * (own - mean) / uncertain - mean
            below += mean * mean
        }
        return (above, below)
    }

    /// How likely a count so far from the expected one is if nothing has changed.
    ///
    /// - Parameter excess: by how much of the square of a mean a day's variance is greater than the mean.
    func chance(of count: Int, excess: Double) -> Double {
        var (mean, variance) = (0.0, 0.0)
        for group in yardstick.period {
            let factor = factor(group.kinds)
            let daily = level * factor + half
            let sum = group.days * daily
            mean += sum
            variance += sum + group.days * excess * daily * daily
            let known = group.kinds.reduce(0) { $0 + self.known[$1] }
            let days = group.kinds.reduce(0) { $0 + daysOfKind[$1] }
            variance += sum * sum * (1 / known + excess / days)
        }
        guard mean > 0 else { return 1 }
        let own = max(level + half, half) * max(support, 1)
        variance += mean * mean * (1 / own + excess / max(1, support))
        return Chance.twoSided(count, mean: mean, variance: variance)
    }
}
