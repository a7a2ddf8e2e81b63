import CaseStore
import Casework
import Desk
import Reports
import TestSupport
import Testing

/// What counts, and on which day: sentence by sentence.
struct CountingTests {
    private func figures(_ bench: Workbench, _ day: String, asOf: String? = nil) throws -> Bulletin {
        try bench.desk.bulletin(day, asOf: asOf).bulletin
    }

    @Test("The bulletin counts contacts by their own day; a case that moves later changes no earlier day")
    func yesterdayStandsStill() throws {
        let bench = try Workbench(now: "2024-03-25T09:00:00+07:00")
        let first = try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        let before = try figures(bench, "2024-03-19")
        let number = first.number.description
        try bench.act(.reply, number, at: "2024-03-20 10:00") {
            $0.reply = "已处理"
            $0.note = "电话告知"
        }
        try bench.callback(number, at: "2024-03-21 10:00")
        try bench.call(at: "2024-03-22 10:00", about: number)
        try bench.act(.dispatch, number, at: "2024-03-22 11:00") { $0.unit = "西浦区" }
        #expect(try figures(bench, "2024-03-19") == before)
        #expect(before.calls == 1)
        #expect(before.transferred == 1)
        #expect(try figures(bench, "2024-03-21").callbacks == 1)
        #expect(try figures(bench, "2024-03-22").calls == 1)
        #expect(try figures(bench, "2024-03-22").transferred == 1)
    }

    @Test("Only the phone group is in the split; messages have their own figure, internal channels none")
    func channelGroups() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", direct: "已答复")
        try bench.call(at: "2024-03-19 10:01", direct: "已答复", channel: "移动专线")
        try bench.call(at: "2024-03-19 10:02", to: "东岭区", channel: "云州通")
        try bench.call(at: "2024-03-19 10:03", direct: "已答复", channel: "民声邮箱")
        try bench.call(at: "2024-03-19 10:04", to: "东岭区", channel: "巡查员")
        let figures = try figures(bench, "2024-03-19")
        #expect(figures.calls == 2)
        #expect(figures.messages == 2)
        #expect(figures.direct == 2)
        #expect(figures.transferred == 0)
        #expect(figures.topics.map(\.count) == [4])
    }

    @Test("Invalid calls are kept apart and count nowhere; a void one of them neither")
    func invalidCalls() throws {
        let bench = try Workbench()
        var request = IntakeRequest()
        request.at = "2024-03-19 10:00"
        request.content = "不出声"
        let receipt = try bench.desk.recordInvalid(request, reason: "沉默")
        let figures = try figures(bench, "2024-03-19")
        #expect(figures.calls == 0)
        #expect(figures.topics.isEmpty)
        #expect(try bench.desk.list(ListRequest()).lines.isEmpty)
        var invalid = ListRequest()
        invalid.stage = "invalid"
        #expect(try bench.desk.list(invalid).lines.map(\.number) == [receipt.number])
        try bench.act(.void, receipt.number.description) { $0.reason = "误登" }
        #expect(try bench.desk.show(receipt.number.description).file.state.stage == .void)
        #expect(try bench.desk.store.read { try $0.firstDay() } == nil)
    }

    @Test("A progress question is a mark on the case and no contact")
    func urging() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        let before = try figures(bench, "2024-03-19")
        try bench.act(.urge, number, at: "2024-03-19 15:00")
        #expect(try figures(bench, "2024-03-19") == before)
        #expect(try bench.desk.show(number).file.events.map(\.action) == [.contact, .dispatch, .urge])
    }

    @Test("A correction moves the figures of a day not yet issued, each field its own")
    func corrections() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", direct: "已答复").number.description
        func amend(_ edit: (inout Correction) -> Void) throws {
            try bench.act(.amend, number) { request in
                var correction = Correction()
                edit(&correction)
                request.correction = correction
                request.reason = "登记错了"
            }
        }
        try amend { $0.category = "用水/停水" }
        #expect(try figures(bench, "2024-03-19").topics.map(\.category) == ["用水"])
        try amend { $0.disposition = "transfer" }
        #expect(try figures(bench, "2024-03-19").transferred == 1)
        try amend { $0.channel = "云州通" }
        #expect(try figures(bench, "2024-03-19").messages == 1)
        #expect(try figures(bench, "2024-03-19").calls == 0)
        try amend { $0.kind = "点赞" }
        #expect(try figures(bench, "2024-03-19").topics.isEmpty)
        try amend { $0.receivedAt = "2024-03-18 23:59:59" }
        #expect(try figures(bench, "2024-03-19").messages == 0)
        #expect(try figures(bench, "2024-03-18").messages == 1)
        let view = try bench.desk.show(number)
        #expect(view.file.contacts.first?.category != view.file.contactStates[1]?.category)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("As of a moment before a correction the figures are as they were")
    func asOf() throws {
        let bench = try Workbench(now: "2024-03-19T12:00:00+07:00")
        let number = try bench.call(at: "2024-03-19 10:00").number.description
        try bench.act(.direct, number, at: "2024-03-19 11:00") { $0.reply = "已答复" }
        bench.set("2024-03-20T12:00:00+07:00")
        try bench.act(.void, number) { $0.reason = "重复" }
        #expect(try figures(bench, "2024-03-19").calls == 0)
        #expect(try figures(bench, "2024-03-19", asOf: "2024-03-19 10:30").undisposed == 1)
        #expect(try figures(bench, "2024-03-19", asOf: "2024-03-19 11:00").direct == 1)
        #expect(try figures(bench, "2024-03-19", asOf: "2024-03-19 09:59").calls == 0)
    }

    @Test("A voided contact counts nowhere; the others of its case stay, and the next one speaks for it")
    func voiding() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        try bench.call("用水", at: "2024-03-19 11:00", about: number)
        try bench.act(.void, "\(number)-1") { $0.reason = "登记了两次" }
        let figures = try figures(bench, "2024-03-19")
        #expect(figures.calls == 1)
        #expect(figures.topics.map(\.category) == ["用水"])
        #expect(try bench.desk.list(ListRequest()).lines.map(\.category) == ["用水"])
    }

    @Test("A contact of an outage is taken at its earlier moment; an action is not")
    func lateEntry() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        try bench.act(.sign, number, at: "2024-03-19 12:00")
        let late = try bench.call(at: "2024-03-18 23:00", about: number)
        #expect(late.contact?.sequence == 2)
        #expect(late.notices.contains(.lateEntry(ContactNumber(caseNumber: late.number, sequence: 2))))
        #expect(try figures(bench, "2024-03-18").calls == 1)
        // The error carries the city's clock, also where the action comes with a call.
        let clock = CityClock(offset: 25_200)
        let (early, last) = ("2024-03-19T11:00:00+07:00", "2024-03-19T12:00:00+07:00")
        #expect(
            throws: DeskError.beforeLast(Workbench.instant(early), last: Workbench.instant(last), clock)
        ) {
            try bench.call(at: "2024-03-19 11:00", direct: "答", about: number)
        }
        #expect(throws: DeskError.self) { try bench.act(.urge, number, at: "2024-03-19 11:00") }
    }

    @Test("Connected callbacks count by the day they were made, attempts not at all")
    func callbacks() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 10:00", direct: "已答复").number.description
        try bench.act(.attempt, number, at: "2024-03-19 09:00")
        try bench.callback(number, at: "2024-03-19 10:00", resolved: "no", satisfaction: "不满意")
        try bench.callback(number, at: "2024-03-19 11:00")
        #expect(try figures(bench, "2024-03-18").callbacks == 0)
        #expect(try figures(bench, "2024-03-19").callbacks == 2)
        #expect(try bench.desk.show(number).file.state.stage == .closed)
    }

    @Test("A day with undisposed calls, or that is not over, is a draft and says which")
    func drafts() throws {
        let bench = try Workbench(now: "2024-03-20T00:00:00+07:00")
        let open = try bench.call(at: "2024-03-19 10:00")
        try bench.call(at: "2024-03-19 10:00", channel: "云州通")
        let contact = try #require(open.contact)
        #expect(
            try bench.desk.bulletin("2024-03-19").obstacles == [.undisposed(count: 1, numbers: [contact])])
        try bench.act(.direct, open.number.description) { $0.reply = "已答复" }
        #expect(try bench.desk.bulletin("2024-03-19").obstacles.isEmpty)
        #expect(
            try bench.desk.bulletin("2024-03-20").obstacles.map {
                if case .dayNotOver = $0 { true } else { false }
            } == [true])
        #expect(throws: DeskError.future("2024-03-21")) { try bench.desk.bulletin("2024-03-21") }
    }

    @Test("The day is the city's: an instant of another offset falls on the city's day")
    func dayBoundary() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-18T16:59:59Z", direct: "答")
        try bench.call(at: "2024-03-18T17:00:00Z", direct: "答")
        try bench.call(at: "2024-02-29T23:59:59+07:00", direct: "答")
        #expect(try figures(bench, "2024-03-18").calls == 1)
        #expect(try figures(bench, "2024-03-19").calls == 1)
        #expect(try figures(bench, "2024-02-29").calls == 1)
        #expect(try figures(bench, "2024-03-01").calls == 0)
    }

    @Test("The made-up city prints its own words and none of another city's")
    func secondCity() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        try bench.call("用水/停水", at: "2024-03-19 10:00", direct: "已答复", channel: "云州通")
        try bench.call("用水", at: "2024-03-19 10:00", to: "云州水务公司")
        #expect(
            try bench.desk.bulletin("2024-03-19").text == """
                【云州民声晨报】2024-3-19
                来电 2（答复 0，交办 2），留言 1 云州通:1，回访 0
                #1 用水 2 -> 云州水务公司
                #2 噪音 1 -> 属地街镇
                """)
    }

    @Test("A topic that says that somebody was contacted, though nothing was transferred, is a warning")
    func nothingTransferred() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", direct: "已答复")
        #expect(try bench.desk.bulletin("2024-03-19").warnings == [.nothingTransferred(topic: "噪音")])
    }
}
