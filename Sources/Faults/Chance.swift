/// Numbers by chance that are the same for the same seed and round (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, round: Int) {
        state = seed &* 0xD1B5_4A32_D192_ED03 &+ UInt64(round) &* 0x9E6C_63D0_876A_68DF
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, a count of at least 1.
    mutating func below(_ count: Int) -> Int {
        Int.random(in: 0..<count, using: &self)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
