/// What a whole screen shows.
public struct Frame: Equatable, Sendable {
    /// The lines from the top, each no wider than the screen, painted already. What was cut off of a line must not end
    /// within its paint.
    public var lines: [String]
    /// Where the cursor stands, from 0; nil where none is shown.
    public var cursor: Position?

    /// A place on the screen, from 0.
    public struct Position: Equatable, Sendable {
        public var row: Int, column: Int

        /// A place.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A screen with these lines.
    public init(lines: [String] = [], cursor: Position? = nil) {
        self.lines = lines
        self.cursor = cursor
    }

    /// The bytes that turn the screen that shows one frame into this one. Nil for a screen of which nothing is known.
    func update(from before: Frame?, rows: Int) -> String {
        var text = "\u{1B}[?25l"
        if before == nil { text += "\u{1B}[2J" }
        for row in 0..<rows {
            let line = row < lines.count ? lines[row] : ""
            let old = before.map { row < $0.lines.count ? $0.lines[row] : "" }
            if line != old ?? "" { text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line)" }
        }
        if let cursor, cursor.row < rows {
            text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
        }
        return text
    }
}
