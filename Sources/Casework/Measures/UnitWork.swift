/// One unit's time with a case, with the end of its limits, as it stood at a moment.
public struct AssignmentFact: Hashable, Sendable {
    /// The case.
    public let number: CaseNumber
    /// The unit.
    public let unit: Unit.ID
    /// What the case is about.
    public let category: Category.ID?
    /// Where it is.
    public let area: Area.ID?
    /// By what the unit got it.
    public let by: Action
    /// When the unit got it.
    public let since: Instant
    /// By when it had to sign; nil where that is open.
    public let signDueAt: Instant?
    /// When it signed.
    public let signedAt: Instant?
    /// When it gave the case back.
    public let returnedAt: Instant?
    /// By when it had to finish; nil where that is open.
    public let dueAt: Instant?
    /// When it no longer led.
    public let endedAt: Instant?
    /// How that came.
    public let end: Assignment.End?

    /// The facts of one assignment.
    public init(
        number: CaseNumber, unit: Unit.ID, category: Category.ID?, area: Area.ID?, by: Action, since: Instant,
        signDueAt: Instant?, signedAt: Instant?, returnedAt: Instant?, dueAt: Instant?, endedAt: Instant?,
        end: Assignment.End?
    ) {
        self.number = number
        self.unit = unit
        self.category = category
        self.area = area
        self.by = by
        self.since = since
        self.signDueAt = signDueAt
        self.signedAt = signedAt
        self.returnedAt = returnedAt
        self.dueAt = dueAt
        self.endedAt = endedAt
        self.end = end
    }
}

extension AssignmentFact {
    /// Up to when the unit answers for being late: a return that was upheld frees it from the day on which it gave
    /// the case back, however long the review took. Nil while it still answers.
    fileprivate var answerableUntil: Instant? {
        end == .returned ? returnedAt ?? endedAt : endedAt
    }
}

/// What became of the dispatches of a period: returned, signed and finished on time, and how long it took.
public struct UnitWork: Hashable, Sendable {
    /// Dispatches to units.
    public private(set) var dispatches = 0
    /// Dispatches that units gave back, whatever the review said.
    public private(set) var returned = 0
    private var signedOnTime = 0
    private var signingsDue = 0
    private var finishedOnTime = 0
    private var finishingsDue = 0
    /// Dispatches that were replied to and whose handling time is known.
    public private(set) var timed = 0
    /// Their handling time together, in seconds of working time.
    public private(set) var workingSeconds: Int64 = 0
    /// Matters hung up in the period.
    public var suspended = 0
    /// Of these, those struck off.
    public var struck = 0

    /// No work yet.
    public init() {}

    /// Counts one unit's time with a case.
    ///
    /// - Parameters:
    ///   - moment: the moment from which it is looked at: what is due later is not yet late.
    ///   - seconds: the working time from dispatch to reply; nil where it cannot be told.
    public mutating func add(_ fact: AssignmentFact, at moment: Instant, seconds: Int64?) {
        // Doing it again, or having it back from below, is no new dispatch.
        if fact.by != .rework, fact.by != .sendBack {
            dispatches += 1
            if fact.returnedAt != nil { returned += 1 }
        }
        if let due = fact.signDueAt {
            if let signed = fact.signedAt {
                signingsDue += 1
                if signed < due { signedOnTime += 1 }
            } else if fact.answerableUntil ?? moment >= due {
                signingsDue += 1
            }
        }
        if let due = fact.dueAt {
            if fact.end == .replied, let ended = fact.endedAt {
                finishingsDue += 1
                if ended < due { finishedOnTime += 1 }
            } else if fact.answerableUntil ?? moment >= due {
                finishingsDue += 1
            }
        }
        if fact.end == .replied, let seconds {
            timed += 1
            workingSeconds += seconds
        }
    }

    /// 退单率: dispatches given back ÷ dispatches.
    public var returnRate: Rate { Rate(returned, of: dispatches) }
    /// What 退单率 leaves of the whole.
    public var keptRate: Rate { Rate(dispatches - returned, of: dispatches) }
    /// 按时签收率: signed in time ÷ signed, or due without a signature.
    public var signingRate: Rate { Rate(signedOnTime, of: signingsDue) }
    /// 按时办结率: replied in time ÷ replied, or due without a reply. By the unit's own clock.
    public var finishingRate: Rate { Rate(finishedOnTime, of: finishingsDue) }
    /// 销号率: struck off ÷ hung up in the period.
    public var strikeRate: Rate { Rate(struck, of: suspended) }
    /// Mean handling time in hundredths of a working hour; nil without a reply.
    public var meanHundredths: Int? {
        timed == 0 ? nil : halfUp(Int(workingSeconds), over: timed * 36)
    }
}
