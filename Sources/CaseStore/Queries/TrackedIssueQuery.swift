import Casework
import GRDB

/// An issue that somebody follows up as one matter.
public struct TrackedIssue: Hashable, Sendable {
    /// What was said and done about it as a matter.
    public struct Step: Hashable, Sendable {
        /// When.
        public let at: Instant
        /// By whom.
        public let staff: String
        /// The unit that owns it from then on.
        public let owner: Casework.Unit.ID
        /// What was decided, or empty.
        public let decision: String
        /// Whether the matter is over.
        public let isClosed: Bool

        /// A step.
        public init(at: Instant, staff: String, owner: Casework.Unit.ID, decision: String, isClosed: Bool) {
            self.at = at
            self.staff = staff
            self.owner = owner
            self.decision = decision
            self.isClosed = isClosed
        }
    }

    /// Its number in the store, from 1.
    public let id: Int64
    /// Where it is; empty where its contacts name no common place.
    public let place: String
    /// What is wrong, in the citizens' words.
    public let problem: String
    /// What its messages name: the place as it stands in texts, or else a telling word.
    public let word: String
    /// The days in which it was found.
    public let found: Period
    /// Its contacts of then, by number.
    public let contacts: [ContactNumber]
    /// What was done, in order; never empty.
    public let steps: [Step]

    /// The step with the decision that was taken last; nil before the first.
    public var decided: Step? { steps.last { !$0.decision.isEmpty } }
}

extension StoreReader {
    /// The issues that somebody follows up, the newest first.
    ///
    /// - Parameters:
    ///   - number: only those to which a contact of this case belongs.
    ///   - moment: what happened later is left out.
    public func trackedIssues(of number: CaseNumber? = nil, asOf moment: Instant? = nil) throws
        -> [TrackedIssue]
    {
        let ids: [Int64] =
            if let number {
                try db.ask(
                    """
                    SELECT DISTINCT tracked.issue_id
                    FROM contacts CROSS JOIN tracked_issue_contacts AS tracked ON tracked.contact_id = contacts.id
                    WHERE contacts.case_number = ? ORDER BY 1 DESC
                    """, [number.value]
                ).map { $0[0] }
            } else {
                try db.ask("SELECT id FROM tracked_issues ORDER BY id DESC").map { $0[0] }
            }
        return try ids.compactMap { try trackedIssue($0, asOf: moment) }
    }

    /// An issue that somebody follows up; nil where there is none of this number.
    public func trackedIssue(_ id: Int64, asOf moment: Instant? = nil) throws -> TrackedIssue? {
        let steps: [TrackedIssue.Step] = try db.ask(
            """
            SELECT at, staff, unit_id, decision, is_closed FROM tracked_issue_steps
            WHERE issue_id = ? AND at <= ? ORDER BY id
            """, [id, (moment ?? .endOfTime).seconds]
        ).map { row in
            TrackedIssue.Step(
                at: Instant(seconds: row[0]), staff: row[1], owner: row[2], decision: row[3], isClosed: row[4]
            )
        }
        guard !steps.isEmpty else { return nil }
        let contacts = try db.ask(
            """
            SELECT contacts.case_number, contacts.sequence
            FROM tracked_issue_contacts AS tracked JOIN contacts ON contacts.id = tracked.contact_id
            WHERE tracked.issue_id = ? ORDER BY 1, 2
            """, [id]
        ).map { $0.contactNumber(0) }
        return try db.ask(
            "SELECT place, problem, word, first_day, last_day FROM tracked_issues WHERE id = ?", [id]
        ).first { row in
            guard let first = CivilDay(compact: row[3]), let last = CivilDay(compact: row[4]),
                let found = Period(first, through: last)
            else { return nil }
            return TrackedIssue(
                id: id, place: row[0], problem: row[1], word: row[2], found: found, contacts: contacts,
                steps: steps)
        }
    }
}

extension StoreWriter {
    /// Keeps an issue to follow up, with its first step. Returns its number.
    public func track(
        place: String, problem: String, word: String, found: Period, contacts: [ContactNumber],
        _ step: TrackedIssue.Step, recordedAt: Instant
    ) throws -> Int64 {
        let id = try Insertion(
            db,
            "INSERT INTO tracked_issues (place, problem, word, first_day, last_day) VALUES (?, ?, ?, ?, ?)"
        ).run { row in
            row.add(place)
            row.add(problem)
            row.add(word)
            row.add(found.first.compact)
            row.add(found.last.compact)
        }
        for number in contacts {
            try db.run(
                """
                INSERT INTO tracked_issue_contacts (issue_id, contact_id)
                SELECT ?, id FROM contacts WHERE case_number = ? AND sequence = ?
                """, [id, number.caseNumber.value, number.sequence])
        }
        try add(step, toTracked: id, recordedAt: recordedAt)
        return id
    }

    /// Keeps what was done about an issue.
    public func add(_ step: TrackedIssue.Step, toTracked id: Int64, recordedAt: Instant) throws {
        try db.run(
            """
            INSERT INTO tracked_issue_steps (issue_id, at, recorded_at, staff, unit_id, decision, is_closed)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, step.at.seconds, recordedAt.seconds, step.staff, step.owner, step.decision, step.isClosed,
            ])
    }
}
