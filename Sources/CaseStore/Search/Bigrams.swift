/// A text as it stands in the index: each run of letters and digits as its pairs of neighbours, and its last
/// character alone. 电梯停运 becomes 电梯, 梯停, 停运 and 运.
///
/// A word of two characters is thus one entry, and a single character is whatever begins with it. Only what every
/// SQLite takes for a letter belongs to a run; all else separates, and is looked at in the text itself.
enum Bigrams {
    /// The entries of some texts, each with a blank behind it.
    static func entries(of texts: [String]) -> String {
        var entries: [UInt8] = []
        entries.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count } * 5 / 2)
        for var text in texts {
            text.withUTF8 { add($0, to: &entries) }
        }
        return String(decoding: entries, as: UTF8.self)
    }

    private static func add(_ utf8: UnsafeBufferPointer<UInt8>, to entries: inout [UInt8]) {
        /// Where the character before begins; nil where none belongs to the run.
        var before: Int?
        var place = 0
        while place < utf8.count {
            let width = isIndexed(utf8, place)
            if let before { add(utf8[before..<(place + width)], to: &entries) }
            before = width > 0 ? place : nil
            place += max(width, 1)
        }
        if let before { add(utf8[before...], to: &entries) }
    }

    private static func add(_ entry: Slice<UnsafeBufferPointer<UInt8>>, to entries: inout [UInt8]) {
        for byte in entry { entries.append(lowercased(byte)) }
        entries.append(0x20)
    }

    /// The runs of a text, each with the places at which its characters begin, and its end.
    static func runs(of utf8: UnsafeBufferPointer<UInt8>) -> [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        var place = 0
        while place < utf8.count {
            let width = isIndexed(utf8, place)
            if width > 0 {
                run.append(place)
                place += width
                continue
            }
            if !run.isEmpty { runs.append(run + [place]) }
            run = []
            place += 1
        }
        if !run.isEmpty { runs.append(run + [place]) }
        return runs
    }

    /// The letters of English without regard to case, as SQLite's LIKE takes them.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }

    /// How many bytes the character at a place has if it belongs to a run; 0 for all others.
    private static func isIndexed(_ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let lead = utf8[place]
        switch lead {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 1
        case 0xE3...0xE9 where place + 2 < utf8.count:
            let scalar =
                UInt32(lead & 0x0F) << 12 | UInt32(utf8[place + 1] & 0x3F) << 6
                | UInt32(utf8[place + 2] & 0x3F)
            return (0x3400...0x4DB5).contains(scalar) || (0x4E00...0x9FCC).contains(scalar) ? 3 : 0
        case 0xF0 where place + 3 < utf8.count:
            let scalar =
                UInt32(utf8[place + 1] & 0x3F) << 12 | UInt32(utf8[place + 2] & 0x3F) << 6
                | UInt32(utf8[place + 3] & 0x3F)
            return (0x20000...0x2A6D6).contains(scalar) ? 4 : 0
        default: return 0
        }
    }
}
