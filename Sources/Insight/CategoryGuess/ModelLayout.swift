/// Why bytes are no model.
public enum CategoryModelError: Error, Hashable, Sendable {
    /// They are something else.
    case foreign
    /// They were written by another version of the program.
    case version(UInt32)
    /// Something is missing or was changed.
    case damaged
}

/// Where in a model's bytes each thing stands. All numbers are little-endian.
///
///     mark 4, version 4, categories n 4, grams m 4, texts 4, sharpness 4, step 4, (nothing) 4
///     n categories 8, n biases 4, n scales 4, m grams 4 (rising), m steps 1, m × n weights 1, digest 8
///
/// A weight is a whole number from -127 to 127 times its category's scale.
struct ModelLayout: Hashable, Sendable {
    static let mark: UInt32 = 0x4D43_5359
    static let version: UInt32 = 1
    static let header = 32

    let labels: Int
    let grams: Int
    let examples: Int
    /// By what margins are multiplied to become the logarithms of odds.
    let sharpness: Float
    /// The size of a step of a gram's weight.
    let step: Float

    init(labels: Int, grams: Int, examples: Int, sharpness: Float, step: Float) {
        (self.labels, self.grams, self.examples) = (labels, grams, examples)
        (self.sharpness, self.step) = (sharpness, step)
    }

    var biases: Int { Self.header + labels * 8 }
    var scales: Int { biases + labels * 4 }
    var keys: Int { scales + labels * 4 }
    var steps: Int { keys + grams * 4 }
    var weights: Int { steps + grams }
    var digest: Int { weights + grams * labels }
    var size: Int { digest + 8 }

    init(reading bytes: [UInt8]) throws(CategoryModelError) {
        guard bytes.count >= Self.header + 8 else { throw .foreign }
        let words = bytes.withUnsafeBytes { raw in
            (0..<7).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
        }
        guard words[0] == Self.mark else { throw .foreign }
        guard words[1] == Self.version else { throw .version(words[1]) }
        self.init(
            labels: Int(words[2]), grams: Int(words[3]), examples: Int(words[4]),
            sharpness: Float(bitPattern: words[5]), step: Float(bitPattern: words[6]))
        let isWhole = bytes.withUnsafeBytes { raw in
            // Counts below 2^28 cannot overflow when multiplied.
            labels >= 2 && labels < 1 << 28 && grams < 1 << 28 && size == raw.count
                && Self.digest(of: raw[..<digest])
                    == UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: digest, as: UInt64.self))
        }
        guard isWhole, sharpness.isFinite, sharpness > 0, step.isFinite, step >= 0 else { throw .damaged }
    }

    /// One number for all bytes before it; eight at a time.
    static func digest(of bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(rebasing: bytes)
        let whole = raw.count / 8 * 8
        var digest: UInt64 = 0
        for offset in stride(from: 0, to: whole, by: 8) {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            digest = (digest ^ word) &* 0x9E37_79B9_7F4A_7C15
            digest ^= digest >> 29
        }
        return Scatter.mixed(digest ^ Scatter.digest(raw[whole...]))
    }

    func label(_ index: Int, in bytes: UnsafeRawBufferPointer) -> Int64 {
        Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: Self.header + index * 8, as: Int64.self))
    }

    /// How far a text is on the side of each category; nil where the model knows nothing of it.
    func margins(of text: Grams, in bytes: UnsafeRawBufferPointer) -> [Float]? {
        var sums = Array(repeating: Float(0), count: labels)
        var square: Float = 0
        var low = 0
        for (key, weight) in zip(text.keys, text.weights) {
            low = place(of: key, from: low, in: bytes)
            guard low < grams else { break }
            guard self.key(low, in: bytes) == key else { continue }
            let value = weight * (1 + step * Float(bytes[steps + low]))
            square += value * value
            let row = weights + low * labels
            for index in 0..<labels {
                sums[index] += value * Float(Int8(bitPattern: bytes[row + index]))
            }
        }
        guard square > 0 else { return nil }
        let scale = 1 / square.squareRoot()
        return (0..<labels).map {
            sums[$0] * scale * float(at: scales + $0 * 4, in: bytes) + float(at: biases + $0 * 4, in: bytes)
        }
    }

    /// The first gram from a place on that is not below a number; `grams` where there is none.
    private func place(of key: UInt32, from start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        var (low, high) = (start, grams)
        while low < high {
            let middle = (low + high) / 2
            if self.key(middle, in: bytes) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func key(_ index: Int, in bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: keys + index * 4, as: UInt32.self))
    }

    private func float(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Float {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}
