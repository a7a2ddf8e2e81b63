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

extension StoreWriter {
    /// Makes a key of the ring the store's newest. Everything that is recorded from now on is sealed with it.
    public func enter(_ key: Keyring.Key) throws {
        guard try keys.newest()?.fingerprint != key.fingerprint else { return }
        _ = try keys.enter(key)
    }

    /// Seals a portion of what older keys sealed with the newest one. Returns how many entries it was; 0 at the end.
    public func reseal(atMost limit: Int) throws -> Int {
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        var count = try resealCallers(limit)
        count += try resealOriginals(limit - count)
        return try count + resealAttachments(limit - count)
    }

    private func resealCallers(_ limit: Int) throws -> Int {
        let (newest, key) = try keys.current()
        let contacts = try db.ask(
            """
            SELECT contact_id, contacts.case_number, contacts.sequence, contacts.source, salt, key_id
            FROM callers JOIN contacts ON contacts.id = contact_id WHERE key_id <> ? LIMIT \(limit)
            """, [newest]
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
        }
        return contacts.count
    }

    private func resealOriginals(_ limit: Int) throws -> Int {
        let (newest, key) = try keys.current()
        let rows = try db.ask(
            """
            SELECT event_id, field, key_id, sealed, events.case_number
            FROM originals JOIN events ON events.id = event_id WHERE key_id <> ? LIMIT \(max(0, limit))
            """, [newest]
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
            let place = Masked.place(row.number, row.event, row.field)
            let text = try keys.key(row.key).open(row.sealed, for: place)
            try db.run(
                "UPDATE originals SET key_id = ?, sealed = ? WHERE event_id = ? AND field = ?",
                [newest, blob(try key.seal(text, for: place)), row.event, row.field])
        }
        return rows.count
    }
}
