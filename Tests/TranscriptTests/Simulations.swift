import Foundation
import Testing

/// Made-up cases for tests and training.
final class Simulations: Transcript {
    private let plan = ["--cases", "120", "--from", "2024-03-01", "--to", "2024-03-07", "--seed", "7"]

    @Test func `cases are made up in a store of their own, and the truth is told`() throws {
        let empty = try emptyStore()
        let run = try yousu(
            words: ["--db", empty, "模拟"] + plan + ["--clusters", "1", "--truth", "truth.json"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("编造工单 120 件"))
        #expect(run.stderr.contains("集中反映 1"))
        expectChinese(run.stderr)
        let check = try yousu("--db", empty, "verify")
        #expect(check.stdout.contains("工单 120 件"))
        let text = try String(contentsOfFile: "\(folder)/truth.json", encoding: .utf8)
        #expect(text.hasPrefix("{\"bursts\":[],\"cases\":120,\"clusters\":[{\"callers\":"))
        #expect(text.contains("\"schema\":1,\"seed\":7,\"source\":\"模拟\""))
        let numbers = text.matches(of: /\d{14}/).map { String($0.0) }
        #expect(numbers.count >= 6)
        let shown = try yousu("--db", empty, "show", numbers[0], "--format", "json")
        #expect(shown.stdout.contains("\"externalId\":\"SIM-7-"))
        let again = try yousu(words: ["--db", empty, "simulate"] + plan)
        expectRefusal(again, 77, saying: "2024-03-01 至 2024-03-07", "另建一个库")
    }

    @Test func `a table is the same to the byte, on standard output and in a file`() throws {
        let one = try yousu(words: ["simulate"] + plan + ["--csv", "-"])
        #expect(one.status == 0)
        #expect(one.stdout.hasPrefix("record,external_id,about,received_at,"))
        _ = try yousu(words: ["simulate"] + plan + ["--csv", "table.csv"])
        #expect(try String(contentsOfFile: "\(folder)/table.csv", encoding: .utf8) == one.stdout)
        let again = try yousu(words: ["simulate"] + plan + ["--csv", "table.csv"])
        expectRefusal(again, 73, saying: "table.csv")
        let empty = try emptyStore()
        let taken = try yousu("--db", empty, "import", "table.csv")
        #expect(taken.status == 0, "\(taken.stderr)")
        #expect(try yousu("--db", empty, "verify").stdout.contains("工单 120 件"))
    }

    @Test func `a dry run writes nothing`() throws {
        _ = try yousu("list")
        let before = files
        try expectUnchanged {
            let run = try yousu(
                words: ["simulate"] + plan + ["--dry-run", "--csv", "a.csv", "--truth", "b.json"])
            #expect(run.status == 0)
            #expect(run.stderr.hasPrefix("试算，什么也没有写：编造工单 120 件"))
        }
        #expect(files == before)
    }

    @Test func `a store with real cases is refused`() throws {
        try expectUnchanged {
            let run = try yousu(words: ["simulate"] + plan + ["--truth", "truth.json"])
            expectRefusal(run, 77, saying: "不是模拟的工单", "yousu --db 练习.sqlite init")
            #expect(try yousu(words: ["simulate"] + plan + ["--dry-run"]).status == 77)
        }
        #expect(!files.contains { $0.contains("truth") })
    }

    @Test func `wrong usage is told in Chinese`() throws {
        let cases: [([String], String)] = [
            (["--from", "2024-03-01", "--to", "2024-03-02"], "缺少 --cases"),
            (["--cases", "10", "--to", "2024-03-02"], "缺少 --from"),
            (["--cases", "10", "--from", "2024-03-02"], "缺少 --to"),
            (["--cases", "0", "--from", "2024-03-01", "--to", "2024-03-02"], "--cases 不能是 “0”"),
            (["--cases", "10", "--from", "2024-03-03", "--to", "2024-03-02"], "2024-03-03 晚于 2024-03-02"),
            (["--cases", "10", "--from", "2024-03-03", "--to", "2999-03-02"], "“2999-03-02” 还没有到"),
            (["--cases", "10", "--from", "那天", "--to", "2024-03-02"], "“那天”"),
            (["--cases", "9000000", "--from", "2024-03-01", "--to", "2024-03-02"], "工单号不够用"),
            (["--cases", "10", "--from", "2024-03-01", "--to", "2024-03-02", "--clusters", "9"], "超过总数的一半"),
        ]
        let empty = try emptyStore()
        for (words, complaint) in cases {
            let run = try yousu(words: ["--db", empty, "simulate"] + words)
            #expect(run.status == 64, "\(words): \(run.stderr)")
            #expect(run.stderr.contains(complaint), "\(run.stderr)")
            expectChinese(run.stderr)
        }
    }
}
