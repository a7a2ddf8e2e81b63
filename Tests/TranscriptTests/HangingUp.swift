import Testing

/// 挂账、销号、重办、督办、说明办结: what reviewers decide.
final class HangingUp: Transcript {
    private let number = MadeUpDay.transferred

    private func suspend(until day: String = "2024-12-31", leader: String = "城建副市长") throws -> Run {
        try act("suspend", number, "--plan", "更换电梯（编造）", "--until", day, "--leader", leader, at: "19 10:00")
    }

    @Test func `a matter is hung up while its clock stands still, and struck off when solved`() throws {
        #expect(try suspend().status == 0)
        let page = try yousu("show", number).stdout
        #expect(page.contains("2024-12-31 前解决，包保领导：市政府分管城建副市长"))
        #expect(page.contains("现在暂停计时"))
        #expect(try waiting("suspended", asOf: "19 10:00") == [number])
        try expectUnchanged {
            expectRefusal(try act("strike", number, at: "25 10:00"), 64, saying: "--reply")
            expectRefusal(
                try act("reply", number, "--public", "好了", "--internal", "电话", at: "25 10:00"), 77,
                saying: "已挂账", "销号（strike）")
        }
        try done("strike", number, "--reply", "电梯已更换（编造）", at: "25 10:00")
        #expect(try stage(number) == "replied")
        // 20 to 24 March ended while it hung; three of them would have counted.
        #expect(
            try yousu("show", number).stdout.contains(
                "自3月19日派单次日起7个工作日，扣除休息日4天、暂停计时3天，应于4月2日24时前办结"))
    }

    @Test(arguments: ["2024-03-18", "2024-03-19"])
    func `it is hung up until a day to come`(day: String) throws {
        try expectUnchanged { expectRefusal(try suspend(until: day), 77, saying: day, "--until 写以后的日期") }
    }

    @Test func `somebody of the city's list answers for it`() throws {
        try expectUnchanged {
            expectRefusal(try suspend(leader: "张三"), 64, saying: "没有包保领导 “张三”", "城东区区长", "湟源县县长")
            expectRefusal(try suspend(leader: "副市长"), 64, saying: "不止一个", "市政府分管城建副市长")
            expectRefusal(
                try act("suspend", number, "--plan", "x", "--until", "2024-12-31", at: "19 10:00"), 64,
                saying: "缺少 --leader", "可选：", "城东区区长")
            expectRefusal(
                try act("suspend", number, "--until", "2024-12-31", "--leader", "城东区区长", at: "19 10:00"), 64,
                saying: "--plan")
            expectRefusal(
                try act("suspend", number, "--plan", "x", "--leader", "城东区区长", at: "19 10:00"), 64,
                saying: "--until")
        }
    }

    @Test func `a dissatisfied caller's case is done again`() throws {
        try done("reply", number, "--public", "修好了（编造）", "--internal", "电话告知（编造）", at: "19 10:00")
        try done(
            "callback", number, "--responded", "yes", "--resolved", "no", "--satisfaction", "不满意",
            at: "19 11:00",
            saying: "转待复核，由督办员决定重办、挂账或说明办结")
        #expect(try waiting("disputed", asOf: "19 11:00") == [number])
        try expectUnchanged {
            expectRefusal(try act("rework", number, at: "19 12:00"), 64, saying: "--reason")
        }
        try done("rework", number, "--reason", "仍在停运", at: "19 12:00")
        #expect(try stage(number) == "rework")
        #expect(try unit(number) == "城东区人民政府")
        try done("sign", number, at: "19 13:00")
        #expect(try stage(number) == "signed")
    }

    @Test func `what was answered on the spot needs a unit to be done again`() throws {
        let number = MadeUpDay.answered
        try done(
            "callback", number, "--responded", "yes", "--resolved", "no", "--satisfaction", "不满意",
            at: "19 11:00",
            saying: "转待复核")
        try expectUnchanged {
            expectRefusal(try act("rework", number, "--reason", "没答清", at: "19 12:00"), 64, saying: "--to")
        }
        try done("rework", number, "--reason", "没答清", "--to", "供热公司", at: "19 12:00")
        #expect(try unit(number) == "西宁市供热服务有限公司")
    }

    @Test func `an impossible demand is closed with an explanation, and nothing is done to it after`() throws
    {
        try done("reply", number, "--public", "不属规划（编造）", "--internal", "当面说明（编造）", at: "19 10:00")
        try expectUnchanged {
            expectRefusal(
                try act("close", number, "--reason", "x", at: "19 10:10"), 77, saying: "不能说明办结")
        }
        try done(
            "callback", number, "--responded", "yes", "--resolved", "no", "--satisfaction", "不满意",
            at: "19 10:30", saying: "转待复核")
        try expectUnchanged {
            expectRefusal(try act("close", number, at: "19 11:00"), 64, saying: "--reason")
        }
        try done("close", number, "--reason", "政策不允许（编造）", at: "19 11:00")
        #expect(try stage(number) == "closed")
        try expectUnchanged {
            for words in [
                ["sign"], ["reply", "--public", "x", "--internal", "y"], ["rework", "--reason", "x"],
                ["return", "--reason", "重复工单"], ["extend", "--reason", "x"], ["withdraw", "--reason", "x"],
                ["suspend", "--plan", "x", "--until", "2024-12-31", "--leader", "城东区区长"],
            ] {
                let run = try yousu(
                    words: [words[0], number] + words.dropFirst() + ["--at", "2024-03-19 12:00"])
                expectRefusal(run, 77, saying: "已办结", "不能", "现在可以：登记诉求（call --about）")
            }
        }
    }

    @Test func `supervision is put on and lifted with a reason`() throws {
        try done("supervise", number, "--reason", "领导批示", at: "19 10:00")
        #expect(try shown(number, asOf: "2024-03-19 10:00")["supervision"] as? [String] == ["人工督办"])
        try expectUnchanged {
            expectRefusal(try act("supervise", number, "--lift", at: "19 11:00"), 64, saying: "--reason")
        }
        try done("supervise", number, "--lift", "--reason", "已解决", at: "19 11:00")
        #expect(try shown(number, asOf: "2024-03-19 11:00")["supervision"] as? [String] == [])
    }
}
