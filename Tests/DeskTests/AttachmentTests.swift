import CaseStore
import Casework
import Desk
import Foundation
import Sealing
import TestSupport
import Testing

/// Files that are attached to cases: sealed, found, given back, erased, and never lost unseen.
struct AttachmentTests {
    private static let photo = Array("很像照片的几个字节".utf8)

    @discardableResult
    private func attach(
        _ bench: Workbench, _ number: String, _ names: [String] = ["现场.jpg"], isOpen: Bool = false,
        as desk: Desk? = nil
    ) throws -> Receipt {
        var request = AttachRequest(number: number)
        request.files = names.map { ($0, Self.photo) }
        request.isOpen = isOpen
        return try (desk ?? bench.desk).attach(request)
    }

    private func call(_ bench: Workbench, to unit: String? = nil) throws -> String {
        try bench.call(to: unit) {
            $0.name = "王小明"
            $0.phone = "13812345678"
        }.number.description
    }

    /// The files beside a store, those in its folders and those that were cut off.
    private func files(_ path: String) -> [URL] {
        let all = FileManager.default.enumerator(
            at: URL(filePath: path + ".files"), includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
            .sorted { $0.path < $1.path }
    }

    private func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    private func flip(_ url: URL) throws {
        var data = try Data(contentsOf: url)
        data[data.count / 2] ^= 1
        try data.write(to: url)
    }

    private func member(_ bench: Workbench, _ name: String, _ role: String, unit: String? = nil) throws
        -> Desk
    {
        var request = StaffRequest(name: name)
        request.roles = [role]
        request.unit = unit
        try bench.desk.putStaff(request)
        return Desk(store: bench.desk.store, actor: Actor(staff: name), now: bench.desk.now)
    }

    @Test
    func `a sealed file lies beside the store under the hash of its bytes, and is given back on the record`()
        throws
    {
        let bench = try Workbench()
        let number = try call(bench)
        try attach(bench, number, ["现场.jpg", "通话.wav"])
        let files = files(bench.path)
        #expect(files.count == 2)
        for file in files {
            let bytes = try Data(contentsOf: file)
            let name = Store.digest(Array(bytes)).map { String(format: "%02x", $0) }.joined()
            #expect(file.lastPathComponent == name)
            #expect(file.deletingLastPathComponent().lastPathComponent == String(name.prefix(2)))
            #expect(bytes.range(of: Data(Self.photo)) == nil)
            #expect(try mode(file) == 0o600)
            #expect(try mode(file.deletingLastPathComponent()) == 0o700)
        }
        #expect(try mode(URL(filePath: bench.path + ".files")) == 0o700)
        let views = try bench.desk.show(number).attachments
        #expect(views.map(\.name) == ["现场.jpg", "通话.wav"])
        #expect(views.map(\.place) == [1, 2])
        #expect(views.map(\.state) == [.sealed, .sealed])
        #expect(views.allSatisfy { $0.attachment.size == Self.photo.count })
        #expect(throws: DeskError.missing("--reason")) { try bench.desk.attachment(number, "2", reason: nil) }
        #expect(try bench.desk.audit(AuditRequest()).isEmpty)
        #expect(try bench.desk.attachment(number, "2", reason: "核实").bytes == Self.photo)
        let audit = try #require(try bench.desk.audit(AuditRequest()).first)
        #expect(audit.deed == .fetch)
        #expect(audit.reason == "附件 2：核实")
        #expect(throws: DeskError.noSuchAttachment(views[0].event.caseNumber, "3", count: 2)) {
            try bench.desk.attachment(number, "3", reason: "核实")
        }
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
    }

    @Test func `an open file is stored once; where nobody can be named it needs neither key nor reason`()
        throws
    {
        let bench = try Workbench()
        let number = try bench.call().number.description
        let keys = try #require(bench.desk.store.keys)
        try FileManager.default.moveItem(atPath: keys.path, toPath: keys.path + ".away")
        let desk = Desk(
            store: try Store(path: bench.path, program: "test", keys: KeyFile(path: keys.path)),
            actor: bench.desk.actor, now: bench.desk.now)
        try attach(bench, number, ["甲.jpg", "乙.jpg"], isOpen: true, as: desk)
        let files = files(bench.path)
        #expect(files.count == 1)
        #expect(try Data(contentsOf: files[0]) == Data(Self.photo))
        #expect(try desk.attachment(number, "1", reason: nil).bytes == Self.photo)
        #expect(try desk.audit(AuditRequest()).isEmpty)
        // What is to be sealed is refused without the key, and leaves nothing.
        #expect(throws: SealingError.missing) { try attach(bench, number, as: desk) }
        #expect(self.files(bench.path).count == 1)
        #expect(try desk.show(number).attachments.count == 2)
        let check = try desk.verify()
        #expect(check.findings.isEmpty)
        #expect(check.strangers == 0)
    }

    @Test func `what cannot be recorded leaves no file, and takes none away that another event has`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        let editor = try member(bench, "编辑", "编辑")
        for isOpen in [true, false] {
            #expect(throws: WorkflowError.self) { try attach(bench, number, isOpen: isOpen, as: editor) }
        }
        #expect(files(bench.path).isEmpty)
        try attach(bench, number, isOpen: true)
        #expect(throws: WorkflowError.self) { try attach(bench, number, isOpen: true, as: editor) }
        #expect(files(bench.path).count == 1)
        #expect(try bench.desk.verify().findings.isEmpty)
        // A folder in which nothing can be made: nothing is recorded.
        let folder = bench.path + ".files"
        try FileManager.default.removeItem(atPath: folder)
        try Data().write(to: URL(filePath: folder))
        #expect(throws: StoreError.self) { try attach(bench, number) }
        #expect(try bench.desk.show(number).attachments.count == 1)
    }

    @Test func `a recording that was cut off leaves a file that verify tells of and that does no harm`()
        throws
    {
        let bench = try Workbench()
        let number = try call(bench)
        try attach(bench, number)
        _ = try bench.desk.store.prepare(Self.photo, seals: false, for: bench.desk.show(number).file.number)
        let check = try bench.desk.verify()
        #expect(check.findings.isEmpty)
        #expect(check.strangers == 1)
    }

    @Test func `empty and too large files are refused with their size`() throws {
        let bench = try Workbench()
        #expect(throws: DeskError.emptyFile("空.jpg")) { try Desk.check(size: 0, of: "空.jpg") }
        #expect(throws: Never.self) { try Desk.check(size: 50 << 20, of: "大.wav") }
        #expect(throws: DeskError.fileTooLarge("大.wav", bytes: 50 << 20 + 1, limit: 50 << 20)) {
            try Desk.check(size: 50 << 20 + 1, of: "大.wav")
        }
        var request = AttachRequest(number: try call(bench))
        request.files = [("现场.jpg", Self.photo), ("空.jpg", [])]
        #expect(throws: DeskError.emptyFile("空.jpg")) { try bench.desk.attach(request) }
        #expect(files(bench.path).isEmpty)
    }

    @Test(arguments: [
        (1, "1 字节"), (1023, "1023 字节"), (1024, "1 KB"), (1025, "2 KB"), (2_500_000, "2.3 MB"),
        (50 << 20, "50.0 MB"),
    ]) func `sizes are told in round figures`(bytes: Int, words: String) {
        #expect(Terms.size(bytes) == words)
    }

    @Test func `handlers attach to cases of their units, leading or helping, and to no others`() throws {
        let bench = try Workbench()
        let number = try bench.call(to: "东岭区政府") { $0.coUnits = ["云州水务公司"] }.number.description
        let waiting = try call(bench)
        let own = try member(bench, "本区", "承办人", unit: "东岭区")
        let helping = try member(bench, "水务", "承办人", unit: "云州水务公司")
        let other = try member(bench, "外区", "承办人", unit: "西浦区")
        for desk in [own, helping] {
            try attach(bench, number, as: desk)
            #expect(throws: WorkflowError.self) { try attach(bench, waiting, as: desk) }
        }
        #expect(throws: DeskError.otherUnit(.attach, unit: "东岭区政府")) { try attach(bench, number, as: other) }
        #expect(throws: DeskError.self) { try other.attachment(number, "1", reason: "看看") }
        #expect(try own.attachment(number, "1", reason: "办理").bytes == Self.photo)
        let editor = try member(bench, "编辑", "编辑")
        #expect(throws: DeskError.self) { try editor.attachment(number, "1", reason: "看看") }
        #expect(try bench.desk.show(number).attachments.count == 2)
    }

    @Test func `a name is a text: what tells who called is hidden in it, and odd characters stay`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        let odd = "a\u{1B}[31m\u{202E}'\"; rm -rf ~\n=1+1.jpg"
        try attach(bench, number, ["王小明13812345678.jpg", odd])
        let views = try bench.desk.show(number).attachments
        #expect(views.map(\.name) == ["王**138****5678.jpg", odd])
        #expect(try bench.desk.reveal(number, reason: "核实").originals.map(\.text) == ["王小明13812345678.jpg"])
    }

    @Test func `a new key opens every attachment, and no file is written anew`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        try attach(bench, number, ["一", "二", "三"])
        func written() throws -> [Date?] {
            try files(bench.path).map {
                try FileManager.default.attributesOfItem(atPath: $0.path)[.modificationDate] as? Date
            }
        }
        let (names, dates, head) = (files(bench.path), try written(), try bench.desk.chainHead())
        let sealed = try bench.desk.keyState().current
        #expect(try bench.desk.rotateKey() == sealed)
        #expect(try bench.desk.keyState().older == 0)
        #expect(files(bench.path) == names)
        #expect(try written() == dates)
        #expect(try bench.desk.chainHead() == head)
        #expect(try bench.desk.attachment(number, "3", reason: "核实").bytes == Self.photo)
        #expect(try bench.desk.verify(callers: true).findings.isEmpty)
    }

    @Test func `what is forgotten is gone with its file, open files and the history stay`() throws {
        let bench = try Workbench()
        let number = try bench.call().number.description
        try attach(bench, number)
        try attach(bench, number, ["公开.jpg"], isOpen: true)
        let head = try bench.desk.chainHead()
        _ = try bench.desk.forget(number, reason: "本人要求")
        #expect(files(bench.path).count == 1)
        let views = try bench.desk.show(number).attachments
        #expect(views.map(\.state) == [.erased, .open])
        #expect(views.map(\.name) == ["现场.jpg", "公开.jpg"])
        #expect(throws: DeskError.attachmentErased(views[0].event.caseNumber, place: 1)) {
            try bench.desk.attachment(number, "1", reason: "核实")
        }
        #expect(try bench.desk.attachment(number, "2", reason: nil).bytes == Self.photo)
        #expect(throws: DeskError.nothingToForget(views[0].event.caseNumber)) {
            try bench.desk.forget(number, reason: "再来")
        }
        #expect(try bench.desk.verify(head: KeptHead(head)).findings.isEmpty)
    }

    @Test(arguments: [true, false]) func `verify names what was changed or is missing, also without the key`(
        isOpen: Bool
    ) throws {
        let bench = try Workbench()
        let number = try call(bench)
        try attach(bench, number, ["一", "二"], isOpen: isOpen)
        let desk = Desk(
            store: try Store(path: bench.path, program: "test", keys: KeyFile(path: "/nowhere")),
            actor: bench.desk.actor, now: bench.desk.now)
        let file = try #require(files(bench.path).first)
        try flip(file)
        let changed = try desk.verify().findings
        #expect(changed.count == (isOpen ? 2 : 1))
        guard case .attachment(let name, isThere: true)? = changed.first else {
            Issue.record("\(changed)")
            return
        }
        #expect(name.caseNumber.description == number)
        #expect(throws: DeskError.attachmentLost(name.caseNumber, place: name.place)) {
            try bench.desk.attachment(number, "\(name.place)", reason: "核实")
        }
        try FileManager.default.removeItem(at: file)
        #expect(try desk.verify().findings.first == .attachment(name, isThere: false))
        // The same file again mends an open one.
        try attach(bench, number, isOpen: true)
        #expect(try desk.verify().findings.isEmpty == isOpen)
    }

    @Test func `an export holds name, hash and size, and an import says that the file is not here`() throws {
        let bench = try Workbench()
        let number = try call(bench)
        try attach(bench, number, ["一,\"二\".jpg"])
        let other = try Workbench()
        let text = try bench.exportTable().map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }.joined(separator: "\n")
        let result = try other.importTable(text)
        #expect(result.rejected == 0)
        #expect(result.absentFiles == 1)
        let (ours, theirs) = (
            try #require(try bench.desk.show(number).attachments.first),
            try #require(try other.desk.show(number).attachments.first)
        )
        #expect(theirs.attachment == ours.attachment)
        #expect(theirs.name == "一,\"二\".jpg")
        #expect(theirs.state == .absent)
        #expect(throws: DeskError.attachmentAbsent(ours.event.caseNumber, place: 1)) {
            try other.desk.attachment(number, "1", reason: "核实")
        }
        #expect(try other.desk.verify().findings.isEmpty)
        #expect(try bench.importTable(text).absentFiles == 0)
    }
}
