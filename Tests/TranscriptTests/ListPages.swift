import Foundation
import Testing

/// Lists as tables, JSON and CSV.
final class ListPages: Transcript {
    private func cases(_ words: String...) throws -> [[String: Any]] {
        try yousu(words: ["list"] + words + ["--format", "json"]).json["cases"] as? [[String: Any]] ?? []
    }

    private func numbers(_ words: String...) throws -> [String] {
        let run = try yousu(words: ["list"] + words + ["--format", "json"])
        #expect(run.status == 0, "\(run.stderr)")
        return (run.json["cases"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? String }
    }

    @Test func `the JSON has the keys that scripts rely on, sorted, and readable Chinese`() throws {
        let run = try yousu("list", "--format", "json")
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.json["schema"] as? Int == 1)
        #expect(run.json["total"] as? Int == 4)
        let keys = Set([
            "number", "receivedAt", "channel", "kind", "category", "categorySource", "district", "spot",
            "title",
            "stage", "unit", "dueAt", "signal", "externalId",
        ])
        for row in try cases() { #expect(keys.isSubset(of: row.keys)) }
        #expect(run.stdout.contains("\"spot\":\"样例小区\""))
        #expect(!run.stdout.contains("\\u"))
        let sorted = try JSONSerialization.data(
            withJSONObject: run.json, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(run.stdout == String(decoding: sorted, as: UTF8.self) + "\n")
    }

    @Test func `a case says what is known of it`() throws {
        let row = try #require(try cases("--category", "电梯").first)
        let known = [
            "number": MadeUpDay.transferred, "receivedAt": "2024-03-19T08:00:00+08:00", "channel": "电话",
            "kind": "投诉",
            "category": "物业服务/电梯", "categorySource": "given", "district": "城东区", "spot": "样例小区",
            "title": "电梯停运两天（编造）", "stage": "dispatched", "unit": "城东区人民政府", "externalId": "例-1",
            "signal": "red",
        ]
        for (key, value) in known { #expect(row[key] as? String == value) }
        let waiting = try #require(try cases("--stage", "待处置", "--kind", "投诉").first)
        #expect(waiting["dueAt"] is NSNull)
        #expect(waiting["signal"] is NSNull)
    }

    @Test func `the newest case is first`() throws {
        #expect(
            try numbers() == [
                MadeUpDay.message, MadeUpDay.waiting, MadeUpDay.answered, MadeUpDay.transferred,
            ])
    }

    @Test(arguments: [
        (["--unit", "城东区"], [MadeUpDay.transferred]), (["--district", "城西区"], [MadeUpDay.waiting]),
        (["--spot", "样例路口"], [MadeUpDay.waiting]), (["--channel", "微信"], [MadeUpDay.message]),
        (["--kind", "咨询"], [MadeUpDay.answered]), (["--stage", "已直接办理"], [MadeUpDay.answered]),
        (["--category", "物业服务"], [MadeUpDay.transferred]), (["--category", "wyfw"], [MadeUpDay.transferred]),
        (["--category", "物业服务/电梯"], [MadeUpDay.transferred]), (["--signal", "red"], [MadeUpDay.transferred]),
        (["--from", "2024-03-20"], []), (["--to", "2024-03-18"], []),
        (
            ["--from", "2024-03-19", "--to", "2024-03-19", "--kind", "投诉"],
            [MadeUpDay.waiting, MadeUpDay.transferred]
        ),
    ])
    func `a list can be narrowed`(filter: [String], found: [String]) throws {
        let run = try yousu(words: ["list", "--format", "json"] + filter)
        #expect(run.status == 0, "\(run.stderr)")
        #expect((run.json["cases"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? String } == found)
        #expect(run.json["total"] as? Int == found.count)
    }

    @Test func `pages together are the whole, and the total counts all`() throws {
        let whole = try numbers()
        #expect(try numbers("--limit", "3") + numbers("--limit", "3", "--offset", "3") == whole)
        let page = try yousu("list", "--limit", "1", "--offset", "1", "--format", "json").json
        #expect(page["total"] as? Int == 4)
        #expect(try numbers("--limit", "0") == [])
        #expect(try numbers("--offset", "99") == [])
    }

    @Test(arguments: [
        ("--limit", "x"), ("--limit", "-1"), ("--offset", "1.5"), ("--offset", "99999999999999999999"),
    ])
    func `what is no count is refused`(option: String, value: String) throws {
        expectRefusal(try yousu("list", option, value), 64, saying: option, value, "整数")
    }

    @Test(arguments: [["list"], ["find", "编造"]]) func `counts beyond all measure are no harm`(
        command: [String]
    ) throws {
        let most = String(Int.max)
        let all = try yousu(words: command + ["--limit", most, "--format", "json"])
        #expect((all.json["cases"] as? [Any])?.count == 4, "\(all.stderr)")
        let none = try yousu(words: command + ["--limit", most, "--offset", most, "--format", "json"])
        #expect((none.json["cases"] as? [Any])?.isEmpty == true, "\(none.stderr)")
    }

    @Test func `the table has a line a case, the CSV a row`() throws {
        let table = try yousu("list")
        #expect(table.lines.count == 5)
        #expect(table.lines[0].hasPrefix("工单号"))
        #expect(table.stderr == "共 4 件\n")
        #expect(!table.stdout.unicodeScalars.contains("\u{1B}"))
        let csv = try yousu("list", "--format", "csv")
        #expect(csv.stdout.split(whereSeparator: \.isNewline).count == 5)
        #expect(csv.stdout.hasPrefix("工单号,受理时间,"))
        #expect(csv.stderr.isEmpty)
    }

    @Test func `a list of nothing is a list`() throws {
        let empty = try emptyStore()
        #expect(
            try yousu("--db", empty, "list", "--format", "json").stdout
                == "{\"cases\":[],\"schema\":1,\"total\":0}\n")
        #expect(try yousu("--db", empty, "list").status == 0)
    }
}
