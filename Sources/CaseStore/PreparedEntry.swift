import Casework
import Sealing

/// An entry as it will be stored: what tells who somebody is is hidden in its texts, and its caller is sealed. That
/// needs no store, and can be done while the one before is written.
public struct PreparedEntry: Sendable {
    let entry: HistoryEntry
    let originals: [(field: String, text: String)]
    let commitment: Commitment?
    let sealed: SealedCaller?

    /// The first entries of a new case.
    ///
    /// - Parameter key: with which callers are sealed; nil to leave that to whoever records them.
    public static func prepare(_ entries: [HistoryEntry], with key: Keyring.Key?) -> [PreparedEntry] {
        lazy var mask = TextMask(of: entries.map(\.caller))
        return entries.map { PreparedEntry($0, with: key) { mask } }
    }

    init<Failure: Error>(
        _ entry: HistoryEntry, with key: Keyring.Key? = nil, mask: () throws(Failure) -> TextMask
    ) throws(Failure) {
        let masked = try Masked(entry, mask)
        self.entry = masked.entry
        originals = masked.originals
        let commitment = entry.contact == nil ? nil : Commitment(to: entry.caller)
        self.commitment = commitment
        // What cannot be sealed now is told when it is recorded.
        sealed =
            if let key, let commitment, let contact = entry.contact {
                try? SealedCaller(
                    entry.caller, of: contact.number, source: contact.source, salt: commitment.salt, with: key
                )
            } else { nil }
    }
}
