/// One cell of a table: any text, made harmless when shown, and the ink for it.
public struct TableCell: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The text; a newline in it shows as ⏎.
    public var text: String
    /// The ink, where the table's style is enabled.
    public var ink: Ink?

    /// Words that are set off wherever they stand in the text; English letters without regard to case.
    public var marks: [String]

    /// A cell with this text and ink, in which some words are set off.
    public init(_ text: String, _ ink: Ink? = nil, marks: [String] = []) {
        self.text = text
        self.ink = ink
        self.marks = marks
    }

    /// A cell with this text and no ink.
    public init(stringLiteral text: String) { self.init(text) }
}
