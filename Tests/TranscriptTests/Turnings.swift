import Testing

/// 转紧急热线、不予受理、撤诉、甄别、未接通: what does not go the usual way.
final class Turnings: Transcript {
    private let number = MadeUpDay.waiting

    private func ending(_ number: String) throws -> String? {
        try shown(number)["ending"] as? String
    }

    @Test func `an emergency is passed on to its line`() throws {
        try expectUnchanged {
            let lines = "可选：110、119、120、122"
            expectRefusal(try act("relay", number, "--to", "114", at: "19 13:00"), 64, saying: "114", lines)
            expectRefusal(try act("relay", number, at: "19 13:00"), 64, saying: "--to", lines)
            expectRefusal(
                try act("relay", MadeUpDay.transferred, "--to", "110", at: "19 13:00"), 77, saying: "已转交待签收")
        }
        try done("relay", number, "--to", "122", at: "19 13:00")
        #expect(try ending(number) == "relayed")
        #expect(try yousu("show", number).stdout.contains("王一 转122"))
    }

    @Test func `what the hotline may not take is refused with a reason and the lawful route`() throws {
        try expectUnchanged {
            for words in [["--route", "x"], ["--reason", "没空", "--route", "x"]] {
                let run = try yousu(words: ["refuse", number] + words + ["--at", "2024-03-19 13:00"])
                expectRefusal(run, 64, saying: "--reason", "可选：诉讼、仲裁")
            }
            expectRefusal(try act("refuse", number, "--reason", "诉讼", at: "19 13:00"), 64, saying: "--route")
            expectRefusal(
                try act("refuse", MadeUpDay.transferred, "--reason", "诉讼", "--route", "x", at: "19 13:00"),
                77,
                saying: "不能不予受理")
        }
        try done("refuse", number, "--reason", "诉讼", "--route", "请向有管辖权的人民法院起诉", at: "19 13:00")
        #expect(try ending(number) == "refused")
    }

    @Test func `the caller takes it back, but not after it is closed`() throws {
        try expectUnchanged {
            expectRefusal(try act("withdraw", number, at: "19 13:00"), 64, saying: "--reason")
        }
        try done("withdraw", number, "--reason", "车已挪走（编造）", at: "19 13:00")
        #expect(try ending(number) == "withdrawn")
        try expectUnchanged {
            expectRefusal(
                try act("withdraw", number, "--reason", "x", at: "19 14:00"), 77, saying: "已办结", "不能撤诉")
            // Nobody is asked about what was taken back.
            expectRefusal(
                try act("callback", number, "--unreachable", at: "19 14:00"), 77, saying: "已办结", "不能回访")
            expectRefusal(
                try act("callback", "\(number)-1", "--unreachable", at: "19 14:00"), 77, saying: "已撤诉")
        }
    }

    @Test func `a callback is left out of the rates and counts again`() throws {
        let number = MadeUpDay.answered
        try expectUnchanged {
            expectRefusal(
                try act("exclude", number, "--reason", "超出职权", at: "19 13:00"), 77, saying: "没有可以甄别的回访",
                "show")
        }
        try done(
            "callback", number, "--responded", "yes", "--resolved", "yes", "--satisfaction", "满意",
            at: "19 13:00")
        try expectUnchanged {
            expectRefusal(try act("exclude", number, at: "19 14:00"), 64, saying: "--reason")
            expectRefusal(
                try act("exclude", number, "--undo", "--reason", "x", at: "19 14:00"), 77, saying: "没有可以甄别的回访"
            )
        }
        try done("exclude", number, "--reason", "超出职权", at: "19 14:00")
        #expect((try shown(number)["contacts"] as? [[String: Any]])?.first?["excluded"] as? Bool == true)
        try expectUnchanged {
            expectRefusal(try act("exclude", number, "--reason", "x", at: "19 15:00"), 77, saying: "甄别")
        }
        try done("exclude", number, "--undo", "--reason", "复核有误", at: "19 15:00")
        #expect((try shown(number)["contacts"] as? [[String: Any]])?.first?["excluded"] as? Bool == false)
    }

    @Test func `three attempts in vain close the case`() throws {
        let number = MadeUpDay.transferred
        try done("reply", number, "--public", "修好了（编造）", "--internal", "电话告知（编造）", at: "20 09:00")
        for count in 1...2 {
            try done(
                "callback", number, "--unreachable", at: "20 1\(count):00",
                saying: "第 \(count) 次未接通；满 3 次按未接通办结。")
            #expect(try stage(number) == "replied")
        }
        try done(
            "callback", number, "--unreachable", at: "20 13:00", saying: "多次未接通，工单 \(number) 按未接通办结。")
        #expect(try stage(number) == "closed")
        #expect(try ending(number) == "unreachable")
        #expect(try waiting("callback", asOf: "20 13:00").isEmpty)
    }

    @Test func `of several callers each is tried three times, and the last closes the case`()
        throws
    {
        let number = MadeUpDay.transferred
        #expect(try act("call", "--about", number, "--content", "还停着（编造）", at: "19 13:00").status == 0)
        try done("merge", MadeUpDay.waiting, "--into", number, at: "19 13:10")
        try done("reply", number, "--public", "修好了（编造）", "--internal", "电话告知（编造）", at: "20 09:00")
        for minute in 1...3 {
            let run = try act("callback", "\(number)-1", "--unreachable", at: "20 10:0\(minute)")
            #expect(run.stderr.contains(minute < 3 ? "第 \(minute) 次未接通" : "诉求 \(number)-1 不再回访"))
        }
        #expect(try stage(number) == "replied")
        #expect(try Set(waiting("callback", asOf: "20 10:03")) == [number, MadeUpDay.waiting])
        for minute in 1...3 {
            let run = try act("callback", "\(number)-2", "--unreachable", at: "20 11:0\(minute)")
            #expect(run.stderr.contains(minute < 3 ? "第 \(minute) 次未接通" : "工单 \(number) 按未接通办结"))
            let other = try act("callback", MadeUpDay.waiting, "--unreachable", at: "20 11:0\(minute)")
            #expect(other.stderr.contains(minute < 3 ? "第 \(minute) 次未接通" : "不再回访"))
        }
        #expect(try waiting("callback", asOf: "20 11:03").isEmpty)
        #expect(try stage(MadeUpDay.waiting) == "merged")
        #expect(try ending(number) == "unreachable")
        #expect(try yousu("verify").status == 0)
    }
}
