/// One entry in the history of a case. Entries are only ever added.
///
/// An event says what it did, not only what was asked for: the stage reached, the disposition given and whether
/// the clock stands still are in it, so that a later version of the rules reads old history as it was.
public struct Event: Hashable, Sendable {
    /// Its place in the history of the whole store; 0 before it is recorded.
    public var id: Int64
    /// The case.
    public var caseNumber: CaseNumber
    /// The contact concerned; nil for what concerns the whole case.
    public var sequence: Int?
    /// When it happened.
    public var at: Instant
    /// When it was entered.
    public var recordedAt: Instant
    /// Who did it.
    public var staff: String
    /// What was done.
    public var action: Action
    /// The stage that the case is in afterwards; nil where it stays.
    public var toStage: Stage?
    /// What the contact concerned, or every undisposed contact, settled as.
    public var disposition: Disposition?
    /// The unit that leads (主办) from now on; of a return the unit suggested; of a reply or signature the unit
    /// that helps, where it is its part; of a callback,
    /// a suspension and its end the unit that had dealt with the case.
    public var unit: Unit.ID?
    /// Units that help (协办).
    public var coUnits: [Unit.ID] = []
    /// The grade whose limits hold from the first dispatch on.
    public var grade: Grade.ID?
    /// What the caller said at the callback.
    public var outcome: CallbackOutcome?
    /// Whether a return was upheld or an extension granted; nil where nothing was decided. Of a case that follows
    /// another: whether that one was replied to.
    public var verdict: Bool?
    /// How the case ended; of an answer that nobody is asked about.
    public var ending: Ending?
    /// How much more time was asked for or granted.
    public var allowance: Allowance?
    /// Whether the clock stands still until the case leaves its new stage.
    public var pauses = false
    /// Until when the matter is to be solved.
    public var until: CivilDay?
    /// Who answers for it.
    public var leader: Leader.ID?
    /// The other case.
    public var target: CaseNumber?
    /// Why.
    public var reason = ""
    /// What the caller is told.
    public var reply = ""
    /// What stays in the file; of an attachment its name.
    public var note = ""
    /// The fields corrected.
    public var amendment: Amendment?
    /// The file that was attached.
    public var attachment: Attachment?

    /// An event in which nothing beyond the action is given.
    public init(
        id: Int64 = 0, caseNumber: CaseNumber, sequence: Int? = nil, at: Instant, recordedAt: Instant,
        staff: String, action: Action
    ) {
        self.id = id
        self.caseNumber = caseNumber
        self.sequence = sequence
        self.at = at
        self.recordedAt = recordedAt
        self.staff = staff
        self.action = action
    }
}

/// The fields of a contact that a correction sets; nil leaves a field as it is.
public struct Amendment: Hashable, Sendable {
    /// When it was received.
    public var receivedAt: Instant?
    /// Its channel.
    public var channel: Channel.ID?
    /// Its kind.
    public var kind: RequestKind.ID?
    /// Its category.
    public var category: Category.ID?
    /// The area of the matter.
    public var area: Area.ID?
    /// The spot; empty takes it away.
    public var spot: String?
    /// The free address; empty takes it away.
    public var address: String?
    /// How it was dealt with.
    public var disposition: Disposition?

    /// A correction of nothing yet.
    public init() {}

    /// Whether nothing is corrected.
    public var isEmpty: Bool {
        self == Amendment()
    }
}
