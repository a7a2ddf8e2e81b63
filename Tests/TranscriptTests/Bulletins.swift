import Foundation
import Testing

/// The bulletin: draft or final, as text and JSON, and what is behind its figures.
final class Bulletins: Transcript {
    /// Decides about the one call that waits.
    private func decide() throws {
        let run = try yousu("direct", MadeUpDay.waiting, "--reply", "已告知（编造）", "--at", "2024-03-19 18:00")
        #expect(run.status == 0)
    }

    @Test func `a day with a call that waits is a draft, and the call is named`() throws {
        let run = try yousu("bulletin", "2024-03-19")
        #expect(run.status == 65)
        #expect(run.stdout.contains("3月19日"))
        #expect(run.stderr.contains("草稿"))
        #expect(run.stderr.contains("1 件未处置：\(MadeUpDay.waiting)-1"))
        #expect(run.stderr.contains("--draft"))
        expectChinese(run.stderr)
        let draft = try yousu("bulletin", "2024-03-19", "--draft")
        #expect(draft.status == 0)
        #expect(draft.stdout == run.stdout)
        #expect(draft.stderr.contains("\(MadeUpDay.waiting)-1"))
    }

    @Test func `a day that is decided about is published as it is printed`() throws {
        try decide()
        let run = try yousu("bulletin", "2024-03-19")
        #expect(run.status == 0)
        #expect(
            run.stdout == """
                西宁市党建引领“有诉必应马上办”机制创新工作日报

                3月19日，12345政务服务便民热线接听群众来电诉求3件次，网民留言1件（西宁12345微信公众号1件），直接办理2件，转交责任单位办理1件，回访量0件。

                热点问题：
                1.物业服务1件，无集中反映地址，12345政务服务便民热线已及时联系相应县区政府核实处理。
                2.交通秩序1件，无集中反映问题，12345政务服务便民热线已及时联系西宁市公安交通管理局核实处理。
                3.供热1件，无集中反映地址，12345政务服务便民热线已及时联系西宁市供热服务有限公司核实处理。

                """)
    }

    @Test func `the JSON has the shape that scripts rely on`() throws {
        try decide()
        let run = try yousu("bulletin", "2024-03-19", "--format", "json")
        #expect(run.status == 0)
        let figures = ["schema": 1, "calls": 3, "messages": 1, "direct": 2, "transferred": 1, "callbacks": 0]
        for (key, value) in figures { #expect(run.json[key] as? Int == value, "\(key)") }
        #expect(run.json["date"] as? String == "2024-03-19")
        #expect(run.stdout.contains("\"channels\":[{\"count\":1,\"name\":\"西宁12345微信公众号\"}]"))
        #expect(run.stdout.contains("\"concentration\":null"))
        let topics = try #require(run.json["topics"] as? [[String: Any]])
        #expect(topics.map { $0["rank"] as? Int } == [1, 2, 3])
        for topic in topics {
            #expect(Set(topic.keys) == ["rank", "category", "count", "concentration", "contact"])
        }
        let text = try yousu("bulletin", "2024-03-19").stdout
        #expect(run.json["text"] as? String == String(text.dropLast()))
    }

    @Test(arguments: [
        ["TZ": "America/New_York"], ["TZ": "Pacific/Kiritimati"], ["TZ": ""], ["TZDIR": "/nonexistent"],
        ["LC_ALL": "C"], ["LC_ALL": "tr_TR.UTF-8"],
    ])
    func `the bulletin is the same wherever it is made`(surroundings: [String: String]) throws {
        let here = try yousu("bulletin", "2024-03-19", "--draft", "--format", "json").stdout
        environment.merge(surroundings) { $1 }
        #expect(try yousu("bulletin", "2024-03-19", "--draft", "--format", "json").stdout == here)
    }

    @Test func `a contact belongs to the city's day`() throws {
        for (moment, category) in [("2024-03-21T23:59:59+08:00", "供水"), ("2024-03-21T16:00:00Z", "供气")] {
            _ = try yousu(
                "call", "--kind", "投诉", "--category", category, "--content", "夜里（编造）", "--at", moment)
        }
        let topics = try ["2024-03-21", "2024-03-22"].map {
            try yousu("bulletin", $0, "--draft", "--format", "json").json["topics"] as? [[String: Any]]
        }
        #expect(topics.map { $0?.first?["category"] as? String } == ["供水", "供气"])
    }

    @Test func `a day without anything is sensible text`() throws {
        let run = try yousu("bulletin", "2024-03-18")
        #expect(run.status == 0)
        #expect(run.stdout.contains("来电诉求0件次"))
        #expect(!run.stdout.contains("（）"))
        #expect(!run.stdout.contains("："), "no heading without topics below it")
        let json = try yousu("bulletin", "2024-03-18", "--format", "json").json
        #expect((json["topics"] as? [Any])?.isEmpty == true)
        #expect((json["channels"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: ["2999-01-01", "2024-02-30", "昨天"]) func `a day that has not come or is none is refused`(
        day: String
    )
        throws
    {
        expectRefusal(try yousu("bulletin", day), 64, saying: day)
    }

    @Test func `without a day it is yesterday's, and today's is a draft`() throws {
        #expect(try yousu("bulletin").status == 0)
        let today = try shell("TZ=Asia/Shanghai date +%F").number
        let run = try yousu("bulletin", today)
        #expect(run.status == 65)
        #expect(run.stderr.contains("\(today) 还没有结束"))
    }

    @Test(arguments: [
        ("calls", 3), ("messages", 1), ("direct", 1), ("transfer", 1), ("callback", 0), ("微信", 1), ("1", 1),
        ("undisposed", 1),
    ])
    func `what is behind a figure can be listed`(figure: String, count: Int) throws {
        let run = try yousu("bulletin", "2024-03-19", "--explain", figure, "--format", "json")
        #expect(run.status == 0)
        #expect(run.json["count"] as? Int == count)
        #expect(((run.json["contacts"] ?? run.json["callbacks"]) as? [Any])?.count == count)
    }

    @Test func `a figure that the bulletin does not have is refused`() throws {
        expectRefusal(
            try yousu("bulletin", "2024-03-19", "--explain", "9"), 64, saying: "“9”", "物业服务", "callback")
    }
}
