/// Size of a terminal in character cells.
public struct TerminalSize: Equatable, Sendable {
    /// Cells in a line.
    public var columns: Int
    /// Lines on the screen.
    public var rows: Int

    /// A size; without arguments the customary 80 × 24.
    public init(columns: Int = 80, rows: Int = 24) {
        self.columns = columns
        self.rows = rows
    }
}
