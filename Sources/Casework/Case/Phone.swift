/// A telephone number as operators type it.
public enum Phone {
    /// The digits of a number that can be one (with a leading + where it is foreign), or nil.
    ///
    /// Taken are mobile numbers, fixed lines with or without area code and extension, 400 and 800 numbers,
    /// service numbers of 5 digits, with +86 before them or not, and foreign numbers with a +.
    /// Separators and full-width digits are as good as plain digits.
    public static func normalized(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                digits.unicodeScalars.append(Unicode.Scalar(digit))
            } else if digits.isEmpty, scalar == "+" || scalar == "＋" {
                digits = "+"
            } else if !isSeparator(scalar) {
                return nil
            }
        }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        if digits.hasPrefix("0086") { digits.removeFirst(4) }
        return isPhone(digits) ? digits : nil
    }

    /// A digit of either width, in ASCII.
    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }

    /// What may stand between the digits of a number: blanks, dashes, dots and brackets.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{3000}": true
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "－", ".", "·": true
        case "(", ")", "（", "）": true
        default: false
        }
    }

    private static func isPhone(_ digits: String) -> Bool {
        if digits.hasPrefix("+") { return (8...16).contains(digits.utf8.count) }
        let count = digits.utf8.count
        if digits.hasPrefix("1") {
            return count == 11 && !"012".contains(digits.dropFirst().first ?? "0") || count == 5
        }
        if digits.hasPrefix("400") || digits.hasPrefix("800") { return count == 10 }
        if digits.hasPrefix("0") { return (10...16).contains(count) }
        return count == 7 || count == 8 || count == 5 && digits.hasPrefix("9")
    }
}
