/// A division of texts into parts in which each category has the same share, as nearly as may be.
struct Folds {
    /// For each text its part.
    let places: [Int]

    /// - Parameters:
    ///   - classes: the category of each text.
    ///   - groups: texts with the same number stay together; nil where each stands for itself.
    init(_ classes: [Int], groups: [Int]? = nil, count: Int, seed: UInt64) {
        let groups = groups ?? Array(classes.indices)
        let members = Dictionary(grouping: classes.indices) { groups[$0] }
        let order = members.keys.sorted {
            (Scatter.mixed(seed &+ UInt64($0) << 8), $0) < (Scatter.mixed(seed &+ UInt64($1) << 8), $1)
        }
        var places = Array(repeating: 0, count: classes.count)
        var sizes: [Int: [Int]] = [:]
        for group in order {
            guard let texts = members[group], let first = texts.first else { continue }
            var size = sizes[classes[first]] ?? Array(repeating: 0, count: count)
            let place = size.indices.min { (size[$0], $0) < (size[$1], $1) } ?? 0
            size[place] += texts.count
            sizes[classes[first]] = size
            for text in texts { places[text] = place }
        }
        self.places = places
    }
}
