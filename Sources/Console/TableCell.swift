/// One cell of a table: any text, made harmless when shown, and the ink for it.
public struct TableCell: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The text; a newline in it shows as ⏎.
    public var text: String
    /// The ink, where the table's style is enabled.
    public var ink: Ink?

    /// A cell with this text and ink.
    public init(_ text: String, _ ink: Ink? = nil) {
        self.text = text
        self.ink = ink
    }

    /// A cell with this text and no ink.
    public init(stringLiteral text: String) { self.init(text) }
}
