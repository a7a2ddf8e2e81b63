/// Colours text, or leaves it alone where colour is not wanted.
public struct Style: Equatable, Sendable {
    /// Whether escape sequences are written.
    public let isEnabled: Bool

    /// A style that colours or does not.
    public init(enabled: Bool) { isEnabled = enabled }

    /// Whether to colour: only on a terminal, not with NO_COLOR (set and not empty, see no-color.org), and
    /// not with TERM=dumb.
    public static func enabled(isTerminal: Bool, environment: [String: String]) -> Bool {
        isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// The text in this ink; unchanged without ink, if empty, or if not enabled. The text must be harmless
    /// already (see `Visible`).
    public func paint(_ text: String, _ ink: Ink?) -> String {
        guard isEnabled, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
    }
}

extension Style {
    /// The text in this ink, some words in it set off wherever they stand: bold and yellow. English letters without regard to case.
    func paint(_ text: String, _ ink: Ink?, marking words: [String]) -> String {
        guard isEnabled, !words.isEmpty else { return paint(text, ink) }
        let letters = Array(text)
        let folded = letters.map(Self.folded)
        var isMarked = letters.map { _ in false }
        for word in words.map({ $0.map(Self.folded) }) where !word.isEmpty && word.count <= folded.count {
            for start in 0...(folded.count - word.count)
            where folded[start..<start + word.count].elementsEqual(word) {
                for place in start..<start + word.count { isMarked[place] = true }
            }
        }
        var painted = ""
        var start = 0
        while start < letters.count {
            let end = isMarked[start...].firstIndex { $0 != isMarked[start] } ?? letters.count
            let run = String(letters[start..<end])
            painted += isMarked[start] ? "\u{1B}[1;33m\(run)\u{1B}[0m" : paint(run, ink)
            start = end
        }
        return painted
    }

    private static func folded(_ letter: Character) -> Character {
        letter.isASCII ? Character(letter.lowercased()) : letter
    }
}
