import SplitMix

/// Numbers that look like chance and are the same on every machine.
struct Scatter {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// From 0 up to, not including, a count of at least 1.
    mutating func below(_ count: Int) -> Int {
        state &+= 1
        return Int(truncatingIfNeeded: Self.mixed(state).multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A number spread over all 64 bits.
    static func mixed(_ number: UInt64) -> UInt64 {
        var generator = SplitMix64(seed: number)
        return generator.next()
    }

    /// One number for many bytes.
    static func digest(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var digest: UInt64 = 0
        var word: UInt64 = 0
        var count: UInt64 = 0
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            count += 1
            if count % 8 == 0 { digest = mixed(digest ^ word) }
        }
        return mixed(mixed(digest ^ word) ^ count)
    }
}
