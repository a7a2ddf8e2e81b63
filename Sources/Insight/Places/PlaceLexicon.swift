/// Names of places learned from many texts: where names begin, which weak endings are names, which writings are one.
public struct PlaceLexicon: Hashable, Sendable {
    /// In how many texts each name stands, by one of its writings.
    public let names: [String: Int]
    /// The shorter key by which a longer one goes.
    private let canonical: [String: String]

    /// Whether nothing was learned.
    public var isEmpty: Bool { names.isEmpty }

    /// Nothing learned.
    public init() {
        names = [:]
        canonical = [:]
    }

    private init(names: [String: Int], canonical: [String: String]) {
        self.names = names
        self.canonical = canonical
    }

    /// What the texts teach. Their order doesn't matter.
    ///
    /// - Parameter least: in so many texts a name has to stand.
    public static func learn(from texts: some Sequence<String>, least: Int = 2) -> PlaceLexicon {
        var counts: [[UInt32]: Int] = [:]
        // Of names with foreign letters, which are written in several ways.
        var writings: [[UInt32]: [String: Int]] = [:]
        for text in texts {
            let letters = Letters(text, limit: 5000)
            let scan = PlaceScan(letters)
            let named = scan.drafts.filter { $0.kind == .spot && $0.roads.isEmpty }.map(\.range)
            let ranges = Dictionary((named + scan.doubtful).map { (Array(letters.codes[$0]), $0) }) {
                first, _ in first
            }
            for (name, range) in ranges where !PlaceKey.isSite(name) {
                counts[name, default: 0] += 1
                guard !name.allSatisfy(Letters.isHan) else { continue }
                writings[name, default: [:]][letters.written(range, in: text), default: 0] += 1
            }
        }
        var names: [String: Int] = [:]
        for (name, count) in counts where count >= least {
            if shorter(name, count, in: counts, times: 2) == nil {
                let writing = writings[name]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
                names[writing ?? Letters.text(name)] = count
            }
        }
        var canonical: [String: String] = [:]
        for name in counts.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let short = shorter(name, 1, in: counts, times: Double(least), leastLetters: 4) else {
                continue
            }
            let (long, brief) = (PlaceKey.of(name, kind: .spot), PlaceKey.of(short, kind: .spot))
            if long != brief { canonical[long] = brief }
        }
        return PlaceLexicon(names: names, canonical: canonical)
    }

    /// The longest end of a name that stands in many more texts than the name itself: 康乐小区 for 住宿康乐小区.
    private static func shorter(
        _ name: [UInt32], _ count: Int, in counts: [[UInt32]: Int], times: Double, leastLetters: Int = 3
    ) -> [UInt32]? {
        guard name.count > leastLetters else { return nil }
        return (1...name.count - leastLetters).lazy.map { Array(name[$0...]) }.first {
            Double(counts[$0] ?? 0) >= times * Double(count) && !PlaceKey.isOrdinary($0)
        }
    }

    /// The key by which all writings of a place go.
    func key(_ key: String) -> String {
        var key = key
        while let next = canonical[key], next.utf8.count < key.utf8.count { key = next }
        return key
    }
}
