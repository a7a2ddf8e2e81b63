import CSV
import CaseStore
import Casework
@testable import Desk
import Foundation
import Insight
import Reports
import TestSupport
import Testing

/// What the findings say of a store.
struct FindingTests {
    /// Plain calls of some weeks, each from somewhere else, and on the last day many from one place.
    private func store(
        _ cluster: [String], on day: String = "2024-03-19", channel: String = "座机", kind: String = "投诉",
        phone: (Int) -> String = { "1380000\(1000 + $0)" }
    ) throws -> Workbench {
        let bench = try Workbench(now: "2024-03-20T09:00:00+07:00")
        var rows = ["received_at,content,category,channel,kind,district,spot,phone"]
        for date in 1...19 {
            for count in 0..<6 {
                let place = ["松涛苑", "云栖里", "和风园", "朝晖苑", "长宁里", "北望园"][count] + "\(date)号楼小区"
                rows.append(
                    "2024-03-\(date < 10 ? "0" : "")\(date) 0\(count + 1):00,夜里有人施工,噪音,座机,投诉,东岭区,\(place),1390000\(date * 10 + count + 1000)"
                )
            }
        }
        for (count, text) in cluster.enumerated() {
            rows.append("\(day) 10:0\(count % 10),\(text),噪音,\(channel),\(kind),东岭区,,\(phone(count))")
        }
        let result = try bench.importTable(rows.joined(separator: "\n"))
        #expect(result.rejected == 0, "\(result.faults)")
        return bench
    }

    private static let cluster = [
        "样例花园小区楼下工地夜里施工", "我住样例花园，工地吵得睡不着", "「样例花园」旁边工地通宵施工", "东岭区样例花园小区3号楼，夜里打桩",
        "样例花园小区二期门口有工地扰民", "反映样例花园小区旁边的工地噪音", "样例花园5号楼夜间施工",
    ]

    @Test
    func `many callers from one place are named in the bulletin, with their numbers and their district`()
        throws
    {
        let bench = try store(Self.cluster)
        let daily = try bench.desk.bulletin("2024-03-19")
        let topic = try #require(daily.bulletin.topics.first)
        let found = try #require(topic.concentration)
        #expect(found.label.hasPrefix("样例花园"))
        #expect(found.count == Self.cluster.count)
        #expect(found.numbers.count == Self.cluster.count)
        for number in found.numbers {
            let hit = try bench.desk.show(number.caseNumber.description)
            #expect(hit.file.contacts.contains { $0.content.contains("样例花园") })
        }
    }

    @Test func `a day that two processors share gives the same bulletin`() throws {
        let bench = try store(Self.cluster)
        // Another topic with a place of its own, so that each has one.
        let rows = (0..<8).map {
            "2024-03-19 11:0\($0),路面塌了没人修,道路,座机,投诉,东岭区,长河里小区,1370000\(1000 + $0)"
        }
        let header = "received_at,content,category,channel,kind,district,spot,phone"
        #expect(try bench.importTable(([header] + rows).joined(separator: "\n")).rejected == 0)
        let alone = try bench.desk.bulletin("2024-03-19")
        #expect(alone.bulletin.topics.compactMap(\.concentration).count == 2)
        let shared = try bench.desk.bulletin("2024-03-19", asOf: nil, computed: false, crowd: 1)
        #expect(shared.bulletin == alone.bulletin && shared.text == alone.text)
    }

    @Test func `a place with foreign letters is named as people write it`() throws {
        let bench = try store(Self.cluster.map { $0.replacing("样例花园", with: "SOHO花园") })
        let label = try bench.desk.bulletin("2024-03-19").bulletin.topics.first?.concentration?.label
        #expect(label?.hasPrefix("SOHO花园") == true, "\(label ?? "")")
        var request = HotRequest()
        (request.stretch, request.by) = (Stretch(from: "2024-03-19", to: "2024-03-19"), "spot")
        let line = try #require(try bench.desk.hot(request).lines.first)
        #expect(line.name.hasPrefix("SOHO花园") && line.topic.key == "soho花园")
        #expect(line.topic.count == Self.cluster.count)
        // What tells them from others finds them, however each is written.
        var list = ListRequest()
        (list.from, list.to) = ("2024-03-19", "2024-03-19")
        #expect(try bench.desk.find(line.topic.key, list).hits.count == Self.cluster.count)
    }

    @Test(arguments: [("巡查员", "投诉"), ("座机", "感谢")])
    func `what the topic does not count is no concentration of it`(channel: String, kind: String) throws {
        let bench = try store(Self.cluster, channel: channel, kind: kind)
        let topic = try #require(try bench.desk.bulletin("2024-03-19").bulletin.topics.first)
        #expect(topic.count == 6 && topic.concentration == nil)
    }

    @Test func `a concentration that changed is a difference from what was issued`() throws {
        let bench = try store(Self.cluster)
        for line in try bench.desk.list(ListRequest()).lines
        where line.number.day.description == "2024-03-19" {
            try bench.act(.direct, line.number.description) { $0.reply = "已告知" }
        }
        let issued = try bench.desk.issue("2024-03-19")
        #expect(issued.isIssued)
        #expect(try bench.desk.difference("2024-03-19").isEmpty)
        let found = try bench.desk.bulletin("2024-03-19").bulletin.topics.first?.concentration
        let number = try #require(found?.numbers.first)
        try bench.act(.amend, number.caseNumber.description) {
            var correction = Correction()
            correction.spot = "别处小区"
            $0.correction = correction
            $0.reason = "记错了"
        }
        let difference = try bench.desk.difference("2024-03-19")
        #expect(!difference.isEmpty)
        #expect(difference.figures.allSatisfy { $0.then == $0.now })
        #expect(difference.findings.map(\.then?.count) == [7] && difference.findings.map(\.now?.count) == [6])
        #expect(difference.contacts.map(\.line.number) == [number])
        #expect(difference.contacts.map(\.left) == [["噪音集中反映"]])
    }

    @Test func `more days than make sense are refused, however they are named`() throws {
        let bench = try Workbench()
        for (stretch, days) in [
            (Stretch(days: 36_526), 36_526), (Stretch(days: Int.max), Int.max),
            (Stretch(from: "1900-01-01", to: "2024-03-19"), 45_369),
        ] {
            var request = HotRequest()
            request.stretch = stretch
            #expect(throws: DeskError.tooManyDays(days, most: 36_525)) { try bench.desk.hot(request) }
        }
        var request = HotRequest()
        request.stretch.days = 0
        #expect(throws: DeskError.badCount(field: "--days", value: "0", least: 1)) {
            try bench.desk.hot(request)
        }
    }

    @Test func `one caller who rings again and again is no concentration`() throws {
        let bench = try store(Self.cluster, phone: { _ in "13800001000" })
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.topics.first?.concentration == nil)
    }

    @Test func `a plain day has none`() throws {
        let bench = try store([])
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.topics.allSatisfy { $0.concentration == nil })
    }

    @Test func `hot topics count what the bulletin counts`() throws {
        let bench = try store(Self.cluster)
        var request = HotRequest()
        request.stretch = Stretch(from: "2024-03-19", to: "2024-03-19")
        let report = try bench.desk.hot(request)
        let bulletin = try bench.desk.bulletin("2024-03-19").bulletin
        #expect(report.lines.map(\.topic.count) == bulletin.topics.map(\.count))
        #expect(report.lines.first?.topic.previous == 6)
        #expect(report.lines.first?.topic.expected.map { $0.rounded() } == 6)
        #expect(report.lines.first?.concentration?.numbers == bulletin.topics.first?.concentration?.numbers)
        #expect(report.total == 6 + Self.cluster.count)
    }

    @Test(arguments: ["category", "district", "street", "spot"])
    func `a period without contacts has nothing hot`(by: String) throws {
        let bench = try Workbench()
        var request = HotRequest()
        request.by = by
        request.phrases = true
        let report = try bench.desk.hot(request)
        #expect(report.lines.isEmpty)
        #expect(report.phrases == [])
    }

    @Test func `hot places unite the ways of writing them`() throws {
        let bench = try store(Self.cluster)
        var request = HotRequest()
        request.stretch = Stretch(from: "2024-03-19", to: "2024-03-19")
        request.by = "spot"
        let report = try bench.desk.hot(request)
        #expect(report.lines.first?.topic.count == Self.cluster.count)
    }

    @Test func `an issue is one place and one problem, by its callers`() throws {
        let bench = try store(Self.cluster)
        var request = IssuesRequest()
        request.stretch = Stretch(from: "2024-03-01", to: "2024-03-19")
        let report = try bench.desk.issues(request)
        let issue = try #require(report.lines.first?.issue)
        #expect(issue.place.contains("样例花园"))
        // Seven short texts of which some share no word but the place: most of them, and nothing else.
        #expect(issue.callers >= 4)
        #expect(issue.callers == issue.contacts.count)
        for number in issue.contacts {
            let file = try bench.desk.show(number.caseNumber.description).file
            #expect(file.contacts.allSatisfy { $0.content.contains("样例花园") })
        }
        request.district = "东岭区"
        #expect(try bench.desk.issues(request).lines.count == report.lines.count)
        request.stretch = Stretch(from: "2024-01-01", to: "2024-01-31")
        #expect(try bench.desk.issues(request).lines.isEmpty)
    }

    @Test func `odd texts are honest nothings`() throws {
        let bench = try Workbench()
        for text in ["😀😀", "a", "?!", String(repeating: "长", count: 100_000), "同样的话", "同样的话"] {
            try bench.call(at: "2024-03-19 10:00", content: text)
        }
        var request = IssuesRequest()
        request.stretch = Stretch(from: "2024-03-01", to: "2024-03-19")
        #expect(try bench.desk.issues(request).lines.isEmpty)
        var hot = HotRequest()
        hot.stretch = request.stretch
        hot.phrases = true
        #expect(try bench.desk.hot(hot).lines.first?.topic.count == 6)
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.topics.first?.concentration == nil)
        #expect(throws: DeskError.self) { try bench.desk.learn() }
    }

    @Test func `a restored store names the same places as the one it came from`() throws {
        let bench = try store(Self.cluster)
        let table = try bench.exportTable()
        let other = try Workbench(now: "2024-03-20T09:00:00+07:00")
        let result = try other.importTable(table.map(CSVWriter.row).joined())
        #expect(result.rejected == 0)
        func places(_ bench: Workbench) throws -> [String: PlaceName] {
            var places: [String: PlaceName] = [:]
            let day = try #require(CivilDay(year: 2024, month: 3, day: 19))
            try bench.desk.store.read { reader in
                try reader.spoken(from: day, to: day) { places[$0.content] = $0.recognised }
            }
            return places
        }
        #expect(try places(bench).count == Self.cluster.count)
        #expect(try places(other) == places(bench))
    }

    @Test func `a place is recognised where nobody entered one, and told as recognised`() throws {
        let bench = try Workbench()
        let said = try bench.call(at: "2024-03-19 10:00", content: "样例花园小区3号楼夜里施工")
        let entered = try bench.call(at: "2024-03-19 10:00", content: "样例花园小区夜里施工") { $0.spot = "别处小区" }
        var places: [CaseNumber: PlaceName?] = [:]
        try bench.desk.store.read { reader in
            let day = said.number.day
            try reader.spoken(from: day, to: day) { places[$0.number.caseNumber] = $0.recognised }
        }
        #expect(places[said.number] == PlaceName(name: "样例花园小区", key: "样例花园"))
        #expect(places[entered.number] == .some(nil))
    }
}

/// The bulletin of a store that has no weeks before.
struct FirstDayTests {
    @Test(arguments: [(12, true), (6, true), (3, false)])
    func `on the first day a place stands out beside the other places of the day`(count: Int, stands: Bool)
        throws
    {
        let bench = try Workbench()
        var rows = ["received_at,content,category,channel,phone"]
        for index in 0..<(count + 36) {
            let place = index < count ? "样例花园小区" : "第\(index % 18)花园小区"
            rows.append("2024-03-19 10:\(10 + index % 50),\(place)夜里施工,噪音,座机,1380000\(1000 + index)")
        }
        #expect(try bench.importTable(rows.joined(separator: "\n")).rejected == 0)
        let found = try bench.desk.bulletin("2024-03-19").bulletin.topics.first?.concentration
        #expect(found?.count == (stands ? count : nil))
    }
}

/// Learning how people speak of each category.
struct LearningTests {
    private static let sayings = [
        ("噪音", ["夜里施工吵", "广场舞太吵", "楼上装修噪音", "酒吧音响扰民"]), ("停水", ["家里没有水", "自来水停了", "水管不出水", "水压太低没水"]),
    ]

    private func store() throws -> Workbench {
        let bench = try Workbench()
        for round in 0..<3 {
            for (category, texts) in Self.sayings {
                for text in texts { try bench.call(category, at: "2024-03-1\(round) 10:00", content: text) }
            }
        }
        return bench
    }

    @Test func `what was learned is proposed where no category is given`() throws {
        let bench = try store()
        let lesson = try bench.desk.learn()
        #expect(lesson.version == 1)
        #expect(lesson.examples == 24)
        #expect(try bench.desk.learn().version == 2)
        var request = IntakeRequest()
        (request.kind, request.content) = ("投诉", "小区又停水了，没有水用")
        let error = try #require(throws: DeskError.self) { try bench.desk.record(request) }
        guard case .categorySuggested(let guesses) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(guesses.first?.category.name == "停水")
        #expect(guesses.map(\.confidence).reduce(0, +) <= 1.001)
        let cases = try bench.desk.list(ListRequest()).total
        #expect(cases == .exactly(24))
    }

    @Test func `an import takes suggestions only where a row names no category, and marks them`() throws {
        let bench = try store()
        var options = ImportOptions()
        options.suggests = true
        #expect(throws: DeskError.self) { try bench.importTable("received_at,content,channel\n", options) }
        _ = try bench.desk.learn()
        _ = try bench.importTable(
            """
            received_at,content,channel,category
            2024-03-15 10:00,又没有水了,座机,
            2024-03-15 11:00,又没有水了,座机,噪音
            """, options)
        let lines = try bench.desk.list(ListRequest()).lines.prefix(2)
        #expect(lines.map(\.category) == ["噪音", "用水/停水"])
        #expect(lines.map(\.categorySource) == [.given, .suggested])
        // What was suggested does not teach, and stays what it is in another store.
        #expect(try bench.desk.learn().examples == 25)
        let table = try bench.exportTable()
        let column = try #require(table[0].firstIndex(of: "category_source"))
        #expect(table.dropFirst().map { $0[column] }.filter { !$0.isEmpty } == ["suggested"])
    }

    @Test func `the evaluation tells how well it goes`() throws {
        let bench = try store()
        let report = try bench.desk.evaluateLearning()
        #expect(Set(report.names) == ["噪音", "用水/停水"])
        // The same texts come three times.
        #expect(report.evaluation.macroF1 > 0.9)
    }

    @Test func `one category alone teaches nothing`() throws {
        let bench = try Workbench()
        for day in 1...5 { try bench.call(at: "2024-03-0\(day) 10:00", content: "夜里施工") }
        #expect(throws: DeskError.self) { try bench.desk.learn() }
    }
}

/// Cases that seem to be one matter.
struct RepeatTests {
    @Test func `cases that tell one matter are proposed together, until they are merged`() throws {
        let bench = try Workbench()
        let first = try bench.call(at: "2024-03-18 10:00", content: "样例花园小区3号楼电梯停了两天，没有人来修")
        let second = try bench.call(at: "2024-03-19 10:00", content: "样例花园小区3号楼的电梯停了两天没有人修")
        try bench.call(at: "2024-03-19 11:00", content: "和风园门口的路灯一直不亮")
        try bench.call(at: "2024-03-19 12:00", content: "朝晖苑夜里打桩吵得睡不着")
        let report = try bench.desk.repeats(IssuesRequest())
        #expect(report.groups.count == 1)
        let group = try #require(report.groups.first)
        #expect(group.cases.map(\.number) == [first.number, second.number])
        #expect(group.target == first.number)
        #expect(group.others == [second.number])
        try bench.act(.merge, second.number.description) { $0.target = first.number.description }
        #expect(try bench.desk.repeats(IssuesRequest()).groups.isEmpty)
    }

    @Test func `what is being taken down finds the earlier case, with the reasons`() throws {
        let bench = try Workbench()
        let first = try bench.call(at: "2024-03-18 10:00", content: "样例花园小区3号楼电梯停了两天") {
            $0.phone = "13800000001"
        }
        try bench.call(at: "2024-03-18 11:00", content: "样例花园小区门口积水")
        try bench.call(at: "2024-03-18 12:00", content: "和风园电梯停了两天")
        var request = IntakeRequest()
        request.content = "「样例花园」的电梯又停了"
        request.phone = "13800000001"
        let similar = try bench.desk.similar(to: request)
        #expect(similar.first?.line.number == first.number)
        #expect(similar.first?.likeness.reasons.contains(.sameCaller) == true)
        #expect(similar.allSatisfy { $0.line.title.contains("样例花园") })
        request.content = "完全不同的一件事"
        request.phone = nil
        #expect(try bench.desk.similar(to: request).isEmpty)
    }
}
