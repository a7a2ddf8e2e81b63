import Casework
import Testing

@testable import Insight

@Suite struct AlertsTests {
    private static let alerts = Alerts(
        AlertRules(
            words: [
                WordRule(name: "燃气", words: ["漏气", "燃气", "燃气泄漏"], told: ["燃气公司", "119"]),
                WordRule(name: "危及生命", words: ["跳楼", "轻生", "燃气泄漏", ""], told: ["110"]),
                WordRule(name: "群体性事件", words: ["聚集", "KTV打架"], told: ["值班领导"]),
            ],
            repeats: [RepeatRule(name: "多人反映", callers: 3, seconds: 7200, told: ["督办科"])]))

    private static func found(_ text: String) -> [String: [FoundWord]] {
        Dictionary(
            uniqueKeysWithValues: alerts.found(in: text).map { alert in
                guard case .words(let words) = alert.reason else { return (alert.rule, []) }
                return (alert.rule, words)
            })
    }

    private static func occurrence(
        _ serial: Int, minute: Int64, caller: Int64?, place: String = "康宁", topic: String = "dt"
    ) throws -> Occurrence {
        let day = try #require(CivilDay("2024-03-19"))
        let number = try #require(CaseNumber(day: day, serial: serial))
        return Occurrence(
            contact: ContactNumber(caseNumber: number, sequence: 1),
            receivedAt: Instant(seconds: minute * 60),
            caller: caller, matter: Matter(place: place, topic: topic))
    }

    @Test func `A word raises the alert of its rule and says who must be told`() throws {
        let alert = try #require(Self.alerts.found(in: "有人要跳楼，快来").first)
        #expect(alert.rule == "危及生命" && alert.told == ["110"])
        #expect(alert.reason == .words([FoundWord(word: "跳楼", isNegated: false)]))
        #expect(Self.alerts.found(in: "路灯不亮").isEmpty)
    }

    @Test func `A word within another and a word of two rules are both found`() {
        let found = Self.found("怀疑燃气泄漏")
        #expect(found["燃气"]?.map(\.word) == ["燃气", "燃气泄漏"])
        #expect(found["危及生命"]?.map(\.word) == ["燃气泄漏"])
    }

    @Test func `Blanks, quotation marks, width and case hide nothing`() {
        #expect(Self.found("他说要 跳\n楼").keys.contains("危及生命"))
        #expect(Self.found("“跳”楼").keys.contains("危及生命"))
        #expect(Self.found("ｋｔｖ打架").keys.contains("群体性事件"))
    }

    @Test(arguments: ["没有漏气", "检查过，未发现漏气", "不存在漏气", "并非漏气", "没闻到漏气"])
    func `What is denied is noted and told all the same`(text: String) {
        #expect(Self.found(text)["燃气"]?.map(\.isNegated) == [true])
    }

    @Test(arguments: ["有没有漏气", "是不是漏气", "没有人管，漏气", "漏气没有人修", "无人处理的漏气"])
    func `Questions and other denials are not taken for a denial`(text: String) {
        #expect(Self.found(text)["燃气"]?.map(\.isNegated) == [false])
    }

    @Test func `The third caller of a matter within two hours raises an alert, and then the sixth`() throws {
        var recent: [Occurrence] = []
        var raised: [Int] = []
        for serial in 1...12 {
            let next = try Self.occurrence(serial, minute: Int64(serial), caller: Int64(serial))
            for alert in Self.alerts.repeated(next, recent: recent) {
                guard case .repeated(let callers, let contacts) = alert.reason else { continue }
                #expect(alert.told == ["督办科"] && contacts.count == callers)
                raised.append(callers)
            }
            recent.append(next)
        }
        #expect(raised == [3, 6, 12])
    }

    @Test func `The same caller, another place, another category and what is long past don't count`() throws {
        let next = try Self.occurrence(9, minute: 200, caller: 3)
        func raises(_ recent: [Occurrence]) -> Bool { !Self.alerts.repeated(next, recent: recent).isEmpty }
        let first = try Self.occurrence(1, minute: 150, caller: 1)
        #expect(raises([first, try Self.occurrence(2, minute: 160, caller: 2)]))
        #expect(raises([first, try Self.occurrence(2, minute: 160, caller: nil)]))
        #expect(!raises([first, try Self.occurrence(2, minute: 160, caller: 1)]))
        #expect(!raises([first, try Self.occurrence(2, minute: 160, caller: 3)]))
        #expect(!raises([first, try Self.occurrence(2, minute: 160, caller: 2, place: "明月")]))
        #expect(!raises([first, try Self.occurrence(2, minute: 160, caller: 2, topic: "ts")]))
        #expect(!raises([first, try Self.occurrence(2, minute: 80, caller: 2)]))
        #expect(!raises([first, try Self.occurrence(2, minute: 201, caller: 2)]))
        #expect(!raises([first, next]))
    }

    @Test func `A contact raises all its alerts in the order of the rules`() throws {
        let recent = try [
            Self.occurrence(1, minute: 1, caller: 1), Self.occurrence(2, minute: 2, caller: 2),
        ]
        let last = try Self.occurrence(3, minute: 3, caller: 3)
        let said = Contact.said("多人聚集", "楼里漏气")
        #expect(
            Self.alerts.raised(by: said, as: last, recent: recent).map(\.rule) == ["燃气", "群体性事件", "多人反映"])
        #expect(Self.alerts.raised(by: said, as: nil, recent: recent).count == 2)
    }

    @Test func `The end of a heading and the beginning of the text make no word, and deny none`() {
        #expect(Self.found(Contact.said("家里窗户漏", "气温低，冻得睡不着")).isEmpty)
        #expect(Self.found(Contact.said("反映的事没有", "漏气半天了"))["燃气"]?.map(\.isNegated) == [false])
        #expect(Self.found(Contact.said("", "漏气")).keys.sorted() == ["燃气"])
    }

    @Test func `Empty texts, no rules, very long texts`() {
        #expect(Self.alerts.found(in: "").isEmpty)
        #expect(Self.alerts.found(in: "🙂🙂").isEmpty)
        #expect(Alerts(AlertRules()).found(in: "跳楼").isEmpty)
        let long = String(repeating: "一切正常，", count: 20_000) + "跳楼"
        #expect(Self.found(long).keys.sorted() == ["危及生命"])
    }
}
