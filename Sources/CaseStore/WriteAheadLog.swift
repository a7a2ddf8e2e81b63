import CStore
import GRDB

// What was recorded stands in the write-ahead log until it is moved into the store. Only ever under the lock: see
// ``WriteLock``.

extension Database {
    /// How long a connection waits for others, in seconds.
    static let patience = 5.0

    /// The connection as SQLite's own functions take it.
    var handle: UnsafeMutableRawPointer? {
        sqliteConnection.map { UnsafeMutableRawPointer($0) }
    }

    /// Moves the write-ahead log into the store and empties it.
    ///
    /// Whoever opens the store alone reads the whole log first and forgets how much of it was copied already, so with
    /// one program after the other a log that is only copied would grow without end. Thus the first write of a program
    /// empties a log of some size. While somebody reads it cannot be emptied; then a later write does it.
    func emptyLog(over pages: Int32) throws {
        // The log's file keeps its size when it is begun anew, so its size tells nothing.
        guard yousu_log_pages(handle) > pages else { return }
        try execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience * 1000))") }
        _ = try Row.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Moves the write-ahead log into the store; the next write begins it anew in the same place, which spares the
    /// system from finding room again.
    func copyLog(over pages: Int32) throws {
        guard yousu_log_pages(handle) > pages else { return }
        _ = try Row.fetchOne(cachedStatement(sql: "PRAGMA wal_checkpoint(PASSIVE)"))
    }
}
