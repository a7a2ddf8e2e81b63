import CaseStore
import Casework
import Desk
import Foundation
import GRDB
import Insight
import Sealing
import TestSupport
import Testing

/// Who called is sealed, opened on the record, erased, and sealed anew.
struct ConfidingTests {
    private func call(_ bench: Workbench, content: String = "夜里施工", confidential: Bool = false) throws
        -> String
    {
        try bench.call(content: content) {
            $0.name = "王小明"
            $0.phone = "13812345678"
            $0.identity = "630102199001011234"
            $0.home = "东岭路8号3栋502"
            $0.confidential = confidential
        }.number.description
    }

    /// Everything that is in the store's files, byte by byte.
    private func bytes(_ bench: Workbench) throws -> [String] {
        try ["", "-wal"].compactMap { ending in
            let path = bench.path + ending
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        }
    }

    private func expectNone(_ words: [String], in bench: Workbench) throws {
        for text in try bytes(bench) {
            for word in words { #expect(!text.contains(word), "\(word)") }
        }
    }

    private static let secrets = ["王小明", "13812345678", "630102199001011234", "东岭路8号3栋502"]

    @Test func `who called stands in no file, neither as given nor in a text`() throws {
        let bench = try Workbench()
        let number = try call(bench, content: "我是王小明，138-1234-5678，身份证630102199001011234，夜里施工")
        try bench.act(.reply, try dispatched(bench, number)) {
            $0.reply = "已联系王小明（13812345678）"
            $0.note = "王小明 13812345678 同意"
        }
        try expectNone(Self.secrets + ["138-1234-5678"], in: bench)
        let view = try bench.desk.show(number)
        #expect(view.contacts.first?.name == "王**")
        #expect(view.contacts.first?.phone == "138****5678")
        #expect(view.contacts.first?.contact.content == "我是王**，138-****-5678，身份证630***********1234，夜里施工")
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test func `without the key nothing is written about a case whose caller might be named`() throws {
        let bench = try Workbench()
        let number = try dispatched(bench, call(bench))
        let other = try bench.call(to: "东岭区").number.description
        let desk = Desk(
            store: try Store(path: bench.path, program: "test", keys: nil), actor: bench.desk.actor,
            now: bench.desk.now)
        func reply(_ number: String) throws {
            var request = HandlingRequest(.reply, numbers: [number])
            request.reply = "已与王小明联系"
            request.note = "电话告知"
            _ = try desk.handle(request)
        }
        #expect(throws: SealingError.missing) { try reply(number) }
        try expectNone(Self.secrets, in: bench)
        // Where nobody is known, nobody can be named; and what says nothing needs no key.
        try bench.act(.sign, other)
        try reply(other)
        let unsigned = try call(bench)
        try bench.act(.dispatch, unsigned) { $0.unit = "东岭区" }
        _ = try desk.handle(HandlingRequest(.sign, numbers: [unsigned]))
    }

    @Test func `a follow-up hides its own caller's name and the earlier one's`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        try bench.call(content: "刘海棠替王小明再问，电话6123456", about: number) {
            $0.name = "刘海棠"
            $0.phone = "0971-6123456"
        }
        try expectNone(["刘海棠", "王小明"], in: bench)
        #expect(try bench.desk.show(number).contacts.last?.contact.content == "刘**替王**再问，电话*****56")
    }

    private func dispatched(_ bench: Workbench, _ number: String) throws -> String {
        try bench.act(.dispatch, number) { $0.unit = "东岭区" }
        try bench.act(.sign, number)
        return number
    }

    @Test func `opening is recorded, with who and why, and shows what was hidden`() throws {
        let bench = try Workbench()
        let number = try call(bench, content: "我是王小明，夜里施工")
        #expect(throws: DeskError.missing("--reason")) { try bench.desk.reveal(number, reason: nil) }
        #expect(throws: DeskError.empty("--reason")) { try bench.desk.reveal(number, reason: " ") }
        #expect(try bench.desk.audit(AuditRequest()).isEmpty)
        let revealed = try bench.desk.reveal(number, reason: "回访")
        #expect(revealed.callers.map(\.caller.name) == ["王小明"])
        #expect(revealed.callers.map(\.caller.phone) == ["13812345678"])
        #expect(revealed.callers.map(\.caller.identity) == ["630102199001011234"])
        #expect(revealed.originals.map(\.text) == ["我是王小明，夜里施工"])
        let audit = try bench.desk.audit(AuditRequest())
        #expect(audit.map(\.deed) == [.reveal])
        #expect(audit.first?.number?.description == number)
        #expect(audit.first?.people == 1)
        #expect(audit.first?.reason == "回访")
        #expect(audit.first?.staff == "测试员")
        _ = try bench.desk.exportTable(showsCallers: true) { _ in }
        #expect(try bench.desk.audit(AuditRequest()).map(\.deed) == [.export, .reveal])
        _ = try bench.desk.exportTable(showsCallers: false) { _ in }
        #expect(try bench.desk.audit(AuditRequest()).count == 2)
    }

    @Test func `of an export with a filter those are counted whose callers it holds`() throws {
        let bench = try Workbench()
        _ = try call(bench)
        let target = try call(bench)
        let merged = try bench.call("用水", content: "停水") { $0.phone = "13800000001" }.number.description
        try bench.call("用水", content: "停水，不留姓名")
        var request = ListRequest()
        request.category = "用水"
        _ = try bench.desk.exportTable(request, showsCallers: true) { _ in }
        #expect(try bench.desk.audit(AuditRequest()).map(\.people) == [1])
        // The case into which one of them went goes along, with its caller.
        try bench.act(.merge, merged) { $0.target = target }
        _ = try bench.desk.exportTable(request, showsCallers: true) { _ in }
        _ = try bench.desk.exportTable(showsCallers: true) { _ in }
        #expect(try bench.desk.audit(AuditRequest()).map(\.people) == [3, 2, 1])
    }

    private func desk(_ bench: Workbench, _ name: String, _ roles: [String], unit: String? = nil) throws
        -> Desk
    {
        var request = StaffRequest(name: name)
        request.roles = roles
        request.unit = unit
        try bench.desk.putStaff(request)
        return Desk(store: bench.desk.store, actor: Actor(staff: name), now: bench.desk.now)
    }

    @Test func `only some roles may see who called, and of confidential callers fewer`() throws {
        let bench = try Workbench()
        let open = try dispatched(bench, try call(bench))
        let closed = try call(bench, confidential: true)
        let callback = try desk(bench, "回访", ["回访员"])
        let editor = try desk(bench, "编辑", ["编辑"])
        let supervisor = try desk(bench, "督办", ["督办员"])
        let own = try desk(bench, "本区", ["承办人"], unit: "东岭区")
        let other = try desk(bench, "外区", ["承办人"], unit: "西浦区")
        for desk in [callback, supervisor, own] {
            #expect(try desk.reveal(open, reason: "办理").callers.count == 1)
        }
        for desk in [editor, other] {
            #expect(throws: DeskError.self) { try desk.reveal(open, reason: "办理") }
        }
        #expect(try supervisor.reveal(closed, reason: "办理").callers.count == 1)
        for desk in [callback, own] {
            #expect(throws: DeskError.self) { try desk.reveal(closed, reason: "办理") }
        }
        #expect(try bench.desk.show(closed).contacts.first?.name == "保密")
        #expect(throws: DeskError.self) { try callback.audit(AuditRequest()) }
        #expect(throws: DeskError.unknownStaff("外人")) {
            try Desk(store: bench.desk.store, actor: Actor(staff: "外人"), now: bench.desk.now).reveal(
                open, reason: "x")
        }
    }

    @Test func `what is forgotten is gone, and the history stays whole`() throws {
        let bench = try Workbench()
        let number = try call(bench, content: "我是王小明，夜里施工")
        _ = try bench.desk.forget(number, reason: "本人要求")
        #expect(try bench.desk.reveal(number, reason: "看看").callers.isEmpty)
        #expect(try bench.desk.show(number).contacts.first?.name == "")
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(throws: DeskError.self) { try bench.desk.forget(number, reason: "再来") }
        #expect(try bench.desk.audit(AuditRequest()).map(\.deed) == [.reveal, .erase])
    }

    @Test func `whose caller is erased is named whole, not by an ending`() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00") { $0.phone = "13812345678" }
        #expect(throws: DeskError.noSuchCase("1")) { try bench.desk.forget("1", reason: "本人要求") }
        #expect(try bench.desk.reveal("1", reason: "回访").callers.count == 1)
    }

    @Test func `what is forgotten lies in no file any more, not even sealed`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        try bench.desk.store.finishBulk()
        let sealed = try DatabaseQueue(path: bench.path).read {
            try Data.fetchAll($0, sql: "SELECT phone FROM callers WHERE phone IS NOT NULL")
        }
        #expect(!sealed.isEmpty)
        func isThere() -> Bool {
            [bench.path, bench.path + "-wal"].contains { path in
                guard let bytes = FileManager.default.contents(atPath: path) else { return false }
                return sealed.contains { bytes.range(of: $0) != nil }
            }
        }
        #expect(isThere())
        _ = try bench.desk.forget(number, reason: "本人要求")
        #expect(!isThere())
    }

    @Test func `callers that are gone without having been erased are found`() throws {
        let bench = try Workbench()
        let (kept, number) = try (call(bench), call(bench))
        _ = try bench.desk.forget(kept, reason: "本人要求")
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { try $0.execute(sql: "DELETE FROM callers") }
        let contact = try #require(try bench.desk.show(number).contacts.first?.number)
        #expect(try bench.desk.verify(callers: true).findings == [.caller(contact)])
    }

    @Test func `a key that was changed meanwhile is read again before a name is hidden`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        let old = Desk(
            store: try Store(
                path: bench.path, program: "test",
                keys: KeyFile(path: try #require(bench.desk.store.keys).path)),
            actor: bench.desk.actor, now: bench.desk.now)
        #expect(try old.show(number).contacts.first?.name != "（已密封）")
        _ = try bench.desk.rotateKey()
        var request = HandlingRequest(.urge, numbers: [number])
        request.note = "王小明说还在施工"
        _ = try old.handle(request)
        let notes = try bench.desk.show(number).events.map(\.event.note)
        #expect(notes.contains { $0.contains("说还在施工") } && !notes.contains { $0.contains("王小明") })
    }

    @Test func `nothing beside the cases keeps who somebody is`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        var shift = HandoverRequest()
        shift.note = "我叫王建国，13912345678，等回电"
        _ = try bench.desk.handOver(shift)
        _ = try bench.desk.reveal(number, reason: "回电13912345678")
        let kept = try bench.desk.handOver(HandoverRequest()).notes.map(\.note)
        let reasons = try bench.desk.audit(AuditRequest()).map(\.reason)
        #expect(!kept.isEmpty && !reasons.isEmpty)
        #expect((kept + reasons).allSatisfy { !$0.contains("13912345678") && !$0.contains("王建国") })
    }

    @Test func `what was hidden in a text is forgotten where the caller was not asked for a name`() throws {
        let bench = try Workbench()
        let number = try bench.call(content: "我叫王小明，夜里施工").number.description
        _ = try bench.desk.forget(number, reason: "本人要求")
        #expect(try bench.desk.reveal(number, reason: "看看").originals.isEmpty)
        #expect(throws: DeskError.self) { try bench.desk.forget(number, reason: "再来") }
    }

    @Test(arguments: [
        "DELETE FROM originals", "UPDATE originals SET field = 'note'",
        "UPDATE originals SET sealed = NULL, key_id = NULL",
    ])
    func `what was hidden and is gone without having been erased is found`(change: String) throws {
        let bench = try Workbench()
        let number = try bench.call(content: "我叫王小明，夜里施工").number
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { try $0.execute(sql: change) }
        // No key is needed for it.
        let findings = try bench.desk.verify().findings
        #expect(change.contains("NULL") ? findings == [.original(number)] : findings.count == 1)
    }

    @Test func `what is hidden after somebody was erased is not lost unseen`() throws {
        let bench = try Workbench()
        let number = try dispatched(bench, try call(bench))
        _ = try bench.desk.forget(number, reason: "本人要求")
        bench.set("2024-03-20T10:00:00+07:00")
        try bench.act(.reply, number) {
            $0.reply = "请找值班室13912345678"
            $0.note = "电话告知"
        }
        _ = try bench.desk.rotateKey()
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { try $0.execute(sql: "UPDATE originals SET sealed = NULL, key_id = NULL") }
        let file = try bench.desk.show(number).file
        #expect(try bench.desk.verify().findings == [.original(file.number)])
    }

    @Test func `what was hidden and is erased on purpose leaves the history whole`() throws {
        let bench = try Workbench()
        let number = try bench.call(content: "我叫王小明，夜里施工").number.description
        _ = try bench.desk.forget(number, reason: "本人要求")
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
        let left = try DatabaseQueue(path: bench.path).read {
            try Int.fetchOne($0, sql: "SELECT count(sealed) + count(key_id) FROM originals")
        }
        #expect(left == 0)
    }

    @Test func `earlier contacts of a phone are found without opening any`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        var request = IntakeRequest()
        request.phone = "138 1234 5678"
        request.content = "夜里又施工"
        let similar = try bench.desk.similar(to: request)
        #expect(similar.map(\.line.number.description) == [number])
        #expect(similar.first?.likeness.reasons.contains(.sameCaller) == true)
    }

    @Test func `without the key nothing of a caller is recorded or shown, and all else works`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        let keys = try #require(bench.desk.store.keys)
        try FileManager.default.moveItem(atPath: keys.path, toPath: keys.path + ".away")
        let desk = Desk(
            store: try Store(path: bench.path, program: "test", keys: KeyFile(path: keys.path)),
            actor: bench.desk.actor, now: bench.desk.now)
        var request = IntakeRequest()
        request.kind = "投诉"
        request.category = "噪音"
        request.content = "夜里施工"
        let plain = try desk.record(request)
        request.phone = "13800000001"
        #expect(throws: SealingError.missing) { try desk.record(request) }
        request.phone = nil
        request.content = "打我电话13800000001"
        #expect(throws: SealingError.missing) { try desk.record(request) }
        #expect(throws: SealingError.missing) { try desk.reveal(number, reason: "回访") }
        #expect(try desk.audit(AuditRequest()).isEmpty)
        #expect(try desk.show(number).contacts.first?.phone == "（已密封）")
        #expect(try desk.show(plain.number.description).contacts.count == 1)
        #expect(try desk.hot(HotRequest()).total == 2)
        // Another key is none.
        _ = try KeyFile(path: keys.path).create()
        let stranger = Desk(
            store: try Store(path: bench.path, program: "test", keys: KeyFile(path: keys.path)),
            actor: bench.desk.actor, now: bench.desk.now)
        request.content = "夜里施工"
        request.phone = "13800000001"
        #expect(throws: SealingError.otherKey) { try stranger.record(request) }
    }

    @Test func `a new key opens everything, and one that was cut off is taken up`() throws {
        let bench = try Workbench()
        let numbers = try (0..<7).map { try call(bench, content: "我是王小明，第\($0)次反映") }
        let before = try bench.desk.keyState()
        #expect(before.older == 0)
        #expect(before.current == 14)
        // As if the change had been cut off after the first portion.
        let keys = try #require(bench.desk.store.keys)
        let ring = try keys.update { ring in
            ring.add(Keyring.Key())
            return true
        }
        try bench.desk.store.write { try $0.enter(ring.current) }
        var place = ResealPlace()
        _ = try bench.desk.store.write { try $0.reseal(from: &place, atMost: 3) }
        #expect(try bench.desk.keyState().older == 11)
        #expect(try bench.desk.reveal(numbers[0], reason: "x").callers.first?.caller.name == "王小明")
        #expect(try bench.desk.reveal(numbers[6], reason: "x").callers.first?.caller.name == "王小明")
        #expect(try bench.desk.rotateKey() == 11)
        let after = try bench.desk.keyState()
        #expect(after.fingerprint == ring.current.fingerprint)
        #expect(after.older == 0)
        #expect(after.current == 14)
        for number in numbers {
            let revealed = try bench.desk.reveal(number, reason: "x")
            #expect(revealed.callers.first?.caller.phone == "13812345678")
            #expect(revealed.originals.count == 1)
        }
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(try bench.desk.rotateKey() == 14)
        #expect(try keys.reread().keys.count == 3)
        try expectNone(Self.secrets, in: bench)
        // The earlier contacts of the phone are still found.
        var request = IntakeRequest()
        request.phone = "13812345678"
        request.content = "第3次反映"
        #expect(try !bench.desk.similar(to: request).isEmpty)
    }
}
