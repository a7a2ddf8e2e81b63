import Testing

/// 待办: the worklists, in all shapes, now and then.
final class Queues: Transcript {
    override init(copying template: String?) throws {
        try super.init(copying: template)
        try done("transfer", MadeUpDay.waiting, "--to", "交管局", "--with", "城西区", at: "19 12:00")
        try done("sign", MadeUpDay.transferred, at: "19 13:00")
        try done("extend", MadeUpDay.transferred, "--reason", "配件未到（编造）", at: "19 13:30")
        try done(
            "callback", MadeUpDay.answered, "--responded", "yes", "--resolved", "no", "--satisfaction", "不满意",
            at: "19 14:00", saying: "转待复核")
        try done("supervise", MadeUpDay.answered, "--reason", "领导批示", at: "19 14:30")
    }

    @Test func `every list, by its English and its Chinese name`() throws {
        for (list, name, numbers) in [
            ("dispatch", "待处置", [MadeUpDay.message]), ("sign", "待签收", [MadeUpDay.waiting]),
            ("handle", "办理中", [MadeUpDay.transferred]), ("callback", "待回访", []), ("returned", "退单待审", []),
            ("suspended", "已挂账", []), ("disputed", "待复核", [MadeUpDay.answered]),
            ("extensions", "延期待批", [MadeUpDay.transferred]), ("supervised", "督办", [MadeUpDay.answered]),
        ] {
            #expect(try waiting(list, asOf: "19 15:00") == numbers)
            #expect(try waiting(name, asOf: "19 15:00") == numbers)
            let page = try yousu("queue", list, "--as-of", "2024-03-19 15:00").stdout
            #expect(page.hasPrefix("\(name)：共 \(numbers.count) 件\n"))
            for number in numbers { #expect(page.contains(number)) }
        }
    }

    @Test func `a table, JSON and CSV say the same`() throws {
        let moment = "2024-03-19 15:00"
        let table = try yousu("queue", "--as-of", moment)
        let json = try yousu("queue", "--as-of", moment, "--format", "json").json
        let csv = try yousu("queue", "--as-of", moment, "--format", "csv").lines
        let cases = json["cases"] as? [[String: Any]] ?? []
        #expect(cases.count == 6)
        #expect(json["schema"] as? Int == 1)
        #expect(csv.first == "队列,工单号,受理时间,分类,区县,点位,诉求,承办单位,下一步期限,信号,督办")
        #expect(csv.count == 7)
        for (entry, line) in zip(cases, csv.dropFirst()) {
            let number = try #require(entry["number"] as? String)
            #expect(line.contains(number))
            #expect(table.stdout.contains(number))
        }
        let totals = try #require(json["totals"] as? [String: Int])
        #expect(totals.count == 10)
        #expect(totals.values.reduce(0, +) == 6)
    }

    @Test func `the signal follows the next step's own deadline`() throws {
        // 一般: signed within 12 hours; yellow for the last one of them.
        for (moment, signal) in [("19 22:59", "green"), ("19 23:00", "yellow"), ("20 00:00", "red")] {
            let run = try yousu("queue", "sign", "--as-of", "2024-03-\(moment)", "--format", "json")
            let entry = (run.json["cases"] as? [[String: Any]])?.first
            #expect(entry?["signal"] as? String == signal, "\(moment)")
            #expect(entry?["nextDueAt"] as? String == "2024-03-20T00:00:00+08:00")
            #expect(entry?["dueAt"] as? String == "2024-03-29T00:00:00+08:00")
        }
    }

    @Test func `as of an earlier moment it is as it was`() throws {
        #expect(try waiting("dispatch", asOf: "19 11:59") == [MadeUpDay.waiting, MadeUpDay.message])
        #expect(try waiting("sign", asOf: "19 11:59") == [MadeUpDay.transferred])
        #expect(try waiting("disputed", asOf: "19 13:59").isEmpty)
        #expect(try waiting("dispatch", asOf: "18 23:00").isEmpty)
    }

    @Test func `of one unit and those below it`() throws {
        #expect(try yousu("queue", "handle", "--unit", "城东区").stdout.contains(MadeUpDay.transferred))
        #expect(try yousu("queue", "handle", "--unit", "城西区").stdout.contains("共 0 件"))
        #expect(try yousu("queue", "sign", "--unit", "交管局").stdout.contains(MadeUpDay.waiting))
    }

    @Test func `a limit shortens the list and leaves the total`() throws {
        let run = try yousu(
            "queue", "dispatch", "--as-of", "2024-03-19 11:30", "--limit", "1", "--format", "json")
        #expect((run.json["cases"] as? [[String: Any]])?.count == 1)
        #expect((run.json["totals"] as? [String: Int])?["dispatch"] == 2)
    }

    @Test func `what is no list, no unit, no limit or no format is refused`() throws {
        expectRefusal(
            try yousu("queue", "全部"), 64, saying: "“全部”",
            "可选：dispatch、sign、handle、callback、returned、suspended、disputed、helping、extensions、supervised")
        expectRefusal(try yousu("queue", "--unit", "天上的局"), 64, saying: "没有承办单位 “天上的局”")
        expectRefusal(try yousu("queue", "--limit", "几件"), 64, saying: "--limit", "几件")
        expectRefusal(try yousu("queue", "--format", "xml"), 64, saying: "table、json、csv")
        expectRefusal(try yousu("queue", "--as-of", "那时"), 64, saying: "“那时”")
    }
}
