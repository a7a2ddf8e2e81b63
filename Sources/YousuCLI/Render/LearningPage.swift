import Casework
import Console
import Desk
import Insight
import Lettering
import Reports

/// How well categories can be learned, for people.
struct LearningPage {
    let report: LearningReport

    var text: String {
        let evaluation = report.evaluation
        return """
            诉求 \(evaluation.count) 件，五份轮流考：宏平均F1 \(Self.decimals(evaluation.macroF1))，\
            第一个就对 \(Terms.percent(evaluation.accuracy))，前三个里有 \(Share(evaluation.amongThree, of: evaluation.count).text)

            \(Sheet(report).drawn)
            """
    }

    static func decimals(_ value: Double) -> String {
        let parts = Int((value * 10_000).rounded())
        let digits = String(parts % 10_000)
        return "\(parts / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension Sheet {
    /// Each category with how it fares, and for what it is mostly taken.
    init(_ report: LearningReport) {
        let evaluation = report.evaluation
        self.init(
            [
                TableColumn("分类", maxWidth: 28), TableColumn("件数", alignment: .right),
                TableColumn("准确率", alignment: .right), TableColumn("召回率", alignment: .right),
                TableColumn("F1", alignment: .right), TableColumn("最常错认为", isFlexible: true),
            ],
            rows: report.names.indices.map { index in
                let row = evaluation.confusion[index]
                let wrong = row.indices.filter { $0 != index && row[$0] > 0 }.max { row[$0] < row[$1] }
                let taken = wrong.flatMap { place in
                    report.names.indices.contains(place) ? "\(report.names[place])（\(row[place])件）" : nil
                }
                return [
                    report.names[index], "\(row.reduce(0, +))",
                    Terms.percent(evaluation.precision(of: index)),
                    Terms.percent(evaluation.recall(of: index)),
                    LearningPage.decimals(evaluation.f1(of: index)), taken ?? "",
                ].map { TableCell($0) }
            })
    }
}

extension JSONShapes {
    static func learning(_ report: LearningReport) -> JSON {
        let evaluation = report.evaluation
        return .object([
            "schema": schema, "examples": .int(evaluation.count), "macroF1": .double(evaluation.macroF1),
            "accuracy": .double(evaluation.accuracy), "amongThree": .int(evaluation.amongThree),
            "categories": .array(
                report.names.indices.map { index in
                    .object([
                        "category": .string(report.names[index]),
                        "precision": .double(evaluation.precision(of: index)),
                        "recall": .double(evaluation.recall(of: index)),
                        "f1": .double(evaluation.f1(of: index)),
                        "confusion": .array(evaluation.confusion[index].map { .int($0) }),
                    ])
                }),
        ])
    }
}
