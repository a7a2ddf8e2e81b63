/// Which issues there are many enough people for, and which come first.
public struct IssueRanking: Hashable, Sendable {
    /// By what issues are ranked.
    public enum Order: String, Sendable, CaseIterable {
        /// By distinct callers, then by score.
        case callers
        /// By score.
        case score
    }

    /// So many distinct callers make an issue.
    public var leastCallers = 3
    /// By what issues are ranked.
    public var order = Order.callers
    /// What each distinct caller adds to the score.
    public var callerWeight = 1.0
    /// What a caller of today adds besides; one of `halfLife` days ago adds half of it.
    public var recencyWeight = 1.0
    /// In how many days what a recent caller adds is halved.
    public var halfLife = 14.0
    /// What the square root of all supporters adds.
    public var supportWeight = 0.5

    /// The usual ranking.
    public init() {}
}
