import GRDB
import GRDBSQLite

/// An INSERT that is run again and again. Its values are bound one after the other as they are, with no list of them
/// in between, which would cost as much as the insertion itself.
struct Insertion {
    private let db: Database
    private let statement: SQLiteStatement

    /// - Parameter sql: an INSERT with a `?` for each value.
    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql).sqliteStatement
    }

    /// Adds a row. Returns its number, where the table has such.
    ///
    /// - Parameter encoding: takes down each value that is bound.
    @discardableResult
    func run(into encoding: Encoding? = nil, _ bind: (inout Bindings) -> Void) throws -> Int64 {
        var bindings = Bindings(statement: statement, encoding: encoding)
        bind(&bindings)
        defer { sqlite3_reset(statement) }
        guard bindings.isWhole, sqlite3_step(statement) == SQLITE_DONE else {
            throw failure(of: db)
        }
        return db.lastInsertedRowID
    }
}

/// What takes the values of a row in the order of its columns: to bind them, or to compare them.
protocol RowValues {
    mutating func add(_ value: Int64?)
    mutating func add(_ value: String?)
}

extension RowValues {
    mutating func add(_ value: Int?) {
        add(value.map { Int64($0) })
    }

    mutating func add(_ value: Bool?) {
        add(value.map { $0 ? Int64(1) : 0 })
    }
}

/// The values for the `?` of a statement, in their order.
struct Bindings: RowValues {
    private let statement: SQLiteStatement
    private let encoding: Encoding?
    private var place: Int32 = 0
    /// Whether every value so far was taken.
    private(set) var isWhole = true

    init(statement: SQLiteStatement, encoding: Encoding? = nil) {
        self.statement = statement
        self.encoding = encoding
    }

    mutating func add(_ value: Int64?) {
        place += 1
        encoding?.add(value)
        keep(value.map { sqlite3_bind_int64(statement, place, $0) } ?? sqlite3_bind_null(statement, place))
    }

    mutating func add(_ value: String?) {
        guard var value else { return add(Int64?.none) }
        place += 1
        keep(
            value.withUTF8 { text in
                encoding?.add(.text, UnsafeRawBufferPointer(text))
                // An empty text has no address, and none would mean NULL.
                return text.withMemoryRebound(to: CChar.self) {
                    $0.isEmpty
                        ? sqlite3_bind_text(statement, place, "", 0, Self.copied)
                        : sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
                }
            })
    }

    mutating func add(_ value: [UInt8]?) {
        guard let value else { return add(Int64?.none) }
        place += 1
        if let encoding { value.withUnsafeBytes { encoding.add(.blob, $0) } }
        keep(
            value.isEmpty
                ? sqlite3_bind_zeroblob(statement, place, 0)
                : sqlite3_bind_blob(statement, place, value, Int32(value.count), Self.copied))
    }

    /// The value for `:name`, wherever it stands; for a name that does not stand anywhere nothing.
    mutating func add(_ value: DatabaseValue, as name: String) {
        let found = sqlite3_bind_parameter_index(statement, ":\(name)")
        guard found > 0 else { return }
        place = found - 1
        add(value)
    }

    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: add(Int64?.none)
        case .int64(let number): add(number)
        case .string(let text): add(text)
        case .blob(let data): add(Array(data))
        case .double(let number):
            place += 1
            keep(sqlite3_bind_double(statement, place, number))
        }
    }

    /// A column of another row as it is.
    mutating func add(_ row: Columns, _ column: Int32) {
        place += 1
        keep(sqlite3_bind_value(statement, place, sqlite3_column_value(row.statement, column)))
    }

    private mutating func keep(_ code: Int32) {
        if code != SQLITE_OK { isWhole = false }
    }

    /// SQLite copies what is bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
