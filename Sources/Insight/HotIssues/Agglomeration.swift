/// Joins messages that tell of one place or object and one problem, the most alike first. What then proves to be about
/// no one thing is taken apart and joined anew by a stricter measure.
struct Agglomeration {
    /// The messages of each issue, by place in the list; each with two or more.
    private(set) var clusters: [[Int]] = []

    private let items: [Item]
    private let singles: [Bundle]
    private let likening: Likening
    private let vocabulary: Vocabulary
    private let provesThings: Bool

    /// How much stricter the measure becomes, and how often.
    private static let tightening = 1.2
    private static let rounds = 4

    /// - Parameter provesThings: whether what is about no one thing is taken apart.
    init(_ reading: Reading, _ policy: HotIssuesPolicy, provesThings: Bool = true) {
        self.provesThings = provesThings
        vocabulary = reading.vocabulary
        items = Item.distinct(reading)
        singles = items.enumerated().map { Bundle($1, $0) }
        likening = Likening(reading, policy)
        collect(
            Array(items.indices), Links(singles, items, reading, likening).sorted, round: 0)
    }

    /// Joins some of the items by the links among them.
    private mutating func collect(_ members: [Int], _ links: [Links.Link], round: Int) {
        var strictness = 1.0
        for _ in 0..<round { strictness *= Self.tightening }
        let joined = joined(members, links, strictness).filter { $0.members.count > 1 }
        var loose: [Int: Int] = [:]
        var rest: [[Int]] = []
        for bundle in joined {
            if !provesThings {
                clusters.append(bundle.members.sorted())
            } else if bundle.isConcrete(items, vocabulary, likening) {
                let issue = bundle.issue(items, likening)
                if issue.count > 1 { clusters.append(issue) }
            } else if round + 1 < Self.rounds, bundle.count > 2 {
                for text in bundle.texts { loose[text] = rest.count }
                rest.append(bundle.texts.sorted())
            }
        }
        var inner = [[Links.Link]](repeating: [], count: rest.count)
        for link in links {
            if let home = loose[link.first], home == loose[link.second] { inner[home].append(link) }
        }
        for (texts, links) in zip(rest, inner) { collect(texts, links, round: round + 1) }
    }

    private func joined(_ members: [Int], _ links: [Links.Link], _ strictness: Double) -> [Bundle] {
        var bundles: [Int: Bundle] = [:]
        var homes: [Int: Int] = [:]
        for item in members {
            bundles[item] = singles[item]
            homes[item] = item
        }
        func home(_ item: Int) -> Int {
            var item = item
            while let next = homes[item], next != item { item = next }
            return item
        }
        // What didn't join in the last round joins now only if one side has changed since.
        var changed: Set<Int>?
        while changed?.isEmpty != true {
            var joining: Set<Int> = []
            for link in links {
                let (first, second) = (home(link.first), home(link.second))
                let isNew = changed.map { $0.contains(first) || $0.contains(second) } ?? true
                guard first != second, isNew || joining.contains(first) || joining.contains(second),
                    let left = bundles[first], let right = bundles[second],
                    likening.joins(left, right, strictness)
                else { continue }
                let (keep, drop) = (min(first, second), max(first, second))
                bundles[keep] = left.joined(right)
                bundles[drop] = nil
                homes[drop] = keep
                joining.insert(keep)
            }
            changed = joining
        }
        return members.compactMap { bundles[$0] }
    }
}
