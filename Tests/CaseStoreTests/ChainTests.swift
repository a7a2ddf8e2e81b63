import Casework
import Crypto
import Desk
import Foundation
import GRDB
import SplitMix
import TestSupport
import Testing

@testable import CaseStore

/// The chain of hashes over the history: whatever is changed behind the program's back is found.
struct ChainTests {
    /// A store with some history of most kinds.
    private func busyBench() throws -> Workbench {
        let bench = try Workbench()
        for round in 0..<4 {
            let number = try bench.call(
                at: "2024-03-19 0\(round + 1):00", content: "第 \(round) 次，夜里施工", to: "东岭区"
            ) {
                $0.phone = "1390000000\(round)"
                $0.name = "张三"
            }.number.description
            try bench.act(.sign, number)
            try bench.act(.reply, number) {
                $0.reply = "已经停工，可问13912345678"
                $0.note = "电话13912345678告知"
            }
            try bench.callback(number)
        }
        try bench.call(at: "2024-03-19 08:00", content: "请两家一起来") {
            $0.unit = "东岭区"
            $0.coUnits = ["西浦区"]
        }
        return bench
    }

    private func queue(_ bench: Workbench) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: bench.path, configuration: configuration)
    }

    private func openTables(_ db: Database) throws {
        for table in ["contacts", "events", "event_units"] {
            try db.execute(sql: "DROP TRIGGER \(table)_fixed; DROP TRIGGER \(table)_kept")
        }
    }

    @Test("The hashes are those that the documentation describes")
    func format() throws {
        let bench = try busyBench()
        try queue(bench).read { db in
            var encoding: [UInt8] = []
            func add(_ value: DatabaseValue) {
                func number(_ value: some FixedWidthInteger) {
                    withUnsafeBytes(of: value.bigEndian) { encoding += $0 }
                }
                switch value.storage {
                case .null: encoding.append(0)
                case .int64(let value):
                    encoding.append(1)
                    number(value)
                case .string(let text):
                    encoding.append(2)
                    number(UInt32(text.utf8.count))
                    encoding += text.utf8
                case .blob(let data):
                    encoding.append(3)
                    number(UInt32(data.count))
                    encoding += data
                case .double: Issue.record("no such values")
                }
            }
            let uuid = try String.fetchOne(db, sql: "SELECT uuid FROM store")
            add(try #require(uuid).databaseValue)
            var hash = Data(SHA256.hash(data: encoding))
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM events ORDER BY id")
            #expect(rows.count > 15)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM originals") == 8)
            for row in rows {
                encoding = Array(hash)
                // The columns in the order of the table, its last one left out.
                for value in row.databaseValues.dropLast() { add(value) }
                let units = try Int64.fetchAll(
                    db, sql: "SELECT unit_id FROM event_units WHERE event_id = ? ORDER BY 1",
                    arguments: [row["id"]])
                add(units.count.databaseValue)
                for unit in units { add(unit.databaseValue) }
                let hidden = try String.fetchAll(
                    db, sql: "SELECT field FROM originals WHERE event_id = ? ORDER BY 1",
                    arguments: [row["id"]])
                add(hidden.count.databaseValue)
                for field in hidden { add(field.databaseValue) }
                let configuration = try DatabaseValue.fetchOne(
                    db, sql: "SELECT digest FROM config_versions WHERE version = ?",
                    arguments: [row["config_version"]])
                add(try #require(configuration))
                hash = Data(SHA256.hash(data: encoding))
                #expect(row["hash"] as Data == hash)
            }
        }
    }

    /// A value that is another one.
    private func other(_ value: DatabaseValue, _ random: inout SplitMix64) -> DatabaseValue {
        switch value.storage {
        case .int64(let number): (number &+ Int64.random(in: 1...90_000, using: &random)).databaseValue
        case .string(let text): (text + "改").databaseValue
        case .blob(var data):
            data.isEmpty
                ? Data([1]).databaseValue
                : {
                    data[Int.random(in: 0..<data.count, using: &random)] ^=
                        1 << UInt8.random(in: 0..<8, using: &random)
                    return data.databaseValue
                }()
        default: Int64.random(in: 1...9, using: &random).databaseValue
        }
    }

    /// Changes something by chance. Returns what, or nil where that could not be.
    private func tamper(_ db: Database, _ random: inout SplitMix64) throws -> String? {
        let tables = ["events", "event_units", "contacts"]
        let table = tables[Int.random(in: 0..<3, using: &random)]
        let key = table == "event_units" ? "event_id" : "id"
        let ids = try Int64.fetchAll(db, sql: "SELECT \(key) FROM \(table) ORDER BY 1")
        guard let id = ids.randomElement(using: &random), let last = ids.last else { return nil }
        if Int.random(in: 0..<5, using: &random) == 0 {
            // The last event's loss shows only beside a link that was kept elsewhere.
            guard table != "events" || id != last else { return nil }
            try db.execute(sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [id])
            return "DELETE \(table) \(id)"
        }
        let own = ["contacts": ["id", "config_version", "case_number"]][table] ?? []
        let columns = try String.fetchAll(
            db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]
        )
        .filter { !own.contains($0) }
        guard let column = columns.randomElement(using: &random),
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM \(table) WHERE \(key) = ?", arguments: [id])
        else { return nil }
        let value = other(row[column], &random)
        do {
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", arguments: [value, id])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return nil
        }
        return "\(table) \(id) \(column) = \(value)"
    }

    @Test("Five hundred changes by chance are all found")
    func tampering() throws {
        let bench = try busyBench()
        var random = SplitMix64(seed: 20_261_121)
        try queue(bench).writeWithoutTransaction { db in
            try openTables(db)
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let reader = try StoreReader(db: db)
            #expect(try reader.chainFindings(in: 1...1000).isEmpty)
            var found = 0
            while found < 500 {
                var what: String?
                try db.inTransaction {
                    what = try tamper(db, &random)
                    guard let what else { return .rollback }
                    let findings =
                        try reader.chainFindings(in: 1...1000)
                        + reader.foldFindings(in: CaseNumber.all)
                        + ["events", "event_units", "contacts"].flatMap {
                            try reader.brokenReferences(of: $0)
                        }
                    #expect(!findings.isEmpty, "\(what)")
                    return .rollback
                }
                if what != nil { found += 1 }
            }
        }
    }

    @Test("The first broken event is named, by its case and moment, wherever the portions end")
    func first() throws {
        let bench = try busyBench()
        try queue(bench).write { db in
            try openTables(db)
            try db.execute(sql: "UPDATE events SET reply = '别的' WHERE id = 3 OR id = 11")
        }
        let findings = try bench.desk.verify().findings
        let chain = findings.compactMap {
            if case .chain(let event, let number, let at) = $0 { (event, number, at) } else { nil }
        }
        let event = try #require(chain.first)
        #expect(chain.count == 1 && event.0 == 3)
        #expect(event.1?.description == "20240319000001")
        #expect(event.2 == Workbench.instant("2024-03-20T09:00:00+07:00"))
        let portions = try bench.desk.store.read { reader in
            try [1...2, 4...10, 4...11].map { try reader.chainFindings(in: $0).count }
        }
        #expect(portions == [0, 0, 1])
    }

    @Test("The end of the history can be cut off unseen only by who keeps no link of it")
    func tail() throws {
        let bench = try busyBench()
        let early = try bench.desk.chainHead()
        try bench.call(at: "2024-03-19 09:00", content: "路灯不亮")
        let late = try bench.desk.chainHead()
        func kept(_ text: String) throws -> [Finding] {
            try bench.desk.verify(head: KeptHead(text)).findings
        }
        let hash = try #require(late.split(separator: " ").last)
        for line in [early, late, String(hash)] {
            let findings = try kept(line)
            #expect(findings.isEmpty)
        }
        try queue(bench).write { db in
            try openTables(db)
            try db.execute(
                sql: """
                    DELETE FROM contact_states WHERE contact_id = (SELECT max(id) FROM contacts);
                    DELETE FROM case_states WHERE case_number = (SELECT max(case_number) FROM case_states);
                    DELETE FROM contacts WHERE id = (SELECT max(id) FROM contacts);
                    DELETE FROM events WHERE id = (SELECT max(id) FROM events);
                    DROP TRIGGER cases_kept;
                    DELETE FROM cases WHERE number NOT IN (SELECT case_number FROM events);
                    """)
        }
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(try kept(early).isEmpty)
        let findings = try kept(late)
        #expect(findings == [.rewritten(event: late.split(separator: " ").first.flatMap { Int64($0) })])
        #expect(throws: DeskError.badHead("x")) { try KeptHead("x") }
    }

    @Test("A history written anew with all its hashes shows beside a link that was kept")
    func rewritten() throws {
        let bench = try busyBench()
        let head = try bench.desk.chainHead()
        try queue(bench).write { db in
            try openTables(db)
            try db.execute(sql: "UPDATE events SET note = '从来没有' WHERE id = 5")
            let reader = try StoreReader(db: db)
            // What somebody does who knows the program.
            var rewritten = 0
            while case .chain(let event, _, _)? = try reader.chainFindings(in: 1...1000).first,
                rewritten < 100
            {
                try reader.rewriteHash(of: event)
                rewritten += 1
            }
        }
        #expect(try bench.desk.verify().findings.isEmpty)
        let kept = try KeptHead(head)
        #expect(try !bench.desk.verify(head: kept).findings.isEmpty)
    }

    /// A store whose configuration has several versions: the first, names that an import brought, and another wording.
    private func configuredBench() throws -> Workbench {
        let bench = try busyBench()
        var options = ImportOptions()
        options.addsNames = true
        let added = try bench.importTable(
            """
            received_at,channel,kind,category,content,disposition,unit
            2024-03-19 10:00,座机,投诉,别的/没见过,响,transfer,没见过的局
            """, options)
        #expect(added.addedNames.count == 2)
        let changed = bench.folder.appending(path: "changed")
        try TestCity.write(
            try TestCity.yunzhou(changing: "categories.yml", "name: 噪音", to: "name: 噪声污染"), to: changed)
        _ = try bench.desk.applyConfiguration(changed.path, expecting: nil, isRehearsal: false)
        return bench
    }

    @Test("Whatever is changed of the configuration is found, in whichever version")
    func configuration() throws {
        let bench = try configuredBench()
        #expect(try bench.desk.verify().findings.isEmpty)
        let versions = try bench.desk.store.read { try $0.configVersion() }
        #expect(versions == 5)
        try queue(bench).writeWithoutTransaction { db in
            let reader = try StoreReader(db: db)
            func findings(after sql: String) throws -> [Finding] {
                var findings: [Finding] = []
                try db.inTransaction {
                    try db.execute(sql: sql)
                    findings = try reader.configurationFindings() + reader.chainFindings(in: 1...1000)
                    return .rollback
                }
                return findings
            }
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            #expect(try findings(after: "SELECT 1").isEmpty)
            // Every column of every table, in the first row and in the last.
            for table in VersionedTable.all.map(\.name) + ["calendar_years", "calendar_days"] {
                let columns = try Row.fetchAll(
                    db, sql: "SELECT name, type FROM pragma_table_info('\(table)')")
                for column in columns where column["name"] != "until_version" {
                    let name: String = column["name"]
                    let other =
                        column["type"] == "TEXT"
                        ? "coalesce(\(name), '') || '改'" : "coalesce(\(name), 0) + 70000"
                    for row in ["min(rowid)", "max(rowid)"] {
                        let change =
                            "UPDATE \(table) SET \(name) = \(other) WHERE rowid = (SELECT \(row) FROM \(table))"
                        let found = try findings(after: change)
                        #expect(
                            found.contains { if case .configuration = $0 { true } else { false } },
                            "\(change)")
                    }
                }
                #expect(
                    try !findings(
                        after: "DELETE FROM \(table) WHERE rowid = (SELECT max(rowid) FROM \(table))"
                    ).isEmpty)
            }
            let closing = "UPDATE units SET until_version = \(versions) WHERE until_version IS NULL"
            #expect(try findings(after: closing) == [.configuration(versions)])
            // Who makes a version's digest fit breaks the chain of events.
            let digest = "UPDATE config_versions SET digest = randomblob(32) WHERE version = 1"
            let chain = try findings(after: digest)
            #expect(chain.contains { if case .chain(1, _, _) = $0 { true } else { false } })
        }
    }

    @Test("Entries of who saw what cannot be changed, taken away or slipped in unseen")
    func disclosures() throws {
        let bench = try busyBench()
        for reason in ["回访核实", "上级调阅", "本人查询"] {
            _ = try bench.desk.reveal("20240319000001", reason: reason)
        }
        #expect(try bench.desk.verify().findings.isEmpty)
        try queue(bench).writeWithoutTransaction { db in
            try db.execute(sql: "DROP TRIGGER disclosures_fixed; DROP TRIGGER disclosures_kept")
            let reader = try StoreReader(db: db)
            for (change, from): (String, Int64) in [
                ("UPDATE disclosures SET staff = '别人' WHERE id = 2", 2),
                ("UPDATE disclosures SET at = at + 60 WHERE id = 1", 1),
                ("UPDATE disclosures SET case_number = 20240319000002 WHERE id = 3", 3),
                ("DELETE FROM disclosures WHERE id = 2", 3), ("DELETE FROM disclosures WHERE id = 3", 3),
                ("DELETE FROM disclosures", 1),
                ("UPDATE disclosures SET id = id + 10 WHERE id = 3", 13),
            ] {
                try db.inTransaction {
                    try db.execute(sql: change)
                    #expect(try reader.disclosureFindings() == [.disclosures(from: from)], "\(change)")
                    return .rollback
                }
            }
        }
    }

    @Test("Changing the key and erasing callers leave the chain whole, and callers can be compared with it")
    func callers() throws {
        let bench = try busyBench()
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        _ = try bench.desk.rotateKey()
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        _ = try bench.desk.forget("20240319000002", reason: "本人要求")
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        try queue(bench).write { try $0.execute(sql: "UPDATE callers SET name = NULL WHERE contact_id = 3") }
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(try bench.desk.verify(callers: true).findings.count == 1)
    }

    @Test("Rows that fail half written leave no gap, and another store has a chain of its own")
    func imports() throws {
        let bench = try busyBench()
        let rows = try bench.exportTable()
        let other = try Workbench()
        try other.call(content: "先有的")
        let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        _ = try other.importTable(text)
        #expect(try other.desk.verify(callers: true).findings.isEmpty)
        let count = try other.desk.store.condition().events
        #expect(count > 15)
        let head = try other.desk.store.read { try $0.chainHead() }
        #expect(head.event == Int64(count))
        let day = try bench.desk.settings().clock.day(of: bench.desk.now())
        // What was added within work that fails is gone again.
        try bench.desk.store.write { writer in
            for _ in 0..<2 {
                _ = try? writer.whole(guarded: true) {
                    let number = try writer.openCase(on: day)
                    let event = Event(
                        caseNumber: number, sequence: nil, at: bench.desk.now(), recordedAt: bench.desk.now(),
                        staff: "x", action: .urge)
                    _ = try? writer.record(event, on: CaseFile(number: number, contacts: [], events: []))
                    throw StoreError.contradiction
                }
            }
        }
        try bench.call(content: "后来的")
        #expect(try bench.desk.verify().findings.isEmpty)
    }
}

extension StoreReader {
    /// Gives an event the hash that it would have.
    fileprivate func rewriteHash(of event: Int64) throws {
        let right = try #require(
            (try Row.fetchOne(db, sql: "SELECT \(Chain.columns) FROM events WHERE id = ?", arguments: [event]))
        )
        let encoding = Encoding()
        let before = try Data.fetchOne(
            db, sql: "SELECT hash FROM events WHERE id < ? ORDER BY id DESC LIMIT 1", arguments: [event])
        try #require(before).withUnsafeBytes { encoding.begin(with: $0) }
        for value in right.databaseValues {
            switch value.storage {
            case .int64(let number): encoding.add(number)
            case .string(let text): encoding.add(text)
            case .blob(let data): data.withUnsafeBytes { encoding.add(.blob, $0) }
            default: encoding.add(Int64?.none)
            }
        }
        let units = try Int64.fetchAll(
            db, sql: "SELECT unit_id FROM event_units WHERE event_id = ? ORDER BY 1", arguments: [event])
        encoding.add(Int64(units.count))
        for unit in units { encoding.add(unit) }
        let hidden = try String.fetchAll(
            db, sql: "SELECT field FROM originals WHERE event_id = ? ORDER BY 1", arguments: [event])
        encoding.add(Int64(hidden.count))
        for field in hidden { encoding.add(field) }
        let digest = try Data.fetchOne(
            db, sql: "SELECT digest FROM config_versions WHERE version = ?",
            arguments: [right["config_version"]])
        try #require(digest).withUnsafeBytes { encoding.add(.blob, $0) }
        try db.execute(
            sql: "UPDATE events SET hash = ? WHERE id = ?",
            arguments: [Data(encoding.digest), event])
    }
}
