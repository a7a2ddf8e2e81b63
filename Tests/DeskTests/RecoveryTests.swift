import CaseStore
import Casework
import Desk
import Foundation
import GRDB
import SplitMix
import TestSupport
import Testing

/// Backups, putting one in a store's place, and saving what can be saved of a damaged store.
struct RecoveryTests {
    private func busyBench(cases: Int = 3) throws -> Workbench {
        let bench = try Workbench()
        for round in 0..<cases {
            let number = try bench.call(
                at: "2024-03-19 10:00", content: "第 \(round) 次，夜里施工，机器整夜不停，请来人看看", to: "东岭区"
            ) { $0.phone = "13900000\(100 + round)" }.number.description
            try bench.act(.sign, number)
        }
        return bench
    }

    private func path(_ bench: Workbench, _ name: String) -> String {
        bench.folder.appending(path: name).path
    }

    private func restore(_ copy: String, over bench: Workbench, replaces: Bool = true) throws
        -> Recovery.Restored
    {
        let now = bench.desk.now
        return try Recovery.restore(
            copy, to: bench.path, replaces: replaces, keys: try #require(bench.desk.store.keys),
            program: "test", actor: bench.desk.actor, now: now)
    }

    private func leftovers(_ bench: Workbench) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).filter {
            $0.contains(".new-") || $0.contains(".store-")
        }
    }

    @Test(
        "A store opened through a link is the same store: one lock, and a restore replaces it and not the link"
    )
    func link() throws {
        let bench = try busyBench()
        let link = path(bench, "link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: bench.path)
        let keys = try #require(bench.desk.store.keys)
        let now = bench.desk.now
        let desk = Desk(
            store: try Store(path: link, program: "test", keys: keys), actor: bench.desk.actor, now: now)
        _ = try desk.recordPlainCall()
        #expect(!FileManager.default.fileExists(atPath: link + ".lock"))
        let copy = path(bench, "copy.sqlite")
        _ = try bench.desk.backUp(to: copy, replaces: false)
        _ = try bench.desk.recordPlainCall()
        let restored = try Recovery.restore(
            copy, to: link, replaces: true, keys: keys, program: "test", actor: bench.desk.actor, now: now)
        #expect(restored.cases == 4)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == bench.path)
        #expect(throws: StoreError.replaced(path: bench.path)) { try bench.desk.recordPlainCall() }
        let kept = try #require(restored.kept)
        #expect(kept.hasPrefix(bench.path) && FileManager.default.fileExists(atPath: kept))
    }

    @Test("A backup made while others record is one state of the store, whole and the owner's alone")
    func online() async throws {
        let bench = try busyBench(cases: 20)
        let copy = path(bench, "copy.sqlite")
        async let calls = Task.detached {
            let desk = try bench.anotherDesk()
            var count = 0
            while !FileManager.default.fileExists(atPath: copy), count < 500 {
                _ = try desk.recordPlainCall()
                count += 1
            }
            return count
        }.value
        let extent = try bench.desk.backUp(to: copy, replaces: false).extent
        let recorded = try await calls
        #expect(extent.cases >= 20 && extent.cases <= 20 + recorded)
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let store = try Store(path: copy, program: "test", keys: bench.desk.store.keys)
        let desk = Desk(store: store, actor: bench.desk.actor, now: bench.desk.now)
        #expect(try desk.verify(search: true, callers: true).findings.isEmpty)
        #expect(try store.condition().events == extent.events)
        let noted = try bench.desk.store.condition().lastBackupAt
        #expect(noted == bench.desk.now().seconds)
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(try leftovers(bench).isEmpty)
    }

    @Test("A backup replaces a file only when it is told to, and never the store itself")
    func replacing() throws {
        let bench = try busyBench()
        let copy = path(bench, "copy.sqlite")
        try Data("alt".utf8).write(to: URL(filePath: copy))
        #expect(throws: StoreError.wouldReplace(path: copy)) {
            try bench.desk.backUp(to: copy, replaces: false)
        }
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("alt".utf8))
        #expect(try bench.desk.backUp(to: copy, replaces: true).extent.cases == 3)
        #expect(throws: StoreError.exists(path: bench.path)) {
            try bench.desk.backUp(to: bench.path, replaces: true)
        }
        let link = path(bench, "link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: bench.path)
        #expect(throws: StoreError.exists(path: link)) { try bench.desk.backUp(to: link, replaces: true) }
    }

    @Test("Where there is no folder for a backup, that is what is told")
    func noFolder() throws {
        let bench = try busyBench()
        let copy = path(bench, "none/copy.sqlite")
        #expect(throws: StoreError.cannotCreate(path: copy, reason: "没有这个文件或文件夹")) {
            try bench.desk.backUp(to: copy, replaces: false)
        }
    }

    @Test("A restored backup is the store as it was, with its chain; what stood there is kept whole")
    func restoring() throws {
        let bench = try busyBench()
        let copy = path(bench, "copy.sqlite")
        let head = try bench.desk.chainHead()
        _ = try bench.desk.backUp(to: copy, replaces: false)
        try bench.call(content: "备份之后的")
        #expect(throws: StoreError.wouldReplace(path: bench.path)) {
            try restore(copy, over: bench, replaces: false)
        }
        let restored = try restore(copy, over: bench)
        #expect(restored.cases == 3)
        let desk = try bench.anotherDesk()
        #expect(try desk.chainHead() == head)
        #expect(try desk.verify(search: true, callers: true, head: KeptHead(head)).findings.isEmpty)
        // Who had the store open is told, and does not go on in the old one.
        #expect(throws: StoreError.replaced(path: bench.path)) { try bench.call(content: "写到哪里") }
        _ = try desk.recordPlainCall()
        let kept = try #require(restored.kept)
        #expect(kept.hasPrefix("\(bench.path).before-20240320T020000Z"))
        let old = try Store(path: kept, program: "test", keys: bench.desk.store.keys)
        #expect(try old.condition().cases == 4)
        let second = try restore(copy, over: bench)
        #expect(second.kept == "\(kept)-2")
        #expect(try leftovers(bench).isEmpty)
    }

    @Test("A backup is restored where there is no store yet")
    func elsewhere() throws {
        let bench = try busyBench()
        let copy = path(bench, "copy.sqlite")
        _ = try bench.desk.backUp(to: copy, replaces: false)
        let target = path(bench, "new/folder/store.sqlite")
        let restored = try Recovery.restore(
            copy, to: target, replaces: false, keys: try #require(bench.desk.store.keys), program: "test",
            actor: bench.desk.actor, now: bench.desk.now)
        #expect(restored.cases == 3)
        #expect(restored.kept == nil)
        #expect(try Store(path: target, program: "test").condition().isDurable)
    }

    @Test("Copies with bytes flipped by chance are refused, and the store stays", arguments: 1...12)
    func flipped(seed: UInt64) throws {
        let bench = try busyBench()
        let copy = path(bench, "copy.sqlite")
        _ = try bench.desk.backUp(to: copy, replaces: false)
        let file = URL(filePath: copy)
        var bytes = try Data(contentsOf: file)
        var random = SplitMix64(seed: seed)
        // Within the text of a call: nothing that SQLite itself would notice.
        let text = try #require(bytes.range(of: Data("机器整夜不停".utf8)))
        let place =
            seed % 2 == 0
            ? Int.random(in: text, using: &random) : Int.random(in: 100..<4000, using: &random)
        bytes[place] ^= 0x15
        try bytes.write(to: file)
        let before = try Data(contentsOf: URL(filePath: bench.path))
        do {
            _ = try restore(copy, over: bench)
            // A byte that nothing stands in.
            #expect(seed % 2 == 1)
            #expect(try bench.anotherDesk().verify(search: true).findings.isEmpty)
        } catch {
            let isRefused =
                switch error {
                case DeskError.badCopy, StoreError.damaged, StoreError.notAStore, StoreError.newer: true
                default: false
                }
            #expect(isRefused, "\(error)")
            #expect(try Data(contentsOf: URL(filePath: bench.path)) == before)
        }
        #expect(try leftovers(bench).isEmpty)
    }

    private func repair(_ bench: Workbench, callers: Bool = true, as name: String? = nil) throws -> (
        result: Recovery.Repaired, rows: [[String]]
    ) {
        var rows: [[String]] = []
        let result = try Recovery.repair(
            bench.path, draft: path(bench, "out.csv.store-1"), showsCallers: callers,
            keys: try #require(bench.desk.store.keys),
            actor: name.map { Actor(staff: $0) } ?? bench.desk.actor, now: bench.desk.now
        ) { rows.append($0) }
        return (result, rows)
    }

    private func text(_ rows: [[String]]) -> String {
        rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
    }

    @Test("Of a sound store repair writes what an export writes, and nothing is lost")
    func repairSound() throws {
        let bench = try busyBench(cases: 5)
        // In texts something is hidden; somebody is erased.
        let hidden = try bench.call(content: "我叫王小明，夜里施工，电话13912345678").number.description
        try bench.act(.dispatch, hidden) {
            $0.unit = "东岭区"
            $0.note = "可问13912345678"
        }
        let forgotten = try bench.call(content: "请打13812345678") { $0.phone = "13812345678" }.number
        _ = try bench.desk.forget(forgotten.description, reason: "本人要求")
        let (result, rows) = try repair(bench)
        #expect(result.losses.isEmpty, "\(result.losses)")
        #expect(try rows == bench.exportTable())
        #expect(result.bulletins.isEmpty)
        #expect(try leftovers(bench).isEmpty)
    }

    @Test("Who sees only a unit's cases does not repair, as long as anybody is left who sees all")
    func repairRights() throws {
        let bench = try busyBench()
        var handler = StaffRequest(name: "承办")
        handler.roles = ["承办人"]
        handler.unit = "西浦区"
        try bench.desk.putStaff(handler)
        #expect(throws: DeskError.notAllowed("抢救", roles: [.administrator, .supervisor])) {
            try repair(bench, callers: false, as: "承办")
        }
        #expect(try repair(bench, callers: false).rows == repair(bench, callers: false, as: "测试员").rows)
        try DatabaseQueue(path: bench.path).write { db in
            try db.execute(sql: "DELETE FROM staff_roles; DELETE FROM staff WHERE name = '测试员'")
        }
        #expect(try repair(bench, callers: false, as: "承办").rows.count > 3)
        #expect(try leftovers(bench).isEmpty)
    }

    @Test("What was issued is saved as it was printed")
    func repairBulletins() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-18 10:00", content: "问停水", direct: "已恢复")
        let issued = try bench.desk.issue("2024-03-18")
        let (result, _) = try repair(bench)
        #expect(result.bulletins == [issued.text])
    }

    @Test("Of a store with broken pages the rest is saved and can be imported, and what is lost is told")
    func repairBroken() throws {
        let bench = try busyBench(cases: 120)
        _ = try bench.desk.backUp(to: path(bench, "whole.sqlite"), replaces: false)
        // In one file, without a log.
        let restored = try restore(path(bench, "whole.sqlite"), over: bench)
        #expect(restored.cases == 120)
        let file = URL(filePath: bench.path)
        var bytes = try Data(contentsOf: file)
        // Two pages with texts of calls, in the middle of them.
        for round in [40, 80] {
            let text = try #require(bytes.range(of: Data("第 \(round) 次，夜里施工，机器".utf8)))
            let page = text.lowerBound / 4096 * 4096
            bytes.replaceSubrange(page..<page + 4096, with: Data(repeating: 0xA5, count: 4096))
        }
        try bytes.write(to: file)
        let (result, rows) = try repair(bench)
        #expect(!result.losses.isEmpty)
        #expect(result.losses.gaps["contacts"] ?? 0 > 0)
        #expect(result.losses.contacts > 0 && result.losses.contacts < 90)
        let other = try Workbench()
        let imported = try other.importTable(text(rows))
        #expect(imported.rejected == 0)
        let saved = try other.desk.store.condition().cases
        #expect(saved >= 120 - result.losses.contacts && saved < 120)
        #expect(saved == 120 - result.losses.contacts)
        #expect(try other.desk.verify(search: true, callers: true).findings.isEmpty)
        #expect(try leftovers(bench).isEmpty)
    }

    @Test("A text that was changed is saved and named")
    func repairChanged() throws {
        let bench = try busyBench(cases: 5)
        let copy = path(bench, "copy.sqlite")
        _ = try bench.desk.backUp(to: copy, replaces: false)
        _ = try restore(copy, over: bench)
        let file = URL(filePath: bench.path)
        var bytes = try Data(contentsOf: file)
        let text = try #require(bytes.range(of: Data("第 2 次".utf8)))
        bytes[text.lowerBound + 4] = UInt8(ascii: "7")
        try bytes.write(to: file)
        let (result, _) = try repair(bench)
        #expect(result.losses.changed.count == 1)
        #expect(result.losses.contacts == 0)
    }
}
