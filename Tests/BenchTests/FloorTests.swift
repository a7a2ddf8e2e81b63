import CaseStore
import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Bench

/// The floor does the same work as the program: every row of every table, and nothing else.
struct FloorTests {
    @Test(
        "After copying, all tables of both stores are equal", arguments: [Duration.zero, .milliseconds(50)])
    func copies(cadence: Duration) throws {
        let bench = try Workbench()
        try bench.call()
        let copy = bench.folder.appending(path: "copy.sqlite").path
        try Bare(bench.path).run("VACUUM INTO '\(copy)'")
        try Bare(copy).run("PRAGMA journal_mode = WAL")
        let mark = try #require(try Bare(bench.path).number("SELECT max(number) FROM cases"))

        try Self.work(at: bench)
        let rows = try FloorRows(try Bare(bench.path), above: mark, through: .max)
        #expect(rows.cases.count == 4)
        let writer = try FloorWriter(copy, for: cadence > .zero ? .bulk : .single)
        try writer.write(rows, every: cadence)
        try writer.finish()

        #expect(try Self.differences(bench.path, copy) == [])
        // What is compared has rows in each table that the floor knows.
        let ours = try Bare(bench.path)
        for table in FloorRows.tables {
            #expect(try ours.number("SELECT count(*) FROM \(table.name)") ?? 0 > 0, "\(table.name)")
        }
    }

    @Test("A connection of the floor has the settings of the program's")
    func settings() throws {
        let bench = try Workbench()
        let settings: [(load: Store.Load, cache: Int64)] = [(.single, -16_384), (.bulk, -65_536)]
        for (load, cache) in settings {
            let bare = try Bare(bench.path, for: load)
            #expect(try bare.number("PRAGMA cache_size") == cache)
            #expect(try bare.number("PRAGMA synchronous") == 2)
            #expect(try bare.number("PRAGMA foreign_keys") == 1)
        }
    }

    @Test("The last connection of the floor leaves the write-ahead log as it is")
    func leavesLog() throws {
        let bench = try Workbench()
        let copy = bench.folder.appending(path: "copy.sqlite").path
        try Bare(bench.path).run("VACUUM INTO '\(copy)'")
        for sql in ["PRAGMA journal_mode = WAL", "CREATE TABLE made_up (id INTEGER)"] {
            try Bare(copy).run(sql)
        }
        #expect(try !Data(contentsOf: URL(filePath: copy + "-wal")).isEmpty)
    }

    /// A bit of all that a day brings.
    private static func work(at bench: Workbench) throws {
        try bench.call(content: "夜里施工，我电话13800000001", direct: "夜间施工已停") { $0.phone = "13800000001" }
        let sent = try bench.call(to: "东岭区政府") {
            $0.phone = "13800000002"
            $0.name = ""
            $0.coUnits = ["云州水务公司"]
        }
        try bench.call(content: "样例花园小区夜里施工", about: "\(sent.number)")
        try bench.call()
        var request = AttachRequest(number: "\(sent.number)")
        request.files = [("现场.jpg", [1, 2, 3])]
        _ = try bench.desk.attach(request)
        _ = try bench.desk.recordInvalid(IntakeRequest(), reason: "沉默")
    }

    /// The tables that differ.
    private static func differences(_ path: String, _ other: String) throws -> [String] {
        let store = try Bare(path)
        try store.run("ATTACH '\(other)' AS other")
        let names = try store.prepared(
            // The index keeps its entries in pieces that depend on how much was recorded at once.
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'
                AND (name NOT LIKE 'search%' OR name = 'search_entries')
            """)
        var differing: [String] = []
        while try names.step() {
            let name = names.text(0)
            for (one, two) in [("main", "other"), ("other", "main")] {
                let lacking = try store.number(
                    """
                    SELECT count(*) FROM (SELECT * FROM \(one).\(name) EXCEPT SELECT * FROM \(two).\(name))
                    """)
                if lacking != 0 { differing.append("\(one).\(name)") }
            }
        }
        return differing
    }
}
