import Casework
import GRDB
import Sealing

/// What is to be kept of a file that was attached.
public enum AttachmentKeeping: Sendable {
    /// The file as it is.
    case open
    /// The file sealed with this key.
    case sealed(FileKey)
    /// Nothing: only the history came here.
    case absent
}

/// What became of an attached file.
public enum AttachmentState: String, Sendable {
    /// It is stored as it is.
    case open
    /// It is stored sealed.
    case sealed
    /// It was erased, and nobody can get it back.
    case erased
    /// Only the history was taken over from another store.
    case absent
}

extension StoreWriter {
    /// Keeps what opens an attached file.
    func add(_ keeping: AttachmentKeeping, of event: Event) throws {
        guard let attachment = event.attachment else { return }
        var sealed: (key: Int64, bytes: [UInt8])?
        var state = AttachmentState.absent
        switch keeping {
        case .open: state = .open
        case .absent: break
        case .sealed(let key):
            let (number, current) = try keys.current()
            let place = Self.keyPlace(event.caseNumber, event.id, attachment.hash)
            (state, sealed) = (.sealed, (number, try current.seal(key.bytes, for: place)))
        }
        try Insertion(
            db, "INSERT INTO attachments (event_id, state, key_id, sealed_key) VALUES (?, ?, ?, ?)"
        ).run { row in
            row.add(event.id)
            row.add(state.rawValue)
            row.add(sealed?.key)
            row.add(sealed?.bytes)
        }
    }

    /// What the key of a file belongs to; anywhere else it does not open.
    static func keyPlace(_ number: CaseNumber, _ event: Int64, _ hash: [UInt8]) -> String {
        "\(number)/\(event)/\(AttachedFiles.name(hash))"
    }

    /// Erases what opens the sealed attachments of a case. Returns the hashes of the files, which are of no use any more.
    public func eraseAttachments(of number: CaseNumber) throws -> [[UInt8]] {
        // What is erased is overwritten as well.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        let sealed = try reader.keptFiles(of: number).filter { $0.state == .sealed }
        for file in sealed {
            try db.run(
                "UPDATE attachments SET state = 'erased', key_id = NULL, sealed_key = NULL WHERE event_id = ?",
                [file.event])
        }
        return sealed.map(\.hash)
    }

    /// Seals the keys of some files, as far as older keys sealed them, with the newest one. Returns how many.
    func resealAttachments(from place: inout ResealPlace, _ limit: Int) throws -> Int {
        let (newest, current) = try keys.current()
        let rows = try db.ask(
            """
            SELECT event_id, key_id, sealed_key, case_number, file_hash
            FROM attachments CROSS JOIN events ON events.id = event_id
            WHERE event_id > ? AND key_id <> ? ORDER BY event_id LIMIT \(max(0, limit))
            """, [place.attachments, newest]
        ).map { row in
            CaseNumber(value: row[3]).map {
                (
                    event: row[0] as Int64, key: row[1] as Int64, sealed: row.bytes(2), number: $0,
                    hash: row.bytes(4)
                )
            }
        }
        for row in rows {
            let home = Self.keyPlace(row.number, row.event, row.hash)
            let bytes = try keys.key(row.key).bytes(in: row.sealed, for: home)
            try db.run(
                "UPDATE attachments SET key_id = ?, sealed_key = ? WHERE event_id = ?",
                [newest, blob(try current.seal(bytes, for: home)), row.event])
            place.attachments = row.event
        }
        return rows.count
    }
}

/// A file that a store must have.
struct KeptFile {
    /// The event that attached it.
    let event: Int64
    /// Its case.
    let number: CaseNumber
    /// Its hash.
    let hash: [UInt8]
    /// Open or sealed.
    let state: AttachmentState
}

extension StoreReader {
    /// What became of the attachments of a case, by their events.
    public func attachmentStates(of number: CaseNumber) throws -> [Int64: AttachmentState] {
        var states: [Int64: AttachmentState] = [:]
        try db.ask(
            """
            SELECT event_id, state FROM events JOIN attachments ON event_id = events.id
            WHERE case_number = ? AND file_hash IS NOT NULL
            """, [number.value]
        ).forEach { states[$0[0]] = AttachmentState(rawValue: $0[1]) }
        return states
    }

    /// The files that must be there, in the order in which they were attached.
    ///
    /// - Parameter number: only those of this case.
    func keptFiles(of number: CaseNumber? = nil) throws -> [KeptFile] {
        try db.ask(
            """
            SELECT event_id, case_number, file_hash, state FROM attachments JOIN events ON events.id = event_id
            WHERE (state = 'open' OR state = 'sealed') AND file_hash IS NOT NULL
                AND (:number IS NULL OR case_number = :number)
            ORDER BY event_id
            """, ["number": (number?.value).databaseValue]
        ).map { row in
            guard let number = CaseNumber(value: row[1]), let state = AttachmentState(rawValue: row[3]) else {
                return nil
            }
            return KeptFile(event: row[0], number: number, hash: row.bytes(2), state: state)
        }
    }

    /// Attachments of which nothing says what became of them.
    func unkeptAttachments() throws -> [AttachmentNumber] {
        try db.ask(
            """
            SELECT id, case_number FROM events WHERE file_hash IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM attachments WHERE event_id = events.id)
            ORDER BY id
            """
        ).map { row in (row[0] as Int64, CaseNumber(value: row[1])) }
            .compactMap { event, number in try number.map { try attachmentNumber($0, event) } }
    }

    /// The number of the attachment that an event made.
    func attachmentNumber(_ number: CaseNumber, _ event: Int64) throws -> AttachmentNumber {
        let place = try db.ask(
            "SELECT count(*) FROM events WHERE case_number = ? AND file_hash IS NOT NULL AND id <= ?",
            [number.value, event]
        ).first { $0[0] as Int }
        return AttachmentNumber(caseNumber: number, place: place ?? 0)
    }

    /// The key of a sealed attachment; nil where it is not sealed.
    ///
    /// - Throws: ``SealingError`` without the key with which it was sealed.
    func fileKey(of event: Event) throws -> FileKey? {
        guard let attachment = event.attachment else { return nil }
        let row = try db.ask(
            "SELECT key_id, sealed_key FROM attachments WHERE event_id = ? AND state = 'sealed'", [event.id]
        ).first { ($0[0] as Int64, $0.bytes(1)) }
        guard let (number, sealed) = row else { return nil }
        let place = StoreWriter.keyPlace(event.caseNumber, event.id, attachment.hash)
        return try FileKey(bytes: keys.key(number).bytes(in: sealed, for: place))
    }
}
