import Casework
import Glibc
import Sealing

/// A file that lies beside the store, and is still to be recorded.
public struct PreparedFile: Sendable {
    /// What is recorded of it.
    public let attachment: Attachment
    /// What opens it.
    public let keeping: AttachmentKeeping
    fileprivate let draft: String
}

extension Store {
    var files: AttachedFiles { AttachedFiles(store: path) }

    /// Writes a file to the disk beside the store; whoever asks for it records it or discards it.
    ///
    /// - Parameters:
    ///   - seals: it is sealed with a key of its own.
    ///   - number: the case to which it will belong; sealed, it opens for no other.
    public func prepare(_ bytes: [UInt8], seals: Bool, for number: CaseNumber) throws -> PreparedFile {
        let key = seals ? FileKey() : nil
        let stored = try key?.seal(bytes, for: number.description) ?? bytes
        return PreparedFile(
            attachment: Attachment(hash: Self.digest(stored), size: bytes.count),
            keeping: key.map { .sealed($0) } ?? .open, draft: try files.draft(stored))
    }

    /// Takes away files that were not recorded.
    public func discard(_ prepared: [PreparedFile]) {
        for file in prepared { unlink(file.draft) }
        let placed = prepared.map(\.attachment.hash).filter { files.holds($0) }
        guard !placed.isEmpty else { return }
        // Under the lock: somebody else may have attached the same file meanwhile.
        try? write { writer in
            let kept = Set(try writer.reader.keptFiles().map(\.hash))
            for hash in placed where !kept.contains(hash) { files.remove(hash) }
        }
    }

    /// Takes away files that were erased from the history's side.
    public func removeFiles(_ hashes: [[UInt8]]) {
        for hash in hashes { files.remove(hash) }
    }
}

extension StoreWriter {
    /// Puts a prepared file in its place. Its event must be recorded in the same transaction.
    public func put(_ file: PreparedFile) throws {
        _ = try AttachedFiles(store: path).place(file.draft, as: file.attachment.hash)
    }
}

extension StoreReader {
    /// Refuses to go on where nothing could be sealed.
    ///
    /// - Throws: ``SealingError``
    public func checkSealing() throws {
        _ = try keys.current()
    }

    /// What was attached; nil where the file is not there or not what was recorded.
    ///
    /// - Parameter isSealed: what it was when somebody looked; it may have been erased since.
    /// - Throws: ``SealingError`` where it is sealed, and not with a key at hand.
    public func attached(by event: Event, isSealed: Bool, in store: Store) throws -> [UInt8]? {
        guard let attachment = event.attachment else { return nil }
        guard isSealed else { return store.files.bytes(attachment.hash) }
        guard let key = try fileKey(of: event), let stored = store.files.bytes(attachment.hash) else {
            return nil
        }
        return try key.open(stored, for: event.caseNumber.description)
    }
}

extension Store {
    /// The attachments whose files are not there or not what was recorded, and how many files are there that no event tells
    /// of: of a recording that was cut off, or of what a restored backup did not know yet.
    public func checkFiles() throws -> (findings: [Finding], strangers: Int) {
        let there = files.names()
        let (kept, unkept) = try read { (try $0.keptFiles(), try $0.unkeptAttachments()) }
        var findings = unkept.map { Finding.attachment($0, isThere: false) }
        for file in kept where !files.holds(file.hash) {
            let name = try read { reader -> AttachmentNumber? in
                // It may have been erased meanwhile.
                guard try reader.keptFiles(of: file.number).contains(where: { $0.event == file.event }) else {
                    return nil
                }
                return try reader.attachmentNumber(file.number, file.event)
            }
            if let name { findings.append(.attachment(name, isThere: files.isThere(file.hash))) }
        }
        let known = Set(kept.map { AttachedFiles.name($0.hash) })
        return (findings, there.subtracting(known).count)
    }
}
