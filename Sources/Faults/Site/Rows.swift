import GRDBSQLite
import Trials

/// A store as SQLite's own functions see it.
enum Rows {
    /// The rows of a query, as texts; NULL is "∅".
    static func of(_ path: String, _ sql: String) throws -> [[String]] {
        try with(path, SQLITE_OPEN_READONLY) { connection in
            var statement: OpaquePointer?
            try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil), connection)
            defer { sqlite3_finalize(statement) }
            var rows: [[String]] = []
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW:
                    rows.append(
                        (0..<sqlite3_column_count(statement)).map { column in
                            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "∅"
                        })
                case SQLITE_DONE: return rows
                default: throw failure(connection)
                }
            }
        }
    }

    /// Changes a store behind the program's back.
    static func change(_ path: String, _ statements: [String]) throws {
        try with(path, SQLITE_OPEN_READWRITE) { connection in
            for sql in statements { try check(sqlite3_exec(connection, sql, nil, nil, nil), connection) }
        }
    }

    private static func with<Value>(
        _ path: String, _ flags: Int32, _ work: (OpaquePointer?) throws -> Value
    ) throws -> Value {
        var connection: OpaquePointer?
        let code = sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil)
        defer { sqlite3_close(connection) }
        try check(code, connection)
        sqlite3_busy_timeout(connection, 5000)
        return try work(connection)
    }

    private static func check(_ code: Int32, _ connection: OpaquePointer?) throws {
        if code != SQLITE_OK { throw failure(connection) }
    }

    private static func failure(_ connection: OpaquePointer?) -> Trouble {
        Trouble("SQLite: \(String(cString: sqlite3_errmsg(connection)))")
    }
}
