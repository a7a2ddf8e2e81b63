import Casework
import GRDB
import Sealing

/// That somebody saw, took along or erased what is sealed.
public struct Disclosure: Hashable, Sendable {
    /// What was done.
    public enum Deed: String, Sendable, CaseIterable {
        /// The callers of a case were shown.
        case reveal
        /// A sealed attachment was taken out.
        case fetch
        /// Callers were written into a file.
        case export
        /// The callers of a case were erased.
        case erase
        /// Everything was sealed with another key.
        case rotate
    }

    /// When.
    public let at: Instant
    /// By whom.
    public let staff: String
    /// What.
    public let deed: Deed
    /// Of which case; nil where it was of several.
    public let number: CaseNumber?
    /// Of how many people.
    public let people: Int
    /// Why.
    public let reason: String

    /// A disclosure.
    public init(
        at: Instant, staff: String, deed: Deed, number: CaseNumber? = nil, people: Int, reason: String
    ) {
        self.at = at
        self.staff = staff
        self.deed = deed
        self.number = number
        self.people = people
        self.reason = reason
    }
}

extension StoreReader {
    /// Whether somebody erased what an event's case holds of people after the event was recorded, as SQL.
    static let isErased = """
        EXISTS (
            SELECT 1 FROM disclosures
            WHERE deed = 'erase' AND disclosures.case_number = events.case_number
                AND disclosures.at >= events.recorded_at)
        """

    /// Who saw what, the newest first.
    ///
    /// - Parameters:
    ///   - number: only of this case.
    ///   - staff: only by this person.
    public func disclosures(
        from: Instant, through: Instant, of number: CaseNumber? = nil, by staff: String? = nil
    ) throws -> [Disclosure] {
        try db.ask(
            """
            SELECT at, staff, deed, case_number, people, reason FROM disclosures
            WHERE at BETWEEN :from AND :through AND (:number IS NULL OR case_number = :number)
                AND (:staff IS NULL OR staff = :staff)
            ORDER BY id DESC
            """,
            [
                "from": from.seconds.databaseValue, "through": through.seconds.databaseValue,
                "number": (number?.value).databaseValue, "staff": staff.databaseValue,
            ]
        ).map { row in
            guard let deed = Disclosure.Deed(rawValue: row[2]) else { return nil }
            let number: Int64? = row[3]
            return Disclosure(
                at: Instant(seconds: row[0]), staff: row[1], deed: deed,
                number: number.flatMap(CaseNumber.init(value:)), people: row[4], reason: row[5])
        }
    }

    /// The first entry that is not what its hash says, or does not follow the one before it.
    public func disclosureFindings() throws -> [Finding] {
        let encoding = Encoding()
        var previous: [UInt8] = []
        var expected: Int64 = 1
        var entries = try db.ask(
            "SELECT id, at, staff, deed, case_number, people, reason, hash FROM disclosures ORDER BY id")
        while let row = entries.row {
            previous.withUnsafeBytes { encoding.begin(with: $0) }
            for column: Int32 in 0..<7 { row.write(column, into: encoding) }
            previous = Array(encoding.digest)
            guard row[0] == expected, row.bytes(7) == previous else { return [.disclosures(from: row[0])] }
            expected += 1
            try entries.advance()
        }
        return try disclosureCount() == expected - 1 ? [] : [.disclosures(from: expected)]
    }

    /// How many entries were ever made; SQLite counts them beside the table.
    fileprivate func disclosureCount() throws -> Int64 {
        try db.ask("SELECT seq FROM sqlite_sequence WHERE name = 'disclosures'").first { $0[0] } ?? 0
    }
}

extension StoreWriter {
    /// Keeps that somebody saw something.
    public func add(_ disclosure: Disclosure) throws {
        let last = try db.ask("SELECT hash FROM disclosures ORDER BY id DESC LIMIT 1").first { $0.bytes(0) }
        let next = try reader.disclosureCount() + 1
        let encoding = Encoding()
        (last ?? []).withUnsafeBytes { encoding.begin(with: $0) }
        try Insertion(
            db,
            """
            INSERT INTO disclosures (id, at, staff, deed, case_number, people, reason, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(into: encoding) { row in
            row.add(next)
            row.add(disclosure.at.seconds)
            row.add(disclosure.staff)
            row.add(disclosure.deed.rawValue)
            row.add(disclosure.number?.value)
            row.add(disclosure.people)
            row.add(disclosure.reason)
            row.add(Array(encoding.digest))
        }
    }

    /// Erases who made the contacts of a case, and what was hidden in its texts. Returns of how many contacts something
    /// was known, and in how many texts something was hidden.
    public func eraseCallers(of number: CaseNumber) throws -> (people: Int, texts: Int) {
        // What is erased is overwritten as well.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        try db.run(
            "DELETE FROM callers WHERE contact_id IN (SELECT id FROM contacts WHERE case_number = ?)",
            [number.value])
        let people = db.changesCount
        try db.run(
            """
            UPDATE originals SET key_id = NULL, sealed = NULL
            WHERE event_id IN (SELECT id FROM events WHERE case_number = ?) AND sealed IS NOT NULL
            """, [number.value])
        return (people, db.changesCount)
    }
}
