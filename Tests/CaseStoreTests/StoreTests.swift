import Casework
import Desk
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// The file itself: what it accepts, what it refuses, and what another program sees in it.
struct StoreTests {
    private func raw<Value>(_ bench: Workbench, _ work: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: bench.path).writeWithoutTransaction(work)
    }

    @Test(
        "Contacts, events and cases are only ever added, whoever tries",
        arguments: [
            "DELETE FROM contacts", "UPDATE contacts SET content = 'x'", "DELETE FROM events",
            "UPDATE events SET staff = 'x'",
            "DELETE FROM cases", "UPDATE cases SET number = number + 1",
            "DELETE FROM alerts", "UPDATE alerts SET told = ''", "DELETE FROM acknowledgements",
            "DELETE FROM tracked_issues", "UPDATE tracked_issue_steps SET decision = ''",
        ])
    func onlyAdded(sql: String) throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", content: "桥断了", to: "东岭区")
        _ = try bench.desk.acknowledge(["1"], note: nil, at: nil)
        try raw(bench) { db in
            try db.execute(
                sql: """
                    INSERT INTO tracked_issues VALUES (1, '样例花园', '电梯停运', '样例花园', 20240301, 20240319);
                    INSERT INTO tracked_issue_contacts SELECT 1, id FROM contacts;
                    INSERT INTO tracked_issue_steps SELECT 1, 1, 0, 0, '测试员', min(id), '', 0 FROM units;
                    """)
        }
        let error = try #require(throws: DatabaseError.self) { try raw(bench) { try $0.execute(sql: sql) } }
        #expect(error.message == "history is only added to")
    }

    @Test(
        "Every table is STRICT, every reference is checked, the log is written ahead and synchronised fully")
    func pragmas() throws {
        let bench = try Workbench()
        let tables = try raw(bench) { db in
            try Row.fetchAll(
                db,
                sql:
                    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        }
        #expect(tables.count > 15)
        for table in tables { #expect(table["strict"] as Int == 1, "\(table["name"] as String)") }
        #expect(try bench.desk.store.condition().isDurable)
        #expect(try bench.desk.store.read { try Int.fetchOne($0.db, sql: "PRAGMA foreign_keys") } == 1)
        #expect(try bench.desk.store.read { try Int.fetchOne($0.db, sql: "PRAGMA wal_autocheckpoint") } == 0)
        #expect(
            try bench.desk.store.read { try Int.fetchOne($0.db, sql: "PRAGMA application_id") } == 0x796f_7573
        )
        for file in [bench.path, bench.path + "-wal", bench.path + ".lock"]
        where FileManager.default.fileExists(atPath: file) {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
    }

    @Test(
        "Rows that cannot be are refused by the schema itself",
        arguments: [
            "INSERT INTO cases (number) VALUES (5)",
            "UPDATE case_states SET until = since",
            "UPDATE contact_states SET disposition = 'perhaps'",
            "UPDATE contact_states SET category_id = NULL",
            "UPDATE contact_states SET category_id = 'abc'",
            "INSERT INTO callers (contact_id, name, phone, external_id) VALUES (99, '', '', '')",
            "INSERT INTO kinds (code, name, is_topic, position, since_version) VALUES ('su', '又一个', 1, 1, 1)",
        ])
    func constraints(sql: String) throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        #expect(throws: DatabaseError.self) { try raw(bench) { try $0.execute(sql: sql) } }
    }

    @Test("A newer store is refused with the program that wrote it, when opened and at every write")
    func newerStore() throws {
        let bench = try Workbench()
        try raw(bench) { try $0.execute(sql: "PRAGMA user_version = 99; UPDATE store SET program = '9.9'") }
        let refusal = StoreError.newer(path: bench.path, program: "9.9", schema: 99)
        #expect(throws: refusal) { try Store(path: bench.path, program: "test") }
        #expect(throws: refusal) { try bench.call() }
    }

    @Test("An older store is kept beside itself before it is brought up to date")
    func migration() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        let next = Migration(
            number: Store.schema + 1, sql: "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT")
        var copies: [String] = []
        let store = try Store(path: bench.path, program: "next", migrations: Migration.all + [next]) {
            copies.append($0)
        }
        #expect(try store.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM extra") } == 0)
        #expect(try store.condition().program == "next")
        let copy = try Store(path: try #require(copies.first), program: "test")
        #expect(try copy.condition().schema == Store.schema)
        #expect(try copy.condition().contacts == 1)
        #expect(copies.count == 1)
    }

    @Test("A migration that fails leaves the store as it was")
    func failedMigration() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        let broken = Migration(
            number: Store.schema + 1,
            sql: "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)")
        #expect(throws: StoreError.self) {
            try Store(path: bench.path, program: "next", migrations: Migration.all + [broken]) { _ in }
        }
        let store = try Store(path: bench.path, program: "test")
        #expect(try store.condition().schema == Store.schema)
        #expect(try store.condition().contacts == 1)
    }

    @Test(
        "What is no store is refused, and left alone",
        arguments: ["", "kein SQLite", String(repeating: "x", count: 5000)])
    func notAStore(content: String) throws {
        let bench = try Workbench()
        let path = bench.folder.appending(path: "other").path
        try Data(content.utf8).write(to: URL(filePath: path))
        #expect(throws: StoreError.notAStore(path: path)) { try Store(path: path, program: "test") }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
    }

    @Test(
        "A schema whose text is damaged is told as damage, not as a fault of the program",
        arguments: [
            ("REFERENCES units (id)", "REFERENCES units (ix)"), ("length(file_hash)", "lengxh(file_hash)"),
        ])
    func damagedSchema(from old: String, to new: String) throws {
        let bench = try Workbench()
        try bench.call(content: "先有一件")
        let db = try DatabaseQueue(path: bench.path)
        try db.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'events'",
                arguments: [old, new])
            #expect(db.changesCount == 1)
        }
        try db.close()
        #expect(throws: StoreError.damaged(path: bench.path)) { try bench.anotherDesk().verify() }
    }

    @Test("A header that asks for a newer SQLite is told as damage")
    func damagedFormat() throws {
        let bench = try Workbench()
        let file = try FileHandle(forUpdating: URL(filePath: bench.path))
        try DatabaseQueue(path: bench.path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        // The schema's format number, the last of four bytes.
        try file.seek(toOffset: 47)
        try file.write(contentsOf: [9])
        try file.close()
        #expect(throws: StoreError.damaged(path: bench.path)) { try Store(path: bench.path, program: "test") }
    }

    @Test("A store that is there is not made again")
    func exists() throws {
        let bench = try Workbench()
        #expect(throws: StoreError.exists(path: bench.path)) {
            try Store.create(
                path: bench.path, program: "test", keys: try #require(bench.desk.store.keys),
                configuration: try bench.anyConfiguration(),
                by: "x", at: Instant(seconds: 0))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(left.allSatisfy { !$0.contains(".new-") })
    }

    @Test(
        "What the history does not bear out is found",
        arguments: [
            "UPDATE case_states SET stage = 'closed'", "DELETE FROM contact_states",
            "UPDATE contact_states SET day = 20240101",
            "UPDATE day_counts SET contacts = contacts + 1", "DELETE FROM day_counts",
            "INSERT INTO day_counts (day, root_code, kind_id, contacts) VALUES (20240318, 'zs', 1, 1)",
            "DROP TRIGGER cases_fixed; UPDATE cases SET origin = '别的库', external_number = number",
            "UPDATE case_states SET due_at = due_at + 1 WHERE due_at IS NOT NULL",
            "DROP TRIGGER contacts_fixed; UPDATE contacts SET content = '改过'",
            "DROP TRIGGER events_fixed; UPDATE events SET disposition = 'direct' WHERE action = 'dispatch'",
        ])
    func verify(sql: String) throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        #expect(try bench.desk.verify().findings.isEmpty)
        try raw(bench) { try $0.execute(sql: sql) }
        #expect(try !bench.desk.verify().findings.isEmpty)
    }

    @Test(
        "Which versions of SQLite lose pages when a commit races a second checkpoint",
        arguments: [
            ("3.6.23", false), ("3.7.0", true), ("3.40.1", true), ("3.44.5", true), ("3.44.6", false),
            ("3.50.6", true),
            ("3.50.7", false), ("3.51.2", true), ("3.51.3", false), ("3.52.0", false),
        ])
    func resetBug(version: String, has: Bool) {
        #expect(Condition.hasResetBug(sqlite: version) == has)
    }
}

extension Workbench {
    /// Some configuration.
    func anyConfiguration() throws -> CityConfiguration {
        let settings = try desk.settings()
        return CityConfiguration(
            settings: settings, channels: [], kinds: [], categories: [], units: [], areas: [], leaders: [],
            dispatchRules: [],
            grades: [], gradeRules: [], alerts: AlertRules(),
            calendar: WorkCalendar(years: [], exceptions: [:]))
    }

    @Test("One program after the other does not make the write-ahead log grow without end")
    func logStaysSmall() throws {
        let bench = try Workbench()
        for round in 0..<40 {
            // Whoever opens the store alone reads the log anew and does not know how much of it was copied.
            let desk = Desk(
                store: try Store(path: bench.path, program: "test"), actor: bench.desk.actor,
                now: bench.desk.now)
            for _ in 0..<2 {
                var request = IntakeRequest()
                (request.category, request.kind) = ("噪音", "投诉")
                request.content = "第 \(round) 次"
                _ = try desk.record(request)
            }
            let log = try FileManager.default.attributesOfItem(atPath: bench.path + "-wal")[.size] as? Int
            #expect(log ?? 0 < 2_000_000)
        }
    }
}
