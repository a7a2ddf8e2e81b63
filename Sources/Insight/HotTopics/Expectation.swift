/// What a key's count was to be by the days before, and how uncertain that is.
///
/// A day's count is a level times how busy days of its kind are for this key. The level is a mean of the days before, in
/// which later days count more. How busy a kind of day is, is learnt from the key itself; as long as it had few contacts,
/// from all keys.
struct Expectation {
    /// What is known of a kind of day.
    private struct Kind {
        /// How busy such days are beside others.
        var factor: Double
        /// How many there are.
        var days = 0.0
        /// How many contacts the factor is known from.
        var contacts = Expectation.common
    }

    /// All keys together tell as much of a kind of day as so many contacts of the key itself.
    private static let common = 100.0
    /// A day is compared with so many days before and after it.
    private static let around = 7

    private let yardstick: Yardstick
    private var values: [Double]
    private var kinds: [Kind]
    private var level = 0.0
    /// By how many days the level is known.
    private var support = 1.0

    init(_ counts: [Int], _ yardstick: Yardstick) {
        self.yardstick = yardstick
        values = yardstick.days.map { Double(counts[$0.place]) }
        kinds = yardstick.usual.map { Kind(factor: $0) }
        for day in yardstick.days { kinds[day.kind].days += 1 }
        clip()
        learnKinds()
        learnLevel()
    }

    /// How many contacts the period was to have.
    var mean: Double {
        yardstick.period.reduce(0) { $0 + $1.days * level * joined($1.kinds).factor }
    }

    /// How likely a count so far from the expected one is if nothing has changed.
    ///
    /// - Parameter excess: by how much of the square of a mean a day's variance is greater than the mean.
    func chance(of count: Int, excess: Double) -> Double {
        // As if half a contact more had come in all the days before: what never came is not impossible.
        let half = 0.5 / Double(max(1, values.count))
        var (mean, variance) = (0.0, 0.0)
        for group in yardstick.period {
            let kind = joined(group.kinds)
            let daily = level * kind.factor + half
            let sum = group.days * daily
            mean += sum
            variance += sum + group.days * excess * daily * daily
            variance += sum * sum * (1 / kind.contacts + excess / max(1, kind.days))
        }
        variance += mean * mean * (1 / (level + half) + excess) / support
        return Chance.twoSided(count, mean: mean, variance: variance)
    }

    /// By how much the days differ from those around them: what exceeds mere chance (above), over what it would be if a
    /// day's deviation were as large as its mean (below).
    var excess: (above: Double, below: Double) {
        let factors = yardstick.days.map { kinds[$0.kind].factor }
        let (sums, wholes) = (Self.running(values), Self.running(factors))
        var (above, below) = (0.0, 0.0)
        for index in values.indices {
            let (low, high) = (max(0, index - Self.around), min(values.count, index + Self.around + 1))
            let whole = wholes[high] - wholes[low] - factors[index]
            guard whole > 0 else { continue }
            let mean = max(0, (sums[high] - sums[low] - values[index]) / whole) * factors[index]
            let distance = values[index] - mean
            above += distance * distance / (1 + factors[index] / whole) - mean
            below += mean * mean
        }
        return (above, below)
    }

    private static func running(_ numbers: [Double]) -> [Double] {
        numbers.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
}

extension Expectation {
    /// Brings values far from the others nearer, so that a day of uproar does not pass for the usual.
    private mutating func clip() {
        let factors = yardstick.days.map { kinds[$0.kind].factor }
        let levels = zip(values, factors).map(/).sorted()
        guard !levels.isEmpty else { return }
        for turn in 0..<2 {
            let mean = turn == 0 ? levels[levels.count / 2] : plainLevel
            let expected = factors.map { mean * $0 }
            let scale = expected.map { ($0 + 1).squareRoot() }
            let distances = values.indices.map { abs(values[$0] - expected[$0]) / scale[$0] }.sorted()
            // Three deviations, by the median distance if chance is not all.
            let reach = 3 * max(1, 1.4826 * distances[distances.count / 2])
            for index in values.indices {
                let most = reach * scale[index]
                values[index] = min(max(values[index], expected[index] - most), expected[index] + most)
            }
        }
    }

    /// The level, all days alike.
    private var plainLevel: Double {
        let whole = yardstick.days.reduce(0) { $0 + kinds[$1.kind].factor }
        return whole > 0 ? values.reduce(0, +) / whole : 0
    }

    private mutating func learnKinds() {
        let mean = plainLevel
        var sums = kinds.map { _ in 0.0 }
        for (day, value) in zip(yardstick.days, values) { sums[day.kind] += value }
        for index in kinds.indices {
            let kind = kinds[index]
            kinds[index].contacts += kind.days * mean * kind.factor
            kinds[index].factor =
                (sums[index] + Self.common * kind.factor) / (kind.days * mean + Self.common)
        }
    }

    private mutating func learnLevel() {
        var (sum, whole, squares) = (0.0, 0.0, 0.0)
        for (day, value) in zip(yardstick.days, values) {
            let factor = kinds[day.kind].factor
            sum += day.weight * value
            whole += day.weight * factor
            squares += day.weight * day.weight * factor
        }
        level = whole > 0 ? sum / whole : 0
        support = squares > 0 ? max(1, whole * whole / squares) : 1
    }

    /// Kinds of days taken for one.
    private func joined(_ places: [Int]) -> Kind {
        var joined = Kind(factor: 0, contacts: 0)
        for kind in places.map({ kinds[$0] }) {
            joined.factor += kind.factor * kind.days
            joined.days += kind.days
            joined.contacts += kind.contacts
        }
        joined.factor = joined.days > 0 ? joined.factor / joined.days : 1
        joined.contacts = max(joined.contacts, 1)
        return joined
    }
}
