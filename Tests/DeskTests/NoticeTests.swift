import Casework
import City
import Desk
import Foundation
import Insight
import Reports
import SplitMix
import TestSupport
import Testing

/// Notices of weeks, months, holidays and ranges.
struct NoticeTests {
    @Test(
        "In notices of random work every list adds up to its whole, and agrees with the rates and a naive count",
        arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
    func closes(seed: UInt64) throws {
        let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
        var work = RandomWork(bench: bench, generator: SplitMix64(seed: seed))
        for _ in 0..<250 { try work.step() }
        let rows = try bench.exportTable()
        let table = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
        for (from, to) in [
            ("2024-03-18", "2024-03-21"), ("2024-03-19", "2024-03-19"), ("2024-03-20", "2024-03-21"),
        ] {
            for (unit, district) in [
                (nil, nil), ("东岭区政府", nil), ("桥头镇政府", nil), (nil, "东岭区"),
            ] as [(String?, String?)] {
                var request = NoticeRequest(.range(from, to))
                (request.unit, request.district) = (unit, district)
                let notice = try bench.desk.notice(request).notice
                let hint: Comment = "seed \(seed), \(from) to \(to), \(unit ?? "") \(district ?? "")"
                #expect(notice.sumsClose, hint)
                var rates = RatesRequest()
                (rates.from, rates.to, rates.unit, rates.district) = (from, to, unit, district)
                let total = try bench.desk.rates(rates).total
                #expect(notice.rates == total.raw, hint)
                #expect(notice.work.dispatches == total.work.dispatches, hint)
                #expect(notice.work.finishingRate == total.work.finishingRate, hint)
                if unit == nil { #expect(notice.total == total.requests, hint) }
                guard unit == nil, district == nil else { continue }
                let kinds = table.filter {
                    $0["record"] == "contact" && from <= $0["received_at"]?.prefix(10) ?? ""
                        && $0["received_at"]?.prefix(10) ?? "" <= to
                }
                #expect(
                    Dictionary(uniqueKeysWithValues: notice.kinds.map { ($0.name, $0.count) })
                        == Dictionary(grouping: kinds) { $0["kind"] ?? "" }.mapValues(\.count), hint)
            }
        }
    }

    @Test("What was finished is told with what was carried over, and what is done again is finished once")
    func carriedOver() throws {
        let bench = try Workbench(now: "2024-04-01T09:00:00+07:00")
        for day in ["2024-02-27 10:00", "2024-03-05 10:00"] {
            let number = try bench.call(at: day, to: "东岭区").number.description
            try bench.act(.sign, number, at: "2024-03-06 10:00")
            try bench.act(.reply, number, at: "2024-03-06 11:00") {
                ($0.reply, $0.note) = ("已办", "现场核实")
            }
            try bench.callback(number, at: "2024-03-06 12:00", resolved: "no", satisfaction: "不满意")
            try bench.act(.rework, number, at: "2024-03-06 13:00") { $0.reason = "未解决" }
            try bench.act(.sign, number, at: "2024-03-07 10:00")
            try bench.act(.reply, number, at: "2024-03-07 11:00") {
                ($0.reply, $0.note) = ("再办", "现场核实")
            }
        }
        let report = try bench.desk.notice(NoticeRequest(.month("last")))
        #expect(report.notice.window.period == Period(year: 2024, month: 3))
        #expect(report.text.contains("转办1件，办结2件（含结转1件）"), "\(report.text)")
        #expect(report.notice.work.reworks == 2)
        #expect(report.notice.work.finishRate.text == "200%")
    }

    @Test("What goes down within a district is one matter of the district and one dispatch of each unit")
    func passedDown() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        try bench.act(.sign, number, at: "2024-03-19 10:10")
        try bench.act(.pass, number, at: "2024-03-19 10:20") { $0.unit = "桥头镇政府" }
        for (unit, dispatches) in [("东岭区政府", 2), ("桥头镇政府", 1)] {
            var request = NoticeRequest(.range("2024-03-19", "2024-03-19"))
            request.unit = unit
            let notice = try bench.desk.notice(request).notice
            #expect(notice.total == 1)
            #expect(notice.work.received == 1)
            #expect(notice.work.dispatches == dispatches)
            #expect(notice.sumsClose)
        }
    }

    @Test("A period without records says so, and a period that is not over is a draft")
    func empty() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T09:00:00+08:00")
        let over = try bench.desk.notice(NoticeRequest(.week(nil)))
        #expect(over.obstacles.isEmpty)
        #expect(over.notice.window.period == Period(year: 2024, week: 11))
        for words in ["受理群众诉求0件", "转办0件，办结0件。", "没有计入三率的回访", "本期没有诉求", "本期没有转办"] {
            #expect(over.text.contains(words), "\(words)\n\(over.text)")
        }
        let draft = try bench.desk.notice(NoticeRequest(.month("2024-03")))
        #expect(draft.obstacles == [.dayNotOver(CivilDay(number: 19_813))])
    }

    @Test("Holidays are the days off of the calendar, with the weekends beside them")
    func holidays() throws {
        let bench = try Workbench(city: nil, now: "2025-11-20T09:00:00+08:00")
        for (name, first, last) in [
            ("2024春节", "2024-02-10", "2024-02-17"), ("2024清明", "2024-04-04", "2024-04-06"),
            ("2024端午节", "2024-06-08", "2024-06-10"), ("2024中秋节", "2024-09-15", "2024-09-17"),
            ("国庆节", "2025-10-01", "2025-10-08"), ("2025年中秋节", "2025-10-01", "2025-10-08"),
            ("元旦", "2025-01-01", "2025-01-01"), ("春节", "2025-01-28", "2025-02-04"),
        ] {
            let period = try bench.desk.notice(NoticeRequest(.holiday(name))).notice.window.period
            #expect(period.first.description == first && period.last.description == last, "\(name)")
        }
        #expect(throws: DeskError.self) { try bench.desk.notice(NoticeRequest(.holiday("2031春节"))) }
        #expect(throws: DeskError.self) { try bench.desk.notice(NoticeRequest(.holiday("元宵"))) }
    }

    @Test("What was renamed between two calls is one thing, in notice and charts, under its last name")
    func renamed() throws {
        let bench = try Workbench()
        try bench.call("停水", at: "2024-03-19 10:00") { $0.district = "东岭区" }
        var contents = try #require(CityFiles(directory: TestCity.yunzhou)).contents
        for (file, old, new) in [
            ("channels.yml", "座机", "市民电话"), ("city.yml", "name: 投诉", "name: 投诉举报"),
            ("categories.yml", "name: 停水", "name: 断水"), ("areas.yml", "东岭区", "东岭新区"),
        ] {
            let text = String(decoding: contents[file] ?? [], as: UTF8.self)
            #expect(text.contains(old), "\(file)")
            contents[file] = Array(text.replacing(old, with: new).utf8)
        }
        let folder = bench.folder.appending(path: "city")
        try TestCity.write(CityFiles(contents: contents), to: folder)
        _ = try bench.desk.applyConfiguration(folder.path, expecting: nil, isRehearsal: false)
        try bench.call("断水", at: "2024-03-19 11:00", kind: "投诉举报") { $0.district = "东岭新区" }
        let notice = try bench.desk.notice(NoticeRequest(.range("2024-03-19", "2024-03-19"))).notice
        let topic = try #require(notice.topics.first)
        for (parts, name) in [
            (notice.channels, "市民电话"), (notice.kinds, "投诉举报"), (notice.districts, "东岭新区"),
            (topic.parts, "断水"),
        ] {
            #expect(parts.map(\.name) == [name])
            #expect(parts.map(\.count) == [2])
        }
        let trend = try bench.desk.trend(of: #require(CivilDay("2024-03-19")))
        #expect(trend.districts == notice.districts)
        #expect(trend.categories.map(\.name) == ["用水"])
        var request = HotRequest()
        (request.stretch, request.by) = (Stretch(from: "2024-03-19", to: "2024-03-19"), "district")
        let lines = try bench.desk.hot(request).lines
        #expect(lines.map(\.name) == ["东岭新区"] && lines.map(\.topic.count) == [2])
    }

    @Test("Two towns of one name are two, each told with its district")
    func sameNames() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T09:00:00+08:00")
        for (district, count) in [("大通县", 2), ("湟源县", 1)] {
            for hour in 1...count {
                try bench.call("供水", at: "2024-03-19 0\(hour):00") {
                    ($0.district, $0.street) = (district, "城关镇")
                }
            }
        }
        let report = try bench.desk.notice(NoticeRequest(.range("2024-03-19", "2024-03-19")))
        #expect(report.notice.streets.map(\.name) == ["大通县/城关镇", "湟源县/城关镇"])
        #expect(report.text.contains("其中大通县城关镇2件（67%），湟源县城关镇1件（33%）"), "\(report.text)")
        var request = HotRequest()
        (request.stretch, request.by) = (Stretch(from: "2024-03-19", to: "2024-03-19"), "street")
        let lines = try bench.desk.hot(request).lines
        #expect(lines.map(\.name) == ["大通县/城关镇", "湟源县/城关镇"])
        #expect(lines.map(\.topic.count) == [2, 1])
    }

    @Test("Where a notice's day ends at noon, its days begin at noon of the day before")
    func noon() throws {
        let files = try TestCity.yunzhou(
            changing: "city.yml", "notice: {topics: 2}", to: "notice: {topics: 2, dayEnds: \"12:00\"}")
        let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
        let folder = bench.folder.appending(path: "city")
        try TestCity.write(files, to: folder)
        _ = try bench.desk.applyConfiguration(folder.path, expecting: nil, isRehearsal: false)
        for at in ["2024-03-18 11:59", "2024-03-18 12:00", "2024-03-19 11:59", "2024-03-19 12:00"] {
            try bench.call(at: at, to: "东岭区")
        }
        let notice = try bench.desk.notice(NoticeRequest(.range("2024-03-19", "2024-03-19"))).notice
        #expect(notice.total == 2)
        #expect(notice.days.map(\.count) == [2])
        #expect(notice.work.dispatches == 2)
        #expect(notice.sumsClose)
    }
}
