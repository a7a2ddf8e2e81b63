import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// Of what a store warns, by the rules of the made-up city: 断桥, 走水, and three people within six hours.
struct AlertTests {
    private func alerts(_ receipt: Receipt) -> [Alert] {
        receipt.notices.compactMap { if case .alert(let raised) = $0 { raised.alert } else { nil } }
    }

    @Test func `words raise an alert at intake, for all rules that have them`() throws {
        let bench = try Workbench()
        let plain = try bench.call(content: "夜里施工")
        #expect(alerts(plain).isEmpty)
        let receipt = try bench.call(content: "老桥桥面开裂，桥下还冒烟")
        #expect(alerts(receipt).map(\.rule) == ["断桥", "走水"])
        let open = try bench.desk.alerts(AlertsRequest())
        #expect(open.map(\.alert.rule) == ["走水", "断桥"])
        #expect(open.map(\.contact) == [receipt.contact, receipt.contact])
        #expect(open.last?.alert.told == ["桥梁所", "值班室"])
        #expect(
            open.last?.alert.reason == .words([FoundWord(word: "桥面开裂", isNegated: false)]))
        #expect(open.allSatisfy { $0.acknowledgement == nil })
        #expect(try bench.desk.show(receipt.number.description).alerts.count == 2)
    }

    @Test func `the end of a heading and the beginning of the text make no word`() throws {
        let bench = try Workbench()
        let receipt = try bench.call(content: "断了一根水管") { $0.title = "我家过桥" }
        #expect(alerts(receipt).isEmpty)
        #expect(try bench.desk.alerts(AlertsRequest()).isEmpty)
        var request = IntakeRequest()
        (request.title, request.content) = ("我家过桥", "断了一根水管")
        #expect(try bench.desk.advice(on: request).alerts.isEmpty)
        var days = AlertsRequest()
        days.stretch.from = "2024-03-19"
        #expect(try bench.desk.triedAlerts(days).flatMap(\.alerts).isEmpty)
    }

    @Test func `what a text denies is told as denied`() throws {
        let bench = try Workbench()
        let receipt = try bench.call(content: "隔壁没有冒烟，请别误会")
        #expect(alerts(receipt).map(\.reason) == [.words([FoundWord(word: "冒烟", isNegated: true)])])
    }

    @Test func `a message warns as a call does, a refused one leaves nothing`() throws {
        let bench = try Workbench()
        #expect(throws: DeskError.self) { try bench.call(content: "桥断了", to: "没有这个单位") }
        #expect(try bench.desk.alerts(AlertsRequest()).isEmpty)
        try bench.call(content: "桥断了", channel: "云州通")
        #expect(try bench.desk.alerts(AlertsRequest()).count == 1)
    }

    private func ring(
        _ bench: Workbench, _ phone: String, at: String, category: String = "噪音", spot: String? = "样例花园"
    )
        throws -> Receipt
    {
        try bench.call(category, at: at, content: spot == nil ? "样例花园3号楼夜里施工" : "夜里施工") {
            $0.phone = phone
            $0.spot = spot
        }
    }

    @Test func `so many people about one place within the time raise one alert, and again when they double`()
        throws
    {
        let bench = try Workbench()
        #expect(alerts(try ring(bench, "13800000001", at: "2024-03-19 10:00")).isEmpty)
        // Neither the same person nor another topic nor a moment too early counts.
        #expect(alerts(try ring(bench, "13800000001", at: "2024-03-19 10:10")).isEmpty)
        #expect(alerts(try ring(bench, "13800000009", at: "2024-03-19 10:20", category: "道路")).isEmpty)
        #expect(alerts(try ring(bench, "13800000008", at: "2024-03-19 03:00")).isEmpty)
        #expect(alerts(try ring(bench, "13800000002", at: "2024-03-19 11:00", spot: nil)).isEmpty)
        let third = alerts(try ring(bench, "13800000003", at: "2024-03-19 12:00", spot: "样例花园小区"))
        #expect(third.map(\.rule) == ["众人之口"])
        guard case .repeated(let callers, let contacts) = third.first?.reason else {
            Issue.record("no repeat")
            return
        }
        #expect(callers == 3)
        #expect(contacts.count == 4)
        #expect(alerts(try ring(bench, "13800000004", at: "2024-03-19 12:10")).isEmpty)
        #expect(alerts(try ring(bench, "13800000005", at: "2024-03-19 12:20")).isEmpty)
        #expect(alerts(try ring(bench, "13800000006", at: "2024-03-19 12:30")).map(\.rule) == ["众人之口"])
        let kept = try bench.desk.alerts(AlertsRequest())
        #expect(kept.count == 2)
        #expect(kept.last?.alert == third.first)
    }

    @Test func `who saw to an alert stands with it, once`() throws {
        let bench = try Workbench()
        let first = try bench.call(at: "2024-03-19 10:00", content: "桥断了")
        try bench.call(at: "2024-03-19 11:00", content: "桥断了")
        #expect(throws: DeskError.acknowledged("1", by: "测试员")) {
            _ = try bench.desk.acknowledge(["1"], note: "已告知值班室", at: "2024-03-19 10:05")
            _ = try bench.desk.acknowledge(["2", "1"], note: nil, at: nil)
        }
        // Of several all or none.
        #expect(try bench.desk.alerts(AlertsRequest()).map(\.id) == [2])
        #expect(throws: DeskError.noSuchAlert("9")) {
            try bench.desk.acknowledge(["9"], note: nil, at: nil)
        }
        #expect(throws: DeskError.namedTwice("2")) {
            try bench.desk.acknowledge(["2", "2"], note: nil, at: nil)
        }
        #expect(throws: DeskError.self) {
            try bench.desk.acknowledge(["2"], note: nil, at: "2024-03-19 10:30")
        }
        var request = AlertsRequest()
        request.stretch.from = "2024-03-19"
        let seen = try #require(try bench.desk.alerts(request).first { $0.contact == first.contact })
        #expect(seen.acknowledgement?.staff == "测试员")
        #expect(seen.acknowledgement?.note == "已告知值班室")
        // Before that moment nobody had.
        request = AlertsRequest()
        request.asOf = "2024-03-19 10:02"
        #expect(try bench.desk.alerts(request).map(\.id) == [1])
    }

    @Test func `alerts by day and by rule`() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-10 10:00", content: "桥断了")
        try bench.call(at: "2024-03-19 23:59:59", content: "冒烟")
        func rules(_ edit: (inout AlertsRequest) -> Void) throws -> [String] {
            var request = AlertsRequest()
            edit(&request)
            return try bench.desk.alerts(request).map(\.alert.rule)
        }
        #expect(try rules { $0.stretch.from = "2024-03-11" } == ["走水"])
        #expect(
            try rules {
                $0.stretch.from = "2024-03-19"
                $0.stretch.to = "2024-03-19"
            } == ["走水"])
        #expect(try rules { $0.rule = "断桥" } == ["断桥"])
        #expect(throws: DeskError.self) { try rules { $0.rule = "断路" } }
    }

    @Test func `rows of another system warn only where they are new`() throws {
        // The made-up city's limit: 48 hours.
        let bench = try Workbench(now: "2024-03-20T09:00:00+07:00")
        let rows = """
            received_at,content,category,channel,spot,phone
            2024-03-18 08:59:59,桥断了,噪音,云州通,,
            2024-03-18 09:00:00,桥面开裂,噪音,云州通,,
            2024-03-20 07:00:00,夜里施工,噪音,云州通,样例花园,13800000001
            2024-03-20 07:30:00,夜里施工,噪音,云州通,样例花园,13800000002
            2024-03-20 08:00:00,夜里施工,噪音,云州通,样例花园,13800000003
            """
        let result = try bench.importTable(rows)
        #expect(result.alerts == 2)
        #expect(try bench.desk.alerts(AlertsRequest()).map(\.alert.rule) == ["众人之口", "断桥"])
    }

    @Test func `what the rules would have raised is told without being kept`() throws {
        let bench = try Workbench()
        let table = """
            received_at,content,category,channel,spot,phone
            2024-02-01 07:00:00,夜里施工,噪音,云州通,样例花园,13800000001
            2024-02-01 07:30:00,夜里施工，还冒烟,噪音,云州通,样例花园,13800000002
            2024-02-01 08:00:00,夜里施工,噪音,云州通,样例花园,13800000003
            """
        #expect(try bench.importTable(table).alerts == 0)
        var request = AlertsRequest()
        request.stretch.from = "2024-02-01"
        let tried = try bench.desk.triedAlerts(request)
        #expect(tried.map(\.rule) == ["断桥", "走水", "众人之口"])
        #expect(tried.map(\.alerts.count) == [0, 1, 1])
        #expect(try bench.desk.alerts(request).isEmpty)
    }

    @Test func `nobody without a role at the desk sees to an alert`() throws {
        let bench = try Workbench()
        try bench.call(content: "桥断了")
        let handler = Desk(
            store: bench.desk.store, actor: Actor(staff: "承办", roles: [.handler]), now: bench.desk.now)
        #expect(throws: DeskError.self) { try handler.acknowledge(["1"], note: nil, at: nil) }
    }
}
