/// The letters of a text as the counts of character sequences see them: Chinese characters, small Latin letters,
/// `0` for any digit; what stands between them is one `gap`. Blanks are left out, for they stand anywhere in Chinese.
enum Letters {
    /// What is between two stretches of letters.
    static let gap: UInt32 = 0

    /// The letters of the beginning of a text.
    ///
    /// - Parameter limit: at most so many letters and gaps are read.
    static func of(_ text: String, limit: Int) -> [UInt32] {
        var letters: [UInt32] = []
        letters.reserveCapacity(min(limit, text.utf8.count / 2))
        for scalar in text.unicodeScalars {
            guard letters.count < limit else { break }
            guard let letter = folded(scalar) else { continue }
            if letter == gap, letters.last ?? gap == gap { continue }
            letters.append(letter)
        }
        return letters
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = scalar.value
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x2_0000...0x3_FFFF: return value
        case 0x30...0x39, 0xFF10...0xFF19: return 0x30
        case 0x61...0x7A: return value
        case 0x41...0x5A: return value + 0x20
        case 0xFF21...0xFF3A: return value - 0xFF21 + 0x61
        case 0xFF41...0xFF5A: return value - 0xFF41 + 0x61
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x200B, 0xFEFF: return nil
        case 0..<0x80: return gap
        default: return scalar.properties.isAlphabetic ? value : gap
        }
    }
}
