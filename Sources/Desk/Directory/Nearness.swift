/// How near names are to what was typed, for "did you mean".
enum Nearness {
    /// The codes of the names nearest to a text, nearest first; names without a character in common are left out.
    static func nearest(to text: String, among names: [(code: String, name: String)], count: Int) -> [String]
    {
        let wanted = Array(text.prefix(40))
        let shared = Set(wanted)
        return names.filter { !shared.isDisjoint(with: $0.name) }
            .map { (code: $0.code, distance: distance(wanted, Array($0.name))) }
            .sorted { $0.distance < $1.distance }
            .prefix(count).map(\.code)
    }

    /// How many insertions, deletions and replacements lead from one text to another (Levenshtein).
    static func distance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
        var row = Array(0...right.count)
        for (index, element) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (element == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
