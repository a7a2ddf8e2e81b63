import Testing

@testable import Insight

@Suite struct CategoryEvaluationTests {
    @Test func `Categories with words of their own are told apart without a mistake`() throws {
        let evaluation = CategoryEvaluation(try TrainingSet(Lessons.texts(150)))
        #expect(evaluation.count == 150)
        #expect(evaluation.macroF1 == 1)
        #expect(evaluation.accuracy == 1)
        #expect(evaluation.amongThree == 150)
    }

    @Test func `Categories given by chance are not flattered where copies stay together`() throws {
        let texts = (0..<30).flatMap { number in
            // Each text comes five times under a category that its words don't tell.
            (0..<5).map { copy in
                LabelledText(
                    "第\(Self.numeral(number))件\(Self.numeral(number * 7))来信请查收"
                        + String(repeating: "。", count: copy), label: number % 2 == 0 ? 1 : 2)
            }
        }
        let set = try TrainingSet(texts)
        let plain = CategoryEvaluation(set, .plain)
        let together = CategoryEvaluation(set, .copiesTogether)
        #expect(plain.accuracy > 0.95)
        #expect(together.accuracy < plain.accuracy - 0.2)
    }

    @Test func `Where all texts are copies of one, nothing can be asked that was not known`() throws {
        let set = try TrainingSet((0..<20).map { LabelledText("电梯停用", label: $0 % 2) })
        let together = CategoryEvaluation(set, .copiesTogether)
        #expect(together.unanswered == 20 && together.macroF1 == 0 && together.accuracy == 0)
        #expect(together.calibrationError == 0)
    }

    @Test func `The rows of the confusion are the texts of a category`() throws {
        let set = try TrainingSet(Lessons.texts(90))
        let evaluation = CategoryEvaluation(set, folds: 3, seed: 5)
        for (index, row) in evaluation.confusion.enumerated() {
            #expect(row.reduce(0, +) == set.classes.count { $0 == index })
        }
        #expect(evaluation == CategoryEvaluation(set, folds: 3, seed: 5))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `Parts hold the same share of each category`(seed: UInt64) {
        let classes = (0..<103).map { $0 % 4 == 0 ? 1 : 0 }
        let parts = Folds(classes, count: 5, seed: seed).places
        for part in 0..<5 {
            #expect((5...6).contains(parts.indices.count { parts[$0] == part && classes[$0] == 1 }))
            #expect((15...16).contains(parts.indices.count { parts[$0] == part && classes[$0] == 0 }))
        }
    }

    @Test func `Near copies are found, texts of the same words in another matter are not`() {
        let texts = [
            "康宁小区三号楼电梯停用半个月，物业一直没有修好，老人出不了门", "市区公交调度不合理，早上等车要四十分钟",
            "康宁小区三号楼电梯停用半个月，物业一直没有修好，老人出不了门，请处理", "工地拖欠工资，工人没有钱回家过年",
        ]
        #expect(NearCopies(texts.map { Grams($0) }).groups == [0, 1, 0, 3])
    }

    private static func numeral(_ number: Int) -> String {
        String(
            String.UnicodeScalarView(
                (0..<3).compactMap { Unicode.Scalar(0x5000 + number * 31 % 997 + $0 * 1009) }))
    }
}
