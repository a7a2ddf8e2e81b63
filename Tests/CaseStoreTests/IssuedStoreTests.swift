import Casework
import Desk
import Foundation
import GRDB
import TestSupport
import Testing

/// What was issued or read, when somebody changes the file.
struct IssuedStoreTests {
    private func issued() throws -> Workbench {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", direct: "已告知")
        try bench.callback("20240319000001", at: "2024-03-19 11:00")
        _ = try bench.desk.issue("2024-03-19")
        _ = try bench.desk.reword(
            try #require(CivilDay("2024-03-19")),
            as: try bench.desk.textToEdit("2024-03-19").text.replacing("属地街镇", with: "东岭区"))
        _ = try bench.desk.readBack(
            "2024年3月1日，热线接听群众来电诉求1件次，无网民留言，直接办理1件，转交责任单位办理0件，回访量0件。", year: nil,
            rehearsing: false)
        #expect(try bench.desk.verify().findings.isEmpty)
        return bench
    }

    @Test(
        "It is only added to",
        arguments: [
            "bulletin_editions", "bulletin_signatures", "bulletin_contacts", "bulletin_callbacks",
            "bulletin_wordings",
            "historic_days",
        ])
    func onlyAdded(table: String) throws {
        let bench = try issued()
        try DatabaseQueue(path: bench.path).writeWithoutTransaction { db in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 > 0)
            let error = try #require(throws: DatabaseError.self) {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            #expect(error.message == "history is only added to")
        }
    }

    @Test(
        "Changes are found",
        arguments: [
            "UPDATE bulletin_editions SET text = text || '。'",
            "UPDATE bulletin_editions SET figures = replace(figures, '\"calls\":1', '\"calls\":2')",
            "UPDATE bulletin_editions SET head_event = 1", "DELETE FROM bulletin_contacts",
            "DELETE FROM bulletin_callbacks", "UPDATE bulletin_contacts SET disposition = 'transferred'",
            "UPDATE historic_days SET text = ''",
        ])
    func tampering(sql: String) throws {
        let bench = try issued()
        try DatabaseQueue(path: bench.path).writeWithoutTransaction { db in
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: sql)
            #expect(db.changesCount == 1)
        }
        #expect(try !bench.desk.verify().findings.isEmpty)
    }
}
