/// Why a trial or a measurement cannot go on.
public struct Trouble: Error {
    /// What happened.
    public let words: String

    /// Something that happened.
    public init(_ words: String) {
        self.words = words
    }
}
