/// A telephone number as operators type it.
public enum Phone {
    /// The digits of a number that can be one (with a leading + where it is foreign), or nil.
    ///
    /// Taken are mobile numbers, fixed lines with or without area code and extension, 400 and 800 numbers,
    /// service numbers of 5 digits, with +86 before them or not, and foreign numbers with a +.
    /// Blanks, hyphens, brackets and full-width digits are as good as plain digits.
    public static func normalized(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits.unicodeScalars.append(scalar)
            case 0xFF10...0xFF19: digits.append(String(scalar.value - 0xFF10))
            case 0x2B where digits.isEmpty, 0xFF0B where digits.isEmpty: digits = "+"
            case 0x20, 0x2D, 0x28, 0x29, 0x3000, 0xFF08, 0xFF09, 0x2014, 0xFF0D: continue
            default: return nil
            }
        }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        if digits.hasPrefix("0086") { digits.removeFirst(4) }
        return isPhone(digits) ? digits : nil
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
