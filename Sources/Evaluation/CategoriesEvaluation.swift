import Glibc
import Insight

/// Category suggestion on texts whose categories are known: a CSV file with the text in the first column and the
/// category's name in the second.
enum CategoriesEvaluation {
    private static let leastF1 = 0.9
    private static let mostSeconds = 20.0
    private static let mostMilliseconds = 5.0

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        guard let path = arguments.first else {
            print("categories: no file, skipped")
            return true
        }
        let rows = try Table.rows(of: path)
        let names = Set(rows.compactMap { $0.count > 1 ? $0[1] : nil }).sorted()
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int64($0)) })
        let examples = rows.compactMap { row -> LabelledText? in
            guard row.count > 1, let label = places[row[1]] else { return nil }
            return LabelledText(row[0], label: label)
        }
        let set = try TrainingSet(examples)
        print("categories: \(set.count) texts, \(set.labels.count) categories")
        var isReached = measureSpeed(set, examples)
        for division in CategoryEvaluation.Division.allCases {
            for seed in 1...3 as ClosedRange<UInt64> {
                let evaluation = CategoryEvaluation(set, seed: seed, division)
                print(
                    "\(division), seed \(seed): macro-F1 \(evaluation.macroF1.text(4)),",
                    "accuracy \(evaluation.accuracy.text(4)),",
                    "among three \((Double(evaluation.amongThree) / Double(max(1, evaluation.count))).text(4)),",
                    "calibration error \(evaluation.calibrationError.text(4))")
                isReached = isReached && evaluation.macroF1 >= leastF1
                if seed == 1 { printDetails(evaluation, names) }
            }
        }
        try measureOrder(examples)
        try measureGrowth()
        return isReached
    }

    private static func measureSpeed(_ set: TrainingSet, _ examples: [LabelledText]) -> Bool {
        let clock = ContinuousClock()
        var model = CategoryModel(learnedFrom: set)
        let training = clock.measure { model = CategoryModel(learnedFrom: set) } / .seconds(1)
        let asked = examples.prefix(1000)
        var answers = 0
        let time = clock.measure { for example in asked { answers += model.suggest(example.text).count } }
        let each = time / .milliseconds(1) / Double(max(1, asked.count))
        let loading = clock.measure {
            let loaded = try? CategoryModel(bytes: model.bytes)
            answers += loaded?.suggest(examples[0].text).count ?? 0
        }
        print(
            "training \(training.text(2)) s, one suggestion \(each.text(3)) ms,",
            "load and suggest \((loading / .milliseconds(1)).text(3)) ms, \(model.bytes.count) bytes")
        return training < mostSeconds && each < mostMilliseconds && answers > 0
    }

    /// Learns from the first four fifths of the file as it is ordered, asks about the last.
    private static func measureOrder(_ examples: [LabelledText]) throws {
        let cut = examples.count * 4 / 5
        let model = CategoryModel(learnedFrom: try TrainingSet(Array(examples[..<cut])))
        let right = examples[cut...].count { model.suggest($0.text, top: 1).first?.label == $0.label }
        print(
            "last fifth of the file: accuracy \((Double(right) / Double(max(1, examples.count - cut))).text(4))"
        )
    }

    /// Many made-up texts and categories.
    private static func measureGrowth() throws {
        let made = try SimulatedMessages(20_000, from: "2024-03-01", days: 20, seed: 5)
        let set = try TrainingSet(
            made.messages.compactMap { message in
                message.topic.map { LabelledText(message.title + message.content, label: $0) }
            })
        var size = 0
        let time = ContinuousClock().measure { size = CategoryModel(learnedFrom: set).bytes.count }
        print(
            "made up: \(set.count) texts, \(set.labels.count) categories: training",
            "\((time / .seconds(1)).text(2)) s, \(size) bytes")
    }

    private static func printDetails(_ evaluation: CategoryEvaluation, _ names: [String]) {
        for (index, label) in evaluation.labels.enumerated() {
            print(
                "  P \(evaluation.precision(of: index).text(3)) R \(evaluation.recall(of: index).text(3))",
                "F1 \(evaluation.f1(of: index).text(3)) ", evaluation.confusion[index], names[Int(label)])
        }
        for (index, tenth) in evaluation.tenths.enumerated() where tenth.count > 0 {
            let right = Double(tenth.right) / Double(tenth.count)
            print("  confidence 0.\(index)…: \(tenth.count) texts, right \(right.text(3))")
        }
    }
}
