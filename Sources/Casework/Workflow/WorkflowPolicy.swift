/// What of the workflow a city decides.
public struct WorkflowPolicy: Hashable, Sendable {
    /// Reasons for which a unit may give a case back (退单原因).
    public var returnReasons: [String] = []
    /// Reasons for which a matter is not accepted (不予受理).
    public var refusalReasons: [String] = []
    /// Extensions.
    public var extensions = ExtensionRule()
    /// Whether the clocks stand still while a return is under review.
    public var pausesWhileReturned = false
    /// Whether the clocks stand still while a case is hung up.
    public var pausesWhileSuspended = true
    /// From so many units that returned a case on, only a joint ruling sends it on.
    public var rulingAfter = 2
    /// Callbacks.
    public var callbacks = CallbackRule()
    /// Supervision by rule.
    public var supervision = SupervisionRule()

    /// The policy that holds where a city says nothing.
    public init() {}
}

/// When, how often and by how much a limit can be extended (延期).
public struct ExtensionRule: Hashable, Sendable {
    /// The last second of a day at which an extension can be asked for, counted from midnight: 61,200 for 17:00.
    public var cutoff: Int64 = 61_200
    /// From which second of a day on the worklist warns.
    public var warning: Int64 = 57_600
    /// How many a case can have.
    public var times = 1
    /// The most that one can give.
    public var allowance = Allowance(amount: 5, measure: .workday)

    /// The rule that holds where a city says nothing.
    public init() {}
}

/// Which cases are called back, and how often it is tried.
public struct CallbackRule: Hashable, Sendable {
    /// Of a thousand cases that a unit replied to, so many.
    public var transferredShare = 1000
    /// Of a thousand cases answered on the spot, so many.
    public var directShare = 0
    /// Draws the sample; printed wherever one is drawn.
    public var seed: Int64 = 12345
    /// After so many attempts in vain a caller counts as not reached.
    public var attempts = 3

    /// The rule that holds where a city says nothing.
    public init() {}

    /// Whether the caller of a case is asked. The same seed always draws the same cases.
    public func asks(_ number: CaseNumber, direct: Bool) -> Bool {
        // SplitMix64: neighbouring numbers are drawn independently of each other.
        var mixed = UInt64(bitPattern: number.value) &+ UInt64(bitPattern: seed) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % 1000) < (direct ? directShare : transferredShare)
    }
}
