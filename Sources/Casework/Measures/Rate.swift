/// A numerator over a denominator, such as those called back who are satisfied over all called back; exact.
///
/// The numerator is held in thousandths, because answers may count with a weight (基本满意 counts 0.6).
public struct Rate: Hashable, Sendable {
    /// The numerator in thousandths; never negative.
    public let thousandths: Int
    /// The denominator: a count, never negative.
    public let denominator: Int

    /// A rate with a weighted numerator, in thousandths.
    public init(thousandths: Int, of denominator: Int) {
        self.thousandths = thousandths
        self.denominator = denominator
    }

    /// A rate of two counts.
    public init(_ numerator: Int, of denominator: Int) {
        self.init(thousandths: numerator * 1000, of: denominator)
    }

    /// Hundredths of a percent, half up; nil without a denominator. All that is printed comes from here.
    public var hundredths: Int? {
        denominator == 0 ? nil : halfUp(thousandths * 10, over: denominator)
    }

    /// The rate rounded to four decimals, so that it agrees with `text`: 0.9469. Nil without a denominator.
    public var value: Double? {
        hundredths.map { Double($0) / 10_000 }
    }

    /// The percentage with at most two decimals, half up, without trailing zeros: `94.69%`, `100%`. Without a
    /// denominator there is none: `无`.
    ///
    /// The form is that of the notice of June 2024 (100%, 98.96%, 94.69%).
    public var text: String {
        hundredths.map(percentText) ?? Self.none
    }

    /// The numerator as printed: `634.4`, `663`.
    public var numeratorText: String {
        decimalText(thousandths, places: 3)
    }

    /// What stands for a percentage of nothing.
    static let none = "无"
}
