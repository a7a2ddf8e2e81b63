/// The three-colour warning (红黄绿) on the progress of an open case.
public enum Signal: String, Sendable, CaseIterable {
    /// Time enough.
    case green
    /// Little time left.
    case yellow
    /// Overdue, or about to be.
    case red
}

/// How much time is left when a signal changes.
public struct SignalThresholds: Hashable, Sendable {
    /// Seconds left at which a case turns yellow.
    public let yellow: Int64
    /// Seconds left at which a case turns red; 0 is the deadline itself.
    public let red: Int64

    /// Thresholds in seconds left.
    public init(yellow: Int64, red: Int64) {
        self.yellow = yellow
        self.red = red
    }

    /// The colour of a case that is due at one moment, looked at in another.
    public func signal(due: Instant, now: Instant) -> Signal {
        let left = due.seconds - now.seconds
        return left <= red ? .red : left <= yellow ? .yellow : .green
    }
}
