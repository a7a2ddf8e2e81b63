import Casework
import GRDB
import Sealing

/// What texts said before what tells who somebody is was hidden in them.
struct Masked {
    /// The entry as it is stored.
    let entry: HistoryEntry
    /// What stood there: the field and its text.
    private(set) var originals: [(field: String, text: String)] = []

    private static let contactTexts: [(name: String, path: any WritableKeyPath<Contact, String> & Sendable)] =
        [
            ("title", \.title), ("content", \.content), ("wants", \.wants), ("spot", \.place.spot),
            ("address", \.place.address),
        ]
    private static let eventTexts: [(name: String, path: any WritableKeyPath<Event, String> & Sendable)] = [
        ("reason", \.reason), ("reply", \.reply), ("note", \.note),
    ]

    init(_ entry: HistoryEntry, _ mask: TextMask) {
        var entry = entry
        if var contact = entry.contact {
            for (name, path) in Self.contactTexts {
                guard let masked = mask.masked(contact[keyPath: path]) else { continue }
                originals.append((name, contact[keyPath: path]))
                contact[keyPath: path] = masked
            }
            entry.contact = contact
        }
        for (name, path) in Self.eventTexts {
            guard let masked = mask.masked(entry.event[keyPath: path]) else { continue }
            originals.append((name, entry.event[keyPath: path]))
            entry.event[keyPath: path] = masked
        }
        if let spot = entry.event.amendment?.spot, let masked = mask.masked(spot) {
            originals.append(("amended_spot", spot))
            entry.event.amendment?.spot = masked
        }
        if let address = entry.event.amendment?.address, let masked = mask.masked(address) {
            originals.append(("amended_address", address))
            entry.event.amendment?.address = masked
        }
        self.entry = entry
    }

    /// What an original belongs to; anywhere else it does not open.
    static func place(_ number: CaseNumber, _ event: Int64, _ field: String) -> String {
        "\(number)/\(event)/\(field)"
    }
}

extension StoreWriter {
    /// Seals what texts of an event said before it was hidden.
    func add(_ originals: [(field: String, text: String)], of event: Event) throws {
        guard !originals.isEmpty else { return }
        let (number, key) = try keys.current()
        for (field, text) in originals {
            let sealed = try key.seal(text, for: Masked.place(event.caseNumber, event.id, field))
            try Insertion(
                db, "INSERT INTO originals (event_id, field, key_id, sealed) VALUES (?, ?, ?, ?)"
            ).run { row in
                row.add(event.id)
                row.add(field)
                row.add(number)
                row.add(sealed)
            }
        }
    }

    /// What hides the callers of a case in its texts; where no key is at hand, only what everybody could tell.
    func mask(of number: CaseNumber) -> TextMask {
        let callers = (try? reader.callers(of: number)) ?? []
        return TextMask(names: callers.map(\.name), phones: callers.map(\.phone))
    }
}

extension StoreReader {
    /// The callers of a case's contacts, as far as they are known.
    func callers(of number: CaseNumber) throws -> [Caller] {
        let contacts: [ContactNumber] = try db.ask(
            """
            SELECT contacts.case_number, contacts.sequence
            FROM contacts JOIN callers ON callers.contact_id = contacts.id WHERE contacts.case_number = ? ORDER BY 2
            """, [number.value]
        ).map { $0.contactNumber(0) }
        return try contacts.map(caller)
    }

    /// What the texts of a case said before something was hidden in them, by event and field.
    ///
    /// - Throws: ``SealingError`` without the key with which they were sealed.
    public func originals(of number: CaseNumber) throws -> [(event: Int64, field: String, text: String)] {
        let sealed = try db.ask(
            """
            SELECT event_id, field, key_id, sealed
            FROM events JOIN originals ON originals.event_id = events.id
            WHERE events.case_number = ? ORDER BY 1, 2
            """, [number.value]
        ).map { row in
            (event: row[0] as Int64, field: row[1] as String, key: row[2] as Int64, sealed: row.bytes(3))
        }
        return try sealed.map { entry in
            let text = try keys.key(entry.key).open(
                entry.sealed, for: Masked.place(number, entry.event, entry.field))
            return (entry.event, entry.field, text)
        }
    }
}
