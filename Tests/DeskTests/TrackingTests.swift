import CaseStore
import Casework
import Desk
import Insight
import TestSupport
import Testing

/// Issues that are followed up.
struct TrackingTests {
    /// One broken lift of which somebody else complains every second day until the middle of March, then hardly anybody;
    /// and each day calls about other things elsewhere.
    private func store() throws -> Workbench {
        let bench = try Workbench(now: "2024-04-20T09:00:00+07:00")
        var rows = ["received_at,content,category,channel,district,spot,phone"]
        let words = [
            "样例花园3号楼电梯又停了，老人上不去楼", "样例花园3号楼的电梯坏了没人修", "3号楼电梯停运，样例花园物业不管",
            "住样例花园3号楼，电梯停了好几天", "样例花园3号楼电梯一直不修",
        ]
        let others = ["松涛苑夜里有人施工", "云栖里门口路灯不亮", "和风园下水道堵了", "朝晖苑有人乱停车", "长宁里树枝压到电线"]
        for day in 0..<100 {
            let date = try #require(CivilDay("2024-01-08")).advanced(by: day)
            for (count, text) in others.enumerated() {
                rows.append(
                    "\(date) 0\(count + 1):00,\(text)\(day),噪音,座机,东岭区,,1390000\(1000 + day * 5 + count)")
            }
            if day < 60 ? day % 2 == 0 : day == 75 {
                rows.append("\(date) 10:00,\(words[day / 2 % 5]),噪音,座机,东岭区,,1380000\(1000 + day)")
            }
        }
        let result = try bench.importTable(rows.joined(separator: "\n"))
        #expect(result.rejected == 0, "\(result.faults)")
        return bench
    }

    private var march: IssuesRequest {
        var request = IssuesRequest()
        request.stretch.from = "2024-02-01"
        request.stretch.to = "2024-03-05"
        return request
    }

    @Test func `an issue becomes a matter with an owner, a decision, and figures before and after it`() throws
    {
        let bench = try store()
        let rank = try #require(
            try bench.desk.issues(march).lines.firstIndex { $0.issue.place.contains("样例花园") })
        var request = TrackRequest(march, rank: rank + 1, owner: "东岭区")
        request.at = "2024-03-06"
        let id = try bench.desk.track(request)
        var view = try #require(try bench.desk.tracked(String(id)).first)
        #expect(view.owner.contains("东岭"))
        #expect(view.effect == nil)
        #expect(view.issue.contacts.count >= 10)
        let number = try #require(view.issue.contacts.first).caseNumber
        #expect(try bench.desk.show(number.description).tracked.map(\.id) == [id])

        var decision = DecideRequest(number: String(id))
        decision.decision = "更换主板"
        decision.at = "2024-03-08"
        #expect(try bench.desk.decide(decision) == id)
        view = try #require(try bench.desk.tracked(String(id)).first)
        let effect = try #require(view.effect)
        #expect(effect.verdict == .fell)
        // Every second day of the eight weeks before, and once in the six weeks after.
        #expect((26...28).contains(effect.before.complaints), "\(effect)")
        #expect(effect.before.days == 56)
        #expect(effect.after.complaints == 1)
        #expect(effect.after.days == 43)
        #expect(effect.chance < 0.001)
        // All 31 complaints and nothing else, also those before and after the days in which it was found.
        #expect(view.contacts.count == 31)
        for contact in view.contacts {
            let file = try bench.desk.show(contact.caseNumber.description).file
            #expect(file.contacts.contains { $0.content.contains("样例花园") })
        }
        #expect(view.weekly.reduce(0, +) <= 31)
    }

    @Test func `as of a moment before the decision there is none, and too early nothing is said`() throws {
        let bench = try store()
        var request = TrackRequest(march, rank: 1, owner: "东岭区")
        request.at = "2024-03-06"
        request.decision = "更换主板"
        let id = try bench.desk.track(request)
        #expect(try bench.desk.tracked(nil, asOf: "2024-03-01").isEmpty)
        let view = try #require(try bench.desk.tracked(String(id), asOf: "2024-03-06").first)
        #expect(view.effect?.verdict == .tooEarly)
    }

    @Test func `what cannot be followed up is refused, and leaves nothing`() throws {
        let bench = try store()
        #expect(throws: DeskError.noSuchRank(99, of: try bench.desk.issues(march).lines.count)) {
            try bench.desk.track(TrackRequest(march, rank: 99, owner: "东岭区"))
        }
        #expect(throws: DeskError.self) { try bench.desk.track(TrackRequest(march, rank: 0, owner: "东岭区")) }
        #expect(throws: DeskError.self) { try bench.desk.track(TrackRequest(march, rank: 1, owner: "没有的单位")) }
        #expect(try bench.desk.tracked(nil).isEmpty)
        let id = try bench.desk.track(TrackRequest(march, rank: 1, owner: "东岭区"))
        #expect(throws: DeskError.alreadyTracked(id)) {
            try bench.desk.track(TrackRequest(march, rank: 1, owner: "东岭区"))
        }
        #expect(throws: DeskError.self) { try bench.desk.decide(DecideRequest(number: String(id))) }
        #expect(throws: DeskError.noSuchTracked("7")) { try bench.desk.tracked("7") }
        var close = DecideRequest(number: String(id))
        close.closes = true
        _ = try bench.desk.decide(close)
        #expect(throws: DeskError.trackingOver(id)) { try bench.desk.decide(close) }
        // What was said is looked at again where somebody asks for it alone.
        #expect(try bench.desk.tracked(nil).map(\.weekly) == [[]])
        #expect(try bench.desk.tracked(String(id)).map(\.weekly.count) == [12])
        // What is over can be followed up anew.
        #expect(try bench.desk.track(TrackRequest(march, rank: 1, owner: "东岭区")) == id + 1)
    }

    @Test func `a handler sees what the own unit owns, and a decision names nobody`() throws {
        let bench = try store()
        var request = TrackRequest(march, rank: 1, owner: "西浦区")
        request.decision = "请物业经理回电13912345678"
        let id = try bench.desk.track(request)
        let decided = try bench.desk.tracked(String(id)).first?.issue.decided
        #expect(decided?.decision == "请物业经理回电139****5678")
        var staff = StaffRequest(name: "本区")
        staff.roles = ["承办人"]
        staff.unit = "东岭区"
        try bench.desk.putStaff(staff)
        let handler = Desk(store: bench.desk.store, actor: Actor(staff: "本区"), now: bench.desk.now)
        #expect(try handler.tracked(nil).isEmpty)
        #expect(throws: DeskError.notOwn(unit: "西浦区政府")) { try handler.tracked(String(id)) }
        var change = DecideRequest(number: String(id))
        change.owner = "东岭区"
        _ = try bench.desk.decide(change)
        #expect(try handler.tracked(nil).map(\.issue.id) == [id])
    }
}
