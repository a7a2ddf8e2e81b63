import Foundation
import Testing

/// Bulletins that are issued, corrected, signed, edited and read back, at the program itself.
final class Issuing: Transcript {
    private let day = "2024-03-19"

    private func decide() throws {
        let run = try yousu("direct", MadeUpDay.waiting, "--reply", "已告知（编造）", "--at", "2024-03-19 18:00")
        #expect(run.status == 0)
    }

    @Test func `a draft is not issued, and what hinders is said`() throws {
        let run = try yousu("bulletin", "issue", day)
        expectRefusal(run, 65, saying: "不能签发", "\(MadeUpDay.waiting)-1")
        #expect(run.stdout.isEmpty)
    }

    @Test func `what is issued is printed, once and for all`() throws {
        try decide()
        let draft = try yousu("bulletin", day).stdout
        let run = try yousu("bulletin", "issue", day)
        #expect(run.status == 0)
        #expect(run.stdout == draft)
        expectRefusal(try yousu("bulletin", "issue", day), 77, saying: "已由", "correct")
        _ = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", "停水（编造）", "--direct", "已通", "--at",
            "2024-03-19 20:00")
        #expect(try yousu("bulletin", day).stdout == draft)
        let json = try yousu("bulletin", day, "--format", "json").json
        #expect(json["origin"] as? String == "issued")
        #expect((json["issued"] as? [[String: Any]])?.count == 1)
        #expect(try yousu("bulletin", day, "--draft").stdout != draft)
        let difference = try yousu("bulletin", "diff", day)
        #expect(difference.status == 0)
        #expect(difference.stdout.contains("20240319000005-1"))
        let correction = try yousu("bulletin", "correct", day, "--reason", "补录一件")
        #expect(correction.status == 0)
        #expect(correction.stdout.hasPrefix("更正第1号\n更正原因：补录一件\n\n西宁市"))
        #expect(try yousu("bulletin", day).stdout == draft + "\n" + correction.stdout)
        let list = try yousu("bulletin", "list", "--from", "2024-03-18", "--to", day)
        #expect(list.stdout.contains("未签发"))
        #expect(list.stdout.contains("已更正 1 次"))
        #expect(try yousu("verify").status == 0)
    }

    @Test func `with a file one line is said, and a file that is there stops it`() throws {
        try decide()
        for words in [["./日报"], ["issued.docx"], ["issued.json", "--format", "text"]] {
            let run = try yousu(words: ["bulletin", "issue", day, "--output"] + words)
            expectRefusal(run, 64, saying: "--output")
        }
        try write("", to: "there.txt")
        expectRefusal(try yousu("bulletin", "issue", day, "--output", "there.txt"), 73, saying: "there.txt")
        let run = try shell("\"$YOUSU\" bulletin issue \(day) --output issued.txt && cat issued.txt")
        #expect(run.status == 0)
        #expect(run.lines.first == "\(day) 日报已签发，已写入 issued.txt")
        #expect(run.stdout.contains("来电诉求3件次"))
    }

    @Test func `without anything issued there is nothing to compare, correct or sign`() throws {
        for part in ["diff", "approve"] {
            expectRefusal(try yousu("bulletin", part, day), 66, saying: day)
        }
        expectRefusal(try yousu("bulletin", "correct", day, "--reason", "试"), 66, saying: day)
    }

    @Test func `words are edited, figures are not`() throws {
        try decide()
        environment["VISUAL"] = "sed -i 's/无集中反映地址/多为老旧小区/'"
        let run = try yousu("bulletin", "edit", day)
        #expect(run.status == 0)
        #expect(run.stderr.contains("2 个热点"))
        #expect(try yousu("bulletin", day).stdout.contains("1.物业服务1件，多为老旧小区，"))
        environment["VISUAL"] = "sed -i 's/来电诉求3/来电诉求4/'"
        let refused = try yousu("bulletin", "edit", day)
        #expect(refused.status == 65)
        #expect(refused.stderr.contains("来电诉求3件次"), "the right ones are told")
        let path = try #require(refused.stderr.firstMatch(of: /留在 (\S+\.txt)/)?.1)
        #expect(try String(contentsOfFile: String(path), encoding: .utf8).contains("来电诉求4件次"))
        try FileManager.default.removeItem(atPath: String(path))
    }

    @Test func `a published text is read, once`() throws {
        let text = """
            西宁市党建引领“有诉必应马上办”机制创新工作日报

            2024年2月24日，12345政务服务便民热线接听群众来电诉求471件次，网民留言32件（西宁12345微信公众号31件、青海12345政务服务网站1件），直接办理283件，转交责任单位办理188件，回访量53件。
            """
        let rehearsal = try shell("\"$YOUSU\" bulletin read - --dry-run", stdin: text)
        #expect(rehearsal.status == 0)
        #expect(rehearsal.stderr.contains("2024-02-24：可以收"))
        let run = try shell("\"$YOUSU\" bulletin read - --format json", stdin: text)
        #expect(run.status == 0)
        #expect(run.stdout.contains("{\"count\":471,\"line\":3,\"name\":\"来电诉求\"}"))
        #expect(try yousu("bulletin", "2024-02-24").stdout.contains("来电诉求471件次"))
        let wrong = try shell("\"$YOUSU\" bulletin read -", stdin: text.replacing("283", with: "284"))
        #expect(wrong.status == 65)
        #expect(wrong.stderr.contains("第 3 行：直接办理与转交共 472 件，来电诉求却是 471 件次"))
        expectChinese(wrong.stderr)
    }
}
