import Foundation
import Testing

/// When things happened: `--at` and `--as-of`.
final class Moments: Transcript {
    private func events(of number: String) throws -> [[String: Any]] {
        try yousu("show", number, "--format", "json").json["events"] as? [[String: Any]] ?? []
    }

    @Test(arguments: ["2999-01-01", "2999-01-01T00:00:00+08:00", "9999-12-31 23:59"])
    func `a moment in the future is refused`(moment: String) throws {
        try expectUnchanged {
            expectRefusal(try yousu("urge", MadeUpDay.waiting, "--at", moment), 64, saying: moment, "还没有到")
            let run = try yousu(
                "call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--at", moment)
            expectRefusal(run, 64, saying: moment, "不能晚于现在")
        }
    }

    @Test(arguments: [
        "昨天", "2024-02-30", "2024-03-19 25:00", "2024-3-19", "19.03.2024", "", "2024-03-19T10:00:00+99:00",
    ])
    func `what is no moment is refused`(moment: String) throws {
        try expectUnchanged {
            let run = try yousu("urge", MadeUpDay.waiting, "--at", moment)
            expectRefusal(run, 64, saying: "“\(moment)”", "2024-03-19T10:00:00+08:00")
        }
    }

    @Test(arguments: [
        "2024-03-19T12:30:00+08:00", "2024-03-19 12:30", "2024-03-19T04:30:00Z", "2024-03-19 00:30:00-04:00",
    ])
    func `one moment in several spellings, in any time zone`(moment: String) throws {
        for zone in ["Asia/Shanghai", "America/New_York", ""] {
            let story = try Moments()
            story.environment["TZ"] = zone
            #expect(try story.yousu("urge", MadeUpDay.waiting, "--at", moment).status == 0)
            #expect(
                try story.events(of: MadeUpDay.waiting).last?["at"] as? String == "2024-03-19T12:30:00+08:00")
        }
    }

    @Test func `an action before the last one of its case is refused`() throws {
        try expectUnchanged {
            let run = try yousu("urge", MadeUpDay.waiting, "--at", "2024-03-19 09:59:59")
            expectRefusal(run, 77, saying: "2024-03-19 10:00:00", "2024-03-19 09:59:59")
        }
    }

    @Test func `a contact of an outage may be entered later, with a notice`() throws {
        #expect(try yousu("urge", MadeUpDay.waiting, "--at", "2024-03-19 15:00").status == 0)
        let run = try yousu(
            "call", "--about", MadeUpDay.waiting, "--content", "停电时打来的（编造）", "--at", "2024-03-19 12:00")
        #expect(run.status == 0)
        #expect(run.number == MadeUpDay.waiting)
        #expect(run.stderr.contains("补录：\(MadeUpDay.waiting)-2"))
        #expect(try yousu("verify").status == 0)
    }

    @Test func `the moment of entry is recorded beside that of the matter`() throws {
        _ = try yousu("urge", MadeUpDay.waiting, "--at", "2024-03-19 15:00")
        let event = try #require(try events(of: MadeUpDay.waiting).last)
        let at = try #require(event["at"] as? String)
        let recordedAt = try #require(event["recordedAt"] as? String)
        #expect(at == "2024-03-19T15:00:00+08:00")
        #expect(recordedAt > "2026-01-01")
    }

    @Test func `a case is shown as it was`() throws {
        _ = try yousu("transfer", MadeUpDay.waiting, "--to", "城西区", "--at", "2024-03-19 16:00")
        for (moment, stage) in [
            ("2024-03-19 15:59", "received"), ("2024-03-19 16:00", "dispatched"),
            ("2024-03-19", "dispatched"),
        ] {
            let page = try yousu("show", MadeUpDay.waiting, "--as-of", moment, "--format", "json").json
            #expect(page["stage"] as? String == stage)
            let cases = try yousu("list", "--as-of", moment, "--district", "城西区", "--format", "json").json[
                "cases"]
            #expect((cases as? [[String: Any]])?.first?["stage"] as? String == stage)
        }
        let before = try yousu("list", "--as-of", "2024-03-19 08:30", "--format", "json").json
        #expect(before["total"] as? Int == 1)
        expectRefusal(
            try yousu("show", MadeUpDay.waiting, "--as-of", "2024-03-18"), 66, saying: MadeUpDay.waiting)
        expectRefusal(try yousu("show", MadeUpDay.waiting, "--as-of", "那时"), 64, saying: "那时")
    }
}
