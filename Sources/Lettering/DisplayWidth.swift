/// The columns that text takes on a terminal, counted by what is seen as one character (grapheme cluster).
///
/// East Asian Wide and Fullwidth characters, emoji, flags and keycaps take two columns, combining marks,
/// joiners, variation selectors and control characters none, all others one, also the ambiguous ones such as
/// “ ” … ― · (as UTF-8 terminals draw them).
public enum DisplayWidth {
    /// Columns of the text on one line; line ends count nothing.
    public static func width(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// Columns of one character: 0, 1 or 2.
    public static func width(_ character: Character) -> Int {
        var sum = 0
        var isDrawnAsEmoji = false
        for scalar in character.unicodeScalars {
            sum += width(scalar)
            // Emoji presentation selector and the keycap's frame.
            if scalar == "\u{FE0F}" || scalar == "\u{20E3}" { isDrawnAsEmoji = true }
        }
        if isDrawnAsEmoji, character.unicodeScalars.first?.properties.isEmoji == true { return 2 }
        return min(sum, 2)
    }

    /// The text cut to at most so many columns, … standing for what was cut off; never half a character. With
    /// `pad` it is filled up with spaces to exactly that width, the text standing on the given side.
    public static func fit(_ text: some StringProtocol, columns: Int, pad: Alignment? = nil) -> String {
        var fitted = String(text)
        var used = width(text)
        if used > columns { (fitted, used) = cut(text, columns) }
        guard let pad, used < columns else { return fitted }
        let space = String(repeating: " ", count: columns - used)
        return pad == .left ? fitted + space : space + fitted
    }

    private static func cut(_ text: some StringProtocol, _ columns: Int) -> (String, Int) {
        guard columns > 0 else { return ("", 0) }
        var kept = ""
        var used = 0
        for character in text {
            let next = used + width(character)
            if next >= columns { break }
            kept.append(character)
            used = next
        }
        return (kept + "…", used + 1)
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        if contains(WidthTable.zero, value) { return 0 }
        if contains(WidthTable.wide, value) { return 2 }
        // Emoji newer than the table. Half a flag is one column, so that two make a flag.
        let isHalfFlag = (0x1F1E6...0x1F1FF).contains(value)
        return value >= 0x1F000 && !isHalfFlag && scalar.properties.isEmojiPresentation ? 2 : 1
    }

    /// Whether one of the ranges, given by first and last, holds the value.
    private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < ranges.count && ranges[2 * low] <= value
    }
}
