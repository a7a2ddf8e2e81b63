/// Numbers by chance that are the same for the same seed on every machine (SplitMix64 of Steele, Lea and Flood, 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// A generator that begins at a seed. Neighbouring seeds begin alike.
    @inlinable public init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    @inlinable public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of many generators of a seed, independent of each other also where seeds or streams are neighbours.
    @inlinable public init(seed: UInt64, stream: UInt64) {
        state = seed &* 0xD1B5_4A32_D192_ED03 &+ stream &* 0x9E6C_63D0_876A_68DF
        state = next()
    }
}
