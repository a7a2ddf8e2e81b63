import CaseStore
import Casework

/// The newest link of a store's history as somebody keeps it elsewhere, to prove later that nothing before it was
/// rewritten.
public struct KeptHead: Hashable, Sendable {
    /// The event's place in the history of the store; nil where only the hash was kept.
    public let event: Int64?
    /// The event's hash.
    public let hash: [UInt8]

    /// Reads a line that ``Desk/chainHead()`` made, or the hash alone.
    ///
    /// - Throws: ``DeskError/badHead(_:)``
    public init(_ text: String) throws {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1 || words.count == 3, let digits = words.last,
            let hash = Hex.bytes(String(digits)), hash.count == 32
        else { throw DeskError.badHead(text) }
        event = words.count == 3 ? Int64(words[0]) : nil
        guard words.count == 1 || event != nil else { throw DeskError.badHead(text) }
        self.hash = hash
    }
}

extension Desk {
    /// The newest link of the history as one line: the event's place in it, when it was entered, its hash.
    public func chainHead() throws -> String {
        try store.read { reader in
            let head = try reader.chainHead()
            let clock = try reader.settings().clock
            let moment = try reader.entered(head.event).map(clock.iso) ?? "-"
            return "\(head.event) \(moment) \(Hex.text(head.hash))"
        }
    }
}
