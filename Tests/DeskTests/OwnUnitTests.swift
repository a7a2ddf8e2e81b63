import CaseStore
import Casework
import Desk
import Insight
import Reports
import TestSupport
import Testing

/// What handlers see of the cases of others.
struct OwnUnitTests {
    /// A handler of 东岭区.
    private func handler(_ bench: Workbench) throws -> Desk {
        var request = StaffRequest(name: "本区")
        request.roles = ["承办人"]
        request.unit = "东岭区"
        try bench.desk.putStaff(request)
        return Desk(store: bench.desk.store, actor: Actor(staff: "本区"), now: bench.desk.now)
    }

    @Test func `a handler sees the cases of the own unit and those below it, and no others`() throws {
        let bench = try Workbench()
        let own = try bench.call(content: "夜里施工", to: "东岭区").number.description
        let other = try bench.call(content: "夜里施工", to: "西浦区").number.description
        let handler = try handler(bench)
        #expect(try handler.list(ListRequest()).lines.map(\.number.description) == [own])
        #expect(try handler.show(own).file.number.description == own)
        #expect(throws: DeskError.notOwnCase(unit: "东岭区政府")) { try handler.show(other) }
        #expect(throws: DeskError.notOwnCase(unit: "东岭区政府")) { try handler.reveal(other, reason: "办理") }
        var list = ListRequest()
        list.unit = "西浦区"
        #expect(throws: DeskError.notOwn(unit: "西浦区")) { try handler.list(list) }
        // Who also has another role sees all.
        var request = StaffRequest(name: "本区")
        request.roles = ["承办人", "派单员"]
        request.unit = "东岭区"
        try bench.desk.putStaff(request)
        #expect(try handler.list(ListRequest()).lines.count == 2)
        #expect(try handler.show(other).file.number.description == other)
    }

    /// Three people about one lift in each of two districts.
    private func lifts() throws -> (bench: Workbench, own: Set<CaseNumber>) {
        let bench = try Workbench()
        var own: Set<CaseNumber> = []
        let texts = ["样例花园3号楼电梯冒烟停运没人修", "样例花园3号楼电梯又冒烟停运了", "3号楼电梯冒烟停运，样例花园物业不管"]
        for (place, unit) in ["东岭区", "西浦区"].enumerated() {
            for (count, text) in texts.enumerated() {
                let at = "2024-03-19 1\(place):0\(count)"
                let number = try bench.call(at: at, content: text, to: unit) {
                    $0.phone = "1380000\(1000 + place * 100 + count)"
                }.number
                if unit == "东岭区" { own.insert(number) }
            }
        }
        return (bench, own)
    }

    @Test func `lists with numbers and texts hold a handler's own cases alone`() throws {
        let (bench, own) = try lifts()
        let handler = try handler(bench)
        let all = try (bench.desk.issues(IssuesRequest()), bench.desk.repeats(IssuesRequest()))
        #expect(all.0.contacts == 6 && all.1.contacts == 6)
        let issues = try handler.issues(IssuesRequest())
        #expect(issues.contacts == 3)
        #expect(own.isSuperset(of: issues.lines.flatMap(\.issue.contacts).map(\.caseNumber)))
        let repeats = try handler.repeats(IssuesRequest())
        #expect(repeats.contacts == 3)
        #expect(own.isSuperset(of: repeats.groups.flatMap(\.cases).map(\.number)))
        var days = AlertsRequest()
        days.stretch.from = "2024-03-19"
        for request in [AlertsRequest(), days] {
            #expect(try bench.desk.alerts(request).count >= 6)
            #expect(Set(try handler.alerts(request).map(\.contact.caseNumber)) == own)
        }
        let tried = try handler.triedAlerts(days).flatMap(\.alerts)
        #expect(Set(tried.map(\.contact.caseNumber)) == own)
        #expect(Set(try handler.handOver(HandoverRequest()).alerts.map(\.contact.caseNumber)) == own)
        // What counts for the city counts for everybody.
        #expect(try handler.bulletin("2024-03-19").bulletin.calls == 6)
        #expect(try handler.hot(HotRequest()).total == 6)
    }

    @Test func `what counts for the city names a handler's own cases alone`() throws {
        let (bench, own) = try lifts()
        _ = try bench.call(at: "2024-03-19 12:00", content: "还没有交给谁")
        let handler = try handler(bench)
        func numbers(_ bulletin: Bulletin) -> Set<CaseNumber> {
            Set(bulletin.topics.compactMap(\.concentration).flatMap(\.numbers).map(\.caseNumber))
        }
        let (all, seen) = try (bench.desk.bulletin("2024-03-19"), handler.bulletin("2024-03-19"))
        #expect(numbers(all.bulletin).count == 6 && numbers(seen.bulletin) == own)
        #expect(seen.bulletin.topics.compactMap(\.concentration).map(\.count) == [6] && seen.text == all.text)
        #expect(seen.obstacles.contains(.undisposed(count: 1, numbers: [])))
        var hot = HotRequest()
        hot.stretch.from = "2024-03-19"
        hot.stretch.to = "2024-03-19"
        let named = try handler.hot(hot).lines.compactMap(\.concentration)
        #expect(Set(named.flatMap(\.numbers).map(\.caseNumber)) == own && named.map(\.count) == [6])
    }

    @Test func `callbacks that were left out are told with reasons to whom their cases concern`() throws {
        let (bench, own) = try lifts()
        for number in try bench.desk.list(ListRequest()).lines.map(\.number.description) {
            try bench.act(.sign, number)
            try bench.act(.reply, number) {
                $0.reply = "已修好"
                $0.note = "更换零件"
            }
            try bench.callback(number, resolved: "no", satisfaction: "不满意")
            try bench.act(.exclude, number) { $0.reason = "超出职权" }
        }
        var request = RatesRequest()
        request.period = "2024-03"
        let (all, seen) = try (bench.desk.rates(request), handler(bench).rates(request))
        #expect(all.excluded == 6 && all.exclusions.count == 6 && seen.excluded == 6)
        #expect(Set(seen.exclusions.map(\.number.caseNumber)) == own)
    }

    @Test func `a handler asks for the own unit's worklists alone`() throws {
        let (bench, own) = try lifts()
        let handler = try handler(bench)
        var request = QueueRequest()
        request.name = "sign"
        #expect(Set(try handler.queue(request).lists.flatMap(\.lines).map(\.number)) == own)
        request.unit = "东岭区"
        #expect(Set(try handler.queue(request).lists.flatMap(\.lines).map(\.number)) == own)
        request.unit = "西浦区"
        #expect(throws: DeskError.notOwn(unit: "西浦区")) { try handler.queue(request) }
        #expect(try bench.desk.queue(request).lists.flatMap(\.lines).count == 3)
    }

    @Test func `what is behind a bulletin's figures lies with all units`() throws {
        let (bench, _) = try lifts()
        let handler = try handler(bench)
        let refusal = DeskError.notAllowed(
            "查看日报的明细", roles: Set(Role.allCases).subtracting([.handler]))
        #expect(throws: refusal) { try handler.explain("transfer", of: "2024-03-19") }
        _ = try bench.desk.issue("2024-03-19")
        #expect(throws: refusal) { try handler.difference("2024-03-19") }
        #expect(try bench.desk.explain("transfer", of: "2024-03-19").count == 6)
    }

    @Test func `who is not on the list sees none of it`() throws {
        let (bench, _) = try lifts()
        _ = try handler(bench)
        let stranger = Desk(store: bench.desk.store, actor: Actor(staff: "外人"), now: bench.desk.now)
        let refusal = DeskError.unknownStaff("外人")
        #expect(throws: refusal) { try stranger.issues(IssuesRequest()) }
        #expect(throws: refusal) { try stranger.repeats(IssuesRequest()) }
        #expect(throws: refusal) { try stranger.alerts(AlertsRequest()) }
        #expect(throws: refusal) { try stranger.triedAlerts(AlertsRequest()) }
        #expect(throws: refusal) { try stranger.tracked(nil) }
        #expect(throws: refusal) { try stranger.explain("transfer", of: "2024-03-19") }
    }
}
