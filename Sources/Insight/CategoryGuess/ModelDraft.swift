/// A model that is being written.
struct ModelDraft {
    let layout: ModelLayout
    let bytes: [UInt8]

    init(_ set: TrainingSet, rows: [Int], sharpness: Float) {
        let known = GramWeights(set, rows: rows)
        let vectors = TextVectors(set, rows: rows, known: known)
        let (labels, grams) = (set.labels.count, known.keys.count)
        layout = ModelLayout(
            labels: labels, grams: grams, examples: rows.count, sharpness: sharpness, step: known.step)
        var weights = Array(repeating: UInt8(0), count: labels * grams)
        var biases: [Float] = []
        var scales: [Float] = []
        for label in 0..<labels {
            let separator = Separator(vectors, belongs: rows.map { set.classes[$0] == label })
            let largest = separator.weights.reduce(0) { max($0, abs($1)) }
            let scale = max(largest / 127, .leastNormalMagnitude)
            for (gram, weight) in separator.weights.enumerated() {
                weights[gram * labels + label] = UInt8(bitPattern: Int8((weight / scale).rounded()))
            }
            biases.append(separator.bias)
            scales.append(scale)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(layout.size)
        for word in [
            ModelLayout.mark, ModelLayout.version, UInt32(labels), UInt32(grams), UInt32(rows.count),
            sharpness.bitPattern, known.step.bitPattern, 0,
        ] {
            Self.append(word, to: &bytes)
        }
        for label in set.labels { Self.append(label, to: &bytes) }
        for bias in biases { Self.append(bias.bitPattern, to: &bytes) }
        for scale in scales { Self.append(scale.bitPattern, to: &bytes) }
        for key in known.keys { Self.append(key, to: &bytes) }
        bytes += known.steps
        bytes += weights
        Self.append(bytes.withUnsafeBytes { ModelLayout.digest(of: $0[...]) }, to: &bytes)
        self.bytes = bytes
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
}
