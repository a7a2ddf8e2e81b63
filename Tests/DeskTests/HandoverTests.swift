import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// What a shift hands over to the next.
struct HandoverTests {
    private func shift(
        _ bench: Workbench, _ name: String? = nil, edit: (inout HandoverRequest) -> Void = { _ in }
    )
        throws -> Shift
    {
        var request = HandoverRequest()
        edit(&request)
        let desk = name.map { Desk(store: bench.desk.store, actor: Actor(staff: $0), now: bench.desk.now) }
        return try (desk ?? bench.desk).handOver(request)
    }

    @Test func `what a person took counts by how it stands, and what is undisposed is named`() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 08:59:59", direct: "已告知")
        try bench.call(at: "2024-03-20 08:00", direct: "已告知")
        let sent = try bench.call(at: "2024-03-20 08:10", to: "东岭区")
        let open = try bench.call(at: "2024-03-20 08:20")
        let mistake = try bench.call(at: "2024-03-20 08:30")
        try bench.act(.void, mistake.number.description) { $0.reason = "重复" }
        _ = try Desk(store: bench.desk.store, actor: Actor(staff: "别人"), now: bench.desk.now)
            .recordPlainCall()
        let follow = try bench.call(at: "2024-03-20 08:40", about: sent.number.description)
        let view = try shift(bench)
        #expect(view.since == Workbench.instant("2024-03-19T09:00:00+07:00"))
        #expect(view.taken.count == 5)
        #expect(view.taken(.direct).count == 1)
        #expect(view.taken(.transferred) == [sent.contact, follow.contact].compactMap(\.self))
        #expect(view.taken(.undisposed) == [open.contact].compactMap(\.self))
        #expect(view.taken(.void) == [mistake.contact].compactMap(\.self))
        let early = try shift(bench) { ($0.since, $0.asOf) = ("2024-03-20 07:00", "2024-03-20 08:15") }
        #expect(early.taken.map(\.contact) == view.taken.prefix(2).map(\.contact))
        #expect(throws: DeskError.self) { try shift(bench) { $0.since = "2024-03-21" } }
    }

    @Test func `a note ends the shift, and the next one sees it`() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-20 08:00")
        let ended = try shift(bench) { $0.note = " 晚上来水 " }
        #expect(ended.taken.count == 1 && ended.note == "晚上来水" && ended.notes.isEmpty)
        bench.set("2024-03-20T10:00:00+07:00")
        try bench.call()
        let next = try shift(bench)
        #expect(next.since == Workbench.instant("2024-03-20T09:00:00+07:00"))
        #expect(next.taken.count == 1 && next.note == nil)
        let other = try shift(bench, "别人")
        #expect(other.notes.map(\.note) == ["晚上来水"] && other.notes.map(\.staff) == ["测试员"])
        #expect(other.taken.isEmpty)
        #expect(try shift(bench, "别人") { $0.asOf = "2024-03-20 08:30" }.notes.isEmpty)
        #expect(throws: DeskError.empty("--note")) { try shift(bench) { $0.note = " " } }
        #expect(throws: DeskError.excludes("--note", "--as-of")) {
            try shift(bench) { ($0.note, $0.asOf) = ("一", "2024-03-20 08:00") }
        }
        // A day later it is no longer this shift's business.
        bench.set("2024-03-22T10:00:00+07:00")
        #expect(try shift(bench, "别人").notes.isEmpty)
    }

    @Test func `what turned red since the shift began is told, and what was red before is not`() throws {
        // 常规: to be signed within one working day; red when that is over.
        let bench = try Workbench()
        let old = try bench.call(at: "2024-03-18 10:00", to: "东岭区")
        let now = try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        bench.set("2024-03-21T09:00:00+07:00")
        let due = try #require(try bench.desk.show(now.number.description).signBy?.instant)
        #expect(try bench.desk.show(now.number.description).signal == .red)
        let view = try shift(bench)
        #expect(view.turned.map(\.number) == [now.number])
        #expect(view.turned.first?.due == due && view.turned.first?.matter == "噪音")
        let both = try shift(bench) { $0.since = "2024-03-18 12:00" }
        #expect(both.turned.map(\.number) == [old.number, now.number])
        let before = try shift(bench) { $0.asOf = "2024-03-20 12:00" }
        #expect(!before.turned.map(\.number).contains(now.number))
        try bench.act(.sign, now.number.description)
        #expect(try shift(bench).turned.isEmpty)
    }

    @Test func `a person without units sees only what the own calls became`() throws {
        let bench = try Workbench()
        var request = StaffRequest(name: "话务甲")
        request.roles = ["话务员"]
        try bench.desk.putStaff(request)
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        bench.set("2024-03-21T09:00:00+07:00")
        #expect(try shift(bench).turned.count == 1)
        #expect(try shift(bench, "话务甲").turned.isEmpty)
        #expect(throws: DeskError.unknownStaff("没有这个人")) { try shift(bench, "没有这个人") }
    }

    @Test func `alerts that nobody saw to are told`() throws {
        let bench = try Workbench()
        try bench.call(content: "桥断了")
        #expect(try shift(bench, "测试员").alerts.map(\.alert.rule) == ["断桥"])
        _ = try bench.desk.acknowledge(["1"], note: nil, at: nil)
        #expect(try shift(bench).alerts.isEmpty)
    }
}
