import Testing

@testable import Insight

@Suite struct CategoryModelTests {
    private static func model() throws -> CategoryModel {
        CategoryModel(learnedFrom: try TrainingSet(Lessons.texts(120)))
    }

    @Test func `Texts are given the category whose words they have`() throws {
        let model = try Self.model()
        #expect(model.labels == [10, 20, 30])
        #expect(model.exampleCount == 120)
        #expect(model.suggest("我们楼的电梯停用，楼道漏水").first?.label == 10)
        #expect(model.suggest("老板欠薪，工资没有着落").first?.label == 20)
        #expect(model.suggest("早上公交等车太久").first?.label == 30)
    }

    @Test func `Confidences fall and are shares of one`() throws {
        let suggestions = try Self.model().suggest("电梯停用，公交不来", top: 5)
        #expect(suggestions.count == 3)
        #expect(abs(suggestions.reduce(0) { $0 + $1.confidence } - 1) < 1e-9)
        #expect(zip(suggestions, suggestions.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
        #expect(try Self.model().suggest("电梯停用", top: 1).count == 1)
        #expect(try Self.model().suggest("电梯停用", top: -1).isEmpty)
    }

    @Test func `The order of the examples leaves no trace`() throws {
        let texts = Lessons.texts(90)
        let there = CategoryModel(learnedFrom: try TrainingSet(texts))
        let back = CategoryModel(learnedFrom: try TrainingSet(texts.reversed()))
        #expect(there.bytes == back.bytes)
    }

    @Test func `Stored and loaded it says the same`() throws {
        let model = try Self.model()
        let loaded = try CategoryModel(bytes: model.bytes)
        #expect(loaded == model)
        for text in Lessons.texts(20, seed: 99) {
            #expect(loaded.suggest(text.text) == model.suggest(text.text))
        }
    }

    @Test func `Bytes that were cut or changed are refused`() throws {
        let bytes = try Self.model().bytes
        for length in [0, 1, 31, 39, 40, bytes.count / 2, bytes.count - 1] {
            #expect(throws: CategoryModelError.self) { try CategoryModel(bytes: Array(bytes[..<length])) }
        }
        #expect(throws: CategoryModelError.damaged) { try CategoryModel(bytes: bytes + [0]) }
        var chance = Scatter(seed: 3)
        for _ in 0..<300 {
            var changed = bytes
            let place = chance.below(bytes.count)
            // The four bytes between the step and the categories say nothing, but are covered as well.
            changed[place] ^= UInt8(1 << chance.below(8))
            #expect(throws: CategoryModelError.self, "byte \(place)") { try CategoryModel(bytes: changed) }
        }
    }

    @Test func `Bytes of something else and of a later version are told apart`() throws {
        var bytes = try Self.model().bytes
        bytes[4] = 9
        #expect(throws: CategoryModelError.version(9)) { try CategoryModel(bytes: bytes) }
        #expect(throws: CategoryModelError.foreign) {
            try CategoryModel(bytes: Array(repeating: 65, count: 5000))
        }
    }

    @Test func `A text with nothing known gets no suggestion`() throws {
        let model = try Self.model()
        for text in ["", "。！？  \n", "🙂🙂🙂", "zzz qqq", "囍犇羴"] {
            #expect(model.suggest(text).isEmpty, "\(text)")
        }
    }

    @Test func `Of a very long text the beginning is read`() throws {
        let model = try Self.model()
        let beginning = String(repeating: "物业不管", count: 1000)
        let long = beginning + String(repeating: "拖欠工资", count: 25_000)
        #expect(model.suggest(long) == model.suggest(beginning))
        #expect(model.suggest(long).first?.label == 10)
    }

    @Test func `Width, case, digits and blanks make no difference`() throws {
        let model = try Self.model()
        #expect(model.suggest("电梯 停用３天 ABC") == model.suggest("电梯停用7天abc"))
    }

    @Test func `Where every text is the same, nothing is preferred for sure`() throws {
        let texts = (0..<40).map { LabelledText("电梯停用", label: $0 % 2) }
        let suggestions = CategoryModel(learnedFrom: try TrainingSet(texts)).suggest("电梯停用")
        #expect(suggestions.allSatisfy { (0.3...0.7).contains($0.confidence) })
    }
}
