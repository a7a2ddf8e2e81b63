import Casework
import GRDB
import Sealing

/// The parts of what is known of a caller, each sealed for itself, in the order of their columns.
private let parts: [(name: String, path: any WritableKeyPath<Caller, String> & Sendable)] = [
    ("name", \.name), ("phone", \.phone), ("identity", \.identity), ("home", \.home),
    ("external_id", \.externalID),
]

/// What a sealed part belongs to; anywhere else it does not open.
private func place(_ contact: ContactNumber, _ part: String) -> String {
    "\(contact)/\(part)"
}

extension Keyring.Key {
    /// By what a person is found again: the phone, or else the other system's key. Nil where neither is known.
    func person(_ caller: Caller, source: String) -> Int64? {
        if !caller.phone.isEmpty { return person("phone \(caller.phone)") }
        return caller.externalID.isEmpty ? nil : person("id \(source)/\(caller.externalID)")
    }

    fileprivate func person(_ text: String) -> Int64 {
        Int64(truncatingIfNeeded: hash(text).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

/// Who made a contact, sealed.
struct SealedCaller: Sendable {
    /// Of the key.
    let fingerprint: [UInt8]
    fileprivate let parts: [[UInt8]?]
    fileprivate let salt: [UInt8]
    fileprivate let person: Int64?

    /// - Parameter source: where the other system's key of the caller comes from.
    init(
        _ caller: Caller, of contact: ContactNumber, source: String, salt: [UInt8], with key: Keyring.Key
    ) throws {
        fingerprint = key.fingerprint
        parts = try CaseStore.parts.map { part in
            let text = caller[keyPath: part.path]
            return text.isEmpty ? nil : try key.seal(text, for: place(contact, part.name))
        }
        // Whoever knew the salt could try all numbers against the commitment.
        self.salt = try key.seal(salt, for: place(contact, "salt"))
        person = key.person(caller, source: source)
    }
}

extension StoreWriter {
    /// Keeps who made a contact.
    ///
    /// - Parameter key: the number of the key with which it is sealed.
    func add(_ sealed: SealedCaller, row id: Int64, key: Int64) throws {
        try Insertion(db, Self.addCaller).run { row in
            row.add(id)
            row.add(key)
            row.add(sealed.salt)
            row.add(sealed.person)
            for bytes in sealed.parts { row.add(bytes) }
        }
    }

    private static let addCaller = """
        INSERT INTO callers (contact_id, key_id, salt, person, name, phone, identity, home, external_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension StoreReader {
    /// Who made a contact; an unknown caller where nothing is recorded, or no longer.
    ///
    /// - Throws: ``SealingError`` without the key with which it was sealed.
    public func caller(of contact: ContactNumber) throws -> Caller {
        try openedCallers(of: contact.caseNumber, sequence: contact.sequence).first?.caller ?? Caller()
    }

    /// Who made the contacts of a case, in the order of these; contacts of whose callers nothing is kept are left out.
    ///
    /// - Throws: ``SealingError`` without the key with which they were sealed.
    public func callers(of number: CaseNumber) throws -> [(contact: ContactNumber, caller: Caller)] {
        try openedCallers(of: number, sequence: nil)
    }

    /// The callers of a case, those left out whom no key opens any more.
    ///
    /// - Throws: ``SealingError`` without the key in use: whom it would open must not be named openly.
    public func knownCallers(of number: CaseNumber) throws -> [Caller] {
        var isFirst = true
        return try openedCallers(of: number, sequence: nil) { error in
            // That it can be opened by nobody is found out with the key in use at hand.
            if isFirst { _ = try keys.current() }
            isFirst = false
            guard [.otherKey, .broken].contains(error) else { throw error }
        }.map(\.caller)
    }

    /// - Parameter failure: told why somebody cannot be opened, who is left out then.
    private func openedCallers(
        of number: CaseNumber, sequence: Int?, failure: (SealingError) throws -> Void = { throw $0 }
    ) throws -> [(contact: ContactNumber, caller: Caller)] {
        try db.ask(
            """
            SELECT key_id, name, phone, identity, home, callers.external_id, case_number, sequence
            FROM contacts JOIN callers ON contact_id = contacts.id
            WHERE case_number = :number AND sequence BETWEEN :first AND :last ORDER BY sequence
            """,
            [
                "number": number.value.databaseValue, "first": (sequence ?? 0).databaseValue,
                "last": (sequence ?? .max).databaseValue,
            ]
        ).map { row in
            guard let contact = row.contactNumber(6) else { return nil }
            do {
                let sealed = (1...5).map { row.bytes($0) }
                return (contact, try opened(sealed, with: keys.key(row[0]), of: contact))
            } catch let error as SealingError {
                try failure(error)
                return nil
            }
        }
    }

    /// Of how many contacts something of the caller is kept.
    public func callerCount() throws -> Int {
        try db.ask("SELECT count(*) FROM callers").first { $0[0] } ?? 0
    }

    /// Of how many contacts of a case something of the caller is kept.
    public func callerCount(of number: CaseNumber) throws -> Int {
        try db.ask(
            "SELECT count(*) FROM contacts JOIN callers ON contact_id = contacts.id WHERE case_number = ?",
            [number.value]
        ).first { $0[0] } ?? 0
    }

    /// The salt of a contact's commitment, opened.
    func salt(_ sealed: [UInt8], of contact: ContactNumber, with key: Keyring.Key) throws -> [UInt8] {
        try key.bytes(in: sealed, for: place(contact, "salt"))
    }

    /// Whether anything is kept of who made a contact.
    public func hasCaller(_ contact: ContactNumber) throws -> Bool {
        try db.ask(
            """
            SELECT 1 FROM contacts JOIN callers ON contact_id = contacts.id WHERE case_number = ? AND sequence = ?
            """, [contact.caseNumber.value, Int64(contact.sequence)]
        ).first { _ in true } ?? false
    }

    /// The contacts of a range whose sealed callers are not what their events vouch for. What was erased is not there to be
    /// compared.
    ///
    /// - Throws: ``SealingError`` without the key with which they were sealed.
    public func callerFindings(in numbers: ClosedRange<Int64>) throws -> [Finding] {
        try db.ask(
            """
            SELECT key_id, name, phone, identity, home, callers.external_id, salt, caller_commitment,
                contacts.case_number, contacts.sequence, person, contacts.source
            FROM contacts CROSS JOIN callers ON contact_id = contacts.id CROSS JOIN events
                ON events.case_number = contacts.case_number AND events.sequence = contacts.sequence
                    AND action = 'contact'
            WHERE contacts.case_number BETWEEN ? AND ? ORDER BY contacts.case_number, contacts.sequence
            """, [numbers.lowerBound, numbers.upperBound]
        ).map { row in
            guard let contact = row.contactNumber(8) else { return nil }
            let key = try keys.key(row[0])
            let caller = try? opened((1...5).map { row.bytes($0) }, with: key, of: contact)
            let salt = try? self.salt(row.bytes(6), of: contact, with: key)
            let committed = caller.flatMap { caller in salt.map { Commitment(to: caller, salt: $0).digest } }
            let person = caller.flatMap { key.person($0, source: row[11]) }
            return committed == row.bytes(7) && person == row[10] ? nil : .caller(contact)
        } + missingCallers(in: numbers)
    }

    /// The contacts of a range of whose caller something was known that is gone, and that nobody erased.
    private func missingCallers(in numbers: ClosedRange<Int64>) throws -> [Finding] {
        try db.ask(
            """
            SELECT events.case_number, events.sequence
            FROM events CROSS JOIN contacts ON contacts.case_number = events.case_number
                AND contacts.sequence = events.sequence
            WHERE events.case_number BETWEEN ? AND ? AND action = 'contact' AND caller_commitment IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM callers WHERE contact_id = contacts.id)
                AND NOT \(Self.isErased)
            ORDER BY events.case_number, events.sequence
            """, [numbers.lowerBound, numbers.upperBound]
        ).map { row in row.contactNumber(0).map(Finding.caller) }
    }

    private func opened(_ sealed: [[UInt8]], with key: Keyring.Key, of contact: ContactNumber) throws
        -> Caller
    {
        var caller = Caller()
        for (part, bytes) in zip(parts, sealed) where !bytes.isEmpty {
            caller[keyPath: part.path] = try key.open(bytes, for: place(contact, part.name))
        }
        return caller
    }

    /// By what a person with this phone is found, by each key; nothing without keys.
    func persons(phone: String) -> [Int64] {
        let ring = try? keys.keyring()
        return ring?.keys.map { $0.person("phone \(phone)") } ?? []
    }

    /// The cases about which somebody with this phone called, the newest first; none without keys.
    public func cases(ofPhone phone: String, limit: Int) throws -> [CaseNumber] {
        let numbers = try persons(phone: phone).flatMap { person in
            try db.ask(
                """
                SELECT DISTINCT case_number FROM callers JOIN contacts ON contacts.id = callers.contact_id
                WHERE callers.person = ? ORDER BY 1 DESC LIMIT \(limit)
                """, [person]
            ).map { row in CaseNumber(value: row[0]) }
        }
        return Set(numbers).sorted(by: >).prefix(limit).map(\.self)
    }

    /// The number under which a person with this phone is counted; nil without the key with which the store seals.
    public func person(phone: String) throws -> Int64? {
        // Other stores may share the file, and have newer keys in it.
        guard let newest = try keys.newest() else { return nil }
        return (try? keys.keyring())?.key(newest.fingerprint)?.person("phone \(phone)")
    }
}
