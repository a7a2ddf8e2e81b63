import Insight
import Testing

/// Which answered questions fit a text.
struct RelevanceTests {
    private let relevance = Relevance([
        Relevance.Entry(question: "社保卡怎么补办", topic: "劳动社保", answer: "带身份证到服务网点补办"),
        Relevance.Entry(question: "停水了什么时候来水", topic: "供水", answer: "看水务集团的公告"),
        Relevance.Entry(question: "ETC怎么注销", topic: "", answer: "到办理的银行注销"),
        Relevance.Entry(question: "居住证怎么补办", topic: "户籍", answer: "到派出所，带社保卡也行"),
    ])

    @Test func `what shares more and rarer pairs comes first, and what shares none not at all`() {
        let matches = relevance.matches(with: "我的社保卡丢了，怎么补办")
        #expect(matches.map(\.place) == [0, 3, 2])
        #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(relevance.matches(with: "噪音扰民").isEmpty)
        #expect(relevance.matches(with: "").isEmpty)
        #expect(relevance.matches(with: "，。！").isEmpty)
    }

    @Test func `the share is that of the question, from nothing to all of it`() throws {
        let whole = try #require(relevance.matches(with: "请问：社保卡怎么补办？谢谢").first)
        #expect(whole.place == 0 && whole.share == 1)
        let part = try #require(relevance.matches(with: "社保卡").first)
        #expect(part.place == 0 && part.share > 0 && part.share < 1)
        // The answer alone is no question.
        let answer = try #require(relevance.matches(with: "水务集团").first)
        #expect(answer.place == 1 && answer.share == 0)
    }

    @Test func `a foreign word and a single letter are found too, in any width and case`() {
        #expect(relevance.matches(with: "ｅｔｃ").map(\.place) == [2])
        #expect(relevance.matches(with: "ETC 注销").first?.place == 2)
        #expect(relevance.matches(with: "水").map(\.place) == [1])
    }

    @Test func `what stands at the end of a long answer is found too`() {
        let long = Relevance([
            Relevance.Entry(question: "怎么落户", topic: "", answer: "按规定办理即可"),
            Relevance.Entry(
                question: "怎么迁出", topic: "",
                answer: String(repeating: "按规定办理，", count: 100) + "须带户口本原件"),
        ])
        #expect(long.matches(with: "户口本").map(\.place) == [1])
    }

    @Test func `nothing is found among nothing`() {
        #expect(Relevance([]).matches(with: "社保卡").isEmpty)
    }
}
