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

/// Which thresholds hold in which stage: while a case waits to be signed those of the time to sign, and while a
/// unit has it otherwise those of the time to finish. Elsewhere no clock presses.
public struct SignalRule: Hashable, Sendable {
    /// For the time to finish.
    public let finishing: SignalThresholds
    /// For the time to sign.
    public let signing: SignalThresholds

    /// Thresholds for finishing and for signing.
    public init(finishing: SignalThresholds, signing: SignalThresholds) {
        self.finishing = finishing
        self.signing = signing
    }

    /// The thresholds of a stage, or nil.
    public func thresholds(in stage: Stage) -> SignalThresholds? {
        guard stage.isWithUnit else { return nil }
        return stage == .dispatched ? signing : finishing
    }

    /// The colour of a case.
    ///
    /// - Parameter pressing: the moment by which the next step is due; nil where none presses.
    public func signal(in stage: Stage, pressing: Instant?, now: Instant) -> Signal? {
        guard let pressing else { return nil }
        return thresholds(in: stage)?.signal(due: pressing, now: now)
    }
}
