import GRDB

/// What an administrator wants to know of a store.
public struct Condition: Hashable, Sendable {
    /// The schema's number.
    public let schema: Int
    /// The version of the program that made or last migrated it.
    public let program: String
    /// Bytes of the store.
    public let size: Int64
    /// Bytes of its write-ahead log.
    public let logSize: Int64
    /// Free bytes on its disk.
    public let free: Int64
    /// Cases, contacts and events in it.
    public let cases: Int, contacts: Int, events: Int
    /// The configuration's version in force.
    public let configVersion: Int
    /// When the last backup was made, in seconds since 1970.
    public let lastBackupAt: Int64?
    /// Whether the write-ahead log and full synchronisation are on.
    public let isDurable: Bool

    /// Whether the SQLite that is loaded can lose committed pages when a commit races a second checkpoint
    /// (3.7.0 to 3.51.2, save the repaired 3.44.6 and 3.50.7).
    public static func hasResetBug(sqlite version: String) -> Bool {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 3, parts[0] == 3 else { return false }
        switch (parts[1], parts[2]) {
        case (..<7, _): return false
        case (44, 6...), (50, 7...): return false
        case (51, let patch): return patch <= 2
        case (52..., _): return false
        default: return true
        }
    }
}

extension Store {
    /// What an administrator wants to know.
    public func condition() throws -> Condition {
        try read { reader in
            let db = reader.db
            func count(_ table: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            return Condition(
                schema: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                program: try String.fetchOne(db, sql: "SELECT program FROM store") ?? "",
                size: FileSystem.size(path), logSize: FileSystem.storeSize(path) - FileSystem.size(path),
                free: FileSystem.free(path) ?? 0,
                cases: try count("cases"), contacts: try count("contacts"), events: try count("events"),
                configVersion: try reader.configVersion(),
                lastBackupAt: try Int64.fetchOne(db, sql: "SELECT last_backup_at FROM store"),
                isDurable: journal == "wal" && synchronous == 2)
        }
    }
}
