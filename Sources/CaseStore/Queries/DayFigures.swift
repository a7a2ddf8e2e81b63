import Casework
import GRDB

/// One contact as a line behind a figure.
public struct ContactLine: Hashable, Sendable {
    /// Its number.
    public let number: ContactNumber
    /// When it was received, as it stands now.
    public let receivedAt: Instant
    /// What decides where it counts.
    public let facet: Facet
    /// Names of the area, from the district down; empty where unknown.
    public let area: String
    /// The spot, or empty.
    public let spot: String
    /// The heading, or the content where there is none.
    public let title: String
}

/// One connected callback.
public struct CallbackLine: Hashable, Sendable {
    /// The contact that was called back.
    public let number: ContactNumber
    /// When.
    public let at: Instant
    /// By whom.
    public let staff: String
    /// What the caller said.
    public let outcome: CallbackOutcome

    /// Nil for what is no connected callback.
    init?(_ event: Event) {
        guard let outcome = event.outcome else { return nil }
        number = ContactNumber(caseNumber: event.caseNumber, sequence: event.sequence ?? 1)
        at = event.at
        staff = event.staff
        self.outcome = outcome
    }
}

extension StoreReader {
    static let facetQuery = """
        SELECT channel_id, disposition, kind_id, category_id FROM contact_states AS states
        WHERE \(counted("states"))
        """

    /// How many contacts of these days share all facets.
    ///
    /// - Parameter moment: the state that had been reached by then; nil for now.
    public func facetCounts(from: CivilDay, to: CivilDay, asOf moment: Instant? = nil) throws -> [FacetCount]
    {
        // Counted here: SQLite would sort the rows for it, which takes several times as long.
        var counts: [FacetRow: Int] = [:]
        try db.ask(Self.facetQuery, Self.counting(from, to, moment)).forEach { row in
            counts[FacetRow(row), default: 0] += 1
        }
        var facets = try Facets(self)
        return counts.compactMap { row, count in
            facets.facet(row).map { FacetCount(facet: $0, count: count) }
        }
    }

    /// The contacts of these days that count, one by one, in the order of their receipt.
    ///
    /// - Parameter disposition: only those that were dealt with so; what is left out is not even looked up.
    public func contactLines(
        from: CivilDay, to: CivilDay, asOf moment: Instant? = nil, disposition: Disposition? = nil,
        where isWanted: (Facet) -> Bool
    ) throws -> [ContactLine] {
        var facets = try Facets(self)
        let sql = """
            SELECT states.channel_id, states.disposition, states.kind_id, states.category_id,
                contacts.case_number, contacts.sequence, states.received_at, coalesce(areas.path, ''),
                states.spot, iif(contacts.title = '', contacts.content, contacts.title)
            FROM contact_states AS states JOIN contacts ON contacts.id = states.contact_id
                LEFT JOIN areas ON areas.id = states.area_id
            WHERE \(Self.counted("states")) AND states.disposition = coalesce(:disposition, states.disposition)
            ORDER BY states.received_at, contacts.id
            """
        var arguments = Self.counting(from, to, moment)
        arguments["disposition"] = (disposition?.rawValue).databaseValue
        return try db.ask(sql, arguments).map { row in
            facets.line(row).flatMap { isWanted($0.facet) ? $0 : nil }
        }
    }

    /// How many callbacks were connected on these days.
    public func callbackCount(from: CivilDay, to: CivilDay, asOf moment: Instant? = nil) throws -> Int {
        try db.ask(
            """
            SELECT count(*) FROM events
            WHERE responded IS NOT NULL AND day BETWEEN :from AND :to AND at <= :moment
            """, Self.counting(from, to, moment)
        ).first { $0[0] } ?? 0
    }

    /// The callbacks that were connected on these days, in their order.
    public func callbackLines(from: CivilDay, to: CivilDay, asOf moment: Instant? = nil) throws
        -> [CallbackLine]
    {
        try db.ask(
            """
            \(Self.eventColumns)
            WHERE responded IS NOT NULL AND day BETWEEN :from AND :to AND at <= :moment ORDER BY at, id
            """, Self.counting(from, to, moment)
        ).map { row in
            Self.event(row).flatMap(CallbackLine.init)
        }
    }
}

extension Instant {
    /// The moment that stands for "now" in spans: later than all that can be recorded, before the end of time.
    static let latest = Instant(seconds: Instant.endOfTime.seconds - 1)
}

/// What decides where a contact counts, as rows of the directory.
struct FacetRow: Hashable {
    let channel: Channel.ID
    let disposition: String
    let kind: RequestKind.ID?
    let category: Casework.Category.ID

    /// The first columns of a row are channel, disposition, kind and category.
    init(_ row: Columns) {
        channel = row[0]
        disposition = row[1]
        kind = row[2]
        category = row[3]
    }
}

/// The rows of the directory that facets point to.
struct Facets {
    let channels: [Channel.ID: Channel]
    let kinds: [RequestKind.ID: RequestKind]
    let categories: [Casework.Category.ID: Casework.Category]
    let topics: [String: Casework.Category]
    private var topicOf: [Casework.Category.ID: Casework.Category] = [:]

    init(_ reader: StoreReader) throws {
        channels = try reader.allChannels()
        kinds = try reader.allKinds()
        categories = try reader.allCategories()
        // A first-level category that was renamed has several rows; the one with the wording of the time counts.
        topics = Dictionary(
            categories.values.filter { $0.parentCode == nil }.map { (Self.key($0.rootCode, $0.rootName), $0) }
        ) { $0.id > $1.id ? $0 : $1 }
    }

    private static func key(_ code: String, _ name: String) -> String {
        "\(code)/\(name)"
    }

    mutating func facet(_ row: FacetRow) -> Facet? {
        guard let channel = channels[row.channel], let disposition = Disposition(rawValue: row.disposition),
            let category = categories[row.category]
        else { return nil }
        let kind = row.kind.flatMap { kinds[$0] }
        let topic = topicOf[category.id] ?? topics[Self.key(category.rootCode, category.rootName)] ?? category
        topicOf[category.id] = topic
        return Facet(channel: channel, kind: kind, category: category, topic: topic, disposition: disposition)
    }

    /// A contact in the columns of its facets, then case, sequence, receipt, area, spot and heading.
    mutating func line(_ row: Columns) -> ContactLine? {
        guard let facet = facet(FacetRow(row)), let number = row.contactNumber(4) else { return nil }
        return ContactLine(
            number: number, receivedAt: Instant(seconds: row[6]), facet: facet, area: row[7], spot: row[8],
            title: row[9])
    }
}
