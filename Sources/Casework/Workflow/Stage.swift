/// Where a case is in its life.
public enum Stage: String, Sendable, CaseIterable {
    /// Taken down, not yet decided.
    case received
    /// Answered on the spot.
    case answered
    /// Passed to a unit that has not signed yet.
    case dispatched
    /// The unit is at work.
    case signed
    /// The unit has sent it back; the return is under review.
    case returned
    /// Cannot be solved yet: hung up with a plan and a date (挂账).
    case suspended
    /// Sent back to the unit after a callback (重办).
    case rework
    /// The unit has replied; the caller is to be asked.
    case replied
    /// A callback was unresolved or dissatisfied; a reviewer has to choose.
    case disputed
    /// Done.
    case closed
    /// Entered by mistake.
    case void
    /// A call without a request.
    case invalid

    /// A unit has the case: what the caller adds now is passed on as 催办.
    public var isWithUnit: Bool {
        switch self {
        case .dispatched, .signed, .returned, .suspended, .rework: true
        case .received, .answered, .replied, .disputed, .closed, .void, .invalid: false
        }
    }

    /// The unit's work is done or was never asked for: what the caller adds now has to be decided anew.
    public var isFinished: Bool {
        switch self {
        case .answered, .replied, .disputed, .closed: true
        case .received, .dispatched, .signed, .returned, .suspended, .rework, .void, .invalid: false
        }
    }

    /// The record is no request: not shown in lists unless asked for.
    public var isAside: Bool {
        self == .void || self == .invalid
    }
}
