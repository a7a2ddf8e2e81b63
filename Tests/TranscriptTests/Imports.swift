import Foundation
import Testing

/// Tables from elsewhere: what is taken, what is not, and what is told about it.
final class Imports: Transcript {
    private static let headings =
        "external_id,received_at,channel,kind,category,content,disposition,unit,reply"
    private static let mixed = """
        \(headings)
        外-1,2024-03-20 08:00,电话,投诉,供水,停水（编造）,,,
        外-2,2024-03-20 09:00,电话,投诉,没有这类,停水（编造）,,,
        外-3,2999-03-20 09:00,电话,投诉,供水,停水（编造）,,,
        外-4,那天,电话,投诉,供水,停水（编造）,,,
        外-5,2024-03-20 10:00,,投诉,供水,停水（编造）,,,
        外-6,2024-03-20 10:00,电话,投诉,供水,,,,
        外-7,2024-03-20 11:00,微信,建议,公共交通,"加车
        （编造）",,,

        """

    @Test func `bad rows are left out and told with line and reason, the others are taken`() throws {
        let path = try write(Self.mixed, to: "mixed.csv")
        let run = try yousu("import", path)
        #expect(run.status == 65)
        #expect(run.lines.count == 1)
        #expect(run.stdout.contains("诉求 2"))
        #expect(run.stdout.contains("没收 5"))
        let reasons = [
            "第 3 行没收：category 没有“没有这类”", "第 4 行没收：received_at “2999-03-20 09:00”还没有到",
            "第 5 行没收：received_at 不能是“那天”", "第 6 行没收：channel 是空的", "第 7 行没收：content 是空的",
        ]
        for reason in reasons { #expect(run.stderr.contains(reason + "\n"), "\(run.stderr)") }
        expectChinese(run.stderr)
        #expect(try yousu("list", "--format", "json").json["total"] as? Int == 6)
        #expect(try yousu("verify").status == 0)
    }

    @Test func `rejected rows go to a file for their owner alone, and come back when they are mended`() throws
    {
        let path = try write(Self.mixed, to: "mixed.csv")
        let run = try yousu("import", path, "--rejects", "rejects.csv")
        #expect(run.status == 65)
        #expect(run.stderr.contains("rejects.csv"))
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/rejects.csv")[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
        let rejects = try String(contentsOfFile: "\(folder)/rejects.csv", encoding: .utf8)
        let rows = rejects.split(whereSeparator: \.isNewline)
        #expect(rows.count == 6)
        #expect(rows[0] == "行号,原因,\(Self.headings)")
        #expect(rows[1].hasPrefix("3,category 没有“没有这类”,外-2,2024-03-20 09:00,"))
        try write(rejects.replacingOccurrences(of: "没有这类,停水", with: "供水,停水"), to: "mended.csv")
        #expect(try yousu("import", "mended.csv").stdout.contains("诉求 1"))
    }

    @Test func `importing twice changes nothing`() throws {
        let path = try write(Self.mixed, to: "mixed.csv")
        _ = try yousu("import", path)
        try expectUnchanged {
            let run = try yousu("import", path)
            #expect(run.stdout.contains("诉求 0"))
            #expect(run.stdout.contains("已有 2"))
            #expect(try yousu("import", "-", stdin: MadeUpDay.table).stdout.contains("已有 4"))
        }
    }

    @Test func `the same number of another source is another record`() throws {
        let run = try yousu("import", "-", "--source", "旧系统", stdin: MadeUpDay.table)
        #expect(run.status == 0)
        #expect(run.stdout.contains("诉求 4"))
    }

    @Test func `a dry run tells what would happen, changes nothing and leaves no file`() throws {
        let path = try write(Self.mixed, to: "mixed.csv")
        _ = try yousu("list")
        let before = files
        try expectUnchanged {
            let run = try yousu("import", path, "--dry-run")
            #expect(run.status == 65)
            #expect(run.stdout.hasPrefix("试算"))
            #expect(run.stdout.contains("诉求 2"))
            #expect(run.stderr.contains("第 3 行没收"))
        }
        #expect(files == before)
    }

    @Test func `a table in GB18030 is recognised`() throws {
        let table = try shell("iconv -f UTF-8 -t GB18030 > gb.csv", stdin: MadeUpDay.table)
        #expect(table.status == 0)
        let empty = try emptyStore()
        #expect(try yousu("--db", empty, "import", "gb.csv").status == 0)
        #expect(
            try yousu("--db", empty, "list", "--format", "json").stdout
                == yousu("list", "--format", "json").stdout)
    }

    @Test func `a byte order mark, CRLF and Chinese headings are taken`() throws {
        let table = "\u{FEFF}受理时间,渠道,类型,分类,内容\r\n2024/3/20 8:05,电话,投诉,供水,停水（编造）\r\n"
        #expect(try yousu("import", "-", stdin: table).status == 0)
        let row =
            try yousu("list", "--from", "2024-03-20", "--format", "json").json["cases"] as? [[String: Any]]
        #expect(row?.first?["receivedAt"] as? String == "2024-03-20T08:05:00+08:00")
    }

    @Test func `channel and category can be given for all rows, and other headings mapped`() throws {
        let table = "留言时间,留言详情,留言用户,受理时间\n2024-03-20 08:00,加车（编造）,某人,没用\n"
        let run = try yousu(
            "import", "-", "--columns", "留言时间=received_at,留言详情=content", "--channel", "微信", "--category",
            "公共交通",
            stdin: table)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("不认识的列“留言用户”"))
        let row =
            try yousu("list", "--from", "2024-03-20", "--format", "json").json["cases"] as? [[String: Any]]
        #expect(row?.first?["channel"] as? String == "西宁12345微信公众号")
        #expect(row?.first?["category"] as? String == "公共交通")
    }
}
