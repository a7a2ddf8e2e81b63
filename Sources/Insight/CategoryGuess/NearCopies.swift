/// Texts that are copies of one another, or nearly: at least three fifths of their grams are common to both.
struct NearCopies {
    private static let bands = 5
    private static let rows = 3
    private static let likeness = 0.6

    /// For each text the first text of which it is a copy, or its own place.
    private(set) var groups: [Int]

    init(_ texts: [Grams]) {
        groups = Array(texts.indices)
        var seen: [UInt64: Int] = [:]
        for (index, text) in texts.enumerated() {
            for band in 0..<Self.bands {
                var sketch = UInt64(band)
                for row in 0..<Self.rows {
                    let salt = UInt64(band * Self.rows + row + 1) << 32
                    let least = text.keys.lazy.map { Scatter.mixed(salt | UInt64($0)) }.min() ?? 0
                    sketch = Scatter.mixed(sketch ^ least)
                }
                guard let other = seen[sketch] else {
                    seen[sketch] = index
                    continue
                }
                if Self.areAlike(text, texts[other]) { join(index, other) }
            }
        }
        for index in groups.indices { groups[index] = root(index) }
    }

    private func root(_ index: Int) -> Int {
        var index = index
        while groups[index] != index { index = groups[index] }
        return index
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let (first, second) = (root(first), root(second))
        groups[max(first, second)] = min(first, second)
    }

    private static func areAlike(_ left: Grams, _ right: Grams) -> Bool {
        let common = Set(left.keys).intersection(right.keys).count
        return Double(common) >= likeness * Double(left.keys.count + right.keys.count - common)
    }
}
