import Glibc

/// A text as its single letters and pairs of letters, each under a number of 32 bits.
///
/// Two that share a number count as one; among 100,000 about one pair does.
struct Grams {
    /// So many letters of a text are read: what comes later says little of what a text is about, and a text of any
    /// length costs no more.
    static let limit = 4000
    /// So many letters at the beginning count more: a heading comes first, and people begin with the matter.
    private static let opening = 30
    private static let openingWeight: Float = 2
    /// How much a single letter counts beside a pair, which says far more.
    private static let singleWeight: Float = 0.5

    /// The numbers, rising, each once.
    let keys: [UInt32]
    /// How much there is of each: 1 + ln of the weighted count.
    let weights: [Float]

    init(_ text: String) {
        let letters = Letters(text, limit: Self.limit).codes
        var found: [UInt64] = []
        found.reserveCapacity(letters.count * 2)
        for (position, letter) in letters.enumerated() where Letters.isWord(letter) {
            let mark: UInt64 = position < Self.opening ? 1 : 0
            found.append(Self.number(Self.plain(letter), isPair: false) | mark)
            guard position + 1 < letters.count, Letters.isWord(letters[position + 1]) else { continue }
            let pair = Self.plain(letter) << 32 | Self.plain(letters[position + 1])
            found.append(Self.number(pair, isPair: true) | mark)
        }
        found.sort()
        var keys: [UInt32] = []
        var weights: [Float] = []
        var position = 0
        while position < found.count {
            let number = found[position] >> 1
            var count: Float = 0
            while position < found.count, found[position] >> 1 == number {
                count += found[position] & 1 == 1 ? Self.openingWeight : 1
                position += 1
            }
            keys.append(UInt32(truncatingIfNeeded: number))
            weights.append((1 + logf(count)) * (number & 1 == 1 ? 1 : Self.singleWeight))
        }
        self.keys = keys
        self.weights = weights
    }

    /// One digit is as good as another.
    private static func plain(_ letter: UInt32) -> UInt64 {
        Letters.isDigit(letter) ? 0x30 : UInt64(letter)
    }

    /// A number of 32 bits, odd for a pair, with room below for the mark of the opening.
    private static func number(_ letters: UInt64, isPair: Bool) -> UInt64 {
        ((Scatter.mixed(letters) >> 32) & ~1 | (isPair ? 1 : 0)) << 1
    }
}
