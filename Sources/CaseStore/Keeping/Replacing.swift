import CStore
import Casework
import Files
import GRDB
import Glibc

/// A copy of a store, brought beside the place that it is to take, to be checked there.
public final class Replacement {
    /// Where the copy lies.
    public let path: String
    /// Whether it has this program's schema; an older one is brought up to date when the store is opened.
    public let isCurrent: Bool
    private let target: String
    private let copy: String

    /// Copies a file beside a store's place.
    ///
    /// - Parameters:
    ///   - replaces: there may be a store already.
    ///   - progress: told how many bytes of all are copied.
    /// - Throws: ``StoreError/notAStore(path:)``, ``StoreError/newer(path:program:schema:)``,
    ///   ``StoreError/wouldReplace(path:)``
    public init(
        of copy: String, for store: String, replaces: Bool, progress: (_ done: Int, _ total: Int) -> Void
    ) throws {
        // A link to the store stays one.
        let target = FilePath.resolved(store)
        guard FileSystem.exists(copy) else { throw StoreError.notFound(path: copy) }
        guard replaces || !FileSystem.exists(target) else { throw StoreError.wouldReplace(path: target) }
        guard FileSystem.identity(copy) != FileSystem.identity(target) else {
            throw StoreError.exists(path: target)
        }
        let failure = FileSystem.makeDirectory(FilePath.folder(of: target))
        guard failure == 0 else {
            throw StoreError.cannotCreate(path: target, reason: SystemReason.words(failure))
        }
        if let name = FileSystem.networkName(target) {
            throw StoreError.networkFileSystem(path: target, name: name)
        }
        let path = FilePath.draft(target)
        do {
            // A file that was copied by hand may have a log beside it.
            for ending in ["-wal", ""] where FileSystem.exists(copy + ending) {
                try FileSystem.copy(copy + ending, to: path + ending, progress: progress)
            }
            isCurrent = try translating(path: copy) { try Self.isCurrent(path, named: copy) }
        } catch {
            Store.remove(path)
            throw error
        }
        self.path = path
        self.target = target
        self.copy = copy
    }

    deinit {
        Store.remove(path)
    }

    /// Whether SQLite finds nothing wrong with it.
    public func isSound() throws -> Bool {
        try Store.isSound(path)
    }

    /// Brings the attached files from beside the copy to the store's place, where they disturb nobody: those of the store that
    /// stands there have other names.
    ///
    /// - Parameter allowsLosses: go on where files are missing or broken.
    /// - Returns: the attachments whose files are missing or broken. Nothing was brought if there are any, unless that is allowed.
    public func bringFiles(allowsLosses: Bool) throws -> [AttachmentNumber] {
        let (source, place) = (AttachedFiles(store: copy), AttachedFiles(folder: target + ".files"))
        let kept = try Store.keptFiles(of: path)
        let lost = kept.filter { !source.holds($0.hash) && !place.holds($0.hash) }
        if lost.isEmpty || allowsLosses {
            for file in kept { _ = try place.take(file.hash, from: source, trustsSize: false) }
        }
        return try translating(path: path) {
            try DatabaseQueue(path: path).read { db in
                let reader = try StoreReader(db: db)
                return try lost.map { try reader.attachmentNumber($0.number, $0.event) }
            }
        }
    }

    /// Puts the copy in the store's place. What stood there is kept beside it.
    ///
    /// - Parameter ending: what stands behind the store's name there; if that is taken, with a number behind it.
    /// - Returns: where what stood there is kept; nil where there was nothing.
    /// - Throws: ``StoreError/busy(path:)`` while somebody writes.
    public func place(keeping ending: String) throws -> String? {
        for ending in ["-wal", "-shm"] { unlink(path + ending) }
        guard FileSystem.sync(path) else { throw StoreError.io(path: path) }
        return try WriteLock(store: target).held {
            let kept = FileSystem.exists(target) ? Store.freeName(target + ending) : nil
            if let kept { try keep(as: kept) }
            guard rename(path, target) == 0 else {
                throw StoreError.cannotCreate(path: target, reason: SystemReason.words(errno))
            }
            FilePath.syncFolder(of: target)
            return kept
        }
    }

    /// Gives what stands there a second name. The place is never empty: the copy takes it with one step.
    private func keep(as kept: String) throws {
        Store.foldLog(of: target)
        guard link(target, kept) == 0 else {
            throw StoreError.cannotCreate(path: kept, reason: SystemReason.words(errno))
        }
        try AttachedFiles(store: target).share(with: AttachedFiles(folder: kept + ".files"))
        // What could not be moved out of the log stays with the old store.
        for ending in ["-wal", "-journal"] where FileSystem.size(target + ending) > 0 {
            guard rename(target + ending, kept + ending) == 0 else {
                throw StoreError.cannotCreate(path: kept, reason: SystemReason.words(errno))
            }
        }
        for ending in ["-wal", "-shm", "-journal"] { unlink(target + ending) }
        FilePath.syncFolder(of: target)
    }

    private static func isCurrent(_ path: String, named copy: String) throws -> Bool {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction { db in
            func number(_ pragma: String) throws -> Int {
                try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
            }
            guard try number("application_id") == Migration.applicationID else {
                throw StoreError.notAStore(path: copy)
            }
            let schema = try number("user_version")
            guard schema <= Store.schema else {
                let program = try String.fetchOne(db, sql: "SELECT program FROM store") ?? ""
                throw StoreError.newer(path: copy, program: program, schema: schema)
            }
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return schema == Store.schema
        }
    }
}

extension Store {
    /// Moves what the write-ahead log of a store holds into it, as far as that can be done. Only under the lock.
    static func foldLog(of path: String) {
        var configuration = Configuration()
        configuration.prepareDatabase { _ = yousu_no_checkpoint_on_close($0.handle) }
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return }
        try? queue.writeWithoutTransaction {
            _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try? queue.close()
    }
}
