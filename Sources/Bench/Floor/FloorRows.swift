import CaseStore
import GRDBSQLite
import Trials

/// All rows of some cases, read out of a store and held in memory as they will be bound.
struct FloorRows {
    enum Value {
        case null
        case number(Int64)
        /// A place among the bytes, and how many there are.
        case text(Int, Int32)
        case blob(Int, Int32)
    }

    /// The rows of one case in one table.
    struct Part {
        let table: Int
        let values: Range<Int>
    }

    /// Whatever recording a case adds rows to, and how they are found by its number; parents stand before children.
    /// A table that is missing here would make the floor too low; a test compares whole stores.
    static let tables: [(name: String, ofCase: String)] = [
        ("cases", "number = ?"),
        ("contacts", "case_number = ? ORDER BY id"),
        ("callers", "contact_id IN (SELECT id FROM contacts WHERE case_number = ?)"),
        ("recognised_places", "contact_id IN (SELECT id FROM contacts WHERE case_number = ?)"),
        ("events", "case_number = ? ORDER BY id"),
        ("attachments", "event_id IN (SELECT id FROM events WHERE case_number = ?)"),
        ("originals", "event_id IN (SELECT id FROM events WHERE case_number = ?)"),
        ("event_units", "event_id IN (SELECT id FROM events WHERE case_number = ?)"),
        ("case_states", "case_number = ? ORDER BY since"),
        ("contact_states", "contact_id IN (SELECT id FROM contacts WHERE case_number = ?)"),
        ("assignments", "case_number = ? ORDER BY position"),
        ("helpers", "case_number = ?"),
    ]
    /// The place of the index of texts, behind all tables. It has no rows that could be read: they are made anew.
    static let index = tables.count

    private(set) var bytes: [UInt8] = []
    private(set) var values: [Value] = []
    private(set) var parts: [Part] = []
    /// Each case's parts.
    private(set) var cases: [Range<Int>] = []
    private(set) var count = 0

    /// - Parameter numbers: the cases between these, the first one left out.
    init(_ store: Bare, above lowest: Int64, through highest: Int64) throws {
        let numbers = try store.prepared(
            "SELECT number FROM cases WHERE number > ? AND number <= ? ORDER BY number")
        numbers.bind(lowest, at: 1)
        numbers.bind(highest, at: 2)
        let readers = try Self.tables.map {
            try store.prepared("SELECT * FROM \($0.name) WHERE \($0.ofCase)")
        }
        let texts = try store.prepared(Documents.query)
        while try numbers.step() {
            let first = parts.count
            for (table, reader) in readers.enumerated() {
                try read(reader, number: numbers.number(0), table: table)
            }
            try readTexts(texts, number: numbers.number(0))
            cases.append(first..<parts.count)
        }
    }

    private mutating func read(_ reader: Statement, number: Int64, table: Int) throws {
        reader.bind(number, at: 1)
        defer { reader.reset() }
        let columns = sqlite3_column_count(reader.handle)
        while try reader.step() {
            let first = values.count
            for column in 0..<columns { try keep(reader, column) }
            parts.append(Part(table: table, values: first..<values.count))
            count += 1
        }
    }

    private mutating func readTexts(_ reader: Statement, number: Int64) throws {
        reader.bind(number, at: 1)
        reader.bind(number, at: 2)
        defer { reader.reset() }
        var documents = Documents()
        while try reader.step() {
            guard let document = documents.number(ofCase: reader.number(0), event: reader.number(1)) else {
                continue
            }
            let texts = Documents.textColumns.map { reader.text($0) }.filter { !$0.isEmpty }
            let entries = Documents.entries(of: texts).utf8
            let first = values.count
            values += [.number(document), .text(bytes.count, Int32(entries.count))]
            bytes += entries
            parts.append(Part(table: Self.index, values: first..<values.count))
            count += 1
        }
    }

    private mutating func keep(_ reader: Statement, _ column: Int32) throws {
        let kind = reader.type(column)
        switch kind {
        case SQLITE_NULL: values.append(.null)
        case SQLITE_INTEGER: values.append(.number(reader.number(column)))
        case SQLITE_TEXT, SQLITE_BLOB:
            let start = sqlite3_column_blob(reader.handle, column)
            let size = sqlite3_column_bytes(reader.handle, column)
            values.append(kind == SQLITE_TEXT ? .text(bytes.count, size) : .blob(bytes.count, size))
            bytes += UnsafeRawBufferPointer(start: start, count: Int(size))
        default: throw Trouble("a value that is neither a number nor text")
        }
    }
}
