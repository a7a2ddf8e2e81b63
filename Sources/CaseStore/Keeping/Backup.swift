import Casework
import Files
import GRDB
import Glibc

/// How much is in a store.
public struct Extent: Hashable, Sendable {
    /// Cases, contacts and events.
    public let cases: Int, contacts: Int, events: Int
    /// Attached files.
    public let files: Int

    init(_ db: Database) throws {
        func count(_ table: String) throws -> Int {
            try db.ask("SELECT count(*) FROM \(table)").first { $0[0] } ?? 0
        }
        (cases, contacts, events) = (try count("cases"), try count("contacts"), try count("events"))
        files = try StoreReader(db: db).keptFiles().count
    }
}

extension Store {
    /// Writes a copy of the store as it is at one moment, while others go on writing. It is checked, and appears under its
    /// name whole or not at all; only its owner can read it. The attached files are copied before, to beside it; those that are
    /// there from an earlier copy are not copied again.
    ///
    /// - Parameters:
    ///   - replaces: a file of that name is replaced.
    ///   - moment: kept in the store as that of the last backup.
    ///   - progress: told how many pages of all are written.
    /// - Returns: how much it holds, and the attachments whose files are lost already.
    /// - Throws: ``StoreError/wouldReplace(path:)``, ``StoreError/damaged(path:)``
    public func backUp(
        to copy: String, replaces: Bool, at moment: Instant,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> (extent: Extent, lost: [AttachmentNumber]) {
        guard FileSystem.identity(copy) != FileSystem.identity(path) else {
            throw StoreError.exists(path: copy)
        }
        let draft = try Draft(for: copy, size: FileSystem.storeSize(path), replaces: replaces)
        let extent = try translating(path: path) {
            // One state of the store for all of it: who writes meanwhile goes on in the write-ahead log, and nothing
            // has to be begun anew.
            try queue.read { db in
                let extent = try Extent(db)
                let target = try DatabaseQueue(path: draft.path)
                // The library keeps no closure beyond its call, but takes it as if it would.
                try withoutActuallyEscaping(progress) { progress in
                    try target.writeWithoutTransaction { target in
                        try db.backup(to: target, pagesPerStep: 500) {
                            progress($0.totalPageCount - $0.remainingPageCount, $0.totalPageCount)
                        }
                    }
                }
                try target.close()
                return extent
            }
        }
        guard try Self.isSound(draft.path), try Self.extent(of: draft.path) == extent else {
            throw StoreError.damaged(path: path)
        }
        let kept = try Self.keptFiles(of: draft.path)
        let lost = try AttachedFiles(folder: copy + ".files").replaceAll(by: kept.map(\.hash), of: files) {
            try draft.publish()
        }
        let names = try read { reader in
            try kept.filter { lost.contains($0.hash) }.map {
                try reader.attachmentNumber($0.number, $0.event)
            }
        }
        // The copy is good all the same where the store cannot be written to.
        try? write { try $0.db.run("UPDATE store SET last_backup_at = ?", [moment.seconds]) }
        return (extent, names)
    }

    private static func extent(of path: String) throws -> Extent {
        try translating(path: path) { try DatabaseQueue(path: path).read { try Extent($0) } }
    }

    static func keptFiles(of path: String) throws -> [KeptFile] {
        try translating(path: path) {
            try DatabaseQueue(path: path).read { try StoreReader(db: $0).keptFiles() }
        }
    }

    /// Whether SQLite finds nothing wrong with a file that nobody else has open, and every reference points to something.
    static func isSound(_ path: String) throws -> Bool {
        try translating(path: path) {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            return try queue.read { db in
                let reader = try StoreReader(db: db)
                return try reader.damage().isEmpty
                    && reader.referringTables().allSatisfy { try reader.brokenReferences(of: $0).isEmpty }
            }
        }
    }
}

extension Store {
    /// Takes away a store that was only made for the time being, with all that stands beside it.
    public static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + ending) }
    }
}

/// A file that is written beside its place, and put there when it is complete.
final class Draft {
    /// Where it is written.
    let path: String
    private let target: String
    private let replaces: Bool

    /// Begins an empty file that only its owner can read.
    ///
    /// - Parameter size: how many bytes it will need.
    init(for target: String, size: Int64, replaces: Bool) throws {
        self.target = target
        self.replaces = replaces
        path = FilePath.draft(target)
        guard replaces || !FileSystem.exists(target) else { throw StoreError.wouldReplace(path: target) }
        // The log of what stood there would be taken for the new one's.
        for ending in ["-wal", "-journal"] where FileSystem.size(target + ending) > 0 {
            throw StoreError.exists(path: target + ending)
        }
        try FileSystem.checkRoom(for: size, at: target)
        try FileSystem.makeEmpty(path, named: target)
    }

    deinit {
        Store.remove(path)
    }

    /// Writes it to the disk and puts it in its place.
    func publish() throws {
        // A link never replaces what is there.
        guard FileSystem.sync(path), (replaces ? rename(path, target) : link(path, target)) == 0 else {
            throw errno == EEXIST
                ? StoreError.wouldReplace(path: target)
                : StoreError.cannotCreate(path: target, reason: SystemReason.words(errno))
        }
        for ending in ["-wal", "-shm"] { unlink(target + ending) }
        FilePath.syncFolder(of: target)
    }
}
