import Foundation
import Testing

/// What can be done with cases one after the other, and what cannot.
final class Courses: Transcript {
    private func contacts(_ number: String) throws -> [[String: Any]] {
        try yousu("show", number, "--format", "json").json["contacts"] as? [[String: Any]] ?? []
    }

    @Test func `a case goes from the unit to the callback`() throws {
        let number = MadeUpDay.transferred
        #expect(try act("sign", number, at: "19 13:00").status == 0)
        #expect(try stage(number) == "signed")
        #expect(
            try act("reply", number, "--public", "电梯已修好（编造）", "--internal", "电话告知（编造）", at: "20 10:00").status
                == 0)
        #expect(try stage(number) == "replied")
        #expect(try act("callback", number, "--unreachable", at: "20 11:00").status == 0)
        #expect(try stage(number) == "replied")
        let callback = try act(
            "callback", number, "--responded", "yes", "--resolved", "yes", "--satisfaction", "满意",
            at: "20 12:00")
        #expect(callback.status == 0)
        #expect(try stage(number) == "closed")
        #expect(try yousu("verify").status == 0)
    }

    @Test func `a dissatisfied caller's case is to be reviewed`() throws {
        _ = try act(
            "callback", MadeUpDay.answered, "--responded", "yes", "--resolved", "partly", "--satisfaction",
            "不满意",
            at: "20 12:00")
        #expect(try stage(MadeUpDay.answered) == "disputed")
    }

    @Test func `an action that is not possible names those that are`() throws {
        try expectUnchanged {
            expectRefusal(
                try act("direct", MadeUpDay.transferred, "--reply", "x", at: "19 13:00"), 77,
                saying: "已转交待签收", "不能直接办理", "签收（sign）", "答复（reply）")
            expectRefusal(
                try act("sign", MadeUpDay.waiting, at: "19 13:00"), 77, saying: "待处置", "不能签收", "转交（transfer）")
            expectRefusal(
                try act("reply", MadeUpDay.answered, "--public", "x", at: "19 13:00"), 77, saying: "已直接办理")
        }
    }

    @Test func `a follow-up joins its case and is settled as its stage says`() throws {
        let run = try act("call", "--about", MadeUpDay.transferred, "--content", "还没修（编造）", at: "19 13:00")
        #expect(run.number == MadeUpDay.transferred)
        #expect(run.stderr.contains("\(MadeUpDay.transferred)-2"))
        let contact = try #require(try contacts(MadeUpDay.transferred).last)
        #expect(contact["disposition"] as? String == "transferred")
        #expect(contact["category"] as? String == "物业服务/电梯")
        _ = try act("call", "--about", MadeUpDay.answered, "--content", "又问（编造）", at: "19 13:00")
        #expect(try contacts(MadeUpDay.answered).last?["disposition"] as? String == "undisposed")
        expectRefusal(
            try act(
                "call", "--about", MadeUpDay.transferred, "--content", "换一家", "--to", "城西区", at: "19 14:00"),
            77,
            saying: "城东区人民政府")
    }

    @Test func `a progress question is no new contact`() throws {
        #expect(try act("urge", MadeUpDay.transferred, "--note", "问进度", at: "19 13:00").status == 0)
        #expect(try contacts(MadeUpDay.transferred).count == 1)
        let calls = try yousu("bulletin", "2024-03-19", "--draft", "--format", "json").json["calls"]
        #expect(calls as? Int == 3)
    }

    @Test func `a correction needs a field and a reason, and changes the day's figures`() throws {
        try expectUnchanged {
            expectRefusal(
                try act("amend", MadeUpDay.waiting, "--category", "供水", at: "19 13:00"), 64,
                saying: "--reason")
            expectRefusal(
                try act("amend", MadeUpDay.waiting, "--reason", "选错", at: "19 13:00"), 64,
                saying: "--category")
        }
        #expect(
            try act("amend", MadeUpDay.waiting, "--channel", "微信", "--reason", "是留言", at: "19 13:00").status
                == 0)
        let bulletin = try yousu("bulletin", "2024-03-19", "--draft", "--format", "json").json
        #expect(bulletin["calls"] as? Int == 2)
        #expect(bulletin["messages"] as? Int == 2)
    }

    @Test func `what is voided is voided once`() throws {
        expectRefusal(try act("void", MadeUpDay.waiting, at: "19 13:00"), 64, saying: "--reason")
        #expect(try act("void", MadeUpDay.waiting, "--reason", "重复", at: "19 13:00").status == 0)
        #expect(try yousu("list", "--format", "json").json["total"] as? Int == 3)
        try expectUnchanged {
            expectRefusal(
                try act("void", MadeUpDay.waiting, "--reason", "重复", at: "19 14:00"), 77, saying: "已作废", "不能")
        }
    }

    @Test func `of several contacts the one meant must be named`() throws {
        _ = try act("call", "--about", MadeUpDay.answered, "--content", "又问（编造）", at: "19 13:00")
        let list = "\(MadeUpDay.answered)-1、\(MadeUpDay.answered)-2"
        try expectUnchanged {
            for command in [
                ["void", "--reason", "错"], ["callback", "--unreachable"],
                ["amend", "--kind", "投诉", "--reason", "错"],
            ] {
                let words =
                    [command[0], MadeUpDay.answered] + command.dropFirst() + ["--at", "2024-03-19 14:00"]
                expectRefusal(try yousu(words: words), 64, saying: "写明是哪一次", list)
            }
        }
        #expect(try act("void", "\(MadeUpDay.answered)-2", "--reason", "错", at: "19 14:00").status == 0)
        #expect(try stage(MadeUpDay.answered) == "answered")
    }

    @Test func `a callback needs its three answers, and no answer where nobody was reached`() throws {
        try expectUnchanged {
            let number = MadeUpDay.answered
            expectRefusal(try yousu("callback", number), 64, saying: "--responded")
            expectRefusal(try yousu("callback", number, "--responded", "yes"), 64, saying: "--resolved")
            expectRefusal(
                try yousu("callback", number, "--responded", "yes", "--resolved", "yes"), 64,
                saying: "--satisfaction")
            expectRefusal(
                try yousu(
                    "callback", number, "--responded", "maybe", "--resolved", "yes", "--satisfaction", "满意"),
                64,
                saying: "--responded", "maybe", "yes、no")
            expectRefusal(
                try yousu("callback", number, "--unreachable", "--resolved", "yes"), 64,
                saying: "--unreachable", "只留一个")
        }
    }

    @Test func `an empty answer is refused by the name of its option`() throws {
        try expectUnchanged {
            expectRefusal(try yousu("reply", MadeUpDay.transferred, "--public", " "), 64, saying: "--public")
            expectRefusal(try yousu("direct", MadeUpDay.waiting, "--reply", " "), 64, saying: "--reply")
        }
    }
}
