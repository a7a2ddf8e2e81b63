import Lettering

/// Text that somebody is typing, with a cursor between its characters. A character is what is seen as one.
public struct TextField: Equatable, Sendable {
    /// What is typed so far.
    public private(set) var text: String
    /// How many characters stand before the cursor.
    public private(set) var cursor: Int
    /// At most so many characters are taken.
    public let limit: Int
    /// Whether it may have several lines.
    public let hasLines: Bool

    /// A field with the cursor at its end.
    public init(_ text: String = "", limit: Int = 100_000, hasLines: Bool = false) {
        self.text = text
        self.limit = limit
        self.hasLines = hasLines
        cursor = text.count
    }

    /// Does what a key asks for. Whether it was one for a text.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .text(let typed): insert(typed)
        case .paste(let pasted): insert(pasted)
        case .newline where hasLines: insert("\n")
        case .backspace: remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(cursor + 1, text.count))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): remove(0..<cursor)
        case .control("k"): remove(cursor..<text.count)
        case .control("w"): remove(wordBegin..<cursor)
        default: return false
        }
        return true
    }

    /// Replaces all of it.
    public mutating func set(_ text: String) {
        self = TextField(text, limit: limit, hasLines: hasLines)
    }

    private mutating func insert(_ typed: String) {
        let typed = hasLines ? typed : String(typed.map { $0.isNewline ? " " : $0 })
        let place = text.index(text.startIndex, offsetBy: cursor)
        // A combining mark joins what stands before it.
        let head = text[..<place] + typed.filter { $0 == "\n" || !Self.isControl($0) }
        let rest = text[place...]
        guard head.count + rest.count <= limit else { return }
        (text, cursor) = (String(head + rest), head.count)
        cursor = min(cursor, text.count)
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private mutating func remove(_ range: Range<Int>) {
        let first = text.index(text.startIndex, offsetBy: range.lowerBound)
        let last = text.index(first, offsetBy: range.count)
        text.removeSubrange(first..<last)
        cursor = min(range.lowerBound, text.count)
    }

    /// Where the word before the cursor begins; a Chinese character is a word.
    private var wordBegin: Int {
        let letters = Array(text.prefix(cursor))
        var place = letters.count
        while place > 0, letters[place - 1].isWhitespace { place -= 1 }
        guard place > 0 else { return 0 }
        let isNarrow = { (letter: Character) in !letter.isWhitespace && DisplayWidth.width(letter) == 1 }
        guard isNarrow(letters[place - 1]) else { return place - 1 }
        while place > 0, isNarrow(letters[place - 1]) { place -= 1 }
        return place
    }

    /// Moves the cursor to the row above or below in rows of so many columns, as near to its column as may be. Whether there
    /// is such a row.
    public mutating func moveRow(_ step: Int, columns: Int) -> Bool {
        let rows = wrapped(columns)
        let position = position(in: rows)
        guard rows.indices.contains(position.row + step) else { return false }
        let target = rows[position.row + step]
        var (place, used) = (target.first, 0)
        for letter in target.text {
            used += DisplayWidth.width(letter)
            if used > position.column { break }
            place += 1
        }
        cursor = place
        return true
    }

    /// The text in rows of so many columns, and the row and column of the cursor.
    public func rows(columns: Int) -> (rows: [String], cursor: Frame.Position) {
        let rows = wrapped(columns)
        return (rows.map(\.text), position(in: rows))
    }

    /// A row of the text, and how many characters stand before it.
    private typealias WrappedRow = (first: Int, text: String)

    /// There is always a row for the cursor, also after a full one.
    private func wrapped(_ columns: Int) -> [WrappedRow] {
        var rows: [WrappedRow] = [(0, "")]
        var used = 0
        for (place, letter) in text.enumerated() {
            let width = DisplayWidth.width(letter)
            if letter.isNewline || used + width > max(columns, 2) {
                rows.append((letter.isNewline ? place + 1 : place, ""))
                used = 0
            }
            guard !letter.isNewline else { continue }
            rows[rows.count - 1].text.append(letter)
            used += width
        }
        if used >= max(columns, 2) { rows.append((text.count, "")) }
        return rows
    }

    private func position(in rows: [WrappedRow]) -> Frame.Position {
        let row = rows.lastIndex { $0.first <= cursor } ?? 0
        let column = DisplayWidth.width(rows[row].text.prefix(cursor - rows[row].first))
        return Frame.Position(row: row, column: column)
    }
}
