import Glibc

/// A category that a text may have.
public struct CategorySuggestion: Hashable, Sendable {
    /// The identifier of the category.
    public let label: Int64
    /// How likely it is, from 0 to 1: of suggestions with 0.8 about 80 in 100 are right.
    public let confidence: Double
}

/// What was learnt of how people speak about each category: a weight for every gram and category.
///
/// The model *is* its bytes: they are read in place, so that a stored model is ready as soon as it is loaded. The same
/// texts always make the same bytes.
///
///     let model = try CategoryModel(learnedFrom: TrainingSet(texts))
///     let same = try CategoryModel(bytes: model.bytes)
///     same.suggest("楼上漏水，物业不管", top: 3)
public struct CategoryModel: Hashable, Sendable {
    /// The model as it is stored.
    public let bytes: [UInt8]
    let layout: ModelLayout

    /// A stored model; throws where the bytes are damaged, or not a model, or one of a later version.
    public init(bytes: [UInt8]) throws(CategoryModelError) {
        layout = try ModelLayout(reading: bytes)
        self.bytes = bytes
    }

    /// Learns from texts: takes about a second for 5,000 texts of 400 letters and 7 categories, and grows with the
    /// letters and the categories.
    public init(learnedFrom set: TrainingSet) {
        self.init(learnedFrom: set, rows: Array(0..<set.count))
    }

    init(learnedFrom set: TrainingSet, rows: [Int]) {
        let draft = ModelDraft(set, rows: rows, sharpness: Sharpness(set, rows: rows).value)
        (bytes, layout) = (draft.bytes, draft.layout)
    }

    /// The categories that it knows, rising.
    public var labels: [Int64] {
        bytes.withUnsafeBytes { bytes in (0..<layout.labels).map { layout.label($0, in: bytes) } }
    }

    /// How many texts it was learnt from.
    public var exampleCount: Int { layout.examples }

    /// The likeliest categories of a text, the likeliest first; none where the text has nothing that the model knows.
    ///
    /// Only the first 4,000 letters are read.
    ///
    /// - Parameter top: at most so many.
    public func suggest(_ text: String, top: Int = 3) -> [CategorySuggestion] {
        suggest(Grams(text), top: top)
    }

    func suggest(_ grams: Grams, top: Int) -> [CategorySuggestion] {
        bytes.withUnsafeBytes { bytes in
            guard let margins = layout.margins(of: grams, in: bytes), let best = margins.max() else {
                return []
            }
            // Of what is far below the best, nothing is left: exp never overflows.
            let parts = margins.map { exp(Double(layout.sharpness * ($0 - best))) }
            let sum = parts.reduce(0, +)
            let order = parts.indices.sorted { (-parts[$0], $0) < (-parts[$1], $1) }
            return order.prefix(max(0, top)).map {
                CategorySuggestion(label: layout.label($0, in: bytes), confidence: parts[$0] / sum)
            }
        }
    }
}
