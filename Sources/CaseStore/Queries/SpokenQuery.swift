import Casework
import GRDB

/// A contact that counts, with what was said and who said it.
public struct SpokenContact: Hashable, Sendable {
    /// Its number.
    public let number: ContactNumber
    /// When it was received.
    public let receivedAt: Instant
    /// The business day.
    public let day: CivilDay
    /// The row of the category.
    public let category: Casework.Category.ID
    /// The row of the area; nil where it is not known.
    public let area: Area.ID?
    /// The spot as it was entered, or empty.
    public let spot: String
    /// The place that the text names, where none was entered.
    public let recognised: PlaceName?
    /// A free address, or empty.
    public let address: String
    /// The heading, or empty.
    public let title: String
    /// What was said, or empty.
    public let content: String
    /// How many others supported it.
    public let likes: Int
    /// The same for all contacts of one person, by phone or by the other system's key. Nil where neither is known.
    public let caller: Int64?
    /// The number in the system it came from.
    public let externalID: String?

    fileprivate init?(_ row: Columns) {
        guard let number = CaseNumber(value: row[0]), let day = CivilDay(compact: row[3]) else { return nil }
        self.number = ContactNumber(caseNumber: number, sequence: row[1])
        receivedAt = Instant(seconds: row[2])
        self.day = day
        category = row[4]
        area = row[5]
        spot = row[6]
        address = row[7]
        title = row[8]
        content = row[9]
        likes = (row[10] as Int?) ?? 0
        caller = row[11]
        let name: String? = row[12]
        recognised = name.map { PlaceName(name: $0, key: row[13]) }
        externalID = row[14]
    }
}

extension StoreReader {
    /// What was said on these days, by the days; of one day in the order of entry.
    ///
    /// - Parameters:
    ///   - categories: rows of the categories wanted; nil for all.
    ///   - givenCategory: only those whose category a person or another system named.
    ///   - newest: only so many of the newest, the newest day first.
    public func spoken(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil, categories: [Casework.Category.ID]? = nil,
        givenCategory: Bool = false, newest: Int? = nil,
        each: (SpokenContact) throws -> Void
    ) throws {
        var values = Self.counting(from, to, moment)
        values["newest"] = newest.databaseValue
        try db.ask(
            """
            SELECT \(Self.spokenColumns)
            \(Self.spokenRows(categories)) CROSS JOIN contacts ON contacts.id = states.contact_id
                \(Self.spokenJoins)
            \(givenCategory ? "WHERE states.category_source = 'given'" : "")
            ORDER BY \(newest == nil ? "found.day, contacts.id" : "found.day DESC LIMIT :newest")
            """, values
        ).forEach { row in
            if let contact = SpokenContact(row) { try each(contact) }
        }
    }

    /// The rows that count, from the index of days alone: the table itself, which has no rowids, would be looked into
    /// for each row of these days before anything else is asked of it.
    private static func spokenRows(_ categories: [Casework.Category.ID]?) -> String {
        let wanted = categories.map { $0.map { String($0) }.joined(separator: ", ") }
        return """
            FROM contact_states AS found CROSS JOIN contact_states AS states
                ON states.contact_id = found.contact_id AND states.since = found.since
                    AND \(counted("found"))
                    \(wanted.map { "AND found.category_id IN (\($0))" } ?? "")
            """
    }

    /// Contacts that may be about the same matter as one that is being taken down: those whose text or spot names the
    /// place, and those of the same phone.
    ///
    /// - Parameters:
    ///   - place: as it stands in texts; nil where it is not known.
    ///   - phone: nil where it is not known.
    ///   - last: no case of a later day; nil for all.
    ///   - limit: so many of each, the newest.
    public func candidates(
        place: String?, phone: String?, since day: CivilDay, through last: CivilDay? = nil, limit: Int,
        each: (SpokenContact) throws -> Void
    ) throws {
        let first = CaseNumber.range(of: day).lowerBound
        let end = last.map { CaseNumber.range(of: $0).upperBound } ?? Int64.max
        var numbers: Set<Int64> = []
        if let place {
            let stream = try CaseStream(db, SearchTerm(place), place: 0)
            var bound = last.map(DocumentNumber.bound(after:)) ?? Int64.max
            while numbers.count < limit, let key = try stream.next(below: bound),
                let number = DocumentNumber.number(ofKey: key), number.value >= first
            {
                numbers.insert(number.value)
                bound = key
            }
        }
        let known = try phone.map { try cases(ofPhone: $0, limit: limit).map(\.value) } ?? []
        numbers.formUnion(known.filter { first <= $0 && $0 <= end })
        for number in numbers.sorted() {
            try db.ask(
                """
                SELECT \(Self.spokenColumns)
                FROM contacts CROSS JOIN contact_states AS states ON states.contact_id = contacts.id
                    \(Self.spokenJoins)
                WHERE contacts.case_number = ? AND states.standing = 'counted'
                    AND states.until = \(Instant.endOfTime.seconds)
                """, [number]
            ).forEach { row in
                if let contact = SpokenContact(row) { try each(contact) }
            }
        }
    }

    private static let spokenColumns = """
        contacts.case_number, contacts.sequence, states.received_at, states.day, states.category_id, states.area_id,
        states.spot, states.address, contacts.title, contacts.content, contacts.likes,
        callers.person, places.name, places.key, contacts.external_id
        """
    private static let spokenJoins = """
        LEFT JOIN callers ON callers.contact_id = contacts.id
        LEFT JOIN recognised_places AS places ON places.contact_id = contacts.id
        """

    /// The first day with a contact that counts; nil in an empty store.
    public func firstDay() throws -> CivilDay? {
        try db.ask("SELECT min(day) FROM day_counts WHERE contacts > 0").first { row in
            (row[0] as Int?).flatMap { CivilDay(compact: $0) }
        }
    }

    /// The day, kind, category and area of each contact of these days that counts, in no order.
    public func dailyCounts(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil,
        each: (_ day: Int, _ kind: RequestKind.ID?, _ category: Casework.Category.ID, _ area: Area.ID?) throws
            -> Void
    ) throws {
        try db.ask(
            """
            SELECT day, kind_id, category_id, area_id FROM contact_states AS states
            WHERE \(Self.counted("states"))
            """, Self.counting(from, to, moment)
        ).forEach { row in try each(row[0], row[1], row[2], row[3]) }
    }

    /// The model that was learned last; nil before.
    public func newestModel() throws -> StoredModel? {
        try db.ask(
            "SELECT version, learned_at, examples, bytes FROM models ORDER BY version DESC LIMIT 1"
        ).first { row in
            StoredModel(
                version: row[0], learnedAt: Instant(seconds: row[1]), examples: row[2], bytes: row.bytes(3))
        }
    }
}

/// What was learned from the store's own cases.
public struct StoredModel: Hashable, Sendable {
    /// From 1.
    public let version: Int
    /// When.
    public let learnedAt: Instant
    /// From how many cases.
    public let examples: Int
    /// The model itself.
    public let bytes: [UInt8]
}

extension StoreWriter {
    /// Keeps what was learned; what was learned long ago goes. Returns the version.
    public func add(model bytes: [UInt8], examples: Int, by staff: String, at moment: Instant) throws -> Int {
        try Insertion(
            db, "INSERT INTO models (learned_at, learned_by, examples, bytes) VALUES (?, ?, ?, ?)"
        ).run { row in
            row.add(moment.seconds)
            row.add(staff)
            row.add(examples)
            row.add(bytes)
        }
        let version = Int(db.lastInsertedRowID)
        try db.run("DELETE FROM models WHERE version <= ?", [version - Self.modelsKept])
        return version
    }

    private static let modelsKept = 5
}
