import CaseStore
import Casework
import Insight

/// A category that a text may have.
public struct Guess: Hashable, Sendable {
    /// The category in force.
    public let category: Casework.Category
    /// How likely it is, from 0 to 1.
    public let confidence: Double
}

/// What was learned.
public struct Lesson: Sendable {
    /// The number of the model.
    public let version: Int
    /// From how many contacts.
    public let examples: Int
    /// How many categories it knows.
    public let categories: Int
    /// Categories with too few contacts to be learned, by path.
    public let leftOut: [String]
}

/// How well the categories of a store can be learned.
public struct LearningReport: Sendable {
    /// The confusion of all folds, and what follows from it.
    public let evaluation: CategoryEvaluation
    /// The paths of the categories, in the order of the evaluation.
    public let names: [String]
}

extension Desk {
    /// Learns from the newest contacts whose category a person named, and keeps what was learned.
    public func learn() throws -> Lesson {
        try store.read { try require([.administrator], for: "学习分类", $0) }
        let (set, names) = try trainingSet()
        let model = CategoryModel(learnedFrom: set)
        let version = try store.write {
            try $0.add(model: model.bytes, examples: set.count, by: actor.staff, at: now())
        }
        return Lesson(
            version: version, examples: set.count, categories: set.labels.count,
            leftOut: set.leftOut.keys.compactMap { names[$0] }.sorted())
    }

    /// Tells how often the categories would be guessed right: each fifth is guessed by what the others teach.
    public func evaluateLearning() throws -> LearningReport {
        let (set, names) = try trainingSet()
        let evaluation = CategoryEvaluation(set)
        return LearningReport(
            evaluation: evaluation, names: evaluation.labels.map { names[$0] ?? String($0) })
    }

    /// So many of the newest contacts teach.
    private static let lessonSize = 20_000

    private func trainingSet() throws -> (TrainingSet, [Int64: String]) {
        let (examples, names) = try store.read { reader in
            let categories = try reader.allCategories()
            // Of a category that was renamed the newest row stands for all.
            let newest = Dictionary(categories.values.map { ($0.code, $0) }) { $0.id > $1.id ? $0 : $1 }
            var examples: [LabelledText] = []
            try reader.spoken(
                from: CivilDay(number: 0), to: reader.settings().clock.day(of: now()), givenCategory: true,
                newest: Self.lessonSize
            ) { contact in
                guard let category = categories[contact.category].flatMap({ newest[$0.code] }) else { return }
                let said = Contact.said(contact.title, contact.content)
                examples.append(LabelledText(said, label: category.id))
            }
            return (examples, categories.mapValues(\.path))
        }
        do {
            return (try TrainingSet(examples), names)
        } catch TrainingError.tooFewExamples(let needed) {
            throw DeskError.tooFewToLearn(needed: needed)
        } catch TrainingError.oneCategory(let id) {
            throw DeskError.oneCategoryToLearn(names[id] ?? "")
        }
    }
}

/// Guesses categories from texts.
struct Guessing {
    private let model: CategoryModel
    private let reader: StoreReader

    /// Nil where nothing was learned yet.
    init?(_ reader: StoreReader) throws {
        guard let stored = try reader.newestModel() else { return nil }
        do {
            model = try CategoryModel(bytes: stored.bytes)
        } catch {
            throw DeskError.badModel(version: stored.version)
        }
        self.reader = reader
    }

    /// The likeliest categories in force, the likeliest first.
    func guesses(_ text: String, top: Int) throws -> [Guess] {
        try model.suggest(text, top: top).compactMap { suggestion in
            guard let code = try reader.category(id: suggestion.label)?.code else { return nil }
            return try reader.category(code: code).map {
                Guess(category: $0, confidence: suggestion.confidence)
            }
        }
    }
}
