import Foundation
import Testing

/// Imports that cannot begin.
final class ImportComplaints: Transcript {
    @Test func `a column that the file does not have is refused`() throws {
        try expectUnchanged {
            let run = try yousu("import", "-", "--columns", "留言时间=received_at", stdin: MadeUpDay.table)
            expectRefusal(run, 64, saying: "没有列 “留言时间”", "received_at")
        }
    }

    @Test func `a column that is none of ours is refused`() throws {
        try expectUnchanged {
            let run = try yousu("import", "-", "--columns", "content=nonsense", stdin: MadeUpDay.table)
            expectRefusal(run, 64, saying: "没有列 “nonsense”", "received_at", "content")
        }
    }

    @Test(arguments: ["content", "=content", "content="]) func `a mapping that is none is refused`(
        text: String
    ) throws {
        let run = try yousu("import", "-", "--columns", text, stdin: MadeUpDay.table)
        expectRefusal(run, 64, saying: "--columns", text, "对方列名=本系统列名")
    }

    @Test(arguments: [("a,b\n1,2\n", "received_at"), ("received_at,b\n2024-03-20,2\n", "content")])
    func `a file without the columns that must be there is refused`(table: String, column: String) throws {
        try expectUnchanged {
            expectRefusal(try yousu("import", "-", stdin: table), 65, saying: "没有列 \(column)", "--columns")
        }
    }

    @Test(arguments: ["", "\u{FEFF}"]) func `an empty file is refused`(table: String) throws {
        expectRefusal(try yousu("import", "-", stdin: table), 65, saying: "空的", "列名")
    }

    @Test func `headings alone are a table without rows`() throws {
        try expectUnchanged {
            let run = try yousu("import", "-", stdin: "received_at,channel,content\n")
            #expect(run.status == 0)
        }
    }

    @Test func `a file that is not there, or is a folder, is refused`() throws {
        expectRefusal(try yousu("import", "没有.csv"), 66, saying: "没有文件 没有.csv")
        expectRefusal(try yousu("import", "."), 74, saying: "文件 .", "是文件夹")
    }

    @Test func `rejects that cannot be written stop the import before it begins`() throws {
        try expectUnchanged {
            let run = try yousu("import", "-", "--rejects", "/proc/没有/退回.csv", stdin: MadeUpDay.table)
            expectRefusal(run, 73, saying: "/proc/没有/退回.csv", "没有这个文件或文件夹")
        }
    }

    @Test func `an unknown channel or way with new names is refused`() throws {
        try expectUnchanged {
            expectRefusal(
                try yousu("import", "-", "--channel", "飞鸽", stdin: "received_at,content\n2024-03-20,水\n"), 64,
                saying: "飞鸽")
            expectRefusal(
                try yousu("import", "-", "--new-names", "maybe", stdin: MadeUpDay.table), 64,
                saying: "--new-names", "refuse、add")
        }
    }

    @Test func `a row with a quote that is not closed is rejected, and what was before it is taken`() throws {
        let table =
            "received_at,channel,content\n2024-03-20,电话,停水（编造）\n2024-03-20,电话,\"停水\n2024-03-20,电话,停水\n"
        let run = try yousu("import", "-", stdin: table)
        #expect(run.status == 65)
        #expect(run.stdout.contains("诉求 1"))
        #expect(run.stderr.contains("第 3 行"))
        #expect(run.stderr.contains("引号没有配对"))
        #expect(try yousu("verify").status == 0)
    }
}
