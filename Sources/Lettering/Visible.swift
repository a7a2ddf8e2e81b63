/// Makes text from outside harmless on a terminal and on paper.
public enum Visible {
    /// The text with every control character shown instead of obeyed: C0 and DEL as their pictures (ESC as
    /// ␛), C1, direction marks, overrides and isolates, Unicode's line separators, and what Unicode says is no
    /// character and XML refuses, as ⟦U+202E⟧. A line end (LF or CRLF) stays a newline with `keepNewlines`,
    /// else it is ⏎.
    public static func visible(_ text: String, keepNewlines: Bool) -> String {
        if text.unicodeScalars.allSatisfy({ !isControl($0) }) { return text }
        var shown = String.UnicodeScalarView()
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            if !isControl(scalar) {
                shown.append(scalar)
            } else if scalar == "\n" {
                shown.append(keepNewlines ? "\n" : "⏎")
            } else if scalar != "\r" || !scalars[index...].starts(with: ["\r", "\n"]) {
                shown.append(contentsOf: picture(scalar))
            }
        }
        return String(shown)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFDD0...0xFDEF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func picture(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
            return String(picture).unicodeScalars
        }
        if scalar.value == 0x7F { return "␡".unicodeScalars }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "⟦U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟧".unicodeScalars
    }
}
