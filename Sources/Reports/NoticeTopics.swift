import Casework

/// Finds and compares the topics of a notice.
struct NoticeTopics {
    let counts: [PlacedCount]
    let compared: [Comparison: [PlacedCount]]
    let period: Period

    func topics(most: Int, named: [Notice.NamedTopic]) -> [Notice.Topic] {
        let chosen = named.isEmpty ? Array(frequent.prefix(most)) : named
        return chosen.enumerated().map { index, topic in
            let own = counts.filter { topic.holds($0) }
            return Notice.Topic(
                rank: index + 1, name: topic.name, count: own.total,
                changes: compared.mapWithKeys { comparison, before in
                    Change(
                        now: own.total, before: before.filter { topic.holds($0) }.total, comparison,
                        of: period)
                }, parts: parts(own, depth: topic.depth))
        }
    }

    /// The first-level categories, the most frequent first; ties go by the order of the configuration. One that was renamed is
    /// one topic, under its last name.
    private var frequent: [Notice.NamedTopic] {
        var newest: [String: Category] = [:]
        var rows: [String: Set<Category.ID>] = [:]
        var counted: [String: Int] = [:]
        for list in [counts] + compared.values {
            for entry in list where entry.facet.kind?.isTopic != false {
                let topic = entry.facet.topic
                rows[topic.code, default: []].insert(entry.facet.category.id)
                if newest[topic.code].map({ $0.id < topic.id }) ?? true { newest[topic.code] = topic }
            }
        }
        for entry in counts where entry.facet.kind?.isTopic != false {
            counted[entry.facet.topic.code, default: 0] += entry.count
        }
        return counted.compactMap { code, count in newest[code].map { (topic: $0, count: count) } }
            .sorted {
                ($1.count, $0.topic.position, $0.topic.path) < ($0.count, $1.topic.position, $1.topic.path)
            }
            .map { Notice.NamedTopic($0.topic, rows: rows[$0.topic.code] ?? []) }
    }

    private func parts(_ own: [PlacedCount], depth: Int) -> [Notice.Part] {
        let parts = own.byCount { Named($0.facet.category, below: depth) }
        // What stands in no category below is told where others are.
        guard parts.contains(where: { $0.name != Notice.unrecorded }) else { return [] }
        return parts.map { $0.name == Notice.unrecorded ? Notice.Part(name: "其他", count: $0.count) : $0 }
    }
}

extension Notice {
    /// A category that a notice names, with all rows of the directory that stand for it and what is below it, whatever they were
    /// called.
    public struct NamedTopic: Sendable {
        let name: String
        let depth: Int
        private let rows: Set<Category.ID>

        /// A category and its rows.
        public init(_ category: Category, rows: Set<Category.ID>) {
            let names = category.path.split(separator: "/")
            name = names.last.map(String.init) ?? category.path
            depth = names.count
            self.rows = rows
        }

        func holds(_ entry: PlacedCount) -> Bool {
            entry.facet.kind?.isTopic != false && rows.contains(entry.facet.category.id)
        }
    }
}
