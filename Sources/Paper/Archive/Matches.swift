/// Finds what was there before in the same bytes.
struct Matches {
    /// Bytes of the longest match.
    static let longest = 258
    /// How far back a match may lie; a power of two.
    private static let farthest = 32_768
    private static let shortest = 3
    /// How many earlier places are looked at; more of them take longer and find little.
    private static let tries = 8

    private let bytes: [UInt8]
    /// The latest place with the same hash of three bytes, or −1.
    private var latest = [Int](repeating: -1, count: 1 << 15)
    /// The place before each of the last places that has the same hash, or −1.
    private var before = [Int](repeating: -1, count: farthest)
    /// How far places were noted.
    private var noted = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The longest of the latest matches for the bytes from a position on. Positions must rise.
    mutating func find(at position: Int) -> (length: Int, distance: Int)? {
        while noted < position { note() }
        guard position + Self.shortest <= bytes.count else { return nil }
        let most = min(Self.longest, bytes.count - position)
        var best = (length: Self.shortest - 1, distance: 0)
        var place = latest[hash(at: position)]
        for _ in 0..<Self.tries {
            guard place >= 0, position - place <= Self.farthest else { break }
            // Only what is longer than the best matters.
            if bytes[place + best.length] == bytes[position + best.length] {
                var length = 0
                while length < most, bytes[place + length] == bytes[position + length] { length += 1 }
                if length > best.length { best = (length, position - place) }
                if length == most { break }
            }
            place = before[place % Self.farthest]
        }
        return best.distance > 0 ? best : nil
    }

    private mutating func note() {
        if noted + Self.shortest <= bytes.count {
            let hash = hash(at: noted)
            before[noted % Self.farthest] = latest[hash]
            latest[hash] = noted
        }
        noted += 1
    }

    private func hash(at place: Int) -> Int {
        let three = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
        return Int((three &* 0x9E37_79B1) >> 17)
    }
}
