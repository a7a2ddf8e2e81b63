import Casework
import GRDB

/// What is put up to be issued as a day's bulletin.
public struct Publication: Hashable, Sendable {
    /// The day.
    public var day: CivilDay
    /// 0 for the original, then the correction's number.
    public var number = 0
    /// Why it is corrected; empty for the original.
    public var reason = ""
    /// What stands above a correction; empty for the original.
    public var heading = ""
    /// The text, without a line end at its end.
    public var text: String
    /// The figures as JSON.
    public var figures: String
    /// The template that made the text.
    public var template: String
    /// How many people must sign it.
    public var signatures: Int

    /// An original.
    public init(day: CivilDay, text: String, figures: String, template: String, signatures: Int) {
        self.day = day
        self.text = text
        self.figures = figures
        self.template = template
        self.signatures = signatures
    }
}

/// A bulletin, or a correction of one, that was put up to be issued.
public struct Edition: Hashable, Sendable, Identifiable {
    /// That somebody signed.
    public struct Signature: Hashable, Sendable {
        /// Who.
        public let staff: String
        /// When.
        public let at: Instant
    }

    /// Its place in the store.
    public let id: Int64
    /// What it says.
    public let publication: Publication
    /// When it was put up.
    public let at: Instant
    /// Who put it up: the editor.
    public let staff: String
    /// The history's newest link at that moment.
    public let head: ChainHead
    /// Who signed, in order; the editor first.
    public let signatures: [Signature]

    /// Whether it has all signatures that it needs.
    public var isIssued: Bool { signatures.count >= publication.signatures }
    /// When the last one signed.
    public var issuedAt: Instant { signatures.last?.at ?? at }
}

extension StoreReader {
    /// All that was put up for the bulletins of these days, in order.
    public func editions(from: CivilDay, to: CivilDay) throws -> [Edition] {
        var signatures: [Int64: [Edition.Signature]] = [:]
        let bounds = [Int64(from.compact), Int64(to.compact)]
        try db.ask(
            """
            SELECT edition_id, signed.staff, signed.at
            FROM bulletin_editions AS editions CROSS JOIN bulletin_signatures AS signed ON edition_id = editions.id
            WHERE day BETWEEN ? AND ? ORDER BY signed.at, signed.staff <> editions.staff
            """, bounds
        ).forEach { row in
            signatures[row[0], default: []].append(.init(staff: row[1], at: Instant(seconds: row[2])))
        }
        return try db.ask(
            """
            SELECT id, day, number, reason, heading, text, figures, template, signatures, at, staff, head_event,
                head_hash
            FROM bulletin_editions WHERE day BETWEEN ? AND ? ORDER BY id
            """, bounds
        ).map { row in
            guard let day = CivilDay(compact: row[1]) else { return nil }
            var publication = Publication(
                day: day, text: row[5], figures: row[6], template: row[7], signatures: row[8])
            publication.number = row[2]
            publication.reason = row[3]
            publication.heading = row[4]
            return Edition(
                id: row[0], publication: publication, at: Instant(seconds: row[9]), staff: row[10],
                head: ChainHead(event: row[11], hash: row.bytes(12)), signatures: signatures[row[0]] ?? [])
        }
    }

    /// SHA-256 over what is kept of an edition and what was counted in it.
    ///
    /// - Parameters:
    ///   - contacts: asks for the contacts by number, eight columns.
    ///   - callbacks: asks for the callbacks by number.
    private func digest(
        _ publication: Publication, at: Instant, by staff: String, head: ChainHead,
        contacts: consuming Question,
        callbacks: consuming Question
    ) throws -> [UInt8] {
        let encoding = Encoding()
        for number in [publication.day.compact, publication.number, publication.signatures] {
            encoding.add(Int64(number))
        }
        for text in [
            publication.reason, publication.heading, publication.text, publication.figures,
            publication.template, staff,
        ] { encoding.add(text) }
        encoding.add(at.seconds)
        encoding.add(head.event)
        head.hash.withUnsafeBytes { encoding.add(.blob, $0) }
        try contacts.forEach { row in for column: Int32 in 0..<8 { row.write(column, into: encoding) } }
        encoding.add(Int64?.none)
        try callbacks.forEach { row in row.write(0, into: encoding) }
        return Array(encoding.digest)
    }

    static let countedColumns =
        "contact_id, received_at, channel_id, kind_id, category_id, disposition, area_id, spot"
    static let countedNow = """
        SELECT \(countedColumns) FROM contact_states AS states
        WHERE \(counted("states", days: "= :day")) ORDER BY contact_id
        """
    static let calledBackNow = "SELECT id FROM events WHERE responded IS NOT NULL AND day = :day ORDER BY id"

    /// The digest of an edition that is put up now.
    func digest(_ publication: Publication, at: Instant, by staff: String, head: ChainHead) throws -> [UInt8]
    {
        let values = [
            "day": publication.day.compact.databaseValue, "moment": Instant.latest.seconds.databaseValue,
        ]
        return try digest(
            publication, at: at, by: staff, head: head, contacts: db.ask(Self.countedNow, values),
            callbacks: db.ask(Self.calledBackNow, values))
    }

    /// Whether an edition is what it was when it was put up.
    public func isUnchanged(_ edition: Edition) throws -> Bool {
        let digest = try digest(
            edition.publication, at: edition.at, by: edition.staff, head: edition.head,
            contacts: db.ask(
                "SELECT \(Self.countedColumns) FROM bulletin_contacts WHERE edition_id = ? ORDER BY contact_id",
                [edition.id]),
            callbacks: db.ask(
                "SELECT event_id FROM bulletin_callbacks WHERE edition_id = ? ORDER BY event_id", [edition.id]
            ))
        return try db.ask("SELECT digest FROM bulletin_editions WHERE id = ?", [edition.id])
            .first { $0.bytes(0) == digest } ?? false
    }

    /// The contacts that were counted in an edition, as they were, in the order of their receipt.
    public func contactLines(
        of edition: Edition.ID, where isWanted: (Facet) -> Bool = { _ in true }
    ) throws -> [ContactLine] {
        var facets = try Facets(self)
        return try db.ask(
            """
            SELECT counted.channel_id, counted.disposition, counted.kind_id, counted.category_id,
                contacts.case_number, contacts.sequence, counted.received_at, coalesce(areas.path, ''),
                counted.spot, iif(contacts.title = '', contacts.content, contacts.title)
            FROM bulletin_contacts AS counted JOIN contacts ON contacts.id = counted.contact_id
                LEFT JOIN areas ON areas.id = counted.area_id
            WHERE counted.edition_id = ? ORDER BY counted.received_at, contacts.id
            """, [edition]
        ).map { row in facets.line(row).flatMap { isWanted($0.facet) ? $0 : nil } }
    }

    /// The callbacks that were counted in an edition, in their order.
    public func callbackLines(of edition: Edition.ID) throws -> [CallbackLine] {
        try db.ask(
            """
            \(Self.eventColumns) JOIN bulletin_callbacks ON bulletin_callbacks.event_id = events.id
            WHERE edition_id = ? ORDER BY at, id
            """, [edition]
        ).map { row in Self.event(row).flatMap(CallbackLine.init) }
    }
}

extension StoreWriter {
    /// Puts something up to be issued, with all that is counted in it now. Its editor signs it.
    public func add(_ publication: Publication, by staff: String, at: Instant) throws {
        let head = try reader.chainHead()
        let digest = try reader.digest(publication, at: at, by: staff, head: head)
        let id = try Insertion(
            db,
            """
            INSERT INTO bulletin_editions (
                day, number, at, staff, reason, heading, text, figures, template, signatures, head_event, head_hash,
                digest
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run { row in
            row.add(publication.day.compact)
            row.add(publication.number)
            row.add(at.seconds)
            row.add(staff)
            row.add(publication.reason)
            row.add(publication.heading)
            row.add(publication.text)
            row.add(publication.figures)
            row.add(publication.template)
            row.add(publication.signatures)
            row.add(head.event)
            row.add(head.hash)
            row.add(digest)
        }
        let (day, now) = (publication.day.compact, Instant.latest.seconds)
        try db.run(
            """
            INSERT INTO bulletin_contacts (edition_id, \(StoreReader.countedColumns))
            SELECT :edition, * FROM (\(StoreReader.countedNow))
            """, ["edition": id, "day": day, "moment": now])
        try db.run(
            """
            INSERT INTO bulletin_callbacks (edition_id, event_id)
            SELECT :edition, * FROM (\(StoreReader.calledBackNow))
            """, ["edition": id, "day": day])
        try sign(id, by: staff, at: at)
    }

    /// Signs what was put up.
    public func sign(_ edition: Edition.ID, by staff: String, at: Instant) throws {
        try db.run(
            "INSERT INTO bulletin_signatures (edition_id, staff, at) VALUES (?, ?, ?)",
            [edition, staff, at.seconds])
    }
}
