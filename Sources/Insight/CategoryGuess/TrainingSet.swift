/// A text whose category is known.
public struct LabelledText: Hashable, Sendable {
    /// What was said: heading and content, the heading first.
    public var text: String
    /// The identifier of its category.
    public var label: Int64

    /// A text with its category.
    public init(_ text: String, label: Int64) {
        self.text = text
        self.label = label
    }
}

/// Why nothing can be learnt.
public enum TrainingError: Error, Hashable, Sendable {
    /// No category has as many texts as are needed.
    case tooFewExamples(needed: Int)
    /// Only one category has; there is nothing to choose between.
    case oneCategory(Int64)
}

/// Texts with their categories, made ready to learn from. The order in which they are given does not matter.
///
/// It holds about 5 KB for a text of 400 letters.
public struct TrainingSet: Sendable {
    /// A category with fewer texts cannot be learnt.
    public static let leastExamples = 3

    /// The categories that can be learnt, rising; never fewer than two.
    public let labels: [Int64]
    /// How many texts each category has that is left out, because they are too few.
    public let leftOut: [Int64: Int]
    /// The texts.
    let grams: [Grams]
    /// For each text the place of its category in `labels`.
    let classes: [Int]

    /// Makes texts ready; those without a letter are passed over.
    public init(_ examples: [LabelledText]) throws(TrainingError) {
        let usable =
            examples
            .map { (example: $0, grams: Grams($0.text), digest: Scatter.digest($0.text.utf8)) }
            .filter { !$0.grams.keys.isEmpty }
            .sorted {
                ($0.example.label, $0.digest, $0.example.text)
                    < ($1.example.label, $1.digest, $1.example.text)
            }
        let counts = Dictionary(grouping: usable, by: \.example.label).mapValues(\.count)
        leftOut = counts.filter { $0.value < Self.leastExamples }
        labels = counts.keys.filter { counts[$0, default: 0] >= Self.leastExamples }.sorted()
        guard let first = labels.first else { throw .tooFewExamples(needed: Self.leastExamples) }
        guard labels.count > 1 else { throw .oneCategory(first) }
        let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        let kept = usable.filter { places[$0.example.label] != nil }
        grams = kept.map(\.grams)
        classes = kept.compactMap { places[$0.example.label] }
    }

    /// How many texts there are.
    public var count: Int { grams.count }
}
