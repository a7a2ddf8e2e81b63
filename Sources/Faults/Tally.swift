/// What was tried and what came of it.
struct Tally: Sendable {
    private(set) var figures: [(what: String, count: Int)] = []
    /// Promises that were not kept, each with where it happened.
    private(set) var broken: [String] = []

    mutating func count(_ what: String, _ count: Int = 1) {
        if let place = figures.firstIndex(where: { $0.what == what }) {
            figures[place].count += count
        } else {
            figures.append((what, count))
        }
    }

    /// The larger of what was there and a new count.
    mutating func most(_ what: String, _ count: Int) {
        self.count(what, max(0, count - self[what]))
    }

    mutating func isBroken(_ words: String) {
        broken.append(words)
    }

    /// A promise: broken unless it holds.
    mutating func promise(_ holds: Bool, _ words: @autoclosure () -> String) {
        if !holds { isBroken(words()) }
    }

    subscript(what: String) -> Int {
        figures.first { $0.what == what }?.count ?? 0
    }

    static func += (left: inout Tally, right: Tally) {
        for figure in right.figures {
            if figure.what.hasPrefix("most") {
                left.most(figure.what, figure.count)
            } else {
                left.count(figure.what, figure.count)
            }
        }
        left.broken += right.broken
    }
}
