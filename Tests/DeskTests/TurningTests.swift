import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// Turnings of a case that are easy to get wrong.
struct TurningTests {
    private func reply(_ bench: Workbench, _ number: String, at: String) throws {
        try bench.act(.reply, number, at: at) {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
    }

    @Test("One caller takes back the own contact; the matter goes on for the others, and ends with the last")
    func withdrawal() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        try bench.call(at: "2024-03-18 10:00", about: number)
        #expect(throws: WorkflowError.self) { try bench.act(.withdraw, number) { $0.reason = "不办了" } }
        try bench.act(.withdraw, number + "-2") { $0.reason = "不办了" }
        #expect(try bench.desk.show(number).file.state.stage == .dispatched)
        try bench.act(.withdraw, number) { $0.reason = "不办了" }
        let state = try bench.desk.show(number).file.state
        #expect((state.stage, state.ending) == (.closed, .withdrawn))
    }

    @Test("A case rests when every caller was asked, and none is lost")
    func everyCaller() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        try bench.call(at: "2024-03-18 10:00", about: number)
        try reply(bench, number, at: "2024-03-19 09:00")
        try bench.callback(number + "-1", at: "2024-03-19 10:00")
        #expect(try bench.desk.show(number).file.state.stage == .replied)
        try bench.callback(number, at: "2024-03-19 11:00")
        #expect(try bench.desk.show(number).file.state.stage == .closed)
    }

    @Test("What is passed down after rework runs on the clock of the unit that has to do it again")
    func passedAfterRework() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-04 09:00", to: "东岭区").number.description
        try reply(bench, number, at: "2024-03-05 09:00")
        try bench.callback(number, at: "2024-03-18 09:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.rework, number, at: "2024-03-18 10:00") { $0.reason = "没办好" }
        try bench.act(.pass, number, at: "2024-03-19 10:00") { $0.unit = "桥头镇政府" }
        let view = try bench.desk.show(number)
        let (lead, street) = (view.assignments[1], view.assignments[2])
        #expect(street.unit == "桥头镇政府")
        #expect(street.deadline == lead.deadline)
        // Five working days from the day after the rework.
        #expect(street.deadline == .at(Workbench.instant("2024-03-26T00:00:00+07:00")))
    }

    @Test("Whoever has to do it again cannot return it, before signing or after")
    func noReturnAfterRework() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        try reply(bench, number, at: "2024-03-18 10:00")
        try bench.callback(number, at: "2024-03-18 11:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.rework, number, at: "2024-03-18 12:00") { $0.reason = "没办好" }
        try bench.act(.sign, number, at: "2024-03-18 13:00")
        #expect(throws: WorkflowError.ownAgain) {
            try bench.act(.sendBack, number, at: "2024-03-18 14:00") { $0.reason = "不归本单位管" }
        }
    }

    @Test("A case that was hung up before any unit had it can be given to one")
    func hungUpWithoutUnit() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00", direct: "已答复").number.description
        try bench.callback(number, at: "2024-03-18 10:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.suspend, number, at: "2024-03-18 11:00") {
            ($0.note, $0.until, $0.leader) = ("列入计划", "2024-12-31", "分管副市长")
        }
        try bench.call(at: "2024-03-18 12:00", about: number)
        #expect(try bench.desk.show(number).file.contactStates[2]?.disposition == .undisposed)
        try bench.act(.rework, number, at: "2024-03-18 13:00") { ($0.unit, $0.reason) = ("东岭区", "要办") }
        let view = try bench.desk.show(number)
        #expect(view.unit == "东岭区政府")
        #expect(view.file.contactStates[2]?.disposition == .transferred)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("A merged case's callback does not open a case that was relayed")
    func relayedTarget() throws {
        let bench = try Workbench()
        let target = try bench.call(at: "2024-03-18 09:00").number.description
        let merged = try bench.call(at: "2024-03-18 09:10").number.description
        try bench.act(.merge, merged, at: "2024-03-18 10:00") { $0.target = target }
        try bench.act(.relay, target, at: "2024-03-18 11:00") { $0.reason = "110" }
        try bench.callback(merged, at: "2024-03-18 12:00", resolved: "no", satisfaction: "不满意")
        let state = try bench.desk.show(target).file.state
        #expect((state.stage, state.ending) == (.closed, .relayed))
    }

    @Test("A dispatch stays returned although the unit had passed it down and taken it up again")
    func returnedAfterPass() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        try bench.act(.pass, number, at: "2024-03-18 10:00") { $0.unit = "桥头镇政府" }
        for hour in 11...12 {
            try bench.act(.sendBack, number, at: "2024-03-18 \(hour):00") { $0.reason = "不归本单位管" }
        }
        var request = RatesRequest()
        request.period = "2024-03"
        #expect(try bench.desk.rates(request).total.work.returnRate == Rate(2, of: 2))
    }

    @Test("A merged case's callback is for the unit that dealt with the matter")
    func mergedCallback() throws {
        let bench = try Workbench()
        let target = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        let merged = try bench.call(at: "2024-03-18 09:10", to: "西浦区").number.description
        try bench.act(.merge, merged, at: "2024-03-18 10:00") { $0.target = target }
        try reply(bench, target, at: "2024-03-18 11:00")
        try bench.callback(merged, at: "2024-03-18 12:00")
        var request = RatesRequest()
        request.period = "2024-03"
        request.by = "unit"
        let parts = try bench.desk.rates(request).parts.filter { $0.raw.calledBack > 0 }
        #expect(parts.map(\.name) == ["东岭区政府"])
    }

    @Test("What a ruling made a rule of stays when the city's files are applied again")
    func ruledRuleStays() throws {
        let bench = try Workbench()
        let number = try bench.call("道路", at: "2024-03-18 09:00", to: "东岭区") { $0.district = "东岭区" }.number
        try bench.act(.rule, number.description, at: "2024-03-18 10:00") {
            $0.unit = "云州水务公司"
            $0.reason = "会商"
            $0.makesRule = true
        }
        let city = TestCity.yunzhou
        _ = try bench.desk.applyConfiguration(city, expecting: nil, isRehearsal: false)
        let next = try bench.call("道路", at: "2024-03-18 11:00") { $0.district = "东岭区" }.number.description
        do {
            try bench.act(.dispatch, next)
            Issue.record("nothing was suggested")
        } catch DeskError.unitSuggested(let unit, _) {
            #expect(unit == "云州水务公司")
        }
    }

    @Test("A ruling about a matter whose district nobody knows makes no rule, and it is said what is missing")
    func ruleWithoutDistrict() throws {
        let bench = try Workbench()
        let number = try bench.call("道路", at: "2024-03-18 09:00", to: "东岭区").number.description
        let refusal = DeskError.noDistrictForRule(category: "道路")
        #expect(throws: refusal) {
            try bench.act(.rule, number, at: "2024-03-18 10:00") {
                $0.unit = "云州水务公司"
                $0.reason = "会商"
                $0.makesRule = true
            }
        }
        #expect(Wording.complaint(refusal).problem.contains("没有写区县"))
        #expect(try bench.desk.show(number).unit == "东岭区政府")
    }

    @Test("An exclusion is of one callback; the next one counts again, and the old one stays out")
    func exclusionOfOne() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-02-05 09:00", to: "东岭区").number.description
        try reply(bench, number, at: "2024-02-06 09:00")
        try bench.callback(number, at: "2024-02-07 09:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.exclude, number, at: "2024-02-08 09:00") { $0.reason = "恶意" }
        try bench.callback(number, at: "2024-03-04 09:00", resolved: "no", satisfaction: "不满意")
        var request = RatesRequest()
        for (month, adjusted) in [("2024-02", 0), ("2024-03", 1)] {
            request.period = month
            let total = try bench.desk.rates(request).total
            #expect((total.raw.calledBack, total.adjusted.calledBack) == (1, adjusted), "\(month)")
        }
    }

    @Test("A unit that helps finds its work until its part is in")
    func helping() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-18 09:00") {
            $0.unit = "东岭区"
            $0.coUnits = ["西浦区"]
        }.number
        var request = QueueRequest()
        (request.name, request.unit) = ("helping", "西浦区")
        #expect(try bench.desk.queue(request).lists[0].lines.map(\.number) == [number])
        try bench.act(.reply, number.description) {
            $0.unit = "西浦区"
            $0.note = "已派人"
        }
        #expect(try bench.desk.queue(request).lists[0].lines.isEmpty)
        #expect(try bench.desk.verify().findings.isEmpty)
    }
}
