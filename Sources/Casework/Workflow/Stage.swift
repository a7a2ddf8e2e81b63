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
    /// Dealt with in another case.
    case merged
    /// Entered by mistake.
    case void
    /// A call without a request.
    case invalid

    /// A unit has the case: what the caller adds now is passed on as 催办.
    public var isWithUnit: Bool {
        switch self {
        case .dispatched, .signed, .returned, .suspended, .rework: true
        case .received, .answered, .replied, .disputed, .closed, .merged, .void, .invalid: false
        }
    }

    /// The unit's work is done or was never asked for: what the caller adds now has to be decided anew.
    public var isFinished: Bool {
        switch self {
        case .answered, .replied, .disputed, .closed: true
        case .received, .dispatched, .signed, .returned, .suspended, .rework, .merged, .void, .invalid: false
        }
    }

    /// The record is no request: not shown in lists unless asked for.
    public var isAside: Bool {
        self == .void || self == .invalid
    }
}

/// How a case came to its end, or why nobody asks the caller.
public enum Ending: String, Sendable, CaseIterable {
    /// The callback was settled (回访办结).
    case settled
    /// The caller could not be reached (未接通).
    case unreachable
    /// The city's rule leaves it out of the callbacks.
    case uncalled
    /// The reviewer ended it with an explanation.
    case explained
    /// The caller took it back.
    case withdrawn
    /// It was passed on to 110, 119, 120 or 122.
    case relayed
    /// It was not accepted, and the lawful route was told.
    case refused

    /// Whether the caller got an answer about which to be asked.
    public var isAnswer: Bool {
        switch self {
        case .settled, .unreachable, .uncalled, .explained: true
        case .withdrawn, .relayed, .refused: false
        }
    }
}

/// Where a case waits for somebody. A case stands in one worklist at most.
public enum Worklist: String, Sendable, CaseIterable {
    /// To be answered or transferred.
    case dispatch
    /// To be signed by the unit.
    case sign
    /// To be dealt with by the unit.
    case handle
    /// The caller is to be asked.
    case callback
    /// A return is to be reviewed.
    case returned
    /// Hung up: to be struck off by its date.
    case suspended
    /// A disputed callback is to be decided about.
    case disputed

    /// What stands in it is with a unit.
    public var isWithUnit: Bool {
        switch self {
        case .sign, .handle, .returned, .suspended: true
        case .dispatch, .callback, .disputed: false
        }
    }
}

extension Stage {
    /// All by their names: with so many, quicker to look up than to compare.
    public static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
