import CStore
import CaseStore
import GRDBSQLite
import Trials

/// A store through bare SQLite C calls, with the same settings as the program's own connection.
final class Bare {
    let handle: OpaquePointer

    private static let sparesMemoryCount: Void = yousu_spare_memory_count()

    /// - Parameter load: how much is going to be written; the program has more memory for much.
    init(_ path: String, for load: Store.Load = .single) throws {
        _ = Bare.sparesMemoryCount
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close(handle)
            throw Trouble("\(path): SQLite's error \(code)")
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, 5000)
        guard yousu_no_checkpoint_on_close(UnsafeMutableRawPointer(handle)) != 0 else {
            throw Trouble("\(path): no connection without a checkpoint at its end")
        }
        // GRDB's own setting.
        try run("PRAGMA foreign_keys = ON")
        try run(Store.connectionSettings)
        try load.connectionSettings.map { try run($0) }
        yousu_watch_log(UnsafeMutableRawPointer(handle))
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func run(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    func prepared(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        guard let statement else { throw Trouble("nothing in \(sql)") }
        return Statement(self, statement)
    }

    /// The first column of the first row, or nil where there is no row or NULL.
    func number(_ sql: String, _ values: Int64...) throws -> Int64? {
        let statement = try prepared(sql)
        for (place, value) in values.enumerated() { statement.bind(value, at: Int32(place + 1)) }
        guard try statement.step(), statement.type(0) != SQLITE_NULL else { return nil }
        return statement.number(0)
    }

    /// Moves the write-ahead log into the store when it has more than so many pages. One lasting connection need not
    /// empty it besides, as the program must, so this is the cheaper way.
    func checkpoint(over pages: Int32) throws {
        guard yousu_log_pages(UnsafeMutableRawPointer(handle)) > pages else { return }
        try check(sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil))
    }

    func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Trouble("SQLite: \(String(cString: sqlite3_errmsg(handle)))") }
    }
}

/// A statement that is run again and again.
final class Statement {
    private let connection: Bare
    let handle: OpaquePointer

    fileprivate init(_ connection: Bare, _ handle: OpaquePointer) {
        self.connection = connection
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    func bind(_ value: Int64, at place: Int32) {
        sqlite3_bind_int64(handle, place, value)
    }

    /// Whether there is another row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw Trouble("SQLite: \(String(cString: sqlite3_errmsg(connection.handle)))")
        }
    }

    /// Runs it to its end and makes it ready for the next time.
    func run() throws {
        defer { sqlite3_reset(handle) }
        while try step() {}
    }

    func reset() {
        sqlite3_reset(handle)
    }

    func type(_ column: Int32) -> Int32 {
        sqlite3_column_type(handle, column)
    }

    func number(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func text(_ column: Int32) -> String {
        sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
    }
}
