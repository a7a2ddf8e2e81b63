import Testing

@testable import Insight

@Suite struct TrainingSetTests {
    @Test func `Without examples nothing is learnt`() {
        #expect(throws: TrainingError.tooFewExamples(needed: 3)) { try TrainingSet([]) }
        let wordless = Array(repeating: LabelledText("…… 🙂", label: 1), count: 9)
        #expect(throws: TrainingError.tooFewExamples(needed: 3)) { try TrainingSet(wordless) }
    }

    @Test func `One category leaves nothing to choose`() {
        let texts = Lessons.texts(60).filter { $0.label == 20 }
        #expect(throws: TrainingError.oneCategory(20)) { try TrainingSet(texts) }
    }

    @Test func `A category with one example is left out and named`() throws {
        let set = try TrainingSet(Lessons.texts(60) + [LabelledText("路灯不亮", label: 40)])
        #expect(set.labels == [10, 20, 30])
        #expect(set.leftOut == [40: 1])
        #expect(set.count == 60)
    }

    @Test func `Two categories with three examples each are enough`() throws {
        let texts =
            ["楼道漏水了", "楼道的灯不亮", "楼道堆物"].map { LabelledText($0, label: 1) }
            + ["公交不来", "公交甩站", "公交太挤"].map { LabelledText($0, label: 2) }
        let model = CategoryModel(learnedFrom: try TrainingSet(texts))
        #expect(model.suggest("公交线路").first?.label == 2)
        #expect(model.suggest("楼道").allSatisfy { $0.confidence < 0.99 })
    }

    @Test func `Texts that have nothing in common teach nothing`() throws {
        let texts = ["甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑"].enumerated().map {
            LabelledText($1, label: Int64($0 % 2))
        }
        let model = CategoryModel(learnedFrom: try TrainingSet(texts))
        #expect(model.suggest("甲乙").isEmpty)
        #expect(try CategoryModel(bytes: model.bytes) == model)
    }
}
