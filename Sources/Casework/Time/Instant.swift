/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Whole seconds, because a moment that is printed, exported and read back must be the same moment.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    public let seconds: Int64

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Later than every moment that can be recorded: the end of what still holds.
    public static let endOfTime = Instant(seconds: 253_402_300_800)

    /// The earlier of two moments first.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    /// The moment so many seconds later.
    public func advanced(bySeconds count: Int64) -> Instant {
        Instant(seconds: seconds + count)
    }
}
