/// A part of a whole, printed in whole percent as in the notice of June 2024 (404 of 1153 orders: 35%).
public struct Share: Hashable, Sendable {
    /// The part: a count, never negative.
    public let part: Int
    /// The whole: a count, never negative.
    public let whole: Int

    /// A part of a whole.
    public init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Whole percent, half up; nil of nothing.
    public var percent: Int? {
        whole == 0 ? nil : halfUp(part * 100, over: whole)
    }

    /// The share rounded to four decimals, finer than `text`: 0.3504. Nil of nothing.
    public var value: Double? {
        Rate(part, of: whole).value
    }

    /// `35%`; `无` of nothing.
    public var text: String {
        percent.map { "\($0)%" } ?? Rate.none
    }
}
