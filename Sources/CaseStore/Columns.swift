import Casework
import GRDB
import GRDBSQLite

/// The columns of the row on which a statement stands, read as they are. For questions with many rows: it takes a
/// fraction of the time of reading them through values of their own.
struct Columns {
    let statement: SQLiteStatement

    /// How many columns there are.
    var count: Int32 { sqlite3_column_count(statement) }

    subscript(_ index: Int32) -> Int64 { sqlite3_column_int64(statement, index) }
    subscript(_ index: Int32) -> Int { Int(sqlite3_column_int64(statement, index)) }
    subscript(_ index: Int32) -> Bool { sqlite3_column_int64(statement, index) != 0 }
    subscript(_ index: Int32) -> String { text(index) ?? "" }

    subscript(_ index: Int32) -> Int64? { isNull(index) ? nil : sqlite3_column_int64(statement, index) }
    subscript(_ index: Int32) -> Int? { isNull(index) ? nil : Int(sqlite3_column_int64(statement, index)) }
    subscript(_ index: Int32) -> Bool? { isNull(index) ? nil : sqlite3_column_int64(statement, index) != 0 }
    subscript(_ index: Int32) -> String? { text(index) }

    /// The bytes of a column; empty for NULL.
    func bytes(_ index: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, index) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
    }

    /// Whether a column holds exactly these bytes.
    func holds(_ index: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        rawBytes(index).elementsEqual(bytes)
    }

    /// The bytes of a column as long as the row is the one on which the statement stands.
    func rawBytes(_ index: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, index), count: Int(sqlite3_column_bytes(statement, index)))
    }

    /// Hands on a column as it is.
    func write(_ index: Int32, into encoding: Encoding) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: encoding.add(sqlite3_column_int64(statement, index))
        case SQLITE_TEXT: encoding.add(.text, rawBytes(index))
        case SQLITE_BLOB: encoding.add(.blob, rawBytes(index))
        default: encoding.add(Int64?.none)
        }
    }

    /// The lines of a text, without empty ones.
    func lines(_ index: Int32) -> [String] {
        (self[index] as String).split(separator: "\n").map(String.init)
    }

    /// The number of a contact in two columns: its case's number and its place in it.
    func contactNumber(_ first: Int32) -> ContactNumber? {
        CaseNumber(value: self[first]).map { ContactNumber(caseNumber: $0, sequence: self[first + 1]) }
    }

    /// What stands in a column.
    func cell(_ index: Int32) -> Cell {
        let value = sqlite3_column_value(statement, index)
        return switch sqlite3_value_type(value) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .number(sqlite3_value_int64(value))
        default:
            .text(
                UnsafeRawBufferPointer(
                    start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value))))
        }
    }

    private func isNull(_ index: Int32) -> Bool {
        sqlite3_column_type(statement, index) == SQLITE_NULL
    }

    private func text(_ index: Int32) -> String? {
        guard let start = sqlite3_column_text(statement, index) else { return nil }
        // Bytes that are no UTF-8, as a damaged store may have, show as U+FFFD.
        return String(
            decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))),
            as: UTF8.self)
    }
}

/// What stands in a column. A text or blob is read where it lies, and gone when the statement goes on.
enum Cell {
    case null
    case number(Int64)
    case text(UnsafeRawBufferPointer)
}

/// Whether a row is as it should be: takes what it should hold, value by value.
struct Comparison: RowValues {
    private let row: Columns
    private var place: Int32
    /// Whether all values so far are those of the row.
    private(set) var agrees = true

    /// - Parameter first: the column of the first value.
    init(_ row: Columns, from first: Int32 = 0) {
        self.row = row
        place = first
    }

    mutating func add(_ value: Int64?) {
        switch row.cell(place) {
        case .null: agrees = agrees && value == nil
        case .number(let number): agrees = agrees && number == value
        case .text: agrees = false
        }
        place += 1
    }

    mutating func add(_ value: String?) {
        switch row.cell(place) {
        case .null: agrees = agrees && value == nil
        case .number: agrees = false
        case .text(let bytes):
            var value = value
            agrees = agrees && value?.withUTF8 { UnsafeRawBufferPointer($0).elementsEqual(bytes) } == true
        }
        place += 1
    }
}

/// A question whose rows are taken one after the other.
struct Question: ~Copyable {
    private let db: Database
    private let statement: SQLiteStatement
    /// The row that comes next; nil at the end.
    private(set) var row: Columns?

    fileprivate init(db: Database, statement: SQLiteStatement) {
        self.db = db
        self.statement = statement
    }

    deinit {
        sqlite3_reset(statement)
    }

    /// Goes on to the next row.
    mutating func advance() throws {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: row = Columns(statement: statement)
        case SQLITE_DONE: row = nil
        default: throw failure(of: db)
        }
    }

    /// Hands on all rows that are left.
    consuming func forEach(_ read: (Columns) throws -> Void) throws {
        while let row {
            try read(row)
            try advance()
        }
    }

    /// All rows that are left, as something else.
    consuming func map<Value>(_ read: (Columns) throws -> Value?) throws -> [Value] {
        var values: [Value] = []
        while let row {
            if let value = try read(row) { values.append(value) }
            try advance()
        }
        return values
    }

    /// The row that comes next as something else; nil where there is none.
    consuming func first<Value>(_ read: (Columns) throws -> Value?) rethrows -> Value? {
        try row.flatMap(read)
    }

    /// The rows of one case, where the first column is the case's number and rows come in its order. Rows of cases
    /// before it are passed over.
    mutating func rows(of number: Int64, _ read: (Columns) throws -> Void) throws {
        while let row, (row[0] as Int64) <= number {
            if (row[0] as Int64) == number { try read(row) }
            try advance()
        }
    }
}

extension Database {
    /// Asks a question.
    ///
    /// - Parameters:
    ///   - sql: a SELECT that no other question asks at the same time.
    ///   - bind: hands on the values for its `?`, in their order.
    func ask(_ sql: String, _ bind: (inout Bindings) -> Void) throws -> Question {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        var bindings = Bindings(statement: statement)
        bind(&bindings)
        guard bindings.isWhole else { throw failure(of: self) }
        var question = Question(db: self, statement: statement)
        try question.advance()
        return question
    }

    /// Asks a question with numbers.
    func ask(_ sql: String, _ arguments: [Int64] = []) throws -> Question {
        try ask(sql) { row in for argument in arguments { row.add(argument) } }
    }

    /// Asks a question with values for each `:name`.
    func ask(_ sql: String, _ arguments: [String: DatabaseValue]) throws -> Question {
        try ask(sql) { row in for (name, value) in arguments { row.add(value, as: name) } }
    }

    /// Asks a question with one text.
    func ask(_ sql: String, _ argument: String) throws -> Question {
        try ask(sql) { row in row.add(argument) }
    }
}

/// What went wrong last on a connection.
func failure(of db: Database) -> DatabaseError {
    DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
}
