import Casework
import Testing

@testable import Insight

@Suite struct HotIssuesTests {
    private func find(_ messages: [Message], _ policy: HotIssuesPolicy = HotIssuesPolicy()) throws
        -> [HotIssue]
    {
        let lexicon = PlaceLexicon.learn(from: messages.flatMap { [$0.title, $0.content] })
        return HotIssues(policy).find(
            in: messages, places: PlaceFinder(lexicon: lexicon), asOf: try MadeMessages.day(28))
    }

    @Test("One matter told in many wordings is one issue, named by its place, with all who speak of it")
    func oneMatter() throws {
        let crusher = try MadeMessages.crusher()
        let issues = try find(try MadeMessages.others(120) + crusher)
        let first = try #require(issues.first)
        #expect(Set(first.contacts) == Set(crusher.map(\.contact)))
        #expect(first.callers == 8)
        #expect(first.first == (try MadeMessages.day(1)))
        #expect(first.last == (try MadeMessages.day(8)))
        #expect(first.placeKey == "青禾新城")
        #expect(first.problem.contains("碎石场") || first.problem.contains("青禾新城"))
    }

    @Test("Another problem of the same place, and the same problem of another place, are not counted to it")
    func neighbours() throws {
        let crusher = try MadeMessages.crusher()
        let neighbours = try [
            ("青禾新城物业费涨价", "青禾新城物业没有征求意见就涨价，收据也不给。"), ("青禾新城公交车太少", "青禾新城门口只有一路公交车，上班等半小时。"),
            ("石泉家园旁边修路噪音大", "石泉家园门口修路，白天电钻声不断。"),
        ].enumerated().map { try MadeMessages.message(201 + $0, $1.0, $1.1) }
        let issues = try find(try MadeMessages.others(120) + crusher + neighbours)
        #expect(Set(try #require(issues.first).contacts) == Set(crusher.map(\.contact)))
    }

    @Test("Of a place that goes by a longer and a shorter name, no message is lost")
    func longerNames() throws {
        let texts = ["楼下烧烤摊油烟太大", "楼下烧烤摊的油烟太大", "楼下烧烤摊油烟实在太大"]
        let spots = ["和畅园听溪苑", "听溪苑", "听溪苑"]
        let messages = try zip(texts, spots).enumerated().map {
            try MadeMessages.message($0 + 1, "", $1.0, spot: $1.1)
        }
        let issues = try find(messages)
        #expect(issues.map(\.contacts) == [messages.map(\.contact)])
        #expect(issues.first?.place == "听溪苑")
        var two = HotIssuesPolicy()
        two.ranking.leastCallers = 2
        #expect(try find(Array(messages.prefix(2)), two).map(\.callers) == [2])
    }

    @Test("One complaint from all over the city is a bucket and no issue")
    func buckets() throws {
        let heads = ["柳岸", "东篱", "白桥", "听雨", "南浦", "松风", "云起", "石泉", "晚枫", "丹霞"]
        let messages = try heads.enumerated().map {
            try MadeMessages.message($0 + 1, "\($1)花园电梯停运", "\($1)花园的电梯停运三天没有人修理。")
        }
        #expect(try find(try MadeMessages.others(100) + messages).allSatisfy { $0.contacts.count < 5 })
    }

    @Test("A thing without a place is an issue when it has words of its own")
    func things() throws {
        let texts = [
            ("橙果优选卷款", "橙果优选充值卡不能用了，老板失联。"), ("橙果优选不退充值款", "在橙果优选充了三千，门店关了。"),
            ("投诉橙果优选平台", "橙果优选平台关门，充值款没有退。"), ("橙果优选欠款", "橙果优选拖着充值款不退，请帮忙追回。"),
        ]
        let messages = try texts.enumerated().map { try MadeMessages.message($0 + 1, $1.0, $1.1) }
        let first = try #require(try find(try MadeMessages.others(100) + messages).first)
        #expect(first.contacts == messages.map(\.contact))
        #expect(first.place.isEmpty)
    }

    @Test("The order of the messages changes nothing")
    func order() throws {
        let messages = try MadeMessages.others(100) + MadeMessages.crusher()
        let issues = try find(messages)
        #expect(try find(messages.reversed()) == issues)
        #expect(try find(messages.sorted { $0.content < $1.content }) == issues)
    }

    @Test("A caller counts once, an unknown caller for one each, and too few callers make no issue")
    func callers() throws {
        var messages = try MadeMessages.crusher()
        for index in 0..<4 { messages[index].caller = 7 }
        messages[4].caller = nil
        messages[5].caller = nil
        let others = try MadeMessages.others(120)
        #expect(try find(others + messages).first { $0.placeKey == "青禾新城" }?.callers == 5)
        for index in messages.indices { messages[index].caller = index % 2 == 0 ? 7 : 8 }
        #expect(try find(others + messages).allSatisfy { $0.placeKey != "青禾新城" })
    }

    @Test("The score follows its formula: callers, a half-life for each, the square root of likes")
    func score() throws {
        var messages = try MadeMessages.crusher()
        for index in messages.indices { messages[index].day = try MadeMessages.day(14) }
        messages[0].likes = 9
        messages[1].likes = -5
        var policy = HotIssuesPolicy()
        policy.ranking.callerWeight = 2
        policy.ranking.recencyWeight = 3
        policy.ranking.supportWeight = 5
        policy.ranking.halfLife = 14
        let first = try #require(try find(try MadeMessages.others(120) + messages, policy).first)
        #expect(first.likes == 9)
        #expect(abs(first.score - (2 * 8 + 3 * 8 * 0.5 + 5 * 3)) < 1e-9)
    }

    @Test("Ranked by score, recency and supporters can come before callers")
    func ranking() throws {
        let crusher = try MadeMessages.crusher()
        let cards = try (0..<4).map {
            try MadeMessages.message(
                $0 + 1, "橙果优选卷款跑路", "橙果优选充值卡不能用了，老板失联，第\($0)次反映，充值款没有退。", day: 28, likes: 900)
        }
        let others = try MadeMessages.others(100)
        var policy = HotIssuesPolicy()
        #expect(try find(others + crusher + cards, policy).first?.callers == 8)
        policy.ranking.order = .score
        #expect(try find(others + crusher + cards, policy).first?.callers == 4)
    }

    @Test(
        "Of hostile input nothing is concluded",
        arguments: [
            [], [""], ["", "", "", ""], ["好", "好", "好"], ["hello world", "hello you"], ["😀", "😀", "😀😀"],
            ["。。。", "，，，", "..."],
        ])
    func hostile(_ texts: [String]) throws {
        let messages = try texts.enumerated().map { try MadeMessages.message($0 + 1, "", $1) }
        #expect(try find(messages) == [])
    }

    @Test("The same text five hundred times is one issue of five hundred callers")
    func same() throws {
        let messages = try (1...500).map { try MadeMessages.message($0, "青禾花园停水", "青禾花园停水三天没有人管。") }
        let issues = try find(messages)
        #expect(issues.map(\.callers) == [500])
    }

    @Test("Texts of 100,000 letters are read in a moment")
    func long() throws {
        let text = String(repeating: "青禾花园停水三天没有人管，", count: 8000)
        let messages = try (1...2).map { try MadeMessages.message($0, "", text + String($0)) }
        let time = try ContinuousClock().measure { _ = try find(messages) }
        #expect(time < .seconds(4))
    }
}
