/// A count against the count of another period: 较上月减少5件，环比下降5%.
public struct Change: Hashable, Sendable {
    /// The count of the period.
    public let now: Int
    /// The count that it is compared with.
    public let before: Int
    /// What was compared with.
    public let comparison: Comparison
    /// The period of `now`.
    public let period: Period

    /// Counts, never negative, of a period and of its base (`period.base(of: comparison)`).
    public init(now: Int, before: Int, _ comparison: Comparison, of period: Period) {
        self.now = now
        self.before = before
        self.comparison = comparison
        self.period = period
    }

    /// How many more; negative for fewer.
    public var difference: Int {
        now - before
    }

    /// The difference over the count before, rounded to four decimals: 0.1232. Nil from a base of zero.
    public var ratio: Double? {
        Rate(abs(difference), of: before).hundredths.map { Double(difference < 0 ? -$0 : $0) / 10_000 }
    }

    /// The difference in percent, without its sign: `12.3%`. Nil from a base of zero.
    ///
    /// One decimal, half up; but where the percentage lies less than 0.1 from a whole number, that whole
    /// number. The rule is inferred from a district's notice of June 2024, which prints 5% for 5, 12.3% for
    /// 12.315, 20% for 20.073 and 17.5% for 17.460. It never makes a change of none and never a fall of
    /// all: `不足0.1%`, `超过99.9%`.
    public var percentText: String? {
        guard before > 0 else { return nil }
        let size = abs(difference)
        let whole = halfUp(size * 100, over: before)
        guard abs(size * 100 - whole * before) * 10 < before else {
            return decimalText(halfUp(size * 1000, over: before), places: 1) + "%"
        }
        if whole == 0, size > 0 { return "不足0.1%" }
        if whole == 100, difference < 0, now > 0 { return "超过99.9%" }
        return "\(whole)%"
    }

    /// In words: `较上月减少5件，环比下降5%`, `与上月持平`; from a base of zero
    /// `较上月增加95件，上月为0件，不计环比`.
    ///
    /// - Parameter unit: the measure word.
    public func text(unit: String = "件") -> String {
        let base = period.baseName(of: comparison)
        guard difference != 0 else { return "与\(base)持平" }
        let difference = "较\(base)\(self.difference < 0 ? "减少" : "增加")\(abs(self.difference))\(unit)"
        guard let percentText else { return "\(difference)，\(base)为0\(unit)，不计\(comparison.name)" }
        return "\(difference)，\(comparison.name)\(self.difference < 0 ? "下降" : "上升")\(percentText)"
    }
}
