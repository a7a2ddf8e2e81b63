import Casework
import GRDB

/// Cases that have something, the newest first.
///
/// It is asked for the next case below a bound again and again; where the bound is far below, the question is asked
/// anew from there, so that what is frequent costs no more than what is rare beside it.
final class CaseStream {
    /// Whether every case has it for certain. Otherwise the texts have to be looked at.
    let isExact: Bool
    private let db: Database
    private let sql: String
    private let bind: (_ bound: Int64, inout Bindings) -> Void
    /// The key of the case on which a row stands.
    private let key: (Columns) -> Int64?
    private var question: Question?
    /// Cases with more texts than have numbers, the newest first.
    private var others: ArraySlice<Int64> = []

    /// After so many rows that are not wanted the question is asked anew.
    private static let patience = 64

    /// Cases in whose texts a term stands, as far as the index tells.
    ///
    /// - Parameter place: the term's place among all terms, as each needs a statement of its own.
    convenience init(_ db: Database, _ term: SearchTerm, place: Int) throws {
        let question = term.question
        guard let match = question.match else {
            self.init(scanning: db, term, place: place)
            return
        }
        self.init(
            db, isExact: question.isExact,
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC /* \(place) */"
        ) { bound, row in
            row.add(match)
            let (document, isOver) = bound.multipliedReportingOverflow(by: DocumentNumber.perCase)
            row.add(isOver ? Int64.max : document)
        } key: { row in
            let document: Int64 = row[0]
            return document >= 0 ? document / DocumentNumber.perCase : nil
        }
        others = try db.ask(
            """
            SELECT DISTINCT case_number FROM events
            WHERE id IN (SELECT -rowid FROM search WHERE search MATCH ? AND rowid < 0)
            """, match
        ).map { row in CaseNumber(value: row[0]).map(DocumentNumber.key) }.sorted(by: >)[...]
    }

    /// Cases in whose texts a term stands of which the index knows nothing, such as marks alone.
    private convenience init(scanning db: Database, _ term: SearchTerm, place: Int) {
        let escaped = term.text.map { "%_\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        let pattern = "%\(escaped)%"
        let like = "LIKE ?1 ESCAPE '\\'"
        let sql = """
            SELECT case_number FROM contacts
            WHERE case_number < ?2 AND (title \(like) OR content \(like) OR spot \(like))
            UNION ALL SELECT case_number FROM events
            WHERE case_number < ?2 AND (reply \(like) OR amended_spot \(like)) ORDER BY case_number DESC
            /* \(place) */
            """
        self.init(db, isExact: true, sql) { bound, row in
            row.add(pattern)
            row.add(Self.number(bound))
        } key: {
            CaseNumber(value: $0[0]).map(DocumentNumber.key)
        }
    }

    /// Cases that are aside: void, or no request.
    convenience init(aside db: Database) {
        let stages = Stage.allCases.filter(\.isAside).map { "stage = '\($0.rawValue)'" }
        let sql = """
            SELECT case_number FROM case_states INDEXED BY case_states_aside
            WHERE until = \(Instant.endOfTime.seconds) AND (\(stages.joined(separator: " OR ")))
                AND case_number < ? ORDER BY case_number DESC
            """
        self.init(db, isExact: true, sql) { bound, row in
            row.add(Self.number(bound))
        } key: {
            CaseNumber(value: $0[0]).map(DocumentNumber.key)
        }
    }

    private init(
        _ db: Database, isExact: Bool, _ sql: String, bind: @escaping (Int64, inout Bindings) -> Void,
        key: @escaping (Columns) -> Int64?
    ) {
        self.db = db
        self.isExact = isExact
        self.sql = sql
        self.bind = bind
        self.key = key
    }

    private static func number(_ bound: Int64) -> Int64 {
        bound == .max ? .max : DocumentNumber.number(ofKey: bound)?.value ?? .max
    }

    /// The key of the newest case below another's; nil where there is none.
    func next(below bound: Int64) throws -> Int64? {
        while let other = others.first, other >= bound { others.removeFirst() }
        var steps = 0
        while true {
            if question == nil || steps == Self.patience {
                // Both have the same statement, which the old one resets when it goes.
                question = nil
                question = try db.ask(sql) { row in bind(bound, &row) }
                steps = 0
            }
            guard let row = question?.row, let key = key(row) else { return others.first }
            if key < bound { return max(key, others.first ?? .min) }
            try question?.advance()
            steps += 1
        }
    }
}
