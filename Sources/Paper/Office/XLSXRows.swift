import Lettering

/// Writes the rows of a sheet from top to bottom.
struct XLSXRows {
    /// Points to a line of text.
    static let lineHeight = 18
    /// The highest row there is.
    private static let highest = 409

    private let widths: [Int]
    private let names: [String]
    private var number = 0

    /// Rows of columns that are so many half-width characters wide.
    init(_ widths: [Int]) {
        self.widths = widths
        names = widths.indices.map(Cells.column)
    }

    /// Writes the next row.
    mutating func write(_ cells: [(cell: Document.Cell, style: XLSXStyle)], to xml: inout Markup) {
        number += 1
        let lines = zip(cells, widths).map { Self.lines($0.cell.text, width: $1) }.max() ?? 1
        let height = "\(min(Self.highest, lines * Self.lineHeight))"
        xml.element(
            "row",
            lines == 1
                ? ["r": "\(number)"] : ["r": "\(number)", "ht": height, "customHeight": "1"]
        ) { xml in
            for (name, entry) in zip(names, cells) {
                Self.write(entry.cell, entry.style, at: "\(name)\(number)", to: &xml)
            }
        }
        xml.newline()
    }

    /// How many lines a text takes in a column.
    private static func lines(_ text: String, width: Int) -> Int {
        text.visibleLines.reduce(0) { $0 + max(1, (DisplayWidth.width($1) + width - 1) / width) }
    }

    private static func write(
        _ cell: Document.Cell, _ style: XLSXStyle, at place: String, to xml: inout Markup
    ) {
        switch cell {
        case .number(let number): write("\(number)", .number, at: place, to: &xml)
        case .share(let share, _) where share.isFinite: write("\(share)", .share, at: place, to: &xml)
        case .text(let text), .share(_, printed: let text): write(text: text, style, at: place, to: &xml)
        }
    }

    private static func write(
        _ number: String, _ style: XLSXStyle, at place: String, to xml: inout Markup
    ) {
        xml.element("c", ["r": place, "s": "\(style.rawValue)"]) { $0.element("v", text: number) }
    }

    /// A text; at most the 32,767 UTF-16 units that a cell holds, with … for what is more.
    private static func write(
        text: String, _ style: XLSXStyle, at place: String, to xml: inout Markup
    ) {
        let lines = text.visibleLines.joined(separator: "\n")
        let shown = lines.utf16.count > 32_767 ? lines.cut(toUTF16: 32_766) + "…" : lines
        xml.element("c", ["r": place, "s": "\(style.rawValue)", "t": "inlineStr"]) { xml in
            xml.element("is") { xml in
                xml.element("t", ["xml:space": "preserve"]) { xml in
                    xml.write(lines: unescapable(shown)) { $0.newline() }
                }
            }
        }
    }

    /// Spreadsheets read _x0041_ in a text as the character with that number; its first _ gets a number itself.
    private static func unescapable(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "_"))
            ? text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_") : text
    }
}
