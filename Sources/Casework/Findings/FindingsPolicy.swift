/// What of the findings the city decides.
public struct FindingsPolicy: Hashable, Sendable {
    /// When many contacts from one place are a concentration.
    public var concentration = ConcentrationPolicy()
    /// When a topic counts as rising or falling.
    public var hot = HotPolicy()
    /// Which issues come first.
    public var issues = IssueRanking()
    /// Rows of other systems raise alerts if they were received at most so many seconds ago; what is older is history.
    public var alertsWithin: Int64 = 72 * 3600

    /// The usual policy.
    public init() {}
}
