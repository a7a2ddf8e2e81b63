import Foundation
import Testing

/// Bytes that are no text, and characters that terminals would obey.
final class BrokenText: Transcript {
    private let command = ["call", "--kind", "投诉", "--category", "供水", "--at", "2024-03-19", "--content"]
        .map { Array($0.utf8) }

    @Test func `an argument that is not UTF-8 is refused`() throws {
        try expectUnchanged {
            let run = try yousu(bytes: command + [[0xCB, 0xAE, 0xFF]])
            expectRefusal(run, 64, saying: "第 9 个参数", "UTF-8", "终端的编码")
        }
    }

    @Test func `standard input that is not UTF-8 is refused`() throws {
        try expectUnchanged {
            let run = try yousu(bytes: command + [Array("-".utf8)], stdin: [0xCB, 0xAE, 0xFF])
            expectRefusal(run, 64, saying: "标准输入", "UTF-8")
        }
    }

    @Test func `a NUL character is refused`() throws {
        try expectUnchanged {
            let run = try yousu(bytes: command + [Array("-".utf8)], stdin: Array("停\0水".utf8))
            expectRefusal(run, 64, saying: "--content", "NUL", "去掉")
        }
    }

    @Test func `an escape sequence is stored as it is and shown harmlessly`() throws {
        let text = "停水\u{1B}[31m红\u{202E}反\u{7}"
        let run = try yousu(bytes: command + [Array(text.utf8)])
        #expect(run.status == 0)
        for page in [try yousu("show", run.number), try yousu("list")] {
            #expect(page.status == 0)
            #expect(page.stdout.contains("停水␛[31m红⟦U+202E⟧反␇"))
            #expect(!page.stdout.unicodeScalars.contains("\u{1B}"))
            #expect(!page.stdout.unicodeScalars.contains("\u{202E}"))
        }
        let contacts = try yousu("show", run.number, "--format", "json").json["contacts"] as? [[String: Any]]
        #expect(contacts?.first?["content"] as? String == text)
    }

    @Test func `a complaint shows what was typed harmlessly`() throws {
        let run = try yousu("call", "--kind", "\u{1B}[2J投诉", "--category", "供水", "--content", "停水")
        expectRefusal(run, 64, saying: "␛[2J投诉")
        #expect(!run.stderr.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `a row of an import that is not UTF-8 is rejected and the others are taken`() throws {
        var table = Array("received_at,channel,kind,category,content\n".utf8)
        for line in 1...30 {
            table += Array("2024-03-20 08:00,电话,投诉,供水,第\(line)件停水".utf8)
            if line == 20 { table.append(0xFF) }
            table.append(0x0A)
        }
        let run = try yousu(bytes: [Array("import".utf8), Array("-".utf8)], stdin: table)
        #expect(run.status == 65)
        #expect(run.stdout.contains("诉求 29"))
        #expect(run.stdout.contains("没收 1"))
        #expect(run.stderr.contains("第 21 行没收"))
        #expect(run.stderr.contains("UTF-8"))
        expectChinese(run.stderr)
        #expect(try yousu("verify").status == 0)
    }

    @Test func `a small file of neither encoding is refused whole`() throws {
        try expectUnchanged {
            let table = Array("received_at,channel,content\n2024-03-20,电话,".utf8) + [0xFF, 0x0A]
            let run = try yousu(bytes: [Array("import".utf8), Array("-".utf8)], stdin: table)
            expectRefusal(run, 65, saying: "UTF-8", "GB18030", "另存为")
        }
    }
}
