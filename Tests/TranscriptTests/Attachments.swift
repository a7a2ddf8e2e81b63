import Foundation
import Glibc
import Testing

/// Files attached to a case, at the command line.
final class Attachments: Transcript {
    private func call() throws -> String {
        try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--at", "2024-03-19").number
    }

    @Test func `what is attached is listed, given back on the record, and gone when forgotten`() throws {
        let number = try call()
        try write("照片的字节", to: "现场.jpg")
        try write("维修单的字节", to: "维修单.pdf")
        let run = try yousu("attach", number, "现场.jpg")
        #expect(run.status == 0)
        #expect(run.stdout == "\(number)\n")
        #expect(try yousu("附件", number, "维修单.pdf", "--open").stdout == "\(number)\n")
        let page = try yousu("show", number).stdout
        #expect(page.contains("\n附件\n  1：现场.jpg，15 字节，王一，"))
        #expect(page.contains("，密封\n"))
        #expect(page.contains("  2：维修单.pdf，18 字节，王一，"))
        #expect(page.contains("王一 附上“现场.jpg”\n"))
        let list = try yousu("show", number, "--format", "json").json["attachments"] as? [[String: Any]]
        #expect(list?.map { $0["state"] as? String } == ["sealed", "open"])
        #expect(list?.map { $0["size"] as? Int } == [15, 18])

        expectRefusal(try yousu("attachment", number, "1", "--output", "a.jpg"), 64, saying: "--reason")
        expectRefusal(try yousu("attachment", number, "1"), 64, saying: "--output")
        expectRefusal(
            try yousu("attachment", number, "3", "--output", "a.jpg", "--reason", "核实"), 66, saying: "“3”",
            "共 2 个")
        #expect(!files.contains("a.jpg"))
        let given = try yousu("取附件", number, "1", "--output", "a.jpg", "--reason", "核实")
        #expect(given.status == 0)
        #expect(given.stderr == "已记录：王一 取出工单 \(number) 的附件 1。\n")
        #expect(try String(contentsOfFile: "\(folder)/a.jpg", encoding: .utf8) == "照片的字节")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.jpg")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        expectRefusal(
            try yousu("attachment", number, "2", "--output", "a.jpg"), 73, saying: "已经有文件 a.jpg")
        #expect(try yousu("audit", "--days", "1").stdout.contains("取附件"))
        #expect(try yousu("attachment", number, "2", "--output", "-").stdout == "维修单的字节")

        #expect(try yousu("forget", number, "--reason", "本人要求").status == 0)
        #expect(try yousu("show", number).stdout.contains("已清除"))
        expectRefusal(
            try yousu("attachment", number, "1", "--output", "b.jpg", "--reason", "核实"), 66, saying: "已清除")
        #expect(try yousu("verify").status == 0)
    }

    @Test func `what is no file to keep is refused, with what is wrong`() throws {
        let number = try call()
        try write("", to: "空.jpg")
        try expectUnchanged {
            expectRefusal(try yousu("attach", number, "没有.jpg"), 66, saying: "没有文件 没有.jpg")
            expectRefusal(try yousu("attach", number, "空.jpg"), 65, saying: "“空.jpg” 是空的")
            expectRefusal(try yousu("attach", number, folder), 74, saying: "不是普通文件")
            expectRefusal(try yousu("attach", number, "/dev/null"), 74, saying: "不是普通文件")
            expectRefusal(try yousu("attach", "20240319999999", "空.jpg"), 65)
            #expect(mkfifo("\(folder)/管道", 0o600) == 0)
            expectRefusal(try yousu("attach", number, "管道"), 74, saying: "不是普通文件")
            #expect(try shell("truncate -s 50000001k 大.wav").status == 0)
            expectRefusal(try yousu("attach", number, "大.wav"), 65, saying: "48829 MB", "最多 50 MB")
            environment["YOUSU_KEY"] = "\(folder)/nowhere"
            try write("照片", to: "现场.jpg")
            expectRefusal(try yousu("attach", number, "现场.jpg"), 69, saying: "没有密钥文件")
        }
        #expect(!files.contains { $0.hasSuffix(".files") })
        expectRefusal(try yousu("attach", "20240319999999", "现场.jpg", "--open"), 66, saying: "没有工单")
    }

    @Test func `a disk without room records nothing and leaves nothing half`() throws {
        let number = try call()
        try write(bytes: Array(repeating: 7, count: 3_000_000), to: "通话.wav")
        let run = try shell("ulimit -f 2000; \"$YOUSU\" attach \(number) 通话.wav")
        expectRefusal(run, 74, saying: "磁盘已满或文件大小受限")
        let left = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/store.sqlite.files")
        #expect(left.isEmpty)
        #expect(try !yousu("show", number).stdout.contains("通话.wav"))
        #expect(try yousu("verify").stderr.isEmpty)
    }

    @Test func `backup, restore, verify and repair take the files along, and name what is lost`() throws {
        let number = try call()
        try write("照片的字节", to: "现场.jpg")
        #expect(try yousu("attach", number, "现场.jpg").status == 0)
        let backup = try yousu("backup", "a.sqlite")
        #expect(backup.stdout.contains("，附件 1，a.sqlite"))
        #expect(backup.stderr.contains("a.sqlite.files"))
        try FileManager.default.removeItem(atPath: "\(folder)/store.sqlite.files")
        let broken = try yousu("verify")
        #expect(broken.status == 65)
        #expect(broken.stderr.contains("工单 \(number) 附件 1 的文件不见了"))
        let repair = try yousu("repair", "all.csv")
        #expect(repair.status == 65)
        #expect(repair.stderr.contains("附件的文件缺 1 个：工单 \(number) 附件 1"))
        #expect(try yousu("backup", "b.sqlite").status == 65)
        expectRefusal(
            try yousu("restore", "--force", "b.sqlite"), 65, saying: "b.sqlite.files", "--incomplete")
        #expect(try yousu("restore", "--force", "a.sqlite").status == 0)
        #expect(try yousu("verify").status == 0)
        #expect(
            try yousu("attachment", number, "1", "--output", "-", "--reason", "核实").stdout == "照片的字节")
    }

    @Test func `an odd name is shown harmlessly, and an import says that files are not here`() throws {
        let number = try call()
        try write("x", to: "\u{1B}[31m=1+1\n.jpg")
        #expect(try yousu("attach", number, "\u{1B}[31m=1+1\n.jpg").status == 0)
        let page = try yousu("show", number).stdout
        #expect(!page.contains("\u{1B}"))
        #expect(page.contains("=1+1"))
        let export = try yousu("export").stdout
        let path = try emptyStore()
        let run = try yousu("--db", path, "import", "-", stdin: export)
        #expect(run.status == 0)
        #expect(run.stderr.contains("附件 1 个只有记录，文件还在原来的库里。"))
        #expect(try yousu("--db", path, "show", number).stdout.contains("文件不在本库"))
        for store in ["store.sqlite", path] {
            let shown = try yousu("--db", store, "show", number, "--format", "json").json
            let list = shown["attachments"] as? [[String: Any]]
            #expect(list?.first?["name"] as? String == "\u{1B}[31m=1+1\n.jpg")
        }
    }
}
