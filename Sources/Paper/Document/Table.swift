import Lettering

extension Document {
    /// Rows under headings. A row's missing cells are empty, cells beyond the last column are not shown.
    public struct Table: Hashable, Sendable {
        /// What the table shows; also the name of its sheet.
        public var title: String
        /// The columns from left to right. There is no heading line if all headings are empty, as in a form;
        /// only a sheet always has one.
        public var columns: [Column]
        /// The rows; none means that there is no data, and every format says so.
        public var rows: [[Cell]]

        /// A table.
        public init(_ title: String, columns: [Column], rows: [[Cell]]) {
            self.title = title
            self.columns = columns
            self.rows = rows
        }

        /// Whether any column has a heading.
        var hasHeading: Bool { columns.contains { !$0.heading.isEmpty } }

        /// A row's cells, one for each column.
        func cells(_ row: [Cell]) -> [Cell] {
            columns.indices.map { row.indices.contains($0) ? row[$0] : "" }
        }

        /// Width of each column in half-width characters: the given one, else by heading and the first rows,
        /// at least 4 and at most 40.
        var widths: [Int] {
            columns.indices.map { index in
                if let width = columns[index].width { return max(1, width) }
                let texts = rows.prefix(200).map { cells($0)[index].text } + [columns[index].heading]
                let lines = texts.flatMap(\.visibleLines)
                return min(40, max(4, lines.map { DisplayWidth.width($0) }.max() ?? 0))
            }
        }

        /// Half-width characters of a table's size, 12 points, to a line of 156 mm.
        static let pageWidth = 73

        /// Width of each column on a page, blank sides included. The widest give way until all find room.
        var pageWidths: [Int] {
            var widths = widths.map { $0 + 2 }
            while widths.reduce(0, +) > Self.pageWidth, let most = widths.max(), most > 4,
                let widest = widths.firstIndex(of: most)
            {
                widths[widest] -= 1
            }
            return widths
        }
    }

    /// A column of a table.
    public struct Column: Hashable, Sendable {
        /// The heading.
        public let heading: String
        /// The side on which cells stand; numbers on the right.
        public let alignment: Alignment
        /// Width in half-width characters, beside the other columns; nil for as wide as its text.
        public let width: Int?

        /// A column.
        public init(_ heading: String, _ alignment: Alignment = .left, width: Int? = nil) {
            self.heading = heading
            self.alignment = alignment
            self.width = width
        }
    }

    /// What stands in a table's cell.
    public enum Cell: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        /// A text.
        case text(String)
        /// A number that spreadsheets may reckon with.
        case number(Int)
        /// A share of 1 that spreadsheets may reckon with, and how it is printed: 0.9896 and 98.96%.
        case share(Double, printed: String)

        /// A text.
        public init(stringLiteral text: String) { self = .text(text) }

        /// A number.
        public init(integerLiteral number: Int) { self = .number(number) }

        /// The cell as it is printed.
        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .share(_, let printed): printed
            }
        }
    }
}
