import Casework

/// What cases can be about: the last categories of the tree, how often each comes, and how people speak of it.
struct Matters {
    /// How many levels a tree of categories has at most.
    static let depth = 3

    /// One number for a category: a leaf, and how many levels above it.
    static func key(_ leaf: Int, _ level: Int) -> Int {
        leaf * depth + level
    }

    private(set) var leaves: [Leaf] = []
    private(set) var roots: [Root] = []

    init(_ categories: [Casework.Category]) {
        let byCode = Dictionary(categories.map { ($0.code, $0) }) { first, _ in first }
        let parents = Set(categories.compactMap(\.parentCode))
        let tops = categories.filter { $0.parentCode == nil }
        let places = Dictionary(tops.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let themes = tops.map { Theme(named: $0.name) }
        roots = tops.enumerated().map { index, top in
            // The first of a theme is the one that it was named for; the others share as much again.
            let kin = themes.indices.filter { themes[$0] == themes[index] }
            let isFirst = kin.first == index || themes[index] == .other
            return Root(
                top, themes[index], weight: themes[index].weight / (isFirst ? 1 : Double(kin.count)),
                turn: index)
        }
        var seen = Array(repeating: 0, count: roots.count)
        var drafts: [(category: Casework.Category, root: Int, weight: Double)] = []
        for category in categories where !parents.contains(category.code) {
            guard let root = places[category.rootCode] else { continue }
            seen[root] += 1
            drafts.append((category, root, 1 / Double(seen[root] + 1)))
        }
        // A root's weight is that of all its leaves together.
        var sums = Array(repeating: 0.0, count: roots.count)
        for draft in drafts { sums[draft.root] += draft.weight }
        for (category, root, weight) in drafts {
            var line = [category]
            while let above = line.last?.parentCode.flatMap({ byCode[$0] }), line.count < Self.depth {
                line.append(above)
            }
            leaves.append(
                Leaf(
                    line, root: root, weight: weight / sums[root] * roots[root].weight,
                    seasons: Self.seasons(category.name)))
        }
    }

    /// Heating in winter, rain in summer.
    private static func seasons(_ name: String) -> [Double] {
        let winter = [2.5, 2.2, 1.4, 0.6, 0.1, 0.1, 0.1, 0.1, 0.3, 1.6, 2.5, 2.6]
        let rain = [0.4, 0.4, 0.6, 0.9, 1.2, 1.8, 2.4, 2.4, 1.8, 0.8, 0.5, 0.4]
        if ["供暖", "结冰"].contains(where: name.contains) { return winter }
        if ["下水", "渗漏", "漏雨", "积水"].contains(where: name.contains) { return rain }
        if name.contains("烟花") { return [4, 5, 1, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5, 1.5] }
        return []
    }

    /// How often each comes on a day.
    func mix(on day: CivilDay, isStationary: Bool) -> Weights {
        guard !isStationary else { return Weights(leaves.map(\.weight)) }
        let (_, month, date) = day.parts
        // Between the middles of two months the seasons run from one to the other.
        let (here, there) = date >= 15 ? (month - 1, month % 12) : ((month + 10) % 12, month - 1)
        let share = Double(date >= 15 ? date - 15 : date + 15) / 30
        func season(_ months: [Double]) -> Double {
            months.isEmpty ? 1 : months[here] + (months[there] - months[here]) * min(1, share)
        }
        let factors = roots.map { root in
            season(root.theme.seasons) * (1 + 0.2 * Self.wave(day.number, root.period, root.phase))
        }
        return Weights(leaves.map { $0.weight * factors[$0.root] * season($0.seasons) })
    }

    /// A slow swing between -1 and 1.
    private static func wave(_ day: Int, _ period: Int, _ phase: Double) -> Double {
        let turn = Double(day % period) / Double(period) + phase
        let part = turn - turn.rounded(.down)
        return part < 0.5 ? 4 * part - 1 : 3 - 4 * part
    }
}
