import SplitMix

/// Numbers by chance that are the same for the same seed and round.
struct Chance: RandomNumberGenerator {
    private var generator: SplitMix64

    init(seed: UInt64, round: Int) {
        generator = SplitMix64(seed: seed, stream: UInt64(round))
    }

    mutating func next() -> UInt64 { generator.next() }

    /// From 0 up to, not including, a count of at least 1.
    mutating func below(_ count: Int) -> Int {
        Int.random(in: 0..<count, using: &self)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
