import Lettering

/// A table of text whose columns stand straight on a terminal, Chinese, emoji and combining marks included.
public struct Table: Equatable, Sendable {
    /// The columns from left to right.
    public var columns: [TableColumn]

    /// A table with these columns.
    public init(_ columns: [TableColumn]) { self.columns = columns }

    /// The heading and one line a row, without newlines and trailing blanks. No line is wider than `width`
    /// columns (nil for a pipe: no limit); what is too long is cut with …. A row's missing cells are empty,
    /// cells beyond the last column are not shown. There is no heading line if all headings are empty.
    public func lines(
        _ rows: [[TableCell]], width: Int? = nil, style: Style = Style(enabled: false)
    ) -> [String] {
        let headings = columns.map { TableCell($0.heading, .bold) }
        let hasHeading = columns.contains { !$0.heading.isEmpty }
        let shown = ((hasHeading ? [headings] : []) + rows).map(harmless)
        let layout = TableLayout(columns, content: contentWidths(shown), limit: width)
        return shown.map { line($0, layout.widths, style) }
    }

    /// As `lines` with cells, but all cells plain text.
    public func lines(
        _ rows: [[String]], width: Int? = nil, style: Style = Style(enabled: false)
    ) -> [String] {
        lines(rows.map { $0.map { TableCell($0) } }, width: width, style: style)
    }

    /// A cell without what a terminal would obey, and its width.
    private typealias Measured = (cell: TableCell, width: Int)

    private func harmless(_ row: [TableCell]) -> [Measured] {
        row.prefix(columns.count).map {
            let text = Visible.visible($0.text, keepNewlines: false)
            return (TableCell(text, $0.ink, marks: $0.marks), DisplayWidth.width(text))
        }
    }

    private func contentWidths(_ rows: [[Measured]]) -> [Int] {
        var widths = columns.map { _ in 0 }
        for row in rows {
            for (index, (_, width)) in row.enumerated() { widths[index] = max(widths[index], width) }
        }
        return widths
    }

    private func line(_ row: [Measured], _ widths: [Int], _ style: Style) -> String {
        var line = ""
        // Blanks are written only when something follows them.
        var blanks = 0
        for (index, (cell, width)) in row.enumerated() where widths[index] > 0 {
            let fits = width <= widths[index]
            let text = fits ? cell.text : DisplayWidth.fit(cell.text, columns: widths[index])
            let rest = widths[index] - (fits ? width : DisplayWidth.width(text))
            if columns[index].alignment == .right { blanks += rest }
            if !text.isEmpty {
                line +=
                    String(repeating: " ", count: blanks) + style.paint(text, cell.ink, marking: cell.marks)
                blanks = 0
            } else if columns[index].alignment == .right {
                blanks -= rest
            }
            if columns[index].alignment == .left || text.isEmpty { blanks += rest }
            blanks += TableLayout.gap
        }
        return line
    }
}
