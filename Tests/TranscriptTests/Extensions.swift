import Testing

/// 延期: more time, asked for in time and once. The case was transferred on 19 March, so it is due on the 29th at 0:00.
final class Extensions: Transcript {
    private let number = MadeUpDay.transferred

    override init(copying template: String?) throws {
        try super.init(copying: template)
        try done("sign", number, at: "19 09:00")
    }

    private func ask(_ amount: String = "3", at moment: String) throws -> Run {
        try act("extend", number, "--reason", "配件未到（编造）", "--amount", amount, at: moment)
    }

    @Test(arguments: ["19", "20", "28"])
    func `it is asked for until 17 o'clock and no second later, on every day`(day: String) throws {
        try expectUnchanged {
            expectRefusal(
                try ask(at: "\(day) 17:00:01"), 77, saying: "延期须在每天 17:00 前申请", "明天再申请")
        }
        #expect(try ask(at: "\(day) 17:00:00").status == 0)
    }

    @Test func `granted, it moves the deadline`() throws {
        #expect(try shown(number)["dueAt"] as? String == "2024-03-29T00:00:00+08:00")
        #expect(try ask(at: "20 10:00").status == 0)
        let page = try yousu("show", number, "--as-of", "2024-03-20 10:30").stdout
        #expect(page.contains("延期申请：3个工作日，等待批复"))
        try done("extend", number, "--grant", at: "20 11:00")
        #expect(try shown(number)["dueAt"] as? String == "2024-04-03T00:00:00+08:00")
        #expect(
            try yousu("show", number).stdout.contains(
                "期限算法：自3月19日派单次日起7个工作日，扣除休息日4天，延期3个工作日，应于4月2日24时前办结"))
    }

    @Test func `refused, it leaves the deadline and can be asked for again`() throws {
        #expect(try ask(at: "20 10:00").status == 0)
        try expectUnchanged {
            expectRefusal(try act("extend", number, "--refuse", at: "20 11:00"), 64, saying: "--reason")
            expectRefusal(
                try act("extend", number, "--grant", "--refuse", at: "20 11:00"), 64,
                saying: "--grant 和 --refuse")
        }
        try done("extend", number, "--refuse", "--reason", "可以先临时检修", at: "20 11:00")
        #expect(try shown(number)["dueAt"] as? String == "2024-03-29T00:00:00+08:00")
        #expect(try ask(at: "20 12:00").status == 0)
    }

    @Test func `a second one is not asked for while the first waits, nor after it was granted`() throws {
        #expect(try ask(at: "20 10:00").status == 0)
        try expectUnchanged {
            expectRefusal(
                try ask(at: "20 11:00"), 77, saying: "已有一个延期申请等待批复", "extend --grant", "extend --refuse")
        }
        try done("extend", number, "--grant", at: "20 11:00")
        try expectUnchanged {
            expectRefusal(try ask(at: "20 12:00"), 77, saying: "每件最多延期 1 次", "挂账")
            expectRefusal(
                try act("extend", number, "--grant", at: "20 12:00"), 77, saying: "没有等待批复的延期申请", "--reason")
        }
    }

    @Test func `no more is asked for or granted than the city gives`() throws {
        try expectUnchanged {
            expectRefusal(try ask("6", at: "20 10:00"), 77, saying: "最多延期5个工作日", "6个工作日", "--amount")
            for amount in ["0", "-1", "三天", ""] {
                expectRefusal(try ask(amount, at: "20 10:00"), 64, saying: "--amount", "写 1 或更大的整数")
            }
            expectRefusal(try act("extend", number, at: "20 10:00"), 64, saying: "延期缺少 --reason")
        }
        #expect(try ask("5", at: "20 10:00").status == 0)
        try expectUnchanged {
            expectRefusal(
                try act("extend", number, "--grant", "--amount", "6", at: "20 11:00"), 77, saying: "最多延期5个工作日"
            )
        }
    }

    @Test func `after the deadline it is too late`() throws {
        try expectUnchanged {
            expectRefusal(try ask(at: "29 00:00:00"), 77, saying: "已经超期", "尽快答复")
        }
    }

    @Test func `from 16 to 17 o'clock the worklist warns of what is due today`() throws {
        func warning(_ moment: String) throws -> String {
            try yousu("queue", "handle", "--as-of", "2024-03-\(moment)").stderr
        }
        let words = "提醒：1 件今天到期，要延期须在 17:00 前申请：\(number)"
        for moment in ["28 16:00:00", "28 17:00:00"] { #expect(try warning(moment).contains(words)) }
        for moment in ["28 15:59:59", "28 17:00:01", "27 16:30:00", "29 16:30:00"] {
            #expect(try warning(moment).isEmpty, "\(moment)")
        }
        #expect(try ask(at: "28 16:10").status == 0)
        #expect(try warning("28 16:30").isEmpty)
    }
}
