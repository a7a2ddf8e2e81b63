/// Shares the room of a table out among its columns.
struct TableLayout {
    /// Blank columns between two columns of the table.
    static let gap = 2

    private let columns: [TableColumn]
    /// Width of each column; 0 for one that found no room and is left out.
    private(set) var widths: [Int]

    /// A layout for content of these widths in at most `limit` columns.
    init(_ columns: [TableColumn], content: [Int], limit: Int?) {
        self.columns = columns
        widths = zip(columns, content).map { $0.width(for: $1) }
        if let limit { shrink(to: max(1, limit)) }
    }

    private var total: Int {
        let shown = widths.count { $0 > 0 }
        return widths.reduce(0, +) + Self.gap * max(0, shown - 1)
    }

    /// First the flexible column gives way down to its minimum, then always the widest of the others, at last
    /// the rightmost, which may disappear.
    private mutating func shrink(to limit: Int) {
        if let flexible = columns.firstIndex(where: \.isFlexible) {
            narrow(flexible, by: total - limit, downTo: columns[flexible].minWidth)
        }
        while total > limit {
            let able = widths.indices.filter { widths[$0] > columns[$0].minWidth }
            guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        for index in widths.indices.reversed() where total > limit {
            narrow(index, by: total - limit, downTo: 1)
            if total > limit { widths[index] = 0 }
        }
    }

    private mutating func narrow(_ index: Int, by excess: Int, downTo least: Int) {
        guard excess > 0 else { return }
        widths[index] = max(min(least, widths[index]), widths[index] - excess)
    }
}
