import Casework
import Reports
import Testing

/// A published text read back into figures.
struct PublishedDayTests {
    private static let text = """
        西宁市党建引领“有诉必应马上办”机制创新工作日报

        3月19日，12345政务服务便民热线接听群众来电诉求926件次，网民留言95件（西宁12345微信公众号85件、青海12345政务服务网站2件、市长信箱4件、中国政府网4件），直接办理504件，转交责任单位办理422件，回访量233件。

        热点问题：
        1.物业服务49件，无集中反映地址，12345政务服务便民热线已及时联系相应县区政府核实处理。
        2.交通秩序41件，无集中反映问题，12345政务服务便民热线已及时联系西宁市公安交通管理局核实处理。
        3.消费维权36件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。
        """

    static func names(_ year: Int? = 2024) -> PublishedNames {
        PublishedNames(
            channels: [
                .init(code: "wechat", name: "西宁12345微信公众号", others: ["微信公众号"]),
                .init(code: "website", name: "青海12345政务服务网站"), .init(code: "mayor", name: "市长信箱"),
                .init(code: "gov", name: "中国政府网"),
            ],
            categories: [
                .init(code: "wy", name: "物业服务"), .init(code: "jt", name: "交通秩序"),
                .init(code: "xf", name: "消费维权"),
            ],
            title: "西宁市党建引领“有诉必应马上办”机制创新工作日报", year: year)
    }

    private func read(_ text: String, year: Int? = 2024) -> PublishedDay {
        PublishedDay.read(text, Self.names(year))[0]
    }

    @Test("The published text gives the published figures, each with its line")
    func published() throws {
        let day = read(Self.text)
        #expect(day.faults.isEmpty)
        #expect(day.remarks.isEmpty)
        let bulletin = try #require(day.bulletin)
        #expect(bulletin.day.description == "2024-03-19")
        #expect([bulletin.calls, bulletin.messages, bulletin.direct] == [926, 95, 504])
        #expect([bulletin.transferred, bulletin.callbacks, bulletin.undisposed] == [422, 233, 0])
        #expect(bulletin.channels.map(\.count) == [85, 2, 4, 4])
        #expect(bulletin.topics.map(\.count) == [49, 41, 36])
        #expect(bulletin.topics.map(\.contact) == ["相应县区政府", "西宁市公安交通管理局", "相应县区政府"])
        #expect(bulletin.topics.map(\.finding) == [.address, .problem, .problem])
        #expect(day.lines[.calls] == 3)
        #expect(day.lines[.topic(2)] == 7)
        #expect(day.text == Self.text)
    }

    @Test(
        "Newspaper line breaks, half-width and traditional characters and another order of channels change nothing"
    )
    func variants() throws {
        let plain = try #require(read(Self.text).bulletin)
        var broken = ""
        for (place, character) in Self.text.enumerated() {
            broken.append(character)
            if place % 17 == 16 { broken += "\n　" }
        }
        let half = Self.text.replacing("，", with: ", ").replacing("。", with: ".").replacing("（", with: "(")
            .replacing("）", with: ")").replacing("：", with: ":")
        let full = String(
            Self.text.map { digit in
                digit.wholeNumberValue.flatMap { digit.isASCII ? Array("０１２３４５６７８９")[$0] : nil } ?? digit
            })
        let traditional = [
            ("务", "務"), ("热线", "熱線"), ("众来电诉", "眾來電訴"), ("网", "網"), ("责", "責"), ("转", "轉"), ("单", "單"),
            ("办", "辦"),
            ("无", "無"), ("问题", "問題"), ("应县区", "應縣區"), ("时", "時"), ("联", "聯"), ("实处", "實處"), ("访", "訪"),
            ("点", "點"), ("听", "聽"), ("宁", "寧"),
        ].reduce(Self.text) { $0.replacing($1.0, with: $1.1) }
        let other = Self.text.replacing(
            "西宁12345微信公众号85件、青海12345政务服务网站2件、市长信箱4件", with: "市长信箱4件、微信公众号85件、青海12345政务服务网站2件")
        for text in [broken, half, full, traditional, other] {
            let day = read(text)
            #expect(day.faults.isEmpty, "\(text)")
            #expect(day.bulletin == plain, "\(text)")
        }
    }

    @Test(
        "Sums that do not close, figures that are missing or stand twice and unknown names are named with their line"
    )
    func faults() {
        func faults(_ old: String, _ new: String) -> [PublishedDay.Fault] {
            let day = read(Self.text.replacing(old, with: new))
            #expect(day.bulletin == nil, "\(new)")
            return day.faults
        }
        #expect(faults("504件", "503件") == [.split(sum: 925, calls: 926, line: 3)])
        #expect(faults("信箱4件", "信箱5件") == [.channels(sum: 96, messages: 95, line: 3)])
        #expect(faults("，回访量233件", "") == [.missing(.callbacks, line: 3)])
        #expect(faults("，回访量", "，直接办理504件，回访量") == [.twice(.direct, line: 3)])
        #expect(faults("504件", "约504件").first == .unreadable("约504件", line: 3))
        #expect(faults("市长信箱4", "县长信箱4") == [.unknown("县长信箱4件", line: 3)])
        #expect(faults("2.交通", "4.交通").contains(.rank(4, right: 2, line: 7)))
        #expect(faults("1.物业", "1.2.物业").first == .unknown("1.", line: 6))
        #expect(faults("直接办理504件", "直接办理") == [.unreadable("直接办理", line: 3)])
        #expect(faults("3月19日", "2月30日") == [.date("2月30日", line: 3)])
        #expect(read("今天天气很好。").faults == [.nothing])
        #expect(read(Self.text, year: nil).faults == [.date("3月19日", line: 3)])
        #expect(read("2024年" + Self.text.split(separator: "\n")[1], year: nil).faults.isEmpty)
    }

    @Test("No category is two topics, and topics are no more than the calls and messages")
    func topics() {
        func faults(_ old: String, _ new: String) -> [PublishedDay.Fault] {
            read(Self.text.replacing(old, with: new)).faults
        }
        #expect(faults("2.交通秩序", "2.物业服务") == [.repeated("物业服务", line: 7)])
        #expect(faults("49件", "1022件") == [.topics(sum: 1022, contacts: 1021, line: 6)])
        #expect(faults("49件", "981件") == [.topics(sum: 1022, contacts: 1021, line: 7)])
        #expect(faults("49件", "944件").isEmpty)
    }

    @Test("What is said in other words is named and hinders nothing")
    func remarks() throws {
        let day = read(Self.text.replacing("无集中反映地址，", with: "多为电梯停运，"))
        #expect(day.faults.isEmpty)
        #expect(day.remarks.count == 1)
        #expect(try #require(day.bulletin).topics[0].count == 49)
    }

    @Test("A name that ends in digits is read only where it can be but one")
    func digits() {
        let names = PublishedNames(
            channels: [.init(code: "a", name: "热线"), .init(code: "b", name: "热线1")], categories: [],
            title: "", year: 2024)
        let text = "3月1日，热线接听群众来电诉求0件次，网民留言12件（热线12件），直接办理0件，转交责任单位办理0件，回访量0件。"
        #expect(PublishedDay.read(text, names)[0].faults.first == .unknown("热线12件", line: 1))
    }

    @Test("A file may hold many days")
    func several() {
        let second = Self.text.replacing("3月19日", with: "3月20日")
        let days = PublishedDay.read(Self.text + "\n\n" + second + "\n", Self.names())
        #expect(days.map { $0.bulletin?.day.description } == ["2024-03-19", "2024-03-20"])
        #expect(days.map(\.text) == [Self.text, second])
        #expect(days.allSatisfy { $0.remarks.isEmpty })
    }

    @Test("A day that begins on the last line of another keeps its own words alone")
    func sameLine() {
        let next = String(Self.text.split(separator: "\n")[1]).replacing("3月19日", with: "3月20日")
        let days = PublishedDay.read(Self.text + next, Self.names())
        #expect(days.map { $0.bulletin?.day.description } == ["2024-03-19", "2024-03-20"])
        #expect(days.map(\.text) == [Self.text, next])
    }
}
