import Casework

/// One place or object and one problem, of which several people speak.
public struct HotIssue: Hashable, Sendable {
    /// Where it is, in the commonest writing; empty where the messages name no common place.
    public let place: String
    /// The key of that place, or empty.
    public let placeKey: String
    /// What is wrong, in the words of the message that says best what all say.
    public let problem: String
    /// The messages, by number.
    public let contacts: [ContactNumber]
    /// How many different people; messages without a known caller count as one each.
    public let callers: Int
    /// How many supporters the messages have together.
    public let likes: Int
    /// The first day of a message.
    public let first: CivilDay
    /// The last day of a message.
    public let last: CivilDay
    /// callerWeight × callers + recencyWeight × Σ over callers of 2^(−days since the last message ÷ halfLife)
    /// + supportWeight × √likes.
    public let score: Double
}
