/// Writes CSV that `CSVReader` reads back, and that a spreadsheet opens without executing anything.
public enum CSVWriter {
    /// One record with its line end (LF). Cells are guarded, and quoted only where they would not come back
    /// otherwise: comma, quote, CR or LF inside, white space at an end, a leading byte order mark, and the
    /// only cell of a record if it is empty. NUL cannot be written: the reader refuses it.
    public static func row(_ fields: [String]) -> String {
        if fields == [""] { return "\"\"\n" }
        var row = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { row += "," }
            append(guarded(field), to: &row)
        }
        row += "\n"
        return row
    }

    /// The cell with one more apostrophe in front if a spreadsheet might take it for a formula: it begins
    /// with = + - @ TAB or CR, or with apostrophes and then one of those.
    public static func guarded(_ cell: String) -> String {
        apostrophesBeforeFormula(cell) == nil ? cell : "'" + cell
    }

    /// Takes back `guarded`: removes one apostrophe from a cell that begins with apostrophes and then one of
    /// = + - @ TAB CR. For every string, `unguard(guarded(s)) == s`.
    public static func unguard(_ cell: String) -> String {
        guard let apostrophes = apostrophesBeforeFormula(cell), apostrophes > 0 else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }

    /// Compares bytes, not characters: to Swift "=" with a combining mark is another character than "=".
    private static func apostrophesBeforeFormula(_ cell: String) -> Int? {
        var apostrophes = 0
        for byte in cell.utf8 {
            switch byte {
            case UInt8(ascii: "'"): apostrophes += 1
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
                return apostrophes
            default: return nil
            }
        }
        return nil
    }

    private static func append(_ cell: String, to row: inout String) {
        guard needsQuotes(cell) else {
            row += cell
            return
        }
        row += "\""
        if cell.utf8.contains(CSVByte.quote) {
            for scalar in cell.unicodeScalars {
                if scalar == "\"" { row += "\"" }
                row.unicodeScalars.append(scalar)
            }
        } else {
            row += cell
        }
        row += "\""
    }

    private static func needsQuotes(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else { return false }
        if isBlank(first) || isBlank(last) || first == "\u{FEFF}" { return true }
        return cell.utf8.contains { byte in
            byte == CSVByte.comma || byte == CSVByte.quote || CSVByte.endsLine(byte)
        }
    }

    /// Unicode's White_Space; asking the standard library for the property is slow.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
