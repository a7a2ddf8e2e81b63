/// One unit's time with a case, with the end of its limits, as it stood at a moment.
public struct AssignmentFact: Hashable, Sendable {
    /// The case.
    public let number: CaseNumber
    /// The unit.
    public let unit: Unit.ID
    /// The unit that sent it down; nil where it did not come from above.
    public let passedBy: Unit.ID?
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
        number: CaseNumber, unit: Unit.ID, passedBy: Unit.ID? = nil, category: Category.ID?, area: Area.ID?,
        by: Action, since: Instant, signDueAt: Instant?, signedAt: Instant?, returnedAt: Instant?,
        dueAt: Instant?, endedAt: Instant?,
        end: Assignment.End?
    ) {
        self.number = number
        self.unit = unit
        self.passedBy = passedBy
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

extension SignalRule {
    /// The colour of what a unit has not ended: by its time to sign until it signs, then by its time to finish.
    public func signal(of fact: AssignmentFact, now: Instant) -> Signal? {
        guard fact.signedAt == nil, let due = fact.signDueAt else {
            return signal(in: .signed, pressing: fact.dueAt, now: now)
        }
        return signal(in: .dispatched, pressing: due, now: now)
    }
}

/// What became of the dispatches of a period: returned, signed and finished on time, and how long it took.
public struct UnitWork: Hashable, Sendable {
    /// Dispatches to units.
    public private(set) var dispatches = 0
    /// Dispatches that units gave back, whatever the review said.
    public private(set) var returned = 0
    /// Of the dispatches those that only went down within what is looked at (下派).
    public private(set) var passed = 0
    /// How often something had to be done again (重办).
    public private(set) var reworks = 0
    /// Signed in time.
    public private(set) var signedOnTime = 0
    private var signingsDue = 0
    /// Replied to in time.
    public private(set) var finishedOnTime = 0
    private var finishingsDue = 0
    /// Not ended yet, by their signals; nil for those that nothing presses.
    public private(set) var open: [Signal?: Int] = [:]
    /// Dispatches replied to in the period (办结), whenever they were made.
    public private(set) var finished = 0
    /// Of these, those that came before the period (上期结转).
    public private(set) var carriedOver = 0
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
    ///   - isPassed: whether it only went down within what is looked at.
    public mutating func add(
        _ fact: AssignmentFact, at moment: Instant, seconds: Int64?, isPassed: Bool = false
    ) {
        if fact.by == .rework { reworks += 1 }
        // Doing it again, or having it back from below, is no new dispatch.
        if fact.by != .rework, fact.by != .sendBack {
            dispatches += 1
            if isPassed { passed += 1 }
            if fact.returnedAt != nil { returned += 1 }
        }
        // What comes back from below is signed by that alone.
        if fact.by != .sendBack, let due = fact.signDueAt {
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

    /// Counts one that has not ended, by its signal.
    public mutating func add(open signal: Signal?) {
        open[signal, default: 0] += 1
    }

    /// Counts one that was replied to in the period.
    public mutating func add(finishedCarriedOver isCarriedOver: Bool) {
        finished += 1
        if isCarriedOver { carriedOver += 1 }
    }

    /// 转办: what came in, each matter once however far it went down.
    public var received: Int { dispatches - passed }
    /// Replied to late, or due without a reply (逾期).
    public var overdue: Int { finishingsDue - finishedOnTime }
    /// All that have not ended.
    public var openCount: Int { open.values.reduce(0, +) }
    /// 办结率: replied to in the period ÷ came in in the period.
    public var finishRate: Rate { Rate(finished, of: received) }
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
