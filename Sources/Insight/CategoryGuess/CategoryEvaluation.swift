/// How well categories are suggested, measured on texts that the model did not learn from.
public struct CategoryEvaluation: Hashable, Sendable {
    /// What may stand on both sides, among what is learnt and what is asked.
    public enum Division: Hashable, Sendable, CaseIterable {
        /// Any text stands for itself.
        case plain
        /// Copies and near copies of a text stand on its side, so that none is known beforehand.
        case copiesTogether
    }

    /// The categories, rising.
    public let labels: [Int64]
    /// `confusion[i][j]`: how many texts of category i were taken for category j.
    public private(set) var confusion: [[Int]]
    /// How many texts have their category among the first three.
    public private(set) var amongThree = 0
    /// Texts about which the model had nothing to say; they count as missed.
    public private(set) var unanswered = 0
    /// By tenths of confidence of the first suggestion: how many, how many of them right, the sum of confidences.
    public private(set) var tenths = Array(repeating: Tenth(), count: 10)
    private var answers: [Int]

    /// Suggestions of about the same confidence.
    public struct Tenth: Hashable, Sendable {
        /// How many there are.
        public fileprivate(set) var count = 0
        /// How many are right.
        public fileprivate(set) var right = 0
        /// Their confidences added up.
        public fileprivate(set) var confidence = 0.0
    }

    /// Divides the texts into parts and asks about each part a model that learnt from the others.
    ///
    /// - Parameters:
    ///   - folds: how many parts, two at least.
    ///   - seed: the same seed makes the same parts.
    public init(_ set: TrainingSet, folds: Int = 5, seed: UInt64 = 1, _ division: Division = .plain) {
        let groups = division == .plain ? nil : NearCopies(set.grams).groups
        let folds = max(2, folds)
        let parts = Folds(set.classes, groups: groups, count: folds, seed: seed).places
        self.init(set, parts: parts)
    }

    /// - Parameter parts: for each text the part to which it belongs.
    init(_ set: TrainingSet, parts: [Int]) {
        labels = set.labels
        confusion = Array(repeating: Array(repeating: 0, count: set.labels.count), count: set.labels.count)
        answers = Array(repeating: 0, count: set.labels.count)
        for part in Set(parts).sorted() {
            let model = CategoryModel(learnedFrom: set, rows: parts.indices.filter { parts[$0] != part })
            for row in parts.indices where parts[row] == part {
                note(model.suggest(set.grams[row], top: 3), truth: set.classes[row])
            }
        }
    }

    private mutating func note(_ suggestions: [CategorySuggestion], truth: Int) {
        answers[truth] += 1
        guard let first = suggestions.first, let guess = labels.firstIndex(of: first.label) else {
            unanswered += 1
            return
        }
        confusion[truth][guess] += 1
        if suggestions.contains(where: { $0.label == labels[truth] }) { amongThree += 1 }
        let tenth = min(9, Int(first.confidence * 10))
        tenths[tenth].count += 1
        tenths[tenth].confidence += first.confidence
        if guess == truth { tenths[tenth].right += 1 }
    }
}

extension CategoryEvaluation {
    /// How many texts were asked about.
    public var count: Int { answers.reduce(0, +) }

    /// The share of texts whose first suggestion is right.
    public var accuracy: Double {
        count == 0 ? 0 : Double(labels.indices.reduce(0) { $0 + confusion[$1][$1] }) / Double(count)
    }

    /// Of the texts taken for a category, the share that is of it; 0 where none was.
    public func precision(of index: Int) -> Double {
        let taken = confusion.reduce(0) { $0 + $1[index] }
        return taken == 0 ? 0 : Double(confusion[index][index]) / Double(taken)
    }

    /// Of the texts of a category, the share that was taken for it; 0 where there are none.
    public func recall(of index: Int) -> Double {
        answers[index] == 0 ? 0 : Double(confusion[index][index]) / Double(answers[index])
    }

    /// The harmonic mean of precision and recall; 0 where both are.
    public func f1(of index: Int) -> Double {
        let (precision, recall) = (precision(of: index), recall(of: index))
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    /// The mean of all categories' F1, each alike whatever its size.
    public var macroF1: Double {
        labels.isEmpty ? 0 : labels.indices.reduce(0) { $0 + f1(of: $1) } / Double(labels.count)
    }

    /// How far confidences lie from the share that was right, on average over the first suggestions (in tenths).
    public var calibrationError: Double {
        let asked = tenths.reduce(0) { $0 + $1.count }
        return asked == 0
            ? 0 : tenths.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(asked)
    }
}
