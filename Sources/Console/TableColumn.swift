import Lettering

/// How one column of a table is laid out. Widths are in terminal columns.
public struct TableColumn: Equatable, Sendable {
    /// Shown in the first line.
    public var heading: String
    /// Side on which cells and heading stand.
    public var alignment: Alignment
    /// Width that the column has at least, unless the whole table has too little room.
    public var minWidth: Int
    /// Width that the column has at most, also without a limit for the table; nil for no limit.
    public var maxWidth: Int?
    /// Whether this column is the first to become narrower when the table is too wide.
    public var isFlexible: Bool

    /// A column; without arguments besides the heading, left-aligned and as wide as its widest cell.
    public init(
        _ heading: String, alignment: Alignment = .left, minWidth: Int = 1, maxWidth: Int? = nil,
        isFlexible: Bool = false
    ) {
        self.heading = heading
        self.alignment = alignment
        self.minWidth = max(1, minWidth)
        self.maxWidth = maxWidth
        self.isFlexible = isFlexible
    }

    /// Width for content of this width.
    func width(for content: Int) -> Int {
        max(minWidth, min(content, maxWidth ?? content))
    }
}
