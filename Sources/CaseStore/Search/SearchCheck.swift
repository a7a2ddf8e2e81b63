import Casework
import GRDB

extension StoreReader {
    /// What the index of texts holds, as one number; see ``EntrySum``.
    public func indexSum() throws -> EntrySum {
        var sum = EntrySum()
        try db.ask("SELECT term, doc FROM search_entries").forEach { row in
            sum.add(EntrySum.mark(of: row.bytes(0)), document: row[1])
        }
        return sum
    }

    /// What the index must hold of the cases of a range.
    public func textSum(in numbers: ClosedRange<Int64>) throws -> EntrySum {
        var sum = EntrySum()
        try eachDocument(in: numbers) { document, texts in
            let entries = Array(Bigrams.entries(of: texts).utf8).split(separator: 0x20)
            for mark in Set(entries.map(EntrySum.mark)) { sum.add(mark, document: document) }
        }
        return sum
    }

    /// The texts of cases as they are numbered in the index, in the order of the cases.
    func eachDocument(
        in numbers: ClosedRange<Int64>, _ body: (_ document: Int64, _ texts: [String]) throws -> Void
    ) throws {
        var documents = Documents()
        try db.ask(Documents.query, [numbers.lowerBound, numbers.upperBound]).forEach { row in
            guard let document = documents.number(ofCase: row[0], event: row[1]) else { return }
            try body(document, Documents.textColumns.compactMap { row[$0] as String? }.filter { !$0.isEmpty })
        }
    }
}

/// The texts of cases as the index numbers them.
public struct Documents {
    /// Asks for the texts of the cases of a range: the case, the event, and the texts.
    public static let query = """
        SELECT events.case_number, events.id, contacts.title, contacts.content, contacts.spot, reply,
            amended_spot
        FROM events LEFT JOIN contacts ON events.action = 'contact'
            AND contacts.case_number = events.case_number AND contacts.sequence = events.sequence
        WHERE events.case_number BETWEEN ? AND ?
            AND (events.action = 'contact' OR reply <> '' OR amended_spot <> '')
        ORDER BY events.case_number, events.id
        """
    /// The columns of the query that are texts.
    public static let textColumns: ClosedRange<Int32> = 2...6

    private var number: Int64 = 0
    private var place = 0

    /// None so far.
    public init() {}

    /// The number of the next text; nil where the case's number is none.
    public mutating func number(ofCase value: Int64, event: Int64) -> Int64? {
        place = value == number ? place + 1 : 0
        number = value
        return CaseNumber(value: value).map { DocumentNumber($0, place: place, event: event).value }
    }

    /// What the index is given of some texts.
    public static func entries(of texts: [String]) -> String {
        Bigrams.entries(of: texts)
    }
}

/// All entries of an index as one number that does not depend on their order: two indexes have the same one if they
/// hold the same, and otherwise as good as never.
public struct EntrySum: Hashable, Sendable {
    private var value: UInt64 = 0

    /// Of nothing.
    public init() {}

    /// Both together.
    public static func + (left: EntrySum, right: EntrySum) -> EntrySum {
        var sum = left
        sum.value &+= right.value
        return sum
    }

    /// The bytes of a word as one number (FNV-1a).
    static func mark(of word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func add(_ mark: UInt64, document: Int64) {
        // Mixed (SplitMix64), so that entries that lie near each other do not make up for each other.
        var mixed = mark ^ UInt64(bitPattern: document) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        value &+= mixed ^ (mixed >> 31)
    }
}

extension StoreWriter {
    /// Makes the index of texts anew, from the texts themselves.
    ///
    /// - Parameter progress: told how many cases are done.
    public func rebuildIndex(progress: (Int) -> Void) throws {
        try db.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
        let index = try SearchIndex(db)
        var done = 0
        var last: Int64 = 0
        try reader.eachDocument(in: CaseNumber.all) { document, texts in
            try index.add(texts, document: document)
            let key = document / DocumentNumber.perCase
            if key != last { done += 1 }
            last = key
            if done % 1000 == 0 { progress(done) }
        }
    }
}
