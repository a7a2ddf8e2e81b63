import Casework
import GRDB

/// The number of a text in the index. It tells the case, and rises with it, so that what is found comes newest first
/// without being sorted.
struct DocumentNumber {
    /// So many texts of one case have numbers that tell the case.
    static let perCase: Int64 = 1024

    let value: Int64

    /// - Parameters:
    ///   - place: the text's place among those of its case.
    ///   - event: what was recorded with it; a case's texts above the limit are numbered by it, below zero.
    init(_ number: CaseNumber, place: Int, event: Int64) {
        value = place < Self.perCase ? Self.key(of: number) * Self.perCase + Int64(place) : -event
    }

    /// Rises with the number, without its gaps, which would make the index larger.
    static func key(of number: CaseNumber) -> Int64 {
        Int64(number.day.number) * 1_000_000 + number.value % 1_000_000
    }

    /// Above the keys of a day's cases, and of no other day's; like all keys it stands for a number.
    static func bound(after day: CivilDay) -> Int64 {
        Int64(day.number + 1) * 1_000_000 + 1
    }

    static func number(ofKey key: Int64) -> CaseNumber? {
        CaseNumber(day: CivilDay(number: Int(key / 1_000_000)), serial: Int(key % 1_000_000))
    }
}

extension Event {
    /// Whether it brings a text that can be found. What was corrected can be found by both.
    var hasText: Bool {
        action == .contact || !reply.isEmpty || amendment?.spot?.isEmpty == false
    }

    /// What can be found of it.
    func texts(registering contact: Contact?) -> [String] {
        [contact?.title, contact?.content, contact?.spot, reply, amendment?.spot].compactMap(\.self)
            .filter { !$0.isEmpty }
    }
}

extension Contact {
    fileprivate var spot: String { place.spot }
}

extension StoreWriter {
    /// Adds the texts of an event to the index.
    ///
    /// - Parameter place: how many events with texts the case has before it.
    func index(_ event: Event, registering contact: Contact?, place: Int) throws {
        let document = DocumentNumber(event.caseNumber, place: place, event: event.id)
        try SearchIndex(db).add(event.texts(registering: contact), document: document.value)
    }
}

/// The index of texts, as it is written.
struct SearchIndex {
    private let insertion: Insertion

    init(_ db: Database) throws {
        insertion = try Insertion(db, "INSERT INTO search (rowid, text) VALUES (?, ?)")
    }

    /// Adds the texts of a document, by its number.
    func add(_ texts: [String], document: Int64) throws {
        let entries = Bigrams.entries(of: texts)
        try insertion.run { row in
            row.add(document)
            row.add(entries)
        }
    }
}
