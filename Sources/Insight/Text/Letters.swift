/// A text as the findings read it: full-width letters and digits as plain ones, letters small, blanks, quotation
/// marks and dots within names gone. What stands where in the original is kept.
struct Letters: Sendable {
    /// The Unicode scalars after folding.
    private(set) var codes: [UInt32] = []
    /// Where each of them begins in the original, in bytes of UTF-8; one more entry for the end of the last.
    private(set) var offsets: [Int32] = []
    /// Before which of them a quotation mark opens; rising.
    private(set) var openings: [Int] = []

    /// - Parameter limit: what lies beyond so many scalars is not read.
    init(_ text: some StringProtocol, limit: Int = .max) {
        codes.reserveCapacity(min(text.utf8.count / 3 + 8, limit))
        offsets.reserveCapacity(codes.capacity + 1)
        var offset = 0
        var end = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            switch Self.fold(scalar.value) {
            case 0: if Self.opens(scalar.value) { openings.append(codes.count) }
            case let code:
                guard codes.count < limit else { break }
                codes.append(code)
                offsets.append(Int32(truncatingIfNeeded: offset))
                end = offset + width
            }
        }
        offsets.append(Int32(truncatingIfNeeded: end))
    }

    /// Whether the next letter follows a Chinese one in the original with nothing between them.
    func isAdjacent(_ place: Int) -> Bool {
        place + 1 < codes.count && offsets[place + 1] - offsets[place] == (codes[place] > 0xFFFF ? 4 : 3)
    }

    /// The first letters.
    func prefix(_ count: Int) -> Letters {
        var head = self
        guard count < codes.count else { return head }
        head.codes.removeLast(codes.count - count)
        head.offsets.removeLast(offsets.count - count - 1)
        head.openings.removeAll { $0 > count }
        return head
    }

    /// A part as text, after folding.
    func text(_ range: Range<Int>) -> String {
        Self.text(codes[range])
    }

    /// A part as it was written, but for what folding leaves out.
    ///
    /// - Parameter text: the text that was read.
    func written(_ range: Range<Int>, in text: String) -> String {
        var written = String.UnicodeScalarView()
        for offset in offsets[range] {
            written.append(text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: Int(offset))])
        }
        return String(written)
    }

    static func text(_ codes: some Sequence<UInt32>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.underestimatedCount * 3)
        for code in codes {
            guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else { continue }
            bytes.append(contentsOf: encoded)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a scalar is a letter, a digit or a Chinese character.
    static func isWord(_ code: UInt32) -> Bool {
        isHan(code) || isDigit(code) || (0x61...0x7A).contains(code)
    }

    static func isHan(_ code: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(code) || (0x3400...0x4DBF).contains(code)
            || (0x20000...0x323AF).contains(code) || code == 0x3007
    }

    static func isDigit(_ code: UInt32) -> Bool {
        (0x30...0x39).contains(code)
    }

    private static func opens(_ code: UInt32) -> Bool {
        switch code {
        case 0x22, 0x27, 0x201C, 0x2018, 0x300C, 0x300E, 0x300A, 0x3008, 0xFF02: true
        default: false
        }
    }

    /// The folded scalar; 0 for what is left out.
    private static func fold(_ code: UInt32) -> UInt32 {
        switch code {
        case 0x4E00...0x9FFF: code
        case 0x41...0x5A: code + 0x20
        case 0x22, 0x27, 0...0x20, 0x7F...0xA0: 0
        case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65: 0
        case 0x2000...0x200F, 0x2018...0x201F, 0x2028...0x202F, 0x205F...0x2064, 0xFEFF, 0x3000: 0
        case 0x3008...0x300F: 0
        case 0xFF02: 0
        case 0xFF21...0xFF3A: code - 0xFF21 + 0x61
        case 0xFF01...0xFF5E: code - 0xFEE0
        default: code
        }
    }
}
