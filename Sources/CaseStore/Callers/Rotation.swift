import Casework
import GRDB
import Sealing

/// Where a change of the key stands.
public struct KeyState: Hashable, Sendable {
    /// The store's newest key; nil before the first.
    public let fingerprint: [UInt8]?
    /// How many entries are sealed with it.
    public let current: Int
    /// How many are still sealed with older ones.
    public let older: Int
}

extension StoreReader {
    /// With which keys callers are sealed.
    public func keyState() throws -> KeyState {
        let newest = try keys.newest()
        func count(_ condition: String) throws -> Int {
            try ["callers", "originals", "attachments"].reduce(0) { sum, table in
                try sum
                    + (db.ask(
                        "SELECT count(*) FROM \(table) WHERE key_id \(condition) ?", [newest?.number ?? 0]
                    )
                    .first { $0[0] } ?? 0)
            }
        }
        return KeyState(fingerprint: newest?.fingerprint, current: try count("="), older: try count("<>"))
    }
}

/// How far the sealing with a new key has come: the rows behind which it goes on.
public struct ResealPlace: Sendable {
    fileprivate var callers: Int64 = 0
    fileprivate var originals: Int64 = 0
    var attachments: Int64 = 0

    /// The beginning.
    public init() {}
}

extension StoreWriter {
    /// Makes a key of the ring the store's newest. Everything that is recorded from now on is sealed with it.
    public func enter(_ key: Keyring.Key) throws {
        guard try keys.newest()?.fingerprint != key.fingerprint else { return }
        _ = try keys.enter(key)
    }

    /// Seals a portion of what older keys sealed with the newest one. Returns how many entries it was; 0 at the end.
    ///
    /// - Parameter place: where to go on, and where the next portion does.
    public func reseal(from place: inout ResealPlace, atMost limit: Int) throws -> Int {
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        var count = try resealCallers(from: &place, limit)
        count += try resealOriginals(from: &place, limit - count)
        return try count + resealAttachments(from: &place, limit - count)
    }

    private func resealCallers(from place: inout ResealPlace, _ limit: Int) throws -> Int {
        let (newest, key) = try keys.current()
        let contacts = try db.ask(
            """
            SELECT contact_id, contacts.case_number, contacts.sequence, contacts.source, salt, key_id
            FROM callers CROSS JOIN contacts ON contacts.id = contact_id
            WHERE contact_id > ? AND key_id <> ? ORDER BY contact_id LIMIT \(limit)
            """, [place.callers, newest]
        ).map { row in
            row.contactNumber(1).map {
                (
                    id: row[0] as Int64, number: $0, source: row[3] as String, salt: row.bytes(4),
                    key: row[5] as Int64
                )
            }
        }
        for contact in contacts {
            let caller = try reader.caller(of: contact.number)
            let salt = try reader.salt(contact.salt, of: contact.number, with: try keys.key(contact.key))
            try db.run("DELETE FROM callers WHERE contact_id = ?", [contact.id])
            let sealed = try SealedCaller(
                caller, of: contact.number, source: contact.source, salt: salt, with: key)
            try add(sealed, row: contact.id, key: newest)
            place.callers = contact.id
        }
        return contacts.count
    }

    private func resealOriginals(from place: inout ResealPlace, _ limit: Int) throws -> Int {
        let (newest, key) = try keys.current()
        let rows = try db.ask(
            """
            SELECT event_id, field, key_id, sealed, events.case_number
            FROM originals CROSS JOIN events ON events.id = event_id
            WHERE event_id >= ? AND key_id <> ? ORDER BY event_id LIMIT \(max(0, limit))
            """, [place.originals, newest]
        ).map { row in
            CaseNumber(value: row[4]).map {
                (
                    event: row[0] as Int64, field: row[1] as String, key: row[2] as Int64,
                    sealed: row.bytes(3),
                    number: $0
                )
            }
        }
        for row in rows {
            let home = Masked.place(row.number, row.event, row.field)
            let text = try keys.key(row.key).open(row.sealed, for: home)
            try db.run(
                "UPDATE originals SET key_id = ?, sealed = ? WHERE event_id = ? AND field = ?",
                [newest, blob(try key.seal(text, for: home)), row.event, row.field])
            // An event may have more than one.
            place.originals = row.event
        }
        return rows.count
    }
}
