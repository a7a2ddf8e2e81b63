import Foundation
import Testing

/// What is exported comes back as it was.
final class RoundTrips: Transcript {
    private static let pages = [
        ["list", "--format", "json"], ["bulletin", "2024-03-19", "--draft", "--format", "json"],
        ["bulletin", "2024-03-20", "--draft", "--format", "json"],
        ["bulletin", "2024-03-19", "--explain", "callback", "--format", "csv"],
    ]

    /// A day's work on the made-up day.
    private func work() throws {
        for words in [
            ["sign", MadeUpDay.transferred, "--at", "2024-03-19 12:00"],
            [
                "reply", MadeUpDay.transferred, "--public", "已修好（编造）", "--internal", "已联系", "--at",
                "2024-03-19 13:00",
            ],
            ["callback", MadeUpDay.transferred, "--unreachable", "--at", "2024-03-19 14:00"],
            [
                "callback", MadeUpDay.transferred, "--responded", "yes", "--resolved", "yes",
                "--satisfaction", "满意",
                "--at", "2024-03-19 15:00",
            ],
            ["call", "--about", MadeUpDay.waiting, "--content", "还是满的（编造）", "--at", "2024-03-20 09:00"],
            ["transfer", MadeUpDay.waiting, "--to", "交管局", "--with", "城西区", "--at", "2024-03-20 10:00"],
            ["amend", MadeUpDay.message, "--category", "城市管理", "--reason", "选错", "--at", "2024-03-20 11:00"],
            ["invalid", "--reason", "无声", "--at", "2024-03-20 12:00"],
        ] {
            let run = try yousu(words: words)
            #expect(run.status == 0, "\(run.stderr)")
        }
    }

    @Test func `an export into an empty store gives the same lists and bulletins`() throws {
        try work()
        let copy = try emptyStore()
        let run = try yousu("--db", copy, "import", "-", stdin: try yousu("export").stdout)
        #expect(run.status == 0, "\(run.stderr)")
        for page in Self.pages {
            #expect(try yousu(words: ["--db", copy] + page).stdout == yousu(words: page).stdout, "\(page)")
        }
        #expect(try yousu("--db", copy, "verify").status == 0)
    }

    @Test func `an export into its own store changes nothing`() throws {
        try work()
        try expectUnchanged {
            let run = try yousu("import", "-", "--update", stdin: try yousu("export").stdout)
            #expect(run.status == 0)
            #expect(run.stdout.contains("诉求 0"))
        }
    }

    @Test func `a pipe from export to import does the same`() throws {
        let copy = try emptyStore()
        let run = try shell("\"$YOUSU\" export | \"$YOUSU\" --db \(copy) import -")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            try yousu("--db", copy, "list", "--format", "json").stdout
                == yousu("list", "--format", "json").stdout)
    }

    @Test(arguments: [
        "=1+1", "+86", "-5", "@某人", "'=引号", "'引号", "\"双\"引号", "逗,号", "两\n行", "=cmd|' /C calc'!A0",
    ])
    func `a title that a spreadsheet would obey is guarded and comes back as it was`(title: String) throws {
        let call = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", "编造", "--title", title, "--at",
            "2024-03-19 12:00")
        let table = try yousu("export").stdout
        if let first = title.first, "=+-@".contains(first) {
            #expect(table.contains("'\(title.replacingOccurrences(of: "\"", with: "\"\""))"))
            #expect(!table.contains(",\(title)"))
        }
        let copy = try emptyStore()
        #expect(try yousu("--db", copy, "import", "-", stdin: table).status == 0)
        let titles = try [[], ["--db", copy]].map {
            let page = try yousu(words: $0 + ["show", call.number, "--format", "json"]).json
            return (page["contacts"] as? [[String: Any]])?.first?["title"] as? String
        }
        #expect(titles == [title, title])
    }

    @Test func `callers' data are left out unless they are asked for`() throws {
        let run = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--content", "编造", "--name", "李某某", "--phone",
            "13800138000")
        #expect(run.status == 0)
        #expect(!(try yousu("export").stdout.contains("13800138000")))
        let whole = try yousu("export", "--callers")
        #expect(whole.stdout.contains("李某某,13800138000"))
        #expect(whole.stderr.contains("妥善保管"))
    }

    @Test func `the JSON export has a record a row`() throws {
        let run = try yousu("export", "--format", "json")
        #expect(run.json["schema"] as? Int == 1)
        let records = try #require(run.json["records"] as? [[String: Any]])
        #expect(
            records.filter { $0["record"] as? String == "contact" }.compactMap { $0["externalId"] as? String }
                == ["例-1", "例-2", "例-3", "例-4"])
        #expect(!run.stdout.contains("\\u"))
        let empty = try yousu("--db", try emptyStore(), "export", "--format", "json")
        #expect((empty.json["records"] as? [Any])?.isEmpty == true)
    }

    @Test func `an export has no table`() throws {
        expectRefusal(try yousu("export", "--format", "table"), 64, saying: "table", "csv、json")
    }
}
