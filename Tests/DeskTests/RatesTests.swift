import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// The three rates, from records to printed figures.
struct RatesTests {
    /// A bench of the built-in city in July 2024.
    private static func bench() throws -> Workbench {
        try Workbench(city: nil, now: "2024-07-02T09:00:00+08:00")
    }

    /// Takes over cases of June 2024 with their callbacks; all made up.
    private static func take(
        _ count: Int, _ outcome: (resolved: String, satisfaction: String), kind: String = "投诉",
        disposition: String = "transfer", from first: Int = 0, into bench: Workbench
    ) throws {
        var text =
            "external_id,received_at,channel,kind,category,district,content,disposition,unit,reply,replied_at,"
            + "callback_at,responded,resolved,satisfaction\n"
        for index in first..<(first + count) {
            let day = 10 + index % 9
            text +=
                "J\(kind)\(disposition)\(index),2024-06-\(day) 09:00,电话,\(kind),物业服务,城中区,编造,\(disposition),"
                + "\(disposition == "direct" ? "" : "城中区人民政府"),已办,2024-06-\(day) 15:00,2024-06-20 10:00,yes,"
                + "\(outcome.resolved),\(outcome.satisfaction)\n"
        }
        let result = try bench.importTable(text)
        #expect(result.rejected == 0, "\(result.faults)")
    }

    private static func june(_ edit: (inout RatesRequest) -> Void = { _ in }) -> RatesRequest {
        var request = RatesRequest()
        request.period = "2024-06"
        edit(&request)
        return request
    }

    @Test("The monthly notice of June 2024: 670 called back, 100%, 98.96%, 94.69%")
    func notice() throws {
        let bench = try Self.bench()
        try Self.take(614, ("yes", "满意"), into: bench)
        try Self.take(34, ("yes", "基本满意"), from: 1000, into: bench)
        try Self.take(15, ("yes", "不满意"), from: 2000, into: bench)
        try Self.take(7, ("no", "不满意"), from: 3000, into: bench)
        // What is left out: enquiries, and answers on the spot.
        try Self.take(5, ("no", "不满意"), kind: "咨询", from: 4000, into: bench)
        try Self.take(5, ("no", "不满意"), disposition: "direct", from: 5000, into: bench)
        let rates = try bench.desk.rates(Self.june()).total.raw
        #expect(rates.calledBack == 670)
        #expect(rates.response.text == "100%")
        #expect(rates.resolution.text == "98.96%")
        #expect(rates.resolution.numeratorText == "663")
        #expect(rates.satisfaction.text == "94.69%")
        #expect(rates.satisfaction.numeratorText == "634.4")
        #expect(rates.satisfaction.denominator == 670)
    }

    @Test("Of a case's callbacks in the period the last one counts, by the day on which it was made")
    func lastOfACase() throws {
        let bench = try Self.bench()
        let number = try bench.call("物业服务", at: "2024-05-30 10:00", to: "城中区").number.description
        try bench.act(.reply, number, at: "2024-05-31 10:00") {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
        try bench.callback(number, at: "2024-05-31 12:00", resolved: "no", satisfaction: "不满意")
        try bench.callback(number, at: "2024-06-01 12:00", resolved: "partly", satisfaction: "未评价")
        try bench.callback(number, at: "2024-06-03 12:00")
        try bench.callback(number, at: "2024-07-01 12:00", resolved: "no", satisfaction: "不满意")
        let june = try bench.desk.rates(Self.june()).total.raw
        #expect((june.calledBack, june.resolved, june.satisfied) == (1, 1, 1))
        let early = try bench.desk.rates(Self.june { $0.asOf = "2024-06-02" }).total.raw
        #expect((early.calledBack, early.resolved, early.partly, early.rated) == (1, 0, 1, 0))
        #expect(early.resolution.text == "0%")
        #expect(early.satisfaction.text == "无")
        var may = Self.june()
        may.period = "2024-05"
        #expect(try bench.desk.rates(may).total.raw.unresolved == 1)
        var july = Self.june()
        july.period = "2024-07"
        #expect(try bench.desk.rates(july).compared[.previous] == june)
    }

    @Test("An exclusion leaves the raw rates as they are and says who, why and when; it can be undone")
    func exclusions() throws {
        let bench = try Self.bench()
        let number = try bench.call("物业服务", at: "2024-06-03 10:00", to: "城中区").number.description
        try bench.act(.reply, number, at: "2024-06-04 10:00") {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
        try bench.callback(number, at: "2024-06-05 12:00", resolved: "no", satisfaction: "不满意")
        try bench.act(.exclude, number, at: "2024-06-06 12:00") { $0.reason = "超出职权" }
        let report = try bench.desk.rates(Self.june { $0.by = "unit" })
        #expect((report.total.raw.calledBack, report.total.adjusted.calledBack) == (1, 0))
        #expect(report.exclusions.map(\.reason) == ["超出职权"])
        #expect(report.exclusions.map(\.staff) == ["测试员"])
        #expect(report.parts.map(\.name) == ["城中区人民政府"])
        #expect(try bench.desk.rates(Self.june { $0.asOf = "2024-06-05" }).total.adjusted.calledBack == 1)
        try bench.act(.include, number, at: "2024-06-07 12:00") { $0.reason = "复核有误" }
        #expect(try bench.desk.rates(Self.june()).total.adjusted.calledBack == 1)
        // What was revoked is no reason any more.
        try bench.act(.exclude, number, at: "2024-06-08 12:00") { $0.reason = "无法联系" }
        #expect(try bench.desk.rates(Self.june()).exclusions.map(\.reason) == ["无法联系"])
        // Of May nothing is recorded: there is nothing to compare with.
        #expect(try bench.desk.rates(Self.june()).compared.isEmpty)
        #expect(try bench.desk.rates(Self.june()).comparedRequests.isEmpty)
    }

    @Test("Returned, signed and finished on time count by each unit's own dispatch and clock")
    func unitWork() throws {
        let bench = try Self.bench()
        let number = try bench.call("物业服务", at: "2024-06-03 10:00", to: "城中区").number.description
        try bench.act(.sendBack, number, at: "2024-06-03 11:00") { $0.reason = "不在本辖区" }
        try bench.act(.review, number, at: "2024-06-20 09:00") {
            $0.verdict = true
            $0.unit = "城西区"
        }
        // 12 hours to sign, 7 working days from the day after the dispatch to this unit.
        try bench.act(.sign, number, at: "2024-06-20 21:00:00")
        try bench.act(.reply, number, at: "2024-06-28 17:00") {
            $0.reply = "已办"
            $0.note = "电话告知"
        }
        let report = try bench.desk.rates(Self.june { $0.by = "单位" })
        let (centre, west) = (report.parts[0].work, report.parts[1].work)
        #expect(report.parts.map(\.name) == ["城中区人民政府", "城西区人民政府"])
        #expect((centre.dispatches, centre.returned) == (1, 1))
        #expect(centre.signingRate.denominator == 0)
        #expect(centre.finishingRate.denominator == 0, "what was rightly given back in time is not late")
        #expect((west.dispatches, west.returned) == (1, 0))
        // A limit ends with the first moment that is too late.
        #expect(west.signingRate.text == "0%")
        #expect(west.finishingRate.text == "100%")
        // 20 June 9:00 to 28 June 17:00: 6 whole days and 6 hours of 7.
        #expect(west.meanHundredths == 4800)
        #expect(report.total.work.returnRate.text == "50%")
    }

    @Test("What a unit has back from below it has signed once, not twice")
    func signedOnce() throws {
        let bench = try Self.bench()
        let number = try bench.call("物业服务", at: "2024-06-03 10:00", to: "城中区").number.description
        try bench.act(.sign, number, at: "2024-06-03 10:30")
        try bench.act(.pass, number, at: "2024-06-03 11:00") { $0.unit = "南滩街道办事处" }
        try bench.act(.sendBack, number, at: "2024-06-03 12:00") { $0.reason = "诉求内容不清" }
        let parts = try bench.desk.rates(Self.june { $0.by = "单位" }).parts
        let centre = try #require(parts.first { $0.name == "城中区人民政府" }).work
        #expect(centre.dispatches == 1)
        #expect(centre.signingRate == Rate(1, of: 1))
    }

    @Test("Struck off counts among what was hung up in the period")
    func strikes() throws {
        let bench = try Self.bench()
        for (index, strikes) in [true, false].enumerated() {
            let number = try bench.call("物业服务", at: "2024-06-0\(index + 3) 10:00", to: "城中区").number
                .description
            try bench.act(.suspend, number, at: "2024-06-06 10:00") {
                $0.note = "列入改造计划"
                $0.until = "2024-12-31"
                $0.leader = "城建副市长"
            }
            if strikes { try bench.act(.strike, number, at: "2024-06-28 10:00") { $0.reply = "已改造" } }
        }
        let work = try bench.desk.rates(Self.june()).total.work
        #expect((work.suspended, work.struck, work.strikeRate.text) == (2, 1, "50%"))
        #expect(try bench.desk.rates(Self.june { $0.asOf = "2024-06-27" }).total.work.struck == 0)
    }

    @Test("A ranking shares ranks, leaves out who was asked too little, and names the zone")
    func ranking() throws {
        let bench = try Workbench(now: "2024-07-02T09:00:00+07:00")
        func take(_ unit: String, _ month: Int, _ satisfaction: String) throws {
            let at = { (day: Int) in "2024-0\(month)-0\(day) 10:00" }
            let number = try bench.call("道路", at: at(3), to: unit).number.description
            try bench.act(.reply, number, at: at(4)) {
                $0.reply = "已办"
                $0.note = "电话告知"
            }
            try bench.callback(number, at: at(5), satisfaction: satisfaction)
        }
        for month in [5, 6] { try take("东岭区", month, "满意") }
        try take("西浦区", 6, "满意")
        try take("云州水务公司", 5, "满意")
        try take("云州水务公司", 6, "不满意")
        try bench.call("道路", at: "2024-06-07 10:00", to: "桥头镇政府")
        let report = try bench.desk.ranking(Self.june())
        #expect(report.rows.map(\.figures.name) == ["东岭区政府", "西浦区政府", "云州水务公司", "桥头镇政府"])
        #expect(report.rows.map(\.rank) == [1, 1, 3, nil])
        #expect(report.rows.map { $0.zone?.zone } == [.blue, .blue, .red, nil])
        // Response 1, resolution 2, satisfaction 1, finishing 1, keeping 1, of which satisfaction is nothing.
        #expect(report.rows[2].score.text == "83.33%")
        #expect(report.rows[2].zone?.fell == true)
    }

    @Test("Requests for each ten thousand inhabitants, where a population is configured")
    func population() throws {
        let bench = try Workbench(now: "2024-07-02T09:00:00+07:00")
        for district in ["东岭区", "东岭区", "东岭区", "西浦区"] {
            try bench.call(at: "2024-06-03 10:00") { $0.district = district }
        }
        let parts = try bench.desk.rates(Self.june { $0.by = "district" }).parts
        #expect(parts.map(\.name) == ["东岭区", "西浦区"])
        #expect(parts.map(\.requests) == [3, 1])
        // 3 ÷ 30 ten thousands.
        #expect(parts.map(\.requestsPerTenThousand) == [10, nil])
    }
}
