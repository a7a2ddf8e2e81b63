import CaseStore
import GRDBSQLite

/// Writes rows by bare C calls, prepared statements and values straight from memory: the least that recording them in
/// these tables with these indexes, keys and checks can cost.
struct FloorWriter {
    private let store: Bare
    private let insertions: [Statement]
    private let begin: Statement
    private let commit: Statement
    private let load: Store.Load

    /// - Parameter load: how much is going to be written; as for the program, for much there is more memory and a longer
    ///   write-ahead log.
    init(_ path: String, for load: Store.Load) throws {
        self.load = load
        store = try Bare(path, for: load)
        begin = try store.prepared("BEGIN IMMEDIATE")
        commit = try store.prepared("COMMIT")
        insertions =
            try FloorRows.tables.map { [store] table in
                let columns = try store.prepared("SELECT * FROM \(table.name)")
                let places = (0..<sqlite3_column_count(columns.handle)).map { _ in "?" }
                return try store.prepared(
                    "INSERT INTO \(table.name) VALUES (\(places.joined(separator: ", ")))")
            } + [store.prepared("INSERT INTO search (rowid, text) VALUES (?, ?)")]
    }

    /// Writes the cases in transactions that last so long; without a duration each case is one.
    func write(_ rows: FloorRows, every cadence: Duration = .zero) throws {
        try rows.bytes.withUnsafeBufferPointer { bytes in
            var rest = rows.cases[...]
            while !rest.isEmpty {
                let began = ContinuousClock.now
                try begin.run()
                repeat {
                    for part in rows.parts[rest.removeFirst()] { try add(part, rows, bytes) }
                } while !rest.isEmpty && ContinuousClock.now - began <= cadence && cadence > .zero
                try commit.run()
                try store.checkpoint(over: load.logPages)
            }
        }
    }

    /// Moves into the store what the write-ahead log still holds.
    func finish() throws {
        try store.checkpoint(over: 0)
    }

    private func add(_ part: FloorRows.Part, _ rows: FloorRows, _ bytes: UnsafeBufferPointer<UInt8>) throws {
        let insertion = insertions[part.table]
        var place: Int32 = 0
        for value in rows.values[part.values] {
            place += 1
            let code =
                switch value {
                case .null: sqlite3_bind_null(insertion.handle, place)
                case .number(let number): sqlite3_bind_int64(insertion.handle, place, number)
                case .text(_, 0): sqlite3_bind_text(insertion.handle, place, "", 0, Self.copied)
                case .blob(_, 0): sqlite3_bind_zeroblob(insertion.handle, place, 0)
                case .text(let start, let count):
                    bytes.baseAddress.map {
                        UnsafeRawPointer($0 + start).withMemoryRebound(to: CChar.self, capacity: Int(count)) {
                            sqlite3_bind_text(insertion.handle, place, $0, count, nil)
                        }
                    } ?? SQLITE_MISUSE
                case .blob(let start, let count):
                    bytes.baseAddress.map {
                        sqlite3_bind_blob(insertion.handle, place, $0 + start, count, nil)
                    } ?? SQLITE_MISUSE
                }
            try store.check(code)
        }
        try insertion.run()
    }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
