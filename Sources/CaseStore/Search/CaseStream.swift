import Casework
import GRDB

/// The cases in whose texts the index finds a term, the newest first.
///
/// It is asked for the next case below a bound again and again; where the bound is far below, the index is asked anew
/// from there, so that a frequent word costs no more than the rare one beside it.
final class CaseStream {
    let term: SearchTerm
    /// Whether whatever the index finds contains the term.
    let isExact: Bool
    private let db: Database
    private let sql: String
    private let match: String?
    private var question: Question?
    /// Cases with more texts than have numbers, the newest first.
    private var others: ArraySlice<Int64> = []

    /// After so many texts of cases that are not wanted the index is asked anew.
    private static let patience = 64

    /// - Parameter place: the term's place among all terms, as each needs a statement of its own.
    init(_ db: Database, _ term: SearchTerm, place: Int) throws {
        self.db = db
        self.term = term
        isExact = term.question.isExact
        match = term.question.match
        // What the index knows nothing of may stand in any case.
        sql = """
            /* \(place) */ \(match == nil
                ? "SELECT number FROM cases WHERE number < ? ORDER BY number DESC"
                : "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC")
            """
        guard let match else { return }
        let events = "SELECT rowid FROM search WHERE search MATCH ? AND rowid < 0"
        let numbers: [Int64] = try db.ask(
            "SELECT DISTINCT case_number FROM events WHERE id IN (SELECT -rowid FROM (\(events)))", match
        ).map { $0[0] }
        others = numbers.compactMap(CaseNumber.init(value:)).map(DocumentNumber.key).sorted(by: >)[...]
    }

    /// The key of the newest case below another's; nil where there is none.
    func next(below bound: Int64) throws -> Int64? {
        while let other = others.first, other >= bound { others.removeFirst() }
        var steps = 0
        while true {
            if question == nil || steps == Self.patience {
                // Both have the same statement, which the old one resets when it goes.
                question = nil
                question = try ask(below: bound)
                steps = 0
            }
            guard let key = key else { return others.first }
            if key < bound { return max(key, others.first ?? .min) }
            try question?.advance()
            steps += 1
        }
    }

    /// The case on which the question stands.
    private var key: Int64? {
        guard let value: Int64 = question?.row?[0] else { return nil }
        guard match == nil else { return value >= 0 ? value / DocumentNumber.perCase : nil }
        return CaseNumber(value: value).map(DocumentNumber.key)
    }

    private func ask(below bound: Int64) throws -> Question {
        guard let match else {
            let number = bound == .max ? nil : DocumentNumber.number(ofKey: bound)
            return try db.ask(sql, [number?.value ?? .max])
        }
        let (row, isOver) = bound.multipliedReportingOverflow(by: DocumentNumber.perCase)
        return try db.ask(sql) { values in
            values.add(match)
            values.add(isOver ? Int64.max : row)
        }
    }
}
