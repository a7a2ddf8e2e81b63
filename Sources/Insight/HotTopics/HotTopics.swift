import Casework

/// Whether something comes more often or less often than it did.
public enum Trend: String, Hashable, Sendable, CaseIterable {
    /// More often than chance explains.
    case rising
    /// As often as expected, or not so differently that chance could not explain it.
    case steady
    /// Less often than chance explains.
    case falling
}

/// How often a key came in a period.
public struct HotTopic<Key: Hashable & Sendable>: Hashable, Sendable {
    /// The category, district, street or spot.
    public let key: Key
    /// How many contacts it had.
    public let count: Int
    /// Of how many contacts in all.
    public let share: Share
    /// How many it had in the period before, for 环比; nil where that is not counted whole.
    public let previous: Int?
    /// How many were to be expected: by the same weekdays of the weeks before, holidays by holidays, a single day of
    /// uproar not counted in full. Nil where too few such days are counted.
    public let expected: Double?
    /// Rising and falling only where chance does not explain it; nil without an expectation.
    public let trend: Trend?
    /// How likely a count as far from the expected one is by chance; nil without an expectation.
    public let chance: Double?
    /// The counts of the last days up to the end of the period, one a day.
    public let series: [Int]

    /// The change against the period before, as a part of it: 0.25 for a quarter more. Nil from a base of zero.
    public var change: Double? {
        previous.flatMap { $0 > 0 ? Double(count - $0) / Double($0) : nil }
    }
}

/// The keys of a period by how often they came, the most frequent first; of equals the one counted first.
///
/// The counts of a day scatter more than mere chance: by how much is learnt from the weeks before, for each key half from
/// itself and half from all together (negative binomial). With many keys at once some stand out by chance, so the limit
/// is set for all together (Benjamini and Hochberg).
///
/// It takes time proportional to keys times days.
public struct HotTopics<Key: Hashable & Sendable>: Sendable {
    /// The keys with a count in the period or the weeks before.
    public let topics: [HotTopic<Key>]

    /// - Parameters:
    ///   - counts: of the period and the weeks before it.
    ///   - calendar: which days are holidays.
    public init(
        _ counts: DailyCounts<Key>, in period: Period, _ calendar: WorkCalendar,
        policy: HotPolicy = HotPolicy()
    ) {
        let offset = period.first.number - counts.days.first.number
        guard offset >= 0, period.last <= counts.days.last else {
            topics = []
            return
        }
        let series = counts.keys.indices.map { counts.counts(at: $0) }
        let sums = series.map { $0[offset..<(offset + period.dayCount)].reduce(0, +) }
        let total = sums.reduce(0, +)
        let totals = (0..<offset).map { day in series.reduce(0) { $0 + $1[day] } }
        // With days of which not all keys are known nothing is expected.
        let isWhole = !(offset..<offset + period.dayCount).contains(where: counts.isPartial)
        let yardstick =
            isWhole
            ? Yardstick(
                period, in: counts.days, totals: totals, calendar, policy, leavingOut: counts.isPartial)
            : nil
        let verdicts =
            yardstick.map { Self.verdicts(sums, series, $0, policy) }
        let previous = period.previous
        let base = previous.first.number - counts.days.first.number
        let begin = max(0, offset + period.dayCount - max(policy.seriesDays, period.dayCount))
        topics = counts.keys.indices.map { index in
            HotTopic(
                key: counts.keys[index], count: sums[index], share: Share(sums[index], of: total),
                previous: base < 0 || !counts.isKnown(index, base..<(base + previous.dayCount))
                    ? nil : series[index][base..<(base + previous.dayCount)].reduce(0, +),
                expected: verdicts?[index].expected, trend: verdicts?[index].trend,
                chance: verdicts?[index].chance,
                series: Array(series[index][begin..<(offset + period.dayCount)]))
        }
        .enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
        .map(\.element)
    }

    private typealias Verdict = (expected: Double, chance: Double, trend: Trend)

    private static func verdicts(
        _ sums: [Int], _ series: [[Int]], _ yardstick: Yardstick, _ policy: HotPolicy
    ) -> [Verdict] {
        let expectations = series.map { Expectation($0, yardstick) }
        let excesses = expectations.map(\.excess)
        let whole = excesses.reduce((above: 0.0, below: 0.0)) { ($0.above + $1.above, $0.below + $1.below) }
        let common = whole.below > 0 ? max(0, whole.above / whole.below) : 0
        let chances = sums.indices.map { index in
            let own = excesses[index].below > 0 ? max(0, excesses[index].above / excesses[index].below) : 0
            return expectations[index].chance(of: sums[index], excess: (own + common) / 2)
        }
        let limit = min(policy.mostChance, Chance.limit(chances, falseShare: policy.falseShare))
        return sums.indices.map { index in
            let expected = expectations[index].mean
            let difference = Double(sums[index]) - expected
            let isSignal = chances[index] <= limit && abs(difference) >= policy.leastChange * expected
            return (expected, chances[index], !isSignal ? .steady : difference > 0 ? .rising : .falling)
        }
    }
}
