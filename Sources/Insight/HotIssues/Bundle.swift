import Casework

/// Items that were joined. A class, because many links hold the same one while they are compared; it never changes.
final class Bundle: Sendable {
    /// The messages, by place in their list.
    let members: [Int]
    /// The items, by place in their list.
    let texts: [Int]
    let words: TermVector
    let problem: TermVector
    /// How many texts have each place as the main one.
    let places: [Int32: Naming]
    /// The places that any of them names.
    let keys: Set<Int32>
    /// The place that most have.
    let place: (key: Int32, kind: PlaceKind, count: Int)?
    /// How many texts have each category, and the one that most have.
    private let topics: [Casework.Category.ID: Int]
    let topic: Casework.Category.ID?
    private let length: (words: Double, problem: Double)

    /// As what a place is named, and how often.
    struct Naming: Sendable {
        let kind: PlaceKind
        let count: Int
    }

    private init(
        members: [Int], texts: [Int], words: TermVector, problem: TermVector, places: [Int32: Naming],
        keys: Set<Int32>, topics: [Casework.Category.ID: Int]
    ) {
        self.members = members
        self.texts = texts
        self.words = words
        self.problem = problem
        self.places = places
        self.keys = keys
        self.topics = topics
        topic = topics.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        length = (words.square.squareRoot(), problem.square.squareRoot())
        let top = places.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        place = top.map { ($0.key, $0.value.kind, $0.value.count) }
    }

    convenience init(_ item: Item, _ index: Int) {
        let entry = item.entry
        self.init(
            members: item.members, texts: [index], words: entry.words, problem: entry.problem,
            places: entry.spot.map { [$0: Naming(kind: entry.place?.kind ?? .spot, count: 1)] } ?? [:],
            keys: Set(entry.keys), topics: entry.topic.map { [$0: 1] } ?? [:])
    }

    func joined(_ other: Bundle) -> Bundle {
        Bundle(
            members: members + other.members, texts: texts + other.texts, words: words + other.words,
            problem: problem + other.problem,
            places: places.merging(other.places) { Naming(kind: $0.kind, count: $0.count + $1.count) },
            keys: keys.union(other.keys), topics: topics.merging(other.topics, uniquingKeysWith: +))
    }

    /// How many different texts.
    var count: Int { texts.count }

    /// Whether several messages are there and half of the texts are of one spot.
    var isOfOneSpot: Bool {
        guard members.count > 1, let place, place.kind == .spot else { return false }
        return place.count * 2 >= count
    }

    /// How alike the words of two bundles are.
    func likeness(_ other: Bundle) -> Double {
        let lengths = length.words * other.length.words
        return lengths > 0 ? words.dot(other.words) / lengths : 0
    }

    /// How alike their words outside the names of places are.
    func problemLikeness(_ other: Bundle) -> Double {
        let lengths = length.problem * other.length.problem
        return lengths > 0 ? problem.dot(other.problem) / lengths : 0
    }
}
