import CaseStore
import Casework
import Desk
import Insight
import Reports
import SplitMix
import TestSupport
import Testing

/// Random work, counted a second time from the exported rows in plain Swift, apart from the store's questions.
struct NaiveCountTests {
    @Test(
        "For random days the sums close, equal a naive count over the export, and survive export and import",
        arguments: [
            1, 2, 3, 4, 5, 6, 7, 8,
        ] as [UInt64])
    func randomDays(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
        var work = RandomWork(bench: bench, generator: generator)
        for _ in 0..<80 { try work.step() }
        generator = work.generator
        #expect(work.done > 35, "seed \(seed): hardly anything was possible")
        #expect(try bench.desk.verify().findings.isEmpty, "seed \(seed)")
        let rows = try bench.exportTable()
        let naive = NaiveCount(rows)
        for day in ["2024-03-18", "2024-03-19", "2024-03-20", "2024-03-21"] {
            let bulletin = try bench.desk.bulletin(day).bulletin
            #expect(bulletin.sumsClose, "seed \(seed)")
            #expect(bulletin.calls == naive.calls(day), "seed \(seed) \(day)")
            #expect(bulletin.messages == naive.messages(day), "seed \(seed) \(day)")
            #expect(bulletin.direct == naive.calls(day, disposition: "direct"), "seed \(seed) \(day)")
            #expect(bulletin.transferred == naive.calls(day, disposition: "transfer"), "seed \(seed) \(day)")
            #expect(bulletin.callbacks == naive.callbacks(day), "seed \(seed) \(day)")
            let topics = naive.topics(day)
            #expect(
                bulletin.topics.map(\.count) == Array(topics.map(\.count).prefix(2)), "seed \(seed) \(day)")
            for topic in bulletin.topics {
                #expect(topics.contains { $0 == (topic.category, topic.count) }, "seed \(seed) \(day)")
            }
            for (index, topic) in bulletin.topics.enumerated() {
                guard case .contacts(let lines) = try bench.desk.explain(String(index + 1), of: day) else {
                    Issue.record("no contacts")
                    continue
                }
                #expect(lines.count == topic.count, "seed \(seed) \(day)")
            }
        }
        try expectSameHot(bench, seed: seed)
        try expectSameElsewhere(bench, rows, seed: seed)
    }

    /// What is kept of how many count gives the same as counting them, which a moment takes: kept counts have none.
    private func expectSameHot(_ bench: Workbench, seed: UInt64) throws {
        var request = HotRequest()
        request.stretch = Stretch(from: "2024-03-18", to: "2024-03-21")
        let kept = try bench.desk.hot(request)
        request.asOf = "2024-03-22 09:00"
        let counted = try bench.desk.hot(request)
        #expect(kept.total == counted.total && kept.total > 0, "seed \(seed)")
        func lines(_ report: HotReport) -> [String] {
            report.lines.map { "\($0.name) \($0.topic.count) \($0.topic.previous ?? -1)" }.sorted()
        }
        #expect(lines(kept) == lines(counted), "seed \(seed)")
    }

    /// Into an empty store the export gives the same bulletins and lists; into its own it changes nothing.
    private func expectSameElsewhere(_ bench: Workbench, _ rows: [[String]], seed: UInt64) throws {
        let other = try Workbench(now: "2024-03-22T09:00:00+07:00")
        let table = rows.map { CSVText.row($0) }.joined()
        #expect(try other.importTable(table).rejected == 0, "seed \(seed)")
        #expect(try other.desk.verify().findings.isEmpty, "seed \(seed)")
        for day in ["2024-03-18", "2024-03-19", "2024-03-20", "2024-03-21"] {
            #expect(
                try other.desk.bulletin(day).bulletin == bench.desk.bulletin(day).bulletin,
                "seed \(seed) \(day)")
        }
        let (mine, theirs) = (
            try bench.desk.list(ListRequest()).lines, try other.desk.list(ListRequest()).lines
        )
        #expect(mine.map(\.number) == theirs.map(\.number), "seed \(seed)")
        for (one, two) in zip(mine, theirs) {
            #expect(
                [
                    one.channel, one.kind, one.category, one.area, one.spot, one.title, one.unit,
                    one.stage.rawValue,
                ]
                    == [
                        two.channel, two.kind, two.category, two.area, two.spot, two.title, two.unit,
                        two.stage.rawValue,
                    ],
                "seed \(seed) \(one.number)")
            #expect(one.dueAt == two.dueAt, "seed \(seed) \(one.number)")
            #expect(one.receivedAt == two.receivedAt, "seed \(seed) \(one.number)")
        }
        let again = try other.exportTable()
        #expect(again.count == rows.count, "seed \(seed)")
        let before = try bench.exportTable()
        let result = try bench.importTable(table)
        #expect(result.contacts + result.callbacks + result.invalid + result.rejected == 0, "seed \(seed)")
        #expect(try bench.exportTable() == before, "seed \(seed)")
    }
}

/// A plain CSV row, written here so that the test does not lean on the program's own writer.
enum CSVText {
    static func row(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
}

/// Counts exported rows by hand.
private struct NaiveCount {
    private let rows: [[String: String]]

    init(_ table: [[String]]) {
        rows = table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    }

    private func contacts(_ day: String) -> [[String: String]] {
        rows.filter { $0["record"] == "contact" && $0["received_at"]?.hasPrefix(day) == true }
    }

    func calls(_ day: String, disposition: String? = nil) -> Int {
        contacts(day).filter {
            ["座机", "移动专线"].contains($0["channel"]) && (disposition == nil || $0["disposition"] == disposition)
        }.count
    }

    func messages(_ day: String) -> Int {
        contacts(day).filter { ["云州通", "民声邮箱"].contains($0["channel"]) }.count
    }

    func callbacks(_ day: String) -> Int {
        rows.filter { $0["callback_at"]?.hasPrefix(day) == true && $0["responded"] != "未接通" }.count
    }

    func topics(_ day: String) -> [(category: String, count: Int)] {
        let counted = contacts(day).filter { $0["channel"] != "巡查员" && $0["kind"] != "点赞" }
        let groups = Dictionary(grouping: counted) {
            String($0["category"]?.split(separator: "/").first ?? "")
        }
        return groups.map { ($0.key, $0.value.count) }.sorted { $0.1 > $1.1 }
    }
}
