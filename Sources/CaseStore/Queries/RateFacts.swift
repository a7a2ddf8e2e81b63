import Casework
import GRDB

/// One connected callback with what decides in which rates it counts.
public struct CallbackFact: Hashable, Sendable {
    /// The contact that was called back.
    public let number: ContactNumber
    /// When.
    public let at: Instant
    /// What the caller said.
    public let outcome: CallbackOutcome
    /// The unit that had dealt with the case; nil for an answer on the spot.
    public let unit: Casework.Unit.ID?
    /// How the contact was dealt with.
    public let disposition: Disposition
    /// Its kind.
    public let kind: RequestKind.ID?
    /// Its category.
    public let category: Casework.Category.ID?
    /// Where the matter is.
    public let area: Area.ID?
    /// The event by which it is left out of the adjusted rates; nil where it is not, or where nobody asked.
    public let exclusion: Int64?
}

/// Why a callback is left out of the adjusted rates.
public struct Exclusion: Hashable, Sendable {
    /// The contact.
    public let number: ContactNumber
    /// When it was decided.
    public let at: Instant
    /// By whom.
    public let staff: String
    /// Why.
    public let reason: String
}

extension StoreReader {
    /// The event by which a callback is left out at the moment ?3, if that is the last word on it before the caller was
    /// asked again.
    static let lastWord = """
        SELECT iif(mark.action = 'exclude', mark.id, NULL) FROM events AS mark
        WHERE mark.case_number = events.case_number AND mark.sequence = events.sequence
            AND mark.action IN ('exclude', 'include') AND mark.at <= ?3
            AND (mark.at, mark.id) > (events.at, events.id)
            AND NOT EXISTS (
                SELECT 1 FROM events AS later
                WHERE later.case_number = events.case_number AND later.sequence = events.sequence
                    AND later.action = 'callback' AND (later.at, later.id) > (events.at, events.id)
                    AND (later.at, later.id) < (mark.at, mark.id))
        ORDER BY mark.at DESC, mark.id DESC LIMIT 1
        """

    static func callbackFactsQuery(withExclusions: Bool) -> String {
        """
        SELECT events.case_number, events.sequence, events.at, events.responded, events.resolved,
            events.satisfaction, events.unit_id, contact.disposition, contact.kind_id, contact.category_id,
            contact.area_id, \(withExclusions ? "(\(lastWord))" : "NULL")
        FROM events
            JOIN contacts ON contacts.case_number = events.case_number
                AND contacts.sequence = events.sequence
            JOIN contact_states AS contact ON contact.contact_id = contacts.id
                AND contact.since <= ?3 AND contact.until > ?3
        WHERE events.responded IS NOT NULL AND events.day BETWEEN ?1 AND ?2 AND events.at <= ?3
            AND contact.standing = 'counted'
        ORDER BY events.day, events.at, events.id
        """
    }

    /// The callbacks that were connected on these days, in their order, of contacts that count.
    ///
    /// - Parameters:
    ///   - moment: the state that had been reached by then; nil for now.
    ///   - withExclusions: whether one is left out of the adjusted rates is wanted too.
    public func callbackFacts(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil, withExclusions: Bool,
        each: (CallbackFact) throws -> Void
    ) throws {
        let query = Self.callbackFactsQuery(withExclusions: withExclusions)
        try db.ask(query, Self.period(from, to, moment)).forEach { row in
            guard let number = CaseNumber(value: row[0]), let resolved = Resolution(rawValue: row[4]),
                let satisfaction = Satisfaction(rawValue: row[5]),
                let disposition = Disposition(rawValue: row[7])
            else { return }
            try each(
                CallbackFact(
                    number: ContactNumber(caseNumber: number, sequence: row[1]),
                    at: Instant(seconds: row[2]),
                    outcome: CallbackOutcome(
                        responded: row[3], resolved: resolved, satisfaction: satisfaction),
                    unit: row[6], disposition: disposition, kind: row[8], category: row[9], area: row[10],
                    exclusion: row[11]))
        }
    }

    /// The unit that sent an assignment down; NULL where it did not come from above.
    static let passedBy = """
        iif(began_by = 'pass', (
            SELECT above.unit_id FROM assignments AS above
            WHERE above.case_number = assignments.case_number AND above.position = assignments.position - 1), NULL)
        """

    /// What leaves out the assignments of cases that were void at the moment ?3. There are few of them, in an index of their
    /// own.
    static let ofNoVoidCase = """
        NOT EXISTS (
            SELECT 1 FROM case_states AS aside
            WHERE aside.case_number = assignments.case_number AND aside.stage = 'void'
                AND aside.since <= ?3 AND aside.until > ?3)
        """

    /// What joins to an assignment what its case was about at the moment ?3.
    static let joinedMatter = """
        JOIN case_states AS cases ON cases.case_number = assignments.case_number
            AND cases.since <= ?3 AND cases.until > ?3
        JOIN contact_states AS contact ON contact.contact_id = cases.contact_id
            AND contact.since <= ?3 AND contact.until > ?3
        """

    static func assignmentFactsQuery(withMatter: Bool) -> String {
        """
        SELECT assignments.case_number, assignments.unit_id,
            \(withMatter ? "contact.category_id, contact.area_id" : "NULL, NULL"),
            assignments.since, sign_due_at, assignments.signed_at, returned_at, assignments.due_at, ended_at,
            end, began_by, \(passedBy)
        FROM assignments \(withMatter ? joinedMatter : "")
        WHERE assignments.day BETWEEN ?1 AND ?2 AND assignments.since <= ?3 AND \(ofNoVoidCase)
        """
    }

    /// The dispatches to units on these days. What happened after the moment had not happened yet.
    ///
    /// - Parameter withMatter: category and area are wanted too.
    public func assignmentFacts(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil, withMatter: Bool,
        each: (AssignmentFact) throws -> Void
    ) throws {
        let limit = (moment ?? .latest).seconds
        func past(_ value: Int64?) -> Instant? {
            value.flatMap { $0 <= limit ? Instant(seconds: $0) : nil }
        }
        try db.ask(Self.assignmentFactsQuery(withMatter: withMatter), Self.period(from, to, moment)).forEach {
            row in
            guard let number = CaseNumber(value: row[0]), let by = Action.named[row[11]] else { return }
            let ended = past(row[9])
            try each(
                AssignmentFact(
                    number: number, unit: row[1], passedBy: row[12], category: row[2], area: row[3], by: by,
                    since: Instant(seconds: row[4]),
                    signDueAt: (row[5] as Int64?).map(Instant.init(seconds:)), signedAt: past(row[6]),
                    returnedAt: past(row[7]), dueAt: (row[8] as Int64?).map(Instant.init(seconds:)),
                    endedAt: ended,
                    end: ended == nil ? nil : (row[10] as String?).flatMap { Assignment.End(rawValue: $0) }))
        }
    }

    /// The cases hung up on these days: when, the unit that had them, what and where, and whether they were struck off.
    public func suspensions(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil,
        each: (
            _ at: Instant, _ unit: Casework.Unit.ID?, _ category: Casework.Category.ID?, _ area: Area.ID?,
            _ isStruck: Bool
        ) throws -> Void
    ) throws {
        try db.ask(
            """
            SELECT events.at, events.unit_id, contact.category_id, contact.area_id, EXISTS (
                SELECT 1 FROM events AS struck
                WHERE struck.case_number = events.case_number AND struck.action = 'strike'
                    AND struck.at <= ?3 AND (struck.at, struck.id) > (events.at, events.id))
            FROM events
                JOIN case_states AS cases ON cases.case_number = events.case_number
                    AND cases.since <= ?3 AND cases.until > ?3
                JOIN contact_states AS contact ON contact.contact_id = cases.contact_id
                    AND contact.since <= ?3 AND contact.until > ?3
            WHERE events.action = 'suspend' AND cases.stage <> 'void' AND events.day BETWEEN ?1 AND ?2
                AND events.at <= ?3
            """, Self.period(from, to, moment)
        ).forEach { row in try each(Instant(seconds: row[0]), row[1], row[2], row[3], row[4]) }
    }

    /// How many contacts of these days count.
    public func requestCount(from: CivilDay, to: CivilDay, asOf moment: Instant? = nil) throws -> Int {
        try db.ask(
            """
            SELECT count(*) FROM contact_states AS states WHERE \(Self.counted("states"))
            """, Self.counting(from, to, moment)
        ).map { $0[0] as Int }.first ?? 0
    }

    /// How many contacts of these days count, by area.
    public func requestCounts(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil,
        each: (_ area: Area.ID?, _ category: Casework.Category.ID?, _ count: Int) throws -> Void
    ) throws {
        var counts: [AreaCategory: Int] = [:]
        try db.ask(
            """
            SELECT area_id, category_id FROM contact_states AS states WHERE \(Self.counted("states"))
            """, Self.counting(from, to, moment)
        ).forEach { row in counts[AreaCategory(area: row[0], category: row[1]), default: 0] += 1 }
        for (key, count) in counts { try each(key.area, key.category, count) }
    }

    /// The decision by which a callback is left out of the adjusted rates.
    public func exclusion(of fact: CallbackFact) throws -> Exclusion? {
        try fact.exclusion.flatMap { event in
            try db.ask("SELECT at, staff, reason FROM events WHERE id = ?", [event]).first { row in
                Exclusion(
                    number: fact.number, at: Instant(seconds: row[0]), staff: row[1], reason: row[2])
            }
        }
    }

    private static func period(_ from: CivilDay, _ to: CivilDay, _ moment: Instant?) -> [Int64] {
        [Int64(from.compact), Int64(to.compact), (moment ?? .latest).seconds]
    }
}

/// By what requests are counted.
private struct AreaCategory: Hashable {
    let area: Area.ID?
    let category: Casework.Category.ID?
}
