import Casework
import GRDB
import Sealing

/// What texts said before what tells who somebody is was hidden in them.
struct Masked {
    /// The entry as it is stored.
    let entry: HistoryEntry
    /// What stood there: the field and its text.
    let originals: [(field: String, text: String)]

    /// - Parameter mask: asked for where there is a text.
    init<Failure: Error>(
        _ entry: HistoryEntry, _ mask: () throws(Failure) -> TextMask
    ) throws(Failure) {
        var entry = entry
        var originals: [(field: String, text: String)] = []
        func hide(_ text: inout String, _ field: String) throws(Failure) {
            guard !text.isEmpty, let masked = try mask().masked(text) else { return }
            originals.append((field, text))
            text = masked
        }
        if var contact = entry.contact {
            try hide(&contact.title, "title")
            try hide(&contact.content, "content")
            try hide(&contact.wants, "wants")
            try hide(&contact.place.spot, "spot")
            try hide(&contact.place.address, "address")
            entry.contact = contact
        }
        try hide(&entry.event.reason, "reason")
        try hide(&entry.event.reply, "reply")
        try hide(&entry.event.note, "note")
        if var spot = entry.event.amendment?.spot {
            try hide(&spot, "amended_spot")
            entry.event.amendment?.spot = spot
        }
        if var address = entry.event.amendment?.address {
            try hide(&address, "amended_address")
            entry.event.amendment?.address = address
        }
        self.entry = entry
        self.originals = originals
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
}

extension StoreReader {
    /// What the texts of a case said before something was hidden in them, by event and field.
    ///
    /// - Throws: ``SealingError`` without the key with which they were sealed.
    public func originals(of number: CaseNumber) throws -> [(event: Int64, field: String, text: String)] {
        let sealed = try db.ask(
            """
            SELECT event_id, field, key_id, sealed
            FROM events JOIN originals ON originals.event_id = events.id
            WHERE events.case_number = ? AND sealed IS NOT NULL ORDER BY 1, 2
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

    /// The cases with an original that is gone and that nobody erased. That there was one, the event's hash tells.
    public func lostOriginalFindings() throws -> [Finding] {
        try db.ask(
            """
            SELECT DISTINCT events.case_number
            FROM originals CROSS JOIN events ON events.id = originals.event_id
            WHERE sealed IS NULL AND NOT \(Self.isErased) ORDER BY 1
            """
        ).map { row in CaseNumber(value: row[0]).map(Finding.original) }
    }

    /// The events of a range of cases with an original that does not open.
    ///
    /// - Throws: ``SealingError`` without the key with which they were sealed.
    public func originalFindings(in numbers: ClosedRange<Int64>) throws -> [Finding] {
        try db.ask(
            """
            SELECT events.case_number, event_id, field, key_id, sealed
            FROM events CROSS JOIN originals ON originals.event_id = events.id
            WHERE events.case_number BETWEEN ? AND ? AND sealed IS NOT NULL
            ORDER BY events.case_number, event_id, field
            """, [numbers.lowerBound, numbers.upperBound]
        ).map { row in
            guard let number = CaseNumber(value: row[0]) else { return nil }
            let key = try keys.key(row[3])
            let place = Masked.place(number, row[1], row[2])
            return (try? key.open(row.bytes(4), for: place)) == nil ? .original(number) : nil
        }
    }
}
