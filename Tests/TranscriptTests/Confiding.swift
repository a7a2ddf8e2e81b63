import Foundation
import Testing

/// Who called, at the command line.
final class Confiding: Transcript {
    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `the key is made with the first store, beside the configuration of its user, and stays`()
        throws
    {
        environment["YOUSU_KEY"] = nil
        let key = "\(folder)/.config/yousu/key"
        let first = try yousu("--db", "\(folder)/one.sqlite", "init")
        #expect(first.status == 0)
        #expect(first.stderr.contains("已生成密钥：\(key)"))
        #expect(try mode(key) == 0o600)
        #expect(try mode("\(folder)/one.sqlite") == 0o600)
        let text = try String(contentsOfFile: key, encoding: .utf8)
        let second = try yousu("--db", "\(folder)/two.sqlite", "init")
        #expect(second.status == 0)
        #expect(!second.stderr.contains("密钥"))
        #expect(try String(contentsOfFile: key, encoding: .utf8) == text)
        #expect(try yousu("--db", "\(folder)/two.sqlite", "doctor").stdout.contains("\(key)，可用，已密封 0 项"))
    }

    @Test func `where no store is made, no key is, and the first key is told of`() throws {
        let key = "\(folder)/own"
        environment["YOUSU_KEY"] = key
        expectRefusal(try yousu("--db", "new.sqlite", "init", "--city", "/没有"), 66, saying: "没有文件夹 /没有")
        expectRefusal(try yousu("init"), 73, saying: "store.sqlite")
        #expect(!files.contains("own"))
        let run = try yousu("--db", "new.sqlite", "init")
        #expect(run.status == 0)
        #expect(run.stderr.contains("已生成密钥：\(key)"))
    }

    @Test func `without the key a caller is refused with 69, and nothing is recorded`() throws {
        environment["YOUSU_KEY"] = "\(folder)/nowhere"
        try expectUnchanged {
            expectRefusal(
                try yousu(
                    "call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--phone", "13812345678"),
                69,
                saying: "没有密钥文件", "YOUSU_KEY")
            expectRefusal(
                try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "停水，打13812345678"), 69,
                saying: "没有密钥文件")
        }
        #expect(try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "停水").status == 0)
        #expect(try yousu("bulletin", "2024-03-19", "--draft").status == 0)
        #expect(try yousu("hot", "--days", "30").status == 0)
        #expect(try yousu("handover", "--format", "json").json["drafts"] is NSNull)
        _ = try yousu("--db", "\(folder)/other.sqlite", "init")
        #expect(chmod("\(folder)/nowhere", 0o644) == 0)
        expectRefusal(
            try yousu(
                "call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--phone", "13812345678"), 69,
            saying: "chmod 600")
    }

    @Test func `opening takes a reason and is on record`() throws {
        let call = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", "我叫王小明，停水了", "--name", "王小明", "--phone",
            "13812345678", "--identity", "630102199001011234", "--home", "样例路8号")
        let number = call.number
        let shown = try yousu("show", number).stdout
        #expect(shown.contains("王**"))
        #expect(!shown.contains("王小明"))
        #expect(!shown.contains("13812345678"))
        expectRefusal(try yousu("reveal", number), 64, saying: "--reason")
        let revealed = try yousu("reveal", number, "--reason", "回访")
        for word in ["王小明", "13812345678", "630102199001011234", "样例路8号", "我叫王小明，停水了"] {
            #expect(revealed.stdout.contains(word))
        }
        #expect(revealed.stderr.contains("已记录：王一 查看工单 \(number)"))
        let audit =
            try yousu("audit", "--days", "1", "--format", "json").json["disclosures"] as? [[String: Any]]
        #expect(audit?.count == 1)
        #expect(audit?.first?["by"] as? String == "王一")
        #expect(audit?.first?["reason"] as? String == "回访")
        #expect(try yousu("audit", "--days", "1", "--staff", "李二").stdout == "这样查没有记录。\n")
        #expect(try yousu("forget", number, "--reason", "本人要求").stdout == "\(number)\n")
        expectRefusal(try yousu("forget", number, "--reason", "再来"), 66, saying: "没有诉求人信息")
        #expect(try yousu("audit", "--number", number, "--days", "1").stdout.contains("清除"))
        #expect(try yousu("verify").status == 0)
    }

    @Test func `after a change of the key everything opens, and the older key is kept`() throws {
        environment["YOUSU_KEY"] = "\(folder)/own"
        environment["YOUSU_DB"] = "\(folder)/own.sqlite"
        _ = try yousu("init")
        let number = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--phone", "13812345678"
        ).number
        let rotation = try yousu("key", "rotate")
        #expect(rotation.stdout == "已换用新密钥，重新密封 1 项。\n")
        #expect(try yousu("reveal", number, "--reason", "回访").stdout.contains("13812345678"))
        let lines = try String(contentsOfFile: "\(folder)/own", encoding: .utf8).split(separator: "\n")
        #expect(lines.filter { !$0.hasPrefix("#") }.count == 2)
        #expect(try mode("\(folder)/own") == 0o600)
    }
}
