import Casework
import GRDB

/// Something about a store that is not as it must be.
public enum Finding: Hashable, Sendable {
    /// SQLite's own check found damage; its words.
    case damage(String)
    /// A row points to one that is not there: the table and how many.
    case brokenReference(table: String, count: Int)
    /// What is stored of a case is not what follows from its history.
    case projection(CaseNumber)
    /// A contact is not what its event vouches for.
    case contact(ContactNumber)
    /// A case without contacts or without history.
    case empty(CaseNumber)
}

extension StoreReader {
    /// What SQLite itself finds: damage and broken references.
    public func integrityFindings() throws -> [Finding] {
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let broken = try Row.fetchAll(
            db, sql: "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1")
        return words.map { .damage($0) } + broken.map { .brokenReference(table: $0[0], count: $0[1]) }
    }

    /// How many cases there are.
    public func caseCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM cases") ?? 0
    }

    /// Compares cases with their histories.
    ///
    /// - Parameters:
    ///   - after: only cases with higher numbers.
    ///   - limit: at most so many.
    /// - Returns: the last number looked at, nil where there was none, and what is wrong.
    public func foldFindings(after: Int64, limit: Int) throws -> (last: Int64?, findings: [Finding]) {
        let numbers = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT number FROM cases WHERE number > ? ORDER BY number LIMIT ?"),
            arguments: [after, limit])
        let rules = try ProjectionRules(self, clock: settings().clock)
        var findings: [Finding] = []
        for number in numbers.compactMap(CaseNumber.init(value:)) {
            guard let file = try caseFile(number), !file.events.isEmpty, !file.contacts.isEmpty else {
                findings.append(.empty(number))
                continue
            }
            let projection = Projection(of: file, ids: try contactRows(of: number), rules: rules)
            if try caseStateRows(of: number) != projection.cases
                || contactStateRows(of: number) != projection.contacts
                || assignmentRows(of: number) != projection.assignments
                || helperRows(of: number) != projection.helpers
            {
                findings.append(.projection(number))
            }
            let digests = try digests(of: number)
            for contact in file.contacts where digests[contact.number.sequence] != Digest.of(contact) {
                findings.append(.contact(contact.number))
            }
        }
        return (numbers.last, findings)
    }

    private func digests(of number: CaseNumber) throws -> [Int: [UInt8]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT sequence, contact_digest FROM events WHERE case_number = ? AND action = 'contact'
                    """), arguments: [number.value])
        return Dictionary(rows.map { ($0[0] as Int, bytes($0[1])) }) { first, _ in first }
    }
}
