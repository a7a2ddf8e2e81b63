import Testing

@testable import Lettering

/// Widths compared with Unicode's own files, code point by code point.
struct UnicodeDataTests {
    /// Vowels and finals that join the Hangul syllable before them.
    private static let joining: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FF]
    /// Format characters with a shape: the soft hyphen, which terminals draw, and marks that stand before numbers and words.
    private static let shaped: Set<UInt32> = [
        0xAD, 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    ]

    private static func codes(_ ranges: [ClosedRange<UInt32>]) -> Set<UInt32> {
        Set(ranges.joined())
    }

    @Test func `every code point takes the columns that Unicode's files say`() {
        let wide = Self.codes(UnicodeData.wide)
        let empty = Self.codes(UnicodeData.empty + Self.joining)
            .union(Self.codes(UnicodeData.format).subtracting(Self.shaped))
        var wrong: [String] = []
        var checked = 0
        for code in UInt32(0)...0x10FFFF {
            // Of what came later the files know nothing.
            guard let scalar = Unicode.Scalar(code), !Self.isNewer(scalar) else { continue }
            checked += 1
            let expected = empty.contains(code) ? 0 : wide.contains(code) ? 2 : 1
            let width = DisplayWidth.width(Character(scalar))
            if width != expected {
                wrong.append("U+\(String(code, radix: 16, uppercase: true)): \(width), not \(expected)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
        #expect(checked > 1_090_000)
    }

    @Test func `whatever is drawn as an emoji takes two columns`() {
        let halfFlags = UInt32(0x1F1E6)...0x1F1FF
        var texts = UnicodeData.emojiPresentation.joined().filter { !halfFlags.contains($0) }.map { [$0] }
        texts += UnicodeData.emoji.joined().map { [$0, 0xFE0F] }
        for base in UnicodeData.emojiModifierBase.joined() {
            texts += (UInt32(0x1F3FB)...0x1F3FF).map { [base, $0] }
        }
        for first in halfFlags { texts += halfFlags.map { [first, $0] } }
        let wrong = texts.filter { codes in
            var text = ""
            text.unicodeScalars.append(contentsOf: codes.compactMap(Unicode.Scalar.init))
            return DisplayWidth.width(text) != 2
        }
        #expect(texts.count > 3000)
        #expect(wrong.isEmpty, "\(wrong.prefix(20).map { $0.map { String($0, radix: 16) } })")
    }

    private static func isNewer(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.age.map { ($0.major, $0.minor) > UnicodeData.version } ?? false
    }
}
