import CaseStore
import Casework
import Desk
import Foundation
import Reports
import TestSupport
import Testing

/// The two days of Xining that are known.
struct PublishedDaysTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("The made-up records of 19 March 2024 give the published text, character for character")
    func march19() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T09:00:00+08:00")
        let seed = try String(contentsOf: Self.root.appending(path: "seeds/2024-03-19.csv"), encoding: .utf8)
        let result = try bench.importTable(seed)
        #expect(result.rejected == 0)
        let daily = try bench.desk.bulletin("2024-03-19")
        #expect(daily.obstacles.isEmpty)
        #expect(daily.bulletin.sumsClose)
        #expect(
            daily.text == """
                西宁市党建引领“有诉必应马上办”机制创新工作日报

                3月19日，12345政务服务便民热线接听群众来电诉求926件次，网民留言95件（西宁12345微信公众号85件、青海12345政务服务网站2件、市长信箱4件、中国政府网4件），直接办理504件，转交责任单位办理422件，回访量233件。

                热点问题：
                1.物业服务49件，无集中反映地址，12345政务服务便民热线已及时联系相应县区政府核实处理。
                2.交通秩序41件，无集中反映问题，12345政务服务便民热线已及时联系西宁市公安交通管理局核实处理。
                3.消费维权36件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。
                """)
        for figure in ["1", "2", "3", "calls", "messages", "direct", "transfer", "callback", "微信公众号"] {
            let count: Int
            switch try bench.desk.explain(figure, of: "2024-03-19") {
            case .contacts(let lines): count = lines.count
            case .callbacks(let lines): count = lines.count
            }
            let expected = [
                "1": 49, "2": 41, "3": 36, "calls": 926, "messages": 95, "direct": 504, "transfer": 422,
                "callback": 233,
                "微信公众号": 85,
            ]
            #expect(count == expected[figure])
        }
    }

    @Test("The figures of 24 February 2024, a Saturday, from records made here")
    func february24() throws {
        let bench = try Workbench(city: nil, now: "2024-02-26T09:00:00+08:00")
        var rows = [
            "received_at,channel,kind,category,district,content,disposition,reply,callback_at,responded,resolved,satisfaction"
        ]
        for index in 0..<471 {
            let isDirect = index < 283
            let called = index < 53
            rows.append(
                "2024-02-24 \(10 + index % 10):00,电话,投诉,供热,城西区,样例\(index),\(isDirect ? "direct,已答复" : "transfer,"),"
                    + (called ? "2024-02-24 21:00,yes,yes,满意" : ",,,"))
        }
        for index in 0..<32 {
            let channel = index < 31 ? "西宁12345微信公众号" : "青海12345政务服务网站"
            rows.append("2024-02-24 12:00,\(channel),求助,供热,城西区,样例留言\(index),transfer,,,,,")
        }
        #expect(try bench.importTable(rows.joined(separator: "\n")).contacts == 503)
        let text = try bench.desk.bulletin("2024-02-24").text
        #expect(
            text.contains(
                "2月24日，12345政务服务便民热线接听群众来电诉求471件次，网民留言32件（西宁12345微信公众号31件、青海12345政务服务网站1件），"
                    + "直接办理283件，转交责任单位办理188件，回访量53件。"))
    }

    @Test("A day without messages, topics or anything at all is sensible text")
    func emptyDays() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T09:00:00+08:00")
        let empty = try bench.desk.bulletin("2024-03-18").text
        #expect(!empty.contains("（"))
        #expect(!empty.contains("热点问题：\n"))
        #expect(empty.contains("来电诉求0件次"))
        try bench.call("供水", at: "2024-03-19 10:00", to: "西宁市水务局") { $0.kind = "求助" }
        let one = try bench.desk.bulletin("2024-03-19").text
        #expect(one.contains("\n热点问题：\n1.供水1件"))
        #expect(!one.contains("（"))
        #expect(!one.hasSuffix("\n"))
    }
}
