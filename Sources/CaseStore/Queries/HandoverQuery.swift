import Casework
import GRDB

/// That somebody ended a shift (交班).
public struct Handover: Hashable, Sendable {
    /// When the shift began.
    public let since: Instant
    /// When it ended.
    public let at: Instant
    /// Whose it was.
    public let staff: String
    /// What the next shift should know.
    public let note: String

    /// The end of a shift.
    public init(since: Instant, at: Instant, staff: String, note: String) {
        self.since = since
        self.at = at
        self.staff = staff
        self.note = note
    }
}

extension StoreReader {
    /// The shifts that ended from one moment up to another, the newest first.
    public func handovers(from: Instant, through: Instant) throws -> [Handover] {
        try db.ask(
            """
            SELECT since, at, staff, note FROM handovers WHERE at BETWEEN ? AND ? ORDER BY at DESC, id DESC
            """, [from.seconds, through.seconds]
        ).map { row in
            Handover(
                since: Instant(seconds: row[0]), at: Instant(seconds: row[1]), staff: row[2], note: row[3])
        }
    }

    /// The contacts that somebody registered after one moment and up to another, in the order in which they were received.
    ///
    /// - Parameter clock: the city's.
    public func taken(by staff: String, after: Instant, through: Instant, clock: CityClock) throws
        -> [ContactNumber]
    {
        // What was received on a day stands in the index of days, whichever case it belongs to. A corrected date changes that
        // day, but not who took the call.
        try db.ask(
            """
            SELECT DISTINCT events.case_number, events.sequence, events.at
            FROM contact_states AS states
                CROSS JOIN contacts ON contacts.id = states.contact_id
                CROSS JOIN events ON events.case_number = contacts.case_number
                    AND events.sequence = contacts.sequence AND events.action = 'contact'
            WHERE states.day BETWEEN :from AND :to AND events.staff = :staff
                AND events.at > :after AND events.at <= :through
            ORDER BY events.at, 1, 2
            """,
            [
                "from": clock.day(of: after).compact.databaseValue,
                "to": clock.day(of: through).compact.databaseValue, "staff": staff.databaseValue,
                "after": after.seconds.databaseValue, "through": through.seconds.databaseValue,
            ]
        ).map { $0.contactNumber(0) }
    }
}

extension StoreWriter {
    /// Keeps that somebody ended a shift.
    public func add(_ handover: Handover, recordedAt: Instant) throws {
        try db.run(
            "INSERT INTO handovers (since, at, recorded_at, staff, note) VALUES (?, ?, ?, ?, ?)",
            [
                handover.since.seconds, handover.at.seconds, recordedAt.seconds, handover.staff,
                handover.note,
            ])
    }
}
