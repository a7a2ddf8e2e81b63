import Testing

/// 并单、拆单: one matter, dealt with once, and every caller asked.
final class Mergers: Transcript {
    private let target = MadeUpDay.transferred
    private let merged = MadeUpDay.waiting

    private func disposition(_ number: String) throws -> [String?] {
        (try shown(number)["contacts"] as? [[String: Any]] ?? []).map { $0["disposition"] as? String }
    }

    @Test func `the merged case keeps its number, settles as the other, and its caller is asked too`() throws
    {
        try done("merge", merged, "--into", target, at: "19 13:00")
        #expect(try stage(merged) == "merged")
        #expect(try shown(merged)["mergedInto"] as? String == target)
        #expect(try shown(target)["merged"] as? [String] == [merged])
        #expect(try disposition(merged) == ["transferred"])
        #expect(try waiting("callback", asOf: "19 13:00").isEmpty)
        try done("reply", target, "--public", "已处理（编造）", "--internal", "电话告知（编造）", at: "20 10:00")
        #expect(try Set(waiting("callback", asOf: "20 10:00")) == [target, merged])
        #expect(try yousu("show", merged).stdout.contains("主单已答复，可以回访"))
        try done(
            "callback", merged, "--responded", "yes", "--resolved", "no", "--satisfaction", "不满意",
            at: "20 11:00",
            saying: "工单 \(target) 转待复核")
        #expect(try stage(target) == "disputed")
        #expect(try yousu("verify").status == 0)
    }

    @Test func `what goes into an answered case settles as that, and is asked about as little`() throws {
        try done("merge", merged, "--into", MadeUpDay.answered, at: "19 13:00")
        #expect(try disposition(merged) == ["direct"])
        #expect(try waiting("callback", asOf: "19 13:00").isEmpty)
    }

    @Test func `nothing can be done in a merged case that belongs into the other`() throws {
        try done("merge", merged, "--into", target, at: "19 13:00")
        try expectUnchanged {
            for words in [
                ["transfer", "--to", "城西区"], ["direct", "--reply", "x"], ["sign"],
                ["merge", "--into", target],
            ] {
                let run = try yousu(
                    words: [words[0], merged] + words.dropFirst() + ["--at", "2024-03-19 14:00"])
                expectRefusal(run, 77, saying: "这件工单已并入 \(target)", "拆单（split）")
            }
        }
    }

    @Test func `a follow-up of a merged case goes to the one that is dealt with`() throws {
        try done("merge", merged, "--into", target, at: "19 13:00")
        let run = try act("call", "--about", merged, "--content", "还堵着（编造）", at: "19 14:00")
        #expect(run.number == target)
        #expect(run.stderr.contains("工单 \(merged) 已并入 \(target)，诉求记在那里。"))
        #expect(try disposition(target) == ["transferred", "transferred"])
    }

    @Test func `a case is merged into another that is there, is a request, and was not merged itself`() throws
    {
        try done("void", MadeUpDay.message, "--reason", "重复", at: "19 12:00")
        try expectUnchanged {
            expectRefusal(
                try act("merge", merged, "--into", merged, at: "19 13:00"), 77, saying: "不能并入自己", "--into")
            expectRefusal(
                try act("merge", merged, "--into", "20240319000099", at: "19 13:00"), 66,
                saying: "20240319000099")
            expectRefusal(try act("merge", merged, at: "19 13:00"), 64, saying: "--into")
            expectRefusal(
                try act("merge", merged, "--into", MadeUpDay.message, at: "19 13:00"), 77, saying: "不是有效诉求")
        }
        try done("merge", merged, "--into", target, at: "19 13:00")
        try expectUnchanged {
            expectRefusal(
                try act("merge", MadeUpDay.answered, "--into", merged, at: "19 14:00"), 77,
                saying: "工单 \(merged) 已并入 \(target)", "请并入 \(target)")
            expectRefusal(
                try act("merge", target, "--into", merged, at: "19 14:00"), 77,
                saying: "工单 \(merged) 已经并入这件工单", "split")
        }
    }

    @Test func `of a chain the last one is named`() throws {
        try done("merge", merged, "--into", MadeUpDay.answered, at: "19 13:00")
        try done("merge", MadeUpDay.answered, "--into", target, at: "19 13:10")
        try expectUnchanged {
            expectRefusal(
                try act("merge", MadeUpDay.message, "--into", merged, at: "19 14:00"), 77,
                saying: "请并入 \(target)")
            expectRefusal(
                try act("merge", target, "--into", merged, at: "19 14:00"), 77, saying: "已经并入这件工单")
        }
    }

    @Test func `a split undoes it, and the case waits again`() throws {
        try done("merge", merged, "--into", target, at: "19 13:00")
        try expectUnchanged {
            expectRefusal(try act("split", merged, at: "19 14:00"), 64, saying: "--reason")
            expectRefusal(
                try act("split", target, "--reason", "不是一处", at: "19 14:00"), 77, saying: "已转交待签收", "不能拆单")
        }
        try done("split", merged, "--reason", "不是一处", at: "19 14:00")
        #expect(try stage(merged) == "received")
        #expect(try waiting("dispatch", asOf: "19 14:00").contains(merged))
        #expect(try shown(target)["merged"] as? [String] == [])
        try done("transfer", merged, "--to", "城西区", at: "19 15:00")
    }

    @Test func `a case into which others were merged is not voided`() throws {
        try done("merge", merged, "--into", target, at: "19 13:00")
        try expectUnchanged {
            expectRefusal(
                try act("void", target, "--reason", "重复", at: "19 14:00"), 77, saying: "不能作废：\(merged)",
                "split")
        }
        try done("split", merged, "--reason", "不是一处", at: "19 14:00")
        try done("void", target, "--reason", "重复", at: "19 15:00")
    }

    @Test(arguments: 1...3)
    func `of two that are merged into each other at once, one wins`(turn: Int) throws {
        let run = try shell(
            """
            "$YOUSU" merge \(target) --into \(merged) --at "2024-03-19 13:00" > one 2>&1; echo $? > one.rc &
            "$YOUSU" merge \(merged) --into \(target) --at "2024-03-19 13:00" > two 2>&1; echo $? > two.rc &
            wait; cat one.rc two.rc; cat one two >&2
            """)
        #expect(run.lines.sorted() == ["0", "77"], "\(run.stderr)")
        #expect(run.stderr.contains("已经并入这件工单"))
        let stages = try [target, merged].map { try stage($0) }
        #expect(stages.count { $0 == "merged" } == 1)
        #expect(try yousu("verify").status == 0)
    }

    @Test func `several go in one command, all or none`() throws {
        try expectUnchanged {
            let run = try act("merge", merged, MadeUpDay.message, target, "--into", target, at: "19 13:00")
            expectRefusal(run, 77, saying: "\(target)：工单不能并入自己", "这几件都没有办")
        }
        let run = try act("merge", merged, MadeUpDay.message, "--into", target, at: "19 13:00")
        #expect(run.lines == [merged, MadeUpDay.message])
    }
}
