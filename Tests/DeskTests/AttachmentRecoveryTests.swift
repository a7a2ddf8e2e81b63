import CaseStore
import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// Attached files in backups, and back from them.
struct AttachmentRecoveryTests {
    private let bench: Workbench
    private let number: String
    private let copy: String

    init() throws {
        bench = try Workbench()
        number = try bench.call().number.description
        copy = bench.folder.appending(path: "copy.sqlite").path
        try attach("前.jpg")
    }

    private func attach(_ name: String) throws {
        var request = AttachRequest(number: number)
        request.files = [(name, Array(name.utf8))]
        _ = try bench.desk.attach(request)
    }

    private func files(_ path: String) -> [URL] {
        let all = FileManager.default.enumerator(
            at: URL(filePath: path + ".files"), includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
    }

    private func flip(_ url: URL) throws {
        var data = try Data(contentsOf: url)
        data[data.count / 2] ^= 1
        try data.write(to: url)
    }

    private func restore(_ copy: String, to path: String, allowsLosses: Bool = false) throws
        -> Recovery.Restored
    {
        try Recovery.restore(
            copy, to: path, replaces: true, allowsLosses: allowsLosses,
            keys: try #require(bench.desk.store.keys),
            program: "test", actor: bench.desk.actor, now: bench.desk.now)
    }

    private func desk(_ path: String) throws -> Desk {
        Desk(
            store: try Store(path: path, program: "test", keys: bench.desk.store.keys),
            actor: bench.desk.actor,
            now: bench.desk.now)
    }

    @Test func `a backup has the files beside it, and copies none twice`() throws {
        #expect(try bench.desk.backUp(to: copy, replaces: false).extent.files == 1)
        let file = try #require(files(copy).first)
        let first = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
        try attach("后.jpg")
        let (extent, lost) = try bench.desk.backUp(to: copy, replaces: true)
        #expect(extent.files == 2)
        #expect(lost.isEmpty)
        #expect(files(copy).count == 2)
        #expect(
            try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int == first)
        let elsewhere = bench.folder.appending(path: "new.sqlite").path
        #expect(try restore(copy, to: elsewhere).lost.isEmpty)
        #expect(try desk(elsewhere).verify().findings.isEmpty)
        #expect(try desk(elsewhere).attachment(number, "2", reason: "核实").bytes == Array("后.jpg".utf8))
        // What was erased goes with the next backup, and what is not ours stays.
        let strange = URL(filePath: copy + ".files").appending(path: "手册.txt")
        try Data("别人的".utf8).write(to: strange)
        _ = try bench.desk.forget(number, reason: "本人要求")
        _ = try bench.desk.backUp(to: copy, replaces: true)
        #expect(files(copy).map(\.lastPathComponent) == ["手册.txt"])
    }

    @Test func `a restored store has its files, and what stood there keeps those it had`() throws {
        _ = try bench.desk.backUp(to: copy, replaces: false)
        try attach("后.jpg")
        let kept = try #require(try restore(copy, to: bench.path).kept)
        let now = try desk(bench.path)
        #expect(try now.show(number).attachments.count == 1)
        #expect(try now.attachment(number, "1", reason: "核实").bytes == Array("前.jpg".utf8))
        let check = try now.verify()
        #expect(check.findings.isEmpty)
        #expect(check.strangers == 1)
        let before = try desk(kept)
        #expect(try before.verify().findings.isEmpty)
        #expect(try before.attachment(number, "2", reason: "核实").bytes == Array("后.jpg".utf8))
        // And back again, from beside it.
        _ = try restore(kept, to: bench.path)
        #expect(try desk(bench.path).verify().findings.isEmpty)
        // Elsewhere too.
        let elsewhere = bench.folder.appending(path: "new/store.sqlite").path
        #expect(try restore(copy, to: elsewhere).lost.isEmpty)
        #expect(try desk(elsewhere).verify().findings.isEmpty)
    }

    @Test func `a copy with a broken or missing file is refused, unless that is wanted`() throws {
        _ = try bench.desk.backUp(to: copy, replaces: false)
        let elsewhere = bench.folder.appending(path: "new.sqlite").path
        let file = try #require(files(copy).first)
        try flip(file)
        for _ in 0..<2 {
            let name = AttachmentNumber(caseNumber: try #require(CaseNumber(number)), place: 1)
            #expect(throws: DeskError.copyLacksFiles(path: copy, [name])) { try restore(copy, to: elsewhere) }
            #expect(!FileManager.default.fileExists(atPath: elsewhere))
            #expect(files(elsewhere).isEmpty)
            try? FileManager.default.removeItem(at: file)
        }
        #expect(try restore(copy, to: elsewhere, allowsLosses: true).lost.count == 1)
        #expect(try desk(elsewhere).verify().findings.count == 1)
        // Where the store still has the file, nothing is missing.
        #expect(try restore(copy, to: bench.path).lost.isEmpty)
        #expect(try desk(bench.path).verify().findings.isEmpty)
    }

    @Test func `a backup of a store that lost a file is made all the same, and tells it`() throws {
        let file = try #require(files(bench.path).first)
        try FileManager.default.removeItem(at: file)
        let (extent, lost) = try bench.desk.backUp(to: copy, replaces: false)
        #expect(extent.cases == 1)
        #expect(lost.map(\.place) == [1])
    }

    @Test func `repair tells which files are lost`() throws {
        try attach("后.jpg")
        func repaired() throws -> Recovery.Repaired {
            try Recovery.repair(
                bench.path, draft: bench.folder.appending(path: "draft").path, showsCallers: false,
                keys: try #require(bench.desk.store.keys), actor: bench.desk.actor, now: bench.desk.now,
                row: { _ in })
        }
        #expect(try repaired().losses.isEmpty)
        #expect(try repaired().files == 2)
        try flip(try #require(files(bench.path).first))
        #expect(try repaired().losses.files.count == 1)
        #expect(try repaired().losses.isEmpty == false)
    }
}
