/// Deflate (RFC 1951) in one block with the fixed codes. Our own, because the program links no zlib, and
/// because another version's bytes would differ.
struct Deflate {
    /// The least length and distance of each code, and how many bits follow it.
    private static let lengths = ranges(from: 3, count: 28, sharing: 4) + [(base: 258, extra: 0)]
    private static let distances = ranges(from: 1, count: 30, sharing: 2)
    /// The code of each length.
    private static let lengthCodes = (0...Matches.longest).map { length in
        lengths.lastIndex { $0.base <= length } ?? 0
    }
    private static let symbols = (0..<286).map { symbol in
        let (code, bits) =
            switch symbol {
            case ..<144: (0x30 + symbol, 8)
            case ..<256: (0x190 + symbol - 144, 9)
            case ..<280: (symbol - 256, 7)
            default: (0xC0 + symbol - 280, 8)
            }
        return (code: reversed(code, bits: bits), bits: bits)
    }
    private static let distanceCodes = (0..<30).map { reversed($0, bits: 5) }

    private var output: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingBits = 0

    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var deflate = Deflate()
        deflate.write(bytes)
        return deflate.output
    }

    private mutating func write(_ bytes: [UInt8]) {
        put(1, bits: 1)  // The last block,
        put(1, bits: 2)  // with the fixed codes.
        var matches = Matches(bytes)
        var position = 0
        while position < bytes.count {
            if let match = matches.find(at: position) {
                put(length: match.length)
                put(distance: match.distance)
                position += match.length
            } else {
                put(symbol: Int(bytes[position]))
                position += 1
            }
        }
        put(symbol: 256)
        put(0, bits: 7)  // Pushes the last bits out.
    }

    private mutating func put(length: Int) {
        let code = Self.lengthCodes[length]
        put(symbol: 257 + code)
        put(length - Self.lengths[code].base, bits: Self.lengths[code].extra)
    }

    private mutating func put(distance: Int) {
        var code = Self.distances.count - 1
        while Self.distances[code].base > distance { code -= 1 }
        put(Self.distanceCodes[code], bits: 5)
        put(distance - Self.distances[code].base, bits: Self.distances[code].extra)
    }

    /// A literal, the end (256) or a length's code.
    private mutating func put(symbol: Int) {
        put(Self.symbols[symbol].code, bits: Self.symbols[symbol].bits)
    }

    private mutating func put(_ value: Int, bits: Int) {
        pending |= UInt64(value) << UInt64(pendingBits)
        pendingBits += bits
        while pendingBits >= 8 {
            output.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= 8
        }
    }

    /// Codes are written from their highest bit.
    private static func reversed(_ code: Int, bits: Int) -> Int {
        (0..<bits).reduce(0) { $0 << 1 | code >> $1 & 1 }
    }

    /// Ranges that double in size: so many of them share each number of bits; twice as many have none.
    private static func ranges(from first: Int, count: Int, sharing: Int) -> [(base: Int, extra: Int)] {
        var base = first
        return (0..<count).map { code in
            let extra = max(0, code / sharing - 1)
            defer { base += 1 << extra }
            return (base, extra)
        }
    }
}
