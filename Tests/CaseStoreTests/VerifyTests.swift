import Casework
import Desk
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// What is wrong with a store is found, wherever it is.
struct VerifyTests {
    /// All references of the schema that are of one column, as far as some cases have them.
    private func references(_ bench: Workbench) throws -> [(table: String, column: String)] {
        try bench.desk.store.read { reader in
            try reader.referringTables().flatMap { table in
                try reader.db.ask(
                    """
                    SELECT "from", count(*) OVER (PARTITION BY id) FROM pragma_foreign_key_list(?)
                    """, table
                ).map { row in row[1] == 1 ? (table, row[0] as String) : nil }
            }
        }
    }

    @Test("A reference to a row that is not there is found, of every table and column")
    func brokenReferences() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        var broken = 0
        for (table, column) in try references(bench) {
            let bench = try Workbench()
            try bench.call(at: "2024-03-19 10:00", to: "东岭区")
            let changed = try DatabaseQueue(path: bench.path).inDatabase { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                for trigger in try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                {
                    try db.execute(sql: "DROP TRIGGER \(trigger)")
                }
                try db.execute(
                    sql: "UPDATE OR IGNORE \(table) SET \(column) = 99999999 WHERE \(column) IS NOT NULL")
                return db.changesCount
            }
            if changed == 0 { continue }
            broken += 1
            let findings = try bench.desk.store.read { try $0.brokenReferences(of: table) }
            #expect(!findings.isEmpty, "\(table).\(column)")
            #expect(try !bench.desk.verify().findings.isEmpty, "\(table).\(column)")
        }
        #expect(broken > 20)
    }
}
