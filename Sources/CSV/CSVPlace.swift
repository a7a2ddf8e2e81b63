/// A place in a text, as an editor shows it.
public struct CSVPlace: Equatable, Hashable, Sendable {
    /// Physical line, counted from 1. CRLF, LF and a lone CR end a line, inside quotes too.
    public let line: Int
    /// Position in the line in Unicode scalars, counted from 1. A leading byte order mark is not counted.
    public let column: Int

    /// The place at this line and column.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
