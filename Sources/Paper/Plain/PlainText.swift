import Lettering

extension Document {
    /// The document as plain text: one line a paragraph, tables and charts in columns that stand straight
    /// where wide characters take two.
    public func text() -> String {
        var text = PlainText()
        text.part([issuer, number].compactMap(\.self))
        text.part([title])
        var wasParagraph = false
        for block in blocks {
            let isParagraph = if case .paragraph = block { true } else { false }
            text.part(PlainText.lines(block), isApart: !(isParagraph && wasParagraph))
            wasParagraph = isParagraph
        }
        text.part(signature)
        text.part([mark].compactMap(\.self))
        return text.text
    }
}

/// Lines of plain text in the making.
private struct PlainText {
    /// Half-width characters to the line of a table's cell; longer ones are broken.
    private static let widest = 40
    private static let gap = "  "

    private(set) var text = ""

    /// Adds lines, after an empty line if they stand apart from those before.
    mutating func part(_ lines: [String], isApart: Bool = true) {
        guard !lines.isEmpty else { return }
        if isApart, !text.isEmpty { text += "\n" }
        for line in lines.flatMap(\.visibleLines) { text += line + "\n" }
    }

    static func lines(_ block: Document.Block) -> [String] {
        switch block {
        case .heading(_, let text), .note(let text): [text]
        case .paragraph(let runs): [runs.map(\.text).joined()]
        case .table(let table): lines(table)
        case .chart(let chart): lines(chart)
        case .pageBreak: []
        }
    }

    private static func lines(_ table: Document.Table) -> [String] {
        let headings = table.hasHeading ? [table.columns.map(\.heading)] : []
        let rows = (headings + table.rows.map { table.cells($0).map(\.text) })
            .map { row in row.map { $0.visibleLines.flatMap { broken($0) } } }
        let widths = table.columns.indices.map { index in
            rows.flatMap { $0[index] }.map { DisplayWidth.width($0) }.max() ?? 0
        }
        var lines = [table.title]
        for row in rows {
            for line in 0..<(row.map(\.count).max() ?? 0) {
                let cells = table.columns.indices.map { index in
                    DisplayWidth.fit(
                        line < row[index].count ? row[index][line] : "", columns: widths[index],
                        pad: table.columns[index].alignment)
                }
                lines.append(withoutTrailingBlanks(cells.joined(separator: gap)))
            }
        }
        return table.rows.isEmpty ? lines + [Document.noData] : lines
    }

    /// The figures, and beside those of a single series bars of at most 40 columns.
    private static func lines(_ chart: Document.Chart) -> [String] {
        var table = chart.table
        if chart.series.count == 1, chart.greatest > 0, let series = chart.series.first {
            table.columns.append(Document.Column(""))
            table.rows = zip(table.rows, series.values).map { row, value in
                row + [.text(String(repeating: "█", count: (value ?? 0) * widest / chart.greatest))]
            }
        }
        return lines(table)
    }

    /// The line in pieces that are not too wide.
    private static func broken(_ line: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var width = 0
        for character in line {
            let next = DisplayWidth.width(character)
            if width + next > widest {
                pieces.append(piece)
                (piece, width) = ("", 0)
            }
            piece.append(character)
            width += next
        }
        return pieces + [piece]
    }

    private static func withoutTrailingBlanks(_ line: String) -> String {
        String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
}
