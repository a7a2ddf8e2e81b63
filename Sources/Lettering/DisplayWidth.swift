/// The columns that text takes on a terminal, counted by what is seen as one character (grapheme cluster).
///
/// East Asian Wide and Fullwidth characters, emoji, flags and keycaps take two columns, combining marks,
/// joiners, variation selectors and control characters none, all others one, also the ambiguous ones such as
/// “ ” … ― · (as UTF-8 terminals draw them).
public enum DisplayWidth {
    /// Columns of the text on one line; line ends count nothing.
    @inlinable public static func width(_ text: some StringProtocol) -> Int {
        columns(of: String(text))
    }

    @usableFromInline static func columns(of text: String) -> Int {
        var text = text
        return text.withUTF8(plain) ?? text.reduce(0) { $0 + width($1) }
    }

    /// Columns of a text of nothing but ASCII and of what Chinese is mostly written with, each a character of its own; nil
    /// where anything else is in it. Most text is plain, and finding characters takes long.
    private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var columns = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                guard (0x20..<0x7F).contains(byte) else { return nil }
                columns += 1
                place += 1
                continue
            }
            // Three bytes: U+0800 to U+FFFF.
            guard byte & 0xF0 == 0xE0 else { return nil }
            let value =
                UInt32(byte & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6
                | UInt32(text[place + 2] & 0x3F)
            switch value {
            case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60: columns += 2
            case 0x2010...0x2027: columns += 1
            default: return nil
            }
            place += 3
        }
        return columns
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
