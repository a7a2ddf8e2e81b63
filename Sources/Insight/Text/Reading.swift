import Casework

/// Messages as they are compared: what each says, and where.
struct Reading: Sendable {
    /// One message.
    struct Entry: Sendable {
        /// What it says, of length 1; the heading counts as much as the text.
        let words: TermVector
        /// The same without the names of places, of length 1.
        let problem: TermVector
        /// Where it is, mainly; nil where it doesn't say.
        let place: RecognisedPlace?
        /// The number of that place, where it is exact enough to tell one matter from another.
        let spot: Int32?
        /// All spots, lines and roads that it names, by number, rising.
        let keys: [Int32]
        /// Its category, as an agent gave it; nil where there is none.
        let topic: Casework.Category.ID?
        /// Equal for equal texts.
        let print: Int

        /// Whether it says enough, or where, for its text alone to tell one matter from another.
        var tells: Bool { spot != nil || words.terms.count >= 8 }
    }

    /// Whether two messages are of one place.
    func isSame(_ left: Entry, _ right: Entry) -> Bool {
        guard let first = left.spot, let second = right.spot else { return false }
        return first == second || left.keys.contains(second) || right.keys.contains(first)
            || kin[first]?.contains(second) ?? false
    }

    let vocabulary: Vocabulary
    let entries: [Entry]
    /// Places of which the name of one holds the other's, by number: 听溪苑 and 和畅园听溪苑.
    let kin: [Int32: Set<Int32>]

    /// - Parameter least: pairs of letters in fewer texts are left out.
    init(_ messages: [Message], places: PlaceFinder, least: Int = 2) {
        self.least = least
        var vocabulary = Vocabulary()
        let drafts = messages.map { Draft($0, places) }
        for draft in drafts { vocabulary.add(draft.pairs) }
        self.vocabulary = vocabulary
        let names = Set(drafts.flatMap(\.keys)).sorted()
        let numbers = Dictionary(zip(names, Int32(0)...)) { first, _ in first }
        self.numbers = numbers
        kin = Self.kin(names, numbers)
        entries = drafts.map { $0.entry(vocabulary, numbers, least) }
    }

    private let numbers: [String: Int32]
    private let least: Int

    private static func kin(_ names: [String], _ numbers: [String: Int32]) -> [Int32: Set<Int32>] {
        var kin: [Int32: Set<Int32>] = [:]
        for (name, number) in zip(names, Int32(0)...) {
            let letters = Array(name)
            guard (4...20).contains(letters.count) else { continue }
            for start in letters.indices {
                for end in letters.indices where end - start >= 2 && end - start < letters.count - 1 {
                    guard let part = numbers[String(letters[start...end])] else { continue }
                    kin[number, default: []].insert(part)
                    kin[part, default: []].insert(number)
                }
            }
        }
        return kin
    }

    /// A message read against the vocabulary of others.
    func entry(_ message: Message, places: PlaceFinder) -> Entry {
        Draft(message, places).entry(vocabulary, numbers, least)
    }

    /// The pairs of a heading or a text, and of them those outside the names of places.
    private struct Part {
        var all: [UInt64: Float] = [:]
        var problem: [UInt64: Float] = [:]

        func vector(_ counts: [UInt64: Float], _ vocabulary: Vocabulary, _ least: Int) -> TermVector {
            let entries = counts.compactMap { pair, count in
                vocabulary.number(of: pair, least: least).map {
                    ($0, vocabulary.weight($0) * count.squareRoot())
                }
            }
            return TermVector(entries.sorted { $0.0 < $1.0 }.map { (term: $0.0, weight: $0.1) }).unit()
        }
    }

    private struct Draft {
        private var title = Part()
        private var content = Part()
        private let place: RecognisedPlace?
        private(set) var keys: Set<String> = []
        private let topic: Casework.Category.ID?
        private let print: Int

        init(_ message: Message, _ places: PlaceFinder) {
            var digest: UInt64 = 0
            var keys: Set<String> = []
            func part(_ text: String) -> Part {
                let letters = Letters(text, limit: 100_000)
                for code in letters.codes { digest = Scatter.mixed(digest ^ UInt64(code)) }
                digest = Scatter.mixed(digest)
                let head = letters.prefix(Pairs.read)
                var kinds = [PlaceKind?](repeating: nil, count: head.codes.count)
                for named in places.named(in: head) {
                    if named.kind.isExact { keys.insert(named.key) }
                    for index in named.letters { kinds[index] = named.kind }
                }
                var part = Part()
                // Whole towns tell nothing of what a matter is.
                Pairs.each(head.codes) { pair, position in
                    if kinds[position] != .area { part.all[pair, default: 0] += 1 }
                    if kinds[position] == nil { part.problem[pair, default: 0] += 1 }
                }
                return part
            }
            title = part(message.title)
            content = part(message.content)
            place = places.place(of: message)
            topic = message.topic
            if let place, place.kind.isExact { keys.insert(place.key) }
            self.keys = keys
            print = Int(truncatingIfNeeded: digest)
        }

        /// Each pair once. In order, so that every run numbers them alike.
        var pairs: [UInt64] { Set(title.all.keys).union(content.all.keys).sorted() }

        func entry(_ vocabulary: Vocabulary, _ numbers: [String: Int32], _ least: Int) -> Entry {
            func vector(_ counts: (Part) -> [UInt64: Float]) -> TermVector {
                (title.vector(counts(title), vocabulary, least)
                    + content.vector(counts(content), vocabulary, least)).unit()
            }
            return Entry(
                words: vector(\.all), problem: vector(\.problem), place: place,
                spot: place.flatMap { $0.kind.isExact ? numbers[$0.key] : nil },
                keys: keys.compactMap { numbers[$0] }.sorted(), topic: topic,
                print: print)
        }
    }
}
