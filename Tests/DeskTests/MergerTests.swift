import CaseStore
import Casework
import Desk
import Reports
import TestSupport
import Testing

/// What a merger means for the contacts of the case that is merged, and for its callers.
struct MergerTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
    }

    private func call(at: String) throws -> String {
        try bench.call(at: at).number.description
    }

    private func state(_ number: String) throws -> (stage: Stage, disposition: Disposition?) {
        let view = try bench.desk.show(number)
        return (view.file.state.stage, view.contacts.first?.state.disposition)
    }

    private func toCallBack() throws -> [String] {
        var request = QueueRequest()
        request.name = "callback"
        return try bench.desk.queue(request).lists.flatMap(\.lines).map(\.number.description)
    }

    @Test("What waited is settled as the other case is: transferred, answered, or waiting with it")
    func settles() throws {
        let (target, merged) = (try call(at: "2024-03-19 09:00"), try call(at: "2024-03-19 09:10"))
        let early = try call(at: "2024-03-19 09:20")
        try bench.act(.merge, early, at: "2024-03-19 09:30") { $0.target = target }
        #expect(try state(early).disposition == .undisposed)
        try bench.act(.dispatch, target, at: "2024-03-19 10:00") { $0.unit = "东岭区" }
        #expect(try state(early).disposition == .transferred)
        try bench.act(.merge, merged, at: "2024-03-19 10:10") { $0.target = target }
        #expect(try state(merged) == (.merged, .transferred))
        let (answered, other) = (try call(at: "2024-03-19 11:00"), try call(at: "2024-03-19 11:10"))
        try bench.act(.direct, answered, at: "2024-03-19 11:20") { $0.reply = "已答复" }
        try bench.act(.merge, other, at: "2024-03-19 11:30") { $0.target = answered }
        #expect(try state(other) == (.merged, .direct))
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.undisposed == 0)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("Callers of a case merged into one that was replied to already are asked too")
    func asksLateComers() throws {
        let (target, merged) = (try call(at: "2024-03-19 09:00"), try call(at: "2024-03-19 09:10"))
        try bench.act(.dispatch, target, at: "2024-03-19 10:00") { $0.unit = "东岭区" }
        try bench.act(.reply, target, at: "2024-03-19 11:00") { ($0.reply, $0.note) = ("已办", "电话告知") }
        try bench.act(.merge, merged, at: "2024-03-19 12:00") { $0.target = target }
        #expect(Set(try toCallBack()) == [target, merged])
        try bench.callback(merged, at: "2024-03-19 13:00", resolved: "no", satisfaction: "不满意")
        #expect(try state(target).stage == .disputed)
    }

    @Test("Of three in a row, the first knows again how the second stands when that one is split off")
    func chain() throws {
        let (first, second) = (try call(at: "2024-03-19 09:00"), try call(at: "2024-03-19 09:10"))
        let third = try call(at: "2024-03-19 09:20")
        try bench.act(.dispatch, second, at: "2024-03-19 10:00") { $0.unit = "东岭区" }
        try bench.act(.merge, first, at: "2024-03-19 10:10") { $0.target = second }
        try bench.act(.dispatch, third, at: "2024-03-19 10:20") { $0.unit = "东岭区" }
        try bench.act(.merge, second, at: "2024-03-19 10:30") { $0.target = third }
        try bench.act(.reply, third, at: "2024-03-19 10:35") {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
        #expect(try toCallBack().contains(first))
        try bench.act(.split, second, at: "2024-03-19 10:40") { $0.reason = "不是一件事" }
        #expect(try state(second).stage == .dispatched)
        #expect(!(try toCallBack().contains(first)))
    }

    @Test("What others went into is neither voided nor taken back, and it is said what cannot be done")
    func followersHold() throws {
        let (target, merged) = (try call(at: "2024-03-19 09:00"), try call(at: "2024-03-19 09:10"))
        try bench.act(.merge, merged, at: "2024-03-19 09:30") { $0.target = target }
        let (one, other) = (try #require(CaseNumber(target)), try #require(CaseNumber(merged)))
        for (action, words) in [(Action.withdraw, "不能撤诉"), (.void, "不能作废")] {
            let refusal = DeskError.hasFollowers(action, one, [other])
            #expect(throws: refusal) { try bench.act(action, target) { $0.reason = "不办了" } }
            #expect(Wording.complaint(refusal).problem.contains(words))
        }
    }
}
