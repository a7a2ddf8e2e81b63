/// What is true of a case at one moment.
public struct CaseState: Hashable, Sendable {
    /// Where it is in its life.
    public var stage: Stage = .received
    /// Since when.
    public var enteredAt = Instant.endOfTime
    /// How it ended; of an answered case, that nobody asks the caller.
    public var ending: Ending?
    /// The stage that it had before it was merged.
    public var stageBefore: Stage?
    /// The ending that it had before it was merged.
    public var endingBefore: Ending?
    /// The unit that leads, once it was dispatched.
    public var unit: Unit.ID?
    /// Units that help.
    public var coUnits: [Unit.ID] = []
    /// The units above from which it was passed down, the highest first.
    public var passers: [Unit.ID] = []
    /// Whether a joint ruling named the unit: it cannot return the case.
    public var isRuled = false
    /// Whether the unit has to do again what it did before: it cannot return the case.
    public var isOwnAgain = false
    /// The units that returned it, each once.
    public var returners: [Unit.ID] = []
    /// The contact that speaks for the case: the first that counts.
    public var lead = 1
    /// When that contact was received.
    public var receivedAt = Instant.endOfTime
    /// The urgency of that contact.
    public var urgency = Urgency.normal
    /// The grade, from the first dispatch on.
    public var grade: Grade.ID?
    /// When the case's clock began: at the first dispatch. It never restarts.
    public var dispatchedAt: Instant?
    /// When the clock of the unit that leads began.
    public var assignedAt: Instant?
    /// When that unit signed.
    public var signedAt: Instant?
    /// When the clocks stood still.
    public var stops: [Stop] = []
    /// The extensions granted.
    public var grants: [Grant] = []
    /// The extension asked for and not yet decided about.
    public var asked: Allowance?
    /// How often it had to be done again.
    public var reworks = 0
    /// Whether supervisors watch over it by hand.
    public var isSupervised = false
    /// What it was hung up with.
    public var suspension: Suspension?
    /// The case into which it was merged.
    public var target: CaseNumber?
    /// Whether that case was replied to, so that the callers of this one can be asked.
    public var isTargetDone = false
    /// Whether a contact is not yet dealt with.
    public var isOpen = false
    /// Whether a caller is still to be asked about the answer.
    public var isUnasked = false

    /// The worklist in which it stands.
    public var worklist: Worklist? {
        if isOpen, stage.isFinished || stage.isWithUnit && unit == nil { return .dispatch }
        switch stage {
        // Also where nothing is open: what waited was settled with a case from which this one was split again.
        case .received: return .dispatch
        case .dispatched: return .sign
        case .signed, .rework: return .handle
        case .returned: return .returned
        case .suspended: return .suspended
        case .disputed: return .disputed
        case .answered, .replied: return isUnasked && ending == nil ? .callback : nil
        case .closed: return isUnasked && isAnswered ? .callback : nil
        case .merged: return isUnasked && isTargetDone ? .callback : nil
        case .void, .invalid: return nil
        }
    }
}

extension CaseState {
    /// Whether a unit has the case: what the caller adds now is passed on as 催办. What was hung up can be without one.
    public var isWithUnit: Bool {
        stage.isWithUnit && unit != nil
    }

    /// Whether there is an answer about which callers can be asked.
    public var isAnswered: Bool {
        switch stage {
        case .answered, .replied, .disputed: ending == nil
        case .closed: ending == .settled || ending == .unreachable || ending == .explained
        default: false
        }
    }
}

/// With what a case was hung up.
public struct Suspension: Hashable, Sendable {
    /// The day by which it is to be solved.
    public let until: CivilDay
    /// Who answers for it.
    public let leader: Leader.ID

    /// A suspension until a day.
    public init(until: CivilDay, leader: Leader.ID) {
        self.until = until
        self.leader = leader
    }
}

/// What is true of a contact at one moment.
public struct ContactState: Hashable, Sendable {
    /// Whether it counts.
    public var standing: Standing
    /// When it was received.
    public var receivedAt: Instant
    /// Its channel.
    public var channel: Channel.ID
    /// Its kind.
    public var kind: RequestKind.ID?
    /// Its category.
    public var category: Category.ID?
    /// Who named the category.
    public var categorySource: CategorySource
    /// Where the matter is.
    public var place: Place
    /// How it was dealt with.
    public var disposition: Disposition
    /// Whether its callbacks are left out of the adjusted rates (甄别).
    public var isExcluded = false

    /// A contact as it was received.
    init(_ contact: Contact, standing: Standing, disposition: Disposition) {
        self.standing = standing
        self.disposition = disposition
        receivedAt = contact.receivedAt
        channel = contact.channel
        kind = contact.kind
        category = contact.category
        categorySource = contact.categorySource
        place = contact.place
    }

    mutating func apply(_ amendment: Amendment) {
        receivedAt = amendment.receivedAt ?? receivedAt
        channel = amendment.channel ?? channel
        kind = amendment.kind ?? kind
        if let category = amendment.category {
            self.category = category
            categorySource = .given
        }
        place.area = amendment.area ?? place.area
        place.spot = amendment.spot ?? place.spot
        place.address = amendment.address ?? place.address
        disposition = amendment.disposition ?? disposition
    }
}
