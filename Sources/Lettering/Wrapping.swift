extension DisplayWidth {
    /// A line in rows of so many columns. Words and numbers of ASCII stay whole where they fit in a row, and no row begins with a
    /// mark that ends something. Rows after the first are indented as far as the line.
    public static func wrap(_ line: some StringProtocol, columns: Int) -> [String] {
        let indent = String(line.prefix { $0 == " " }.prefix(columns / 4))
        var rows = [indent]
        var used = indent.count
        for piece in pieces(of: line.dropFirst(indent.count)) {
            let needed = width(piece)
            if used + needed > columns, used > indent.count {
                rows.append(indent)
                used = indent.count
                if piece.allSatisfy(\.isWhitespace) { continue }
            }
            // What is wider than a row is broken anywhere.
            for letter in piece {
                let needed = width(letter)
                if used + needed > columns, used > indent.count {
                    rows.append(indent)
                    used = indent.count
                }
                rows[rows.count - 1].append(letter)
                used += needed
            }
        }
        return rows
    }

    /// What stays together: a run of ASCII, or a letter, each with the closing marks behind it.
    private static func pieces(of line: some StringProtocol) -> [String] {
        var pieces: [String] = []
        var wasWord = false
        for letter in line {
            let isWord = letter.isASCII && !letter.isWhitespace
            if !pieces.isEmpty, isWord && wasWord || closing.contains(letter) {
                pieces[pieces.count - 1].append(letter)
            } else {
                pieces.append(String(letter))
            }
            wasWord = isWord
        }
        return pieces
    }

    private static let closing = Set("，。、；：！？）》」』”’…%％")
}
