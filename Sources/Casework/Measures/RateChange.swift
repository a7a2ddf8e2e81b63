/// A rate against the rate of another period, in percentage points: 较上月上升1.2个百分点.
public struct RateChange: Hashable, Sendable {
    /// The rate of the period.
    public let now: Rate
    /// The rate that it is compared with.
    public let before: Rate
    /// What was compared with.
    public let comparison: Comparison
    /// The period of `now`.
    public let period: Period

    /// Rates of a period and of the one it is compared with (`period.base(of: comparison)`).
    public init(now: Rate, before: Rate, _ comparison: Comparison, of period: Period) {
        self.now = now
        self.before = before
        self.comparison = comparison
        self.period = period
    }

    /// Hundredths of a percentage point between the two rates as they are printed, so that a reader who
    /// subtracts finds the same; negative for a fall. Nil where either rate has no denominator.
    public var hundredths: Int? {
        guard let now = now.hundredths, let before = before.hundredths else { return nil }
        return now - before
    }

    /// In words: `上升1.2个百分点`, `下降0.45个百分点`, `持平`; nil where either rate has no denominator.
    public var pointsText: String? {
        hundredths.map {
            $0 == 0 ? "持平" : "\($0 < 0 ? "下降" : "上升")\(decimalText(abs($0), places: 2))个百分点"
        }
    }

    /// In words, with what is compared: `较上月上升1.2个百分点`, `与上月持平`; `上月无可比数据` where one is
    /// missing.
    public var text: String {
        let base = period.baseName(of: comparison)
        guard let hundredths, let pointsText else {
            return now.hundredths == nil ? "\(period.here)无可比数据" : period.withoutBase(comparison)
        }
        return (hundredths == 0 ? "与" : "较") + base + pointsText
    }
}
