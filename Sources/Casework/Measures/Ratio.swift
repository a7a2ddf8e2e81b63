/// An exact fraction that is not negative, compared without rounding: two units tie only if they are equal.
public struct Ratio: Comparable, Sendable {
    private let numerator: Natural
    private let denominator: Natural

    private init(_ numerator: Natural, _ denominator: Natural) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A fraction of whole numbers that are not negative; the denominator is not zero.
    init(_ numerator: Int, over denominator: Int) {
        self.init(Natural(numerator), Natural(denominator))
    }

    /// A rate as a fraction; nil without a denominator.
    public init?(_ rate: Rate) {
        guard rate.denominator > 0 else { return nil }
        self.init(Natural(rate.thousandths), Natural(rate.denominator) * Natural(1000))
    }

    /// The sum.
    static func + (left: Ratio, right: Ratio) -> Ratio {
        if left.denominator == right.denominator {
            return Ratio(left.numerator + right.numerator, left.denominator)
        }
        return Ratio(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// So many times the fraction.
    static func * (left: Ratio, factor: Int) -> Ratio {
        Ratio(left.numerator * Natural(factor), left.denominator)
    }

    /// A part of the fraction; the divisor is not zero.
    static func / (left: Ratio, divisor: Int) -> Ratio {
        Ratio(left.numerator, left.denominator * Natural(divisor))
    }

    /// Whether two fractions have the same value: 1/2 is 2/4.
    public static func == (left: Ratio, right: Ratio) -> Bool {
        left.numerator * right.denominator == right.numerator * left.denominator
    }

    /// The smaller fraction first.
    public static func < (left: Ratio, right: Ratio) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// Hundredths of a percent, half up: the largest number that lies at most half a hundredth above the
    /// fraction.
    public var hundredths: Int {
        var low = 0
        var high = 1
        while isReached(by: high) { high *= 2 }
        while high - low > 1 {
            let middle = (low + high) / 2
            if isReached(by: middle) { low = middle } else { high = middle }
        }
        return low
    }

    private func isReached(by hundredths: Int) -> Bool {
        Natural(2 * hundredths) * denominator <= numerator * Natural(20_000) + denominator
    }

    /// The fraction rounded to four decimals: 0.9469.
    public var value: Double {
        Double(hundredths) / 10_000
    }

    /// The percentage with at most two decimals, half up, without trailing zeros: `94.69%`.
    public var text: String {
        percentText(hundredths: hundredths)
    }
}
