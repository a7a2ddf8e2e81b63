import Foundation
import Testing

/// What callers say, from nothing to far too much.
final class ContentGiven: Transcript {
    private static let limit = 100_000

    private func call(content: String, stdin: String = "") throws -> Run {
        try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", content, "--at", "2024-03-19",
            stdin: stdin)
    }

    private func content(of run: Run) throws -> String? {
        let contacts = try yousu("show", run.number, "--format", "json").json["contacts"] as? [[String: Any]]
        return contacts?.first?["content"] as? String
    }

    @Test(arguments: ["", "   ", "\t\n", "　　"])
    func `content without a word is refused`(content: String) throws {
        try expectUnchanged {
            expectRefusal(try call(content: content), 64, saying: "--content 是空的")
            expectRefusal(try call(content: "-", stdin: content), 64, saying: "--content 是空的")
        }
    }

    @Test func `a call without content, kind or category says which is missing`() throws {
        expectRefusal(try yousu("call", "--kind", "投诉", "--category", "供水"), 64, saying: "缺少", "content")
        expectRefusal(try yousu("call", "--category", "供水", "--content", "水"), 64, saying: "--kind")
        expectRefusal(try yousu("call", "--kind", "投诉", "--content", "水"), 64, saying: "--category")
    }

    @Test func `100,000 characters are taken from an argument`() throws {
        let text = String(repeating: "a", count: Self.limit)
        let run = try call(content: text)
        #expect(run.status == 0)
        #expect(try content(of: run) == text)
    }

    @Test func `100,000 Chinese characters are taken from standard input`() throws {
        let text = String(repeating: "水", count: Self.limit)
        let run = try call(content: "-", stdin: text)
        #expect(run.status == 0)
        #expect(try content(of: run) == text)
    }

    @Test func `one character more is refused`() throws {
        try expectUnchanged {
            let ascii = try call(content: String(repeating: "a", count: Self.limit + 1))
            expectRefusal(ascii, 64, saying: "100001", "最多 100000")
            let chinese = try call(content: "-", stdin: String(repeating: "水", count: Self.limit + 1))
            expectRefusal(chinese, 64, saying: "100001", "最多 100000")
        }
    }

    @Test func `ten megabytes are refused without being read to the end`() throws {
        try expectUnchanged {
            let start = ContinuousClock.now
            let run = try call(content: "-", stdin: String(repeating: "a", count: 10_000_000))
            expectRefusal(run, 64, saying: "--content 太长", "最多 100000")
            #expect(run.inputTaken < 2_000_000)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test func `200 characters are looked for, and one more is refused`() throws {
        let words = String(repeating: "水", count: 99) + " " + String(repeating: "电", count: 100)
        #expect(try yousu("find", words).status == 0)
        expectRefusal(try yousu("find", words + "梯"), 64, saying: "201 字", "最多 200 字")
    }

    @Test func `rows with a text or a line that is too long are rejected with the limit, and others taken`()
        throws
    {
        func row(_ text: String) -> String { "2024-03-20,电话,\(text)\n" }
        let table =
            "received_at,channel,content\n" + row(String(repeating: "水", count: Self.limit)) + row("停水")
            + row(String(repeating: "水", count: Self.limit + 1)) + row(String(repeating: "a", count: 1 << 20))
        let run = try yousu("import", "-", stdin: table)
        #expect(run.status == 65)
        #expect(run.stdout.contains("诉求 2，"))
        #expect(run.stderr.contains("第 4 行没收：content 有 100001 字，最多 100000 字"))
        #expect(run.stderr.contains("第 5 行没收：一行超过 1024 KB，请"))
    }

    @Test(arguments: ["abc", "123", "138001380001380013800", "1380013800x", "+", "-"])
    func `what is no telephone number is refused`(phone: String) throws {
        try expectUnchanged {
            let run = try yousu(
                "call", "--kind", "投诉", "--category", "供水", "--content", "水", "--phone", phone)
            expectRefusal(run, 64)
        }
    }

    @Test func `name, phone and content are read from standard input, one after the other`() throws {
        let run = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--phone", "-", "--name", "-", "--content", "-",
            "--at",
            "2024-03-19", stdin: "李某\n13800138000\n停水\n两天\n")
        #expect(run.status == 0)
        #expect(try content(of: run) == "停水\n两天")
        let row = try #require(try yousu("export", "--callers").lines.first { $0.contains(run.number) })
        #expect(row.contains("停水"))
        #expect(try yousu("export", "--callers").stdout.contains("李某,13800138000"))
    }
}
