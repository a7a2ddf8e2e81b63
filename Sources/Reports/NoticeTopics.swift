import Casework

/// Finds and compares the topics of a notice.
struct NoticeTopics {
    let counts: [PlacedCount]
    let compared: [Comparison: [PlacedCount]]
    let period: Period

    func topics(most: Int, named: [Category]) -> [Notice.Topic] {
        let chosen = named.isEmpty ? Array(frequent.prefix(most)) : named.map(\.path)
        return chosen.enumerated().map { index, path in
            let own = counts.filter { holds(path, $0) }
            return Notice.Topic(
                rank: index + 1, name: path.split(separator: "/").last.map(String.init) ?? path,
                count: own.total,
                changes: compared.mapWithKeys { comparison, before in
                    Change(
                        now: own.total, before: before.filter { holds(path, $0) }.total, comparison,
                        of: period)
                }, parts: parts(of: path, own))
        }
    }

    /// The first-level categories, the most frequent first; ties go by the order of the configuration.
    private var frequent: [String] {
        var places: [String: Int] = [:]
        var counted: [String: Int] = [:]
        for entry in counts where entry.facet.kind?.isTopic != false {
            places[entry.facet.topic.path] = entry.facet.topic.position
            counted[entry.facet.topic.path, default: 0] += entry.count
        }
        return counted.sorted {
            $0.value != $1.value
                ? $0.value > $1.value : (places[$0.key] ?? 0, $0.key) < (places[$1.key] ?? 0, $1.key)
        }.map(\.key)
    }

    private func holds(_ path: String, _ entry: PlacedCount) -> Bool {
        entry.facet.kind?.isTopic != false
            && (entry.facet.category.path == path || entry.facet.category.path.hasPrefix(path + "/"))
    }

    private func parts(of path: String, _ own: [PlacedCount]) -> [Notice.Part] {
        let depth = path.split(separator: "/").count
        let parts = own.byCount { entry in
            let names = entry.facet.category.path.split(separator: "/")
            return names.count > depth ? String(names[depth]) : ""
        }
        // What stands in no category below is told where others are.
        guard parts.contains(where: { $0.name != Notice.unrecorded }) else { return [] }
        return parts.map { $0.name == Notice.unrecorded ? Notice.Part(name: "其他", count: $0.count) : $0 }
    }
}
