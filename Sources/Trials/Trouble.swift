/// Why a trial or a measurement cannot go on.
public struct Trouble: Error, CustomStringConvertible {
    /// What happened.
    public let words: String

    /// Something that happened.
    public init(_ words: String) {
        self.words = words
    }

    /// What happened.
    public var description: String { words }
}
