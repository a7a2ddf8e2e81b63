import CaseStore
import Casework
import Desk
import Foundation
import Reports
import TestSupport
import Testing

/// Who may do what, by the list of staff.
struct StaffTests {
    private func desk(_ bench: Workbench, _ name: String) -> Desk {
        Desk(store: bench.desk.store, actor: Actor(staff: name), now: bench.desk.now)
    }

    private func put(_ bench: Workbench, _ name: String, _ roles: [String], unit: String? = nil) throws {
        var request = StaffRequest(name: name)
        request.roles = roles
        request.unit = unit
        try bench.desk.putStaff(request)
    }

    @Test(
        "Without staff everybody may; whoever enters the first becomes administrator; then only those entered may"
    )
    func first() throws {
        let bench = try Workbench()
        _ = try desk(bench, "随便谁").recordPlainCall()
        try put(bench, "话务甲", ["话务员"])
        #expect(throws: DeskError.unknownStaff("随便谁")) { try desk(bench, "随便谁").recordPlainCall() }
        _ = try desk(bench, "话务甲").recordPlainCall()
        _ = try bench.desk.recordPlainCall()
        #expect(try bench.desk.staff().map(\.member.name).sorted() == ["测试员", "话务甲"])
        #expect(throws: DeskError.notAllowed("管理人员", roles: [.administrator])) {
            try desk(bench, "话务甲").disableStaff("测试员")
        }
        #expect(throws: DeskError.lastAdministrator("测试员")) { try bench.desk.disableStaff("测试员") }
        // Only what is an option is told with hyphens.
        #expect(throws: DeskError.empty("姓名")) { try put(bench, " ", ["话务员"]) }
        #expect(Wording.complaint(DeskError.empty("姓名")).problem == "姓名 是空的")
        try bench.desk.disableStaff("话务甲")
        #expect(throws: DeskError.disabledStaff("话务甲")) { try desk(bench, "话务甲").recordPlainCall() }
    }

    @Test("Who called before is told to those who take calls, not to the handlers of a unit")
    func earlierCalls() throws {
        let bench = try Workbench()
        try put(bench, "东岭承办", ["承办人"], unit: "东岭区")
        try put(bench, "话务甲", ["话务员"])
        try bench.call(at: "2024-03-18 09:00", to: "西浦区") { $0.phone = "13912345678" }
        var request = IntakeRequest()
        request.phone = "13912345678"
        request.content = "夜里施工"
        #expect(try desk(bench, "话务甲").advice(on: request).earlier.count == 1)
        let told = try desk(bench, "东岭承办").advice(on: request)
        #expect(told.earlier.isEmpty && told.similar.isEmpty)
        #expect(try desk(bench, "东岭承办").similar(to: request).isEmpty)
        #expect(throws: DeskError.unknownStaff("陌生人")) { try desk(bench, "陌生人").advice(on: request) }
    }

    @Test("Only an administrator copies the store or puts another in its place")
    func copies() throws {
        let bench = try Workbench()
        try put(bench, "话务甲", ["话务员"])
        let copy = bench.folder.appending(path: "copy.sqlite").path
        #expect(throws: DeskError.notAllowed("备份", roles: [.administrator])) {
            try desk(bench, "话务甲").backUp(to: copy, replaces: false)
        }
        _ = try bench.desk.backUp(to: copy, replaces: false)
        #expect(throws: DeskError.notAllowed("恢复", roles: [.administrator])) {
            try Recovery.restore(
                copy, to: bench.path, replaces: true, keys: try #require(bench.desk.store.keys),
                program: "test", actor: Actor(staff: "话务甲"), now: bench.desk.now)
        }
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("A handler acts for the own unit and those below it, and nobody else's")
    func units() throws {
        let bench = try Workbench()
        try put(bench, "东岭承办", ["承办人"], unit: "东岭区")
        try put(bench, "桥头承办", ["承办人"], unit: "桥头镇政府")
        try put(bench, "西浦承办", ["承办人"], unit: "西浦区")
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        let west = HandlingRequest(.sign, numbers: [number])
        #expect(throws: DeskError.otherUnit(.sign, unit: "东岭区政府")) { try desk(bench, "西浦承办").handle(west) }
        _ = try desk(bench, "东岭承办").handle(west)
        var pass = HandlingRequest(.pass, numbers: [number])
        pass.unit = "西浦区"
        #expect(throws: DeskError.notBelow(unit: "西浦区政府", above: "东岭区政府", below: ["桥头镇政府"])) {
            try desk(bench, "东岭承办").handle(pass)
        }
        pass.unit = "桥头镇政府"
        _ = try desk(bench, "东岭承办").handle(pass)
        _ = try desk(bench, "桥头承办").handle(west)
        #expect(try bench.desk.show(number).unit == "桥头镇政府")
        // What was passed down goes back up, and the deadline is the same.
        let due = try bench.desk.show(number).deadline
        var back = HandlingRequest(.sendBack, numbers: [number])
        back.reason = "地址不在辖区"
        _ = try desk(bench, "桥头承办").handle(back)
        let view = try bench.desk.show(number)
        #expect((view.unit, view.file.state.stage, view.deadline) == ("东岭区政府", .signed, due))
    }

    @Test("A handler adds contacts to cases of the own unit alone, and does nothing to one that no unit has")
    func cases() throws {
        let bench = try Workbench()
        try put(bench, "东岭承办", ["承办人"], unit: "东岭区")
        try put(bench, "西浦承办", ["承办人"], unit: "西浦区")
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        let waiting = try bench.call(at: "2024-03-18 09:10", direct: "已答复").number.description
        func add(_ name: String, to number: String) throws -> Receipt {
            var request = IntakeRequest()
            (request.channel, request.content, request.about) = ("巡查员", "还在施工", number)
            return try desk(bench, name).record(request)
        }
        #expect(throws: DeskError.otherUnit(.contact, unit: "东岭区政府")) { try add("西浦承办", to: number) }
        #expect(throws: WorkflowError.notAllowed(.contact, roles: [.agent, .dispatcher])) {
            try add("东岭承办", to: waiting)
        }
        #expect(try add("东岭承办", to: number).contact?.sequence == 2)
        try bench.callback(waiting, at: "2024-03-18 10:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.suspend, waiting, at: "2024-03-18 11:00") {
            ($0.note, $0.until, $0.leader) = ("列入计划", "2024-12-31", "分管副市长")
        }
        var strike = HandlingRequest(.strike, numbers: [waiting])
        strike.reply = "已解决"
        #expect(throws: WorkflowError.notAllowed(.strike, roles: [.supervisor])) {
            try desk(bench, "东岭承办").handle(strike)
        }
    }

    @Test("Units raise cases themselves through channels of their own, and take no calls")
    func gridWhistle() throws {
        let bench = try Workbench()
        try put(bench, "网格员", ["承办人"], unit: "桥头镇政府")
        var request = IntakeRequest()
        request.kind = "投诉"
        request.category = "道路"
        request.content = "井盖破损"
        #expect(throws: WorkflowError.notAllowed(.contact, roles: [.agent, .dispatcher])) {
            try desk(bench, "网格员").record(request)
        }
        request.channel = "巡查员"
        let number = try desk(bench, "网格员").record(request).number
        #expect(try bench.desk.bulletin("2024-03-20", asOf: "2024-03-20").bulletin.calls == 0)
        #expect(try bench.desk.queue(QueueRequest()).lists[0].lines.map(\.number) == [number])
    }

    @Test("The department that a grid worker whistles for has a limit of its own")
    func whistleLimit() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T18:00:00+08:00")
        for (channel, grade) in [("网格", "紧急"), ("电话", "一般")] {
            let number = try bench.call("城市管理", at: "2024-03-20 09:00", to: "城管局", channel: channel).number
            #expect(try bench.desk.show(number.description).grade == grade)
        }
    }

    @Test("A unit that helps hands in its part; the case is replied to when the lead says so")
    func parts() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00") {
            $0.unit = "东岭区"; $0.coUnits = ["西浦区"]
        }.number.description
        try put(bench, "西浦承办", ["承办人"], unit: "西浦区")
        var part = HandlingRequest(.reply, numbers: [number])
        part.note = "已派人疏导"
        _ = try desk(bench, "西浦承办").handle(part)
        var view = try bench.desk.show(number)
        #expect(view.file.state.stage == .dispatched)
        #expect(view.file.parts.values.map(\.note) == ["已派人疏导"])
        try bench.act(.reply, number) {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
        view = try bench.desk.show(number)
        #expect(view.file.state.stage == .replied)
    }
}
