/// Numbers for pairs of numbers, in the order in which the pairs are first met (open addressing).
struct PairTable {
    private var pairs: [UInt64]
    private var numbers: [Int32]
    private(set) var count = 0

    init() {
        pairs = Array(repeating: 0, count: 1024)
        numbers = Array(repeating: -1, count: 1024)
    }

    /// The number of a pair; a new one where it has none.
    mutating func number(of first: Int32, _ second: Int32) -> Int32 {
        if count * 2 >= pairs.count { grow() }
        let pair = Self.pair(first, second)
        let slot = slot(of: pair)
        if numbers[slot] < 0 {
            pairs[slot] = pair
            numbers[slot] = Int32(count)
            count += 1
        }
        return numbers[slot]
    }

    /// The number of a pair; nil where it has none.
    func existing(_ first: Int32, _ second: Int32) -> Int32? {
        let number = numbers[slot(of: Self.pair(first, second))]
        return number < 0 ? nil : number
    }

    /// Calls with each pair and its number.
    func each(_ use: (_ first: Int32, _ second: Int32, _ number: Int32) -> Void) {
        for slot in pairs.indices where numbers[slot] >= 0 {
            use(Int32(pairs[slot] >> 32), Int32(pairs[slot] & 0xFFFF_FFFF), numbers[slot])
        }
    }

    private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    private func slot(of pair: UInt64) -> Int {
        let mask = pairs.count - 1
        var slot = Int(truncatingIfNeeded: Scatter.mixed(pair) >> 20) & mask
        while numbers[slot] >= 0, pairs[slot] != pair { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldPairs, oldNumbers) = (pairs, numbers)
        pairs = Array(repeating: 0, count: oldPairs.count * 2)
        numbers = Array(repeating: -1, count: oldPairs.count * 2)
        for old in oldPairs.indices where oldNumbers[old] >= 0 {
            let slot = slot(of: oldPairs[old])
            pairs[slot] = oldPairs[old]
            numbers[slot] = oldNumbers[old]
        }
    }
}
