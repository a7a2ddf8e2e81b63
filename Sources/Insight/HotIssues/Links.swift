/// Which texts may be about one matter.
struct Links {
    struct Link {
        let first: Int
        let second: Int
        let likeness: Double
    }

    /// The most alike first.
    private(set) var sorted: [Link] = []
    /// So many of its likest texts are kept for each.
    private static let kept = 16

    init(_ bundles: [Bundle], _ items: [Item], _ reading: Reading, _ likening: Likening) {
        var mentions = Mentions(reading.vocabulary, texts: items.count)
        var tally = mentions.tally
        for (index, bundle) in bundles.enumerated() {
            let near = mentions.near(items[index].entry, enough: Self.kept * 2, &tally)
            for list in [near.here, near.elsewhere] {
                var links: [Link] = []
                for other in list.prefix(Self.kept * 2) {
                    let link = likening.likeness(bundle, bundles[other])
                    if link.value >= link.least * likening.policy.trust {
                        links.append(Link(first: other, second: index, likeness: link.value / link.least))
                    }
                }
                sorted += links.sorted { ($1.likeness, $0.first) < ($0.likeness, $1.first) }.prefix(Self.kept)
            }
            mentions.enter(index, items[index].entry)
        }
        sorted.sort { ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second) }
    }
}
