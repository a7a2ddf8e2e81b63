import CaseStore
import Casework
import Insight

/// Reads contacts as the findings see them: places by one key for all ways of writing them.
struct Voices {
    /// Knows the rules alone: one that knows the city takes too long to make.
    let finder = PlaceFinder()
    private var spots: [String: Sighting.Mark] = [:]

    /// Where the matter is: as it was entered, or else as the text says.
    mutating func place(_ contact: SpokenContact) -> Sighting.Mark? {
        place(contact.spot, contact.recognised)
    }

    /// The same of a spot as it was entered, or empty, and what the text says.
    mutating func place(_ spot: String, _ recognised: PlaceName?) -> Sighting.Mark? {
        if spot.isEmpty { return recognised.map { Sighting.Mark(key: $0.key, label: $0.name) } }
        if let known = spots[spot] { return known }
        let place = finder.spot(entered: spot)
        spots[spot] = place.map { Sighting.Mark(key: $0.key, label: $0.name) }
        return spots[spot]
    }

    /// A contact that nobody stored yet as a message; of the caller nothing is known.
    func message(_ contact: Contact) -> Message {
        Message(
            contact: contact.number, receivedAt: contact.receivedAt, day: contact.number.caseNumber.day,
            spot: contact.place.spot, address: contact.place.address, title: contact.title,
            content: contact.content)
    }

    /// A contact as a message.
    func message(_ contact: SpokenContact, topic: Casework.Category.ID?) -> Message {
        Message(
            contact: contact.number, receivedAt: contact.receivedAt, day: contact.day, caller: contact.caller,
            topic: topic, spot: contact.spot, address: contact.address, title: contact.title,
            content: contact.content, likes: contact.likes)
    }
}

extension HistoryEntry {
    /// The registration of a contact, with the place that its text names where nobody entered one.
    static func registration(_ event: Event, _ contact: Contact, of caller: Caller) -> HistoryEntry {
        var entry = HistoryEntry(event, registering: contact, of: caller)
        guard contact.place.spot.isEmpty, event.toStage != .invalid else { return entry }
        let voices = Voices()
        if let place = voices.finder.place(of: voices.message(contact)), place.kind.isExact {
            entry.recognised = PlaceName(name: place.name, key: place.key)
        }
        return entry
    }
}

/// The first-level categories to which rows of the directory belong.
struct Belongings {
    /// The first-level categories by code; where one was renamed, the newest row.
    let roots: [String: Casework.Category]
    /// The first-level category of each category.
    let topics: [Casework.Category.ID: Casework.Category]
    /// Kinds that are no topics: thanks.
    let leftOutKinds: Set<RequestKind.ID>
    private let categories: [Casework.Category.ID: Casework.Category]

    init(_ reader: StoreReader) throws {
        categories = try reader.allCategories()
        let roots = Dictionary(
            categories.values.filter { $0.parentCode == nil }.map { ($0.rootCode, $0) }
        ) { $0.id > $1.id ? $0 : $1 }
        self.roots = roots
        topics = categories.compactMapValues { roots[$0.rootCode] }
        leftOutKinds = Set(try reader.allKinds().values.filter { !$0.isTopic }.map(\.id))
    }

    /// The rows of all categories of a topic.
    func rows(ofTopic code: String) -> [Casework.Category.ID] {
        categories.values.filter { $0.rootCode == code }.map(\.id).sorted()
    }

    /// The category of a row.
    func category(_ id: Casework.Category.ID) -> Casework.Category? {
        categories[id]
    }
}
