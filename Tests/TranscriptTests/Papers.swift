import Foundation
import Testing

/// Notices, slips and reports that go into files.
final class Papers: Transcript {
    private var inFolder: String { folder }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a notice is one line on standard output where it goes into a file`() throws {
        for ending in ["txt", "md", "html", "docx", "xlsx", "json"] {
            let path = "\(inFolder)/notice.\(ending)"
            let run = try yousu("notice", "month", "2024-03", "--output", path)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.lines.count == 1)
            #expect(run.stdout.hasPrefix("2024年3月通报：诉求 "))
            #expect(try mode(path) == 0o600)
            // What stands there is never replaced.
            #expect(try yousu("notice", "month", "2024-03", "--output", path).status == 73)
        }
    }

    @Test func `a notice of a period that is not over is a draft`() throws {
        let run = try yousu("notice", "range", "2099-12-30", "2099-12-31")
        #expect(run.status == 65)
        #expect(run.stderr.contains("还没有结束"))
        #expect(try yousu("notice", "range", "2099-12-30", "2099-12-31", "--draft").status == 0)
    }

    @Test func `an ending without a format is refused before anything is written`() throws {
        for command in [["notice", "month", "2024-03"], ["bulletin", "2024-03-19"], ["rates"], ["list"]] {
            for path in ["\(inFolder)/x.pdf", "\(inFolder)/x", ""] {
                let run = try yousu(words: command + ["--output", path])
                #expect(run.status == 64)
                expectChinese(run.stderr)
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
        let both = try yousu("list", "--output", "\(inFolder)/x.csv", "--format", "csv")
        #expect(both.status == 64)
    }

    @Test func `lists and rates are written as tables`() throws {
        for (command, name) in [
            (["list"], "list"), (["rates", "--period", "2024-03"], "rates"),
            (["ranking", "--period", "2024-03"], "ranking"),
        ] {
            for ending in ["csv", "xlsx", "docx", "html", "json"] {
                let path = "\(inFolder)/\(name).\(ending)"
                #expect(try yousu(words: command + ["--output", path]).status == 0)
                #expect(FileManager.default.fileExists(atPath: path))
            }
            let csv = try String(contentsOfFile: "\(inFolder)/\(name).csv", encoding: .utf8)
            #expect(try yousu(words: command + ["--format", "csv"]).stdout == csv)
        }
    }

    @Test func `periods, weeks and holidays that do not exist are refused in Chinese`() throws {
        for words in [
            ["month", "2024-13"], ["month", "2024-W12"], ["week", "2024-03"], ["holiday", "元宵"],
            ["holiday", "2099春节"], ["range", "2024-03-20", "2024-03-19"],
        ] {
            let run = try yousu(words: ["notice"] + words)
            #expect(run.status == 64, "\(words)")
            expectChinese(run.stderr)
        }
    }

    @Test(arguments: [
        ["notice", "month", "2024-03"], ["bulletin", "2024-03-19"], ["slip", "1"],
        ["bulletin", "issue", "2024-03-19"],
    ])
    func `a format that there is not is refused before anything is looked for`(command: [String]) throws {
        let run = try yousu(words: ["--db", "nowhere.sqlite"] + command + ["--format", "xml"])
        expectRefusal(run, 64, saying: "--format", "“xml”", "text、")
    }

    @Test(
        arguments: [
            (["--format", "xml"], 64), (["--output", "there.html"], 73), (["--output", "a.JSON"], 64),
            (["--output", "没有/a.html"], 73),
        ] as [([String], Int32)])
    func `a slip that cannot be written is not on record as shown`(words: [String], status: Int32) throws {
        try write("", to: "there.html")
        let slip = ["slip", MadeUpDay.transferred, "--callers", "--reason", "上门"]
        expectRefusal(try yousu(words: slip + words), status)
        let audit = try yousu("audit", "--days", "1", "--format", "json").json["disclosures"] as? [Any]
        #expect(audit?.isEmpty == true)
        #expect(!files.contains { $0.contains(".new-") })
    }

    @Test func `a slip hides the caller, and showing the caller is recorded`() throws {
        let number = try yousu(
            "call", "--kind", "投诉", "--category", "电梯", "--district", "城东区", "--content", "电梯停运",
            "--name", "赵样例", "--phone", "13800000009"
        ).number
        #expect(try yousu("slip", number).status == 77)
        #expect(try yousu("transfer", number, "--to", "城东区").status == 0)
        let masked = try yousu("slip", number)
        #expect(masked.stdout.contains("转办单"))
        #expect(masked.stdout.contains("138****0009"))
        #expect(masked.stdout.contains("查看"))
        #expect(!masked.stdout.contains("13800000009"))
        #expect(try yousu("slip", number, "--callers").status == 64)
        let shown = try yousu("slip", number, "--callers", "--reason", "上门", "--callback")
        #expect(shown.stdout.contains("13800000009"))
        #expect(shown.stdout.contains("赵样例"))
        #expect(shown.stdout.contains("回访单"))
        #expect(try yousu("audit", "--number", number).stdout.contains("上门"))
    }
}
