import CaseStore
import Casework
import Desk
import Foundation
import GRDB
import TestSupport
import Testing

/// What is saved of a store of which one small table, or one entry, is lost.
struct SalvageTests {
    /// A store in one file, with a call at a unit, one answered at once, and one without a request.
    private func copy() throws -> (bench: Workbench, path: String) {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", content: "夜里施工", to: "东岭区") {
            $0.phone = "13900000100"
            $0.coUnits = ["西浦区"]
        }
        try bench.call(at: "2024-03-19 11:00", content: "问停水", direct: "已恢复")
        var silent = IntakeRequest()
        silent.content = "不出声"
        _ = try bench.desk.recordInvalid(silent, reason: "沉默")
        let path = bench.folder.appending(path: "copy.sqlite").path
        _ = try bench.desk.backUp(to: path, replaces: false)
        return (bench, path)
    }

    private func repair(_ bench: Workbench, _ path: String) throws -> (
        losses: Losses, rows: [[String: String]]
    ) {
        var rows: [[String]] = []
        let result = try Recovery.repair(
            path, draft: path + ".store", showsCallers: true, keys: try #require(bench.desk.store.keys),
            actor: bench.desk.actor, now: bench.desk.now
        ) { rows.append($0) }
        let headings = try #require(rows.first)
        return (
            result.losses,
            rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
        )
    }

    @Test(
        "A page of the configuration that is lost takes no case with it",
        arguments: [
            "channels", "kinds", "categories", "units", "areas", "grades", "config_versions", "calendar_days",
        ])
    func lostPage(table: String) throws {
        let (bench, path) = try copy()
        let whole = try repair(bench, path)
        #expect(whole.losses.isEmpty)
        let page = try DatabaseQueue(path: path).read { db in
            try #require(
                try Int.fetchOne(
                    db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table]))
        }
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes.replaceSubrange((page - 1) * 4096..<page * 4096, with: Data(count: 4096))
        try bytes.write(to: URL(filePath: path))
        let (losses, rows) = try repair(bench, path)
        #expect(losses.gaps[table] ?? 0 > 0)
        #expect(losses.gaps.keys.sorted() == [table])
        #expect(losses.cases.isEmpty && losses.changed.isEmpty)
        for column in ["record", "content", "received_at", "name", "phone", "reply", "step"] {
            #expect(rows.map { $0[column] } == whole.rows.map { $0[column] }, "\(column)")
        }
        #expect(rows.map { $0["co_units"] == "" } == whole.rows.map { $0["co_units"] == "" })
        let isNamed = ["channels", "kinds", "categories", "units", "grades"].contains(table)
        #expect((losses.names > 0) == isNamed)
        // What stands in the place of a lost name is not written as if it were one.
        let columns = ["channels": "channel", "kinds": "kind", "categories": "category", "grades": "grade"]
        if let column = columns[table] { #expect(rows.allSatisfy { $0[column] == "" }) }
        // What was saved can be imported; what the lost names stood for is said with the command.
        let other = try Workbench()
        var options = ImportOptions()
        options.channel = "座机"
        options.addsNames = true
        let headings = Column.allCases.map(\.rawValue)
        let table = ([headings] + rows.map { row in headings.map { row[$0] ?? "" } })
            .map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        let imported = try other.importTable(table, options)
        #expect(imported.rejected == 0)
        #expect(try other.desk.store.condition().cases == 3)
    }

    @Test("A call without a request whose registration is lost is saved as one")
    func lostRegistration() throws {
        let (bench, path) = try copy()
        let whole = try repair(bench, path)
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(
                sql:
                    "PRAGMA foreign_keys = OFF; DROP TRIGGER events_kept; DELETE FROM events WHERE to_stage = 'invalid'"
            )
            #expect(db.changesCount == 1)
        }
        let (losses, rows) = try repair(bench, path)
        #expect(losses.registrations == 1)
        #expect(rows.count == whole.rows.count)
        #expect(Set(rows.map { $0["content"] }) == Set(whole.rows.map { $0["content"] }))
    }
}
