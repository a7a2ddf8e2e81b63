import Casework

/// An earlier message that is likely about the same matter, and why.
public struct Likeness: Hashable, Sendable {
    /// Why two messages are taken for one matter.
    public enum Reason: Hashable, Sendable {
        /// Letter for letter the same text.
        case sameText
        /// The same spot, line or road, by its name.
        case sameSpot(String)
        /// The same words: such a share, from 0 to 1, of what the message says is said there too, rare words counting more.
        case sameWords(share: Double)
        /// The same caller.
        case sameCaller
    }

    /// The earlier message.
    public let contact: ContactNumber
    /// How likely, from 0 to 1: 0.7 × the likeness of the words (the mean of the cosine and the share of the words),
    /// 0.25 for the same place, 0.05 for the same caller; half of it where the two name different places.
    public let score: Double
    /// The strongest first.
    public let reasons: [Reason]
}
