import Glibc

/// How sure a model may be: by what its margins are multiplied so that a confidence of 0.8 is right in 80 of 100.
///
/// A fifth of the texts is kept back, a model learns from the others, and the factor is chosen with which the texts kept
/// back are likeliest (temperature scaling). Few texts say little, so a part of one text is taken to be of any category.
struct Sharpness {
    private static let bounds: ClosedRange<Float> = 0.25...16
    /// So many texts are enough for one number.
    private static let most = 2000

    let value: Float

    init(_ set: TrainingSet, rows: [Int]) {
        let folds = Folds(rows.map { set.classes[$0] }, count: 5, seed: 5)
        let kept = rows.indices.filter { folds.places[$0] == 0 }.map { rows[$0] }
        let draft = ModelDraft(
            set, rows: rows.indices.filter { folds.places[$0] != 0 }.map { rows[$0] }, sharpness: 1)
        let margins = draft.bytes.withUnsafeBytes { bytes in
            kept.prefix(Self.most).compactMap { row in
                draft.layout.margins(of: set.grams[row], in: bytes).map { (set.classes[row], $0) }
            }
        }
        // The loss has one valley in the logarithm of the factor; each step keeps two thirds of the way.
        var (low, high) = (logf(Self.bounds.lowerBound), logf(Self.bounds.upperBound))
        for _ in 0..<24 {
            let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
            if Self.loss(margins, expf(left)) <= Self.loss(margins, expf(right)) {
                high = right
            } else {
                low = left
            }
        }
        value = expf((low + high) / 2)
    }

    private static func loss(_ margins: [(truth: Int, margins: [Float])], _ factor: Float) -> Float {
        let doubt = 1 / Float(margins.count + 2)
        return margins.reduce(0) { sum, text in
            let best = text.margins.max() ?? 0
            let whole = logf(text.margins.reduce(0) { $0 + expf(factor * ($1 - best)) }) + factor * best
            let mean = text.margins.reduce(0, +) / Float(max(1, text.margins.count))
            return sum + whole - factor * ((1 - doubt) * text.margins[text.truth] + doubt * mean)
        }
    }
}
