/// A value and the time during which it held: from `since` up to, not including, `until`.
public struct Span<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The first moment.
    public let since: Instant
    /// The first moment after; ``Instant/endOfTime`` for what still holds.
    public var until: Instant
    /// What held.
    public let value: Value
}

extension Array {
    /// Adds what holds from a moment on. What began at the same moment gives way; what does not change is not
    /// repeated.
    mutating func begin<Value>(_ value: Value, at moment: Instant) where Element == Span<Value> {
        if let last, last.since == moment { removeLast() }
        if let last, last.value == value {
            self[count - 1].until = .endOfTime
            return
        }
        if !isEmpty { self[count - 1].until = moment }
        append(Span(since: moment, until: .endOfTime, value: value))
    }
}
