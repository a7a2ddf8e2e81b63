import Casework
import GRDB

/// A contact that counts, as far as it tells where the matter is and who called.
public struct SightedContact: Hashable, Sendable {
    /// Its row.
    public let row: Int64
    /// The row of the category.
    public let category: Casework.Category.ID
    /// The row of the area; nil where it is not known.
    public let area: Area.ID?
    /// The spot as it was entered, or empty.
    public let spot: String
    /// The place that the text names, where no spot was entered.
    public let recognised: PlaceName?
    /// The same for all contacts of one person; nil where nobody asked or the person is not known.
    public let caller: Int64?
    /// Heading and content; empty where nobody asked.
    public let text: String

    fileprivate init(_ row: Columns) {
        self.row = row[0]
        category = row[1]
        area = row[2]
        spot = row[3]
        let name: String? = row[4]
        recognised = name.map { PlaceName(name: $0, key: row[5]) }
        caller = row[6]
        text = Contact.said(row[7], row[8])
    }
}

/// What of contacts is read beside where they are. Each costs a search for every contact.
public struct SightedParts: OptionSet, Sendable {
    /// The parts as bits.
    public let rawValue: Int
    /// The parts of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Who called.
    public static let callers = SightedParts(rawValue: 1)
    /// What was said.
    public static let texts = SightedParts(rawValue: 2)
}

extension StoreReader {
    /// The contacts of these days in some categories, from the index of days and what is asked for besides.
    ///
    /// - Parameters:
    ///   - channels, kinds: rows of those that are left out.
    ///   - newest: only so many; nil for all. The newest day comes first.
    public func sighted(
        from: CivilDay, to: CivilDay, asOf moment: Instant?, categories: [Casework.Category.ID],
        besides channels: [Channel.ID] = [], _ kinds: [RequestKind.ID] = [], newest: Int? = nil,
        with parts: SightedParts, each: (SightedContact) throws -> Void
    ) throws {
        var wanted = newest ?? .max
        let query = Self.sightedQuery(categories, besides: channels, kinds, with: parts)
        // Day by day the index leads to the categories; over several days it would be read whole.
        for number in stride(from: to.number, through: from.number, by: -1) where wanted > 0 {
            try db.ask(
                query,
                [
                    "day": CivilDay(number: number).compact.databaseValue, "wanted": wanted.databaseValue,
                    "moment": (moment ?? .latest).seconds.databaseValue,
                ]
            ).forEach {
                wanted -= 1
                try each(SightedContact($0))
            }
        }
    }

    static func sightedQuery(
        _ categories: [Casework.Category.ID], besides channels: [Channel.ID] = [],
        _ kinds: [RequestKind.ID] = [], with parts: SightedParts
    ) -> String {
        func list(_ rows: [Int64]) -> String { rows.map { String($0) }.joined(separator: ", ") }
        let (callers, texts) = (parts.contains(.callers), parts.contains(.texts))
        return """
            SELECT found.contact_id, found.category_id, found.area_id, found.spot, places.name, places.key,
                \(callers ? "callers.person" : "NULL"), \(texts ? "contacts.title, contacts.content" : "'', ''")
            FROM contact_states AS found \(texts ? "CROSS JOIN contacts ON contacts.id = found.contact_id" : "")
                LEFT JOIN recognised_places AS places ON found.spot = '' AND places.contact_id = found.contact_id
                \(callers ? "LEFT JOIN callers ON callers.contact_id = found.contact_id" : "")
            WHERE \(counted("found", days: "= :day"))
                AND found.category_id IN (\(list(categories)))
                AND found.channel_id NOT IN (\(list(channels)))
                AND coalesce(found.kind_id, 0) NOT IN (\(list(kinds)))
            LIMIT :wanted
            """
    }

    /// The numbers of contacts by their rows, rising.
    public func contactNumbers(ofRows rows: [Int64]) throws -> [ContactNumber] {
        try rows.compactMap { row in
            try db.ask("SELECT case_number, sequence FROM contacts WHERE id = ?", [row]).first {
                $0.contactNumber(0)
            } ?? nil
        }.sorted()
    }
}
