import CaseStore
import Casework
import City
import Desk
import Foundation
import Reports
import TestSupport
import Testing

/// Bulletins that are issued, corrected, signed by two and worded by hand.
struct IssuingTests {
    private static let day = "2024-03-19"
    private static let civil = CivilDay("2024-03-19") ?? CivilDay(number: 0)

    /// A bench with two calls that are decided about and a message.
    private func bench(signatures: Int = 1) throws -> Workbench {
        let bench =
            try signatures == 1
            ? Workbench()
            : Workbench(city: Self.city(signatures: signatures))
        try bench.call(at: "\(Self.day) 10:00", direct: "已告知")
        try bench.call("停水", at: "\(Self.day) 11:00", to: "云州水务公司")
        try bench.call(at: "\(Self.day) 12:00", direct: "已告知", channel: "云州通")
        return bench
    }

    /// The made-up city, in which two sign.
    private static func city(signatures: Int) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "yousu-city-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: TestCity.yunzhou), to: folder)
        let file = folder.appending(path: "city.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("topics: 2,", with: "topics: 2, signatures: \(signatures),")
            .write(to: file, atomically: true, encoding: .utf8)
        return folder.path
    }

    private func desk(_ bench: Workbench, _ name: String, _ roles: Set<Role> = Set(Role.allCases)) -> Desk {
        Desk(store: bench.desk.store, actor: Actor(staff: name, roles: roles), now: bench.desk.now)
    }

    @Test("What was issued stays, whatever is recorded afterwards; a draft of it is computed still")
    func freezing() throws {
        let bench = try bench()
        let draft = try bench.desk.bulletin(Self.day)
        let receipt = try bench.desk.issue(Self.day)
        #expect(receipt.isIssued)
        #expect(receipt.text == draft.text)
        try bench.call("道路", at: "\(Self.day) 13:00", direct: "补录")
        try bench.act(.void, "20240319000001", at: nil) { $0.reason = "登记重复" }
        let kept = try bench.desk.bulletin(Self.day)
        #expect(kept.text == draft.text)
        #expect(kept.bulletin == draft.bulletin)
        #expect(kept.issued.map(\.staff) == ["测试员"])
        #expect(kept.obstacles.isEmpty)
        #expect(try bench.desk.bulletin(Self.day, computed: true).text != draft.text)
        #expect(try bench.desk.explain("calls", of: Self.day).count == 2)
        #expect(try bench.desk.explain("calls", of: Self.day, computed: true).count == 2)
        #expect(throws: DeskError.alreadyIssued(Self.civil, by: "测试员")) { try bench.desk.issue(Self.day) }
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("What is a draft is not issued, and it is said why")
    func drafts() throws {
        let bench = try bench()
        try bench.call(at: "\(Self.day) 14:00")
        let number = ContactNumber(caseNumber: try #require(CaseNumber("20240319000004")), sequence: 1)
        #expect(throws: DeskError.draft(Self.civil, [.undisposed(count: 1, numbers: [number])])) {
            try bench.desk.issue(Self.day)
        }
        bench.set("2024-03-19T20:00:00+07:00")
        #expect(throws: DeskError.self) { try bench.desk.issue(Self.day) }
        #expect(try bench.desk.bulletins(Stretch(from: Self.day, to: Self.day)).isEmpty)
    }

    @Test("Only an editor issues")
    func roles() throws {
        let bench = try bench()
        #expect(throws: DeskError.notAllowed("签发日报", roles: [.editor])) {
            try desk(bench, "话务甲", [.agent]).issue(Self.day)
        }
    }

    @Test("A correction stands beside the original, is numbered, and needs something to correct")
    func corrections() throws {
        let bench = try bench()
        #expect(throws: DeskError.notIssued(Self.civil)) { try bench.desk.correct(Self.day, reason: "补录") }
        let original = try bench.desk.issue(Self.day).text
        #expect(throws: DeskError.nothingToCorrect(Self.civil)) {
            try bench.desk.correct(Self.day, reason: "补录")
        }
        for number in 1...2 {
            try bench.call("道路", at: "\(Self.day) 1\(number):30", direct: "补录")
            let correction = try bench.desk.correct(Self.day, reason: "补录一件")
            #expect(correction.number == number)
            #expect(correction.text.hasPrefix("更正第\(number)号\n更正原因：补录一件\n\n"))
            let kept = try bench.desk.bulletin(Self.day)
            #expect(kept.text.hasPrefix(original))
            #expect(kept.text.hasSuffix(correction.text))
            #expect(kept.bulletin.calls == 2 + number)
            #expect(try bench.desk.explain("calls", of: Self.day).count == 2 + number)
        }
        let list = try bench.desk.bulletins(Stretch(from: "2024-03-18", to: "2024-03-20"))
        #expect(list.map(\.day.description) == ["2024-03-18", "2024-03-19"], "today is not over")
        #expect(list.map(\.isMissing) == [true, false])
        #expect(list[1].issued.count == 3)
    }

    @Test("Why something is corrected is published and stays, and names nobody")
    func namelessReason() throws {
        let bench = try bench()
        _ = try bench.desk.issue(Self.day)
        try bench.call("道路", at: "\(Self.day) 13:00", direct: "补录")
        let correction = try bench.desk.correct(Self.day, reason: "补录13912345678的来电")
        #expect(correction.text.hasPrefix("更正第1号\n更正原因：补录139****5678的来电\n"))
    }

    @Test("Who changes a day that is issued is told so")
    func toldOfIssued() throws {
        let bench = try bench()
        let early = try bench.call("道路", at: "\(Self.day) 13:00", direct: "补录")
        #expect(!early.notices.contains(.issuedBefore(Self.civil)))
        _ = try bench.desk.issue(Self.day)
        let late = try bench.call("道路", at: "\(Self.day) 14:00", direct: "补录")
        #expect(late.notices.contains(.issuedBefore(Self.civil)))
        #expect(Wording.words(.issuedBefore(Self.civil)).contains("yousu bulletin diff \(Self.day)"))
        let mistake = try bench.act(.void, late.number.description) { $0.reason = "登记重复" }
        #expect(mistake.notices.contains(.issuedBefore(Self.civil)))
        let moved = try bench.act(.amend, early.number.description) {
            var correction = Correction()
            correction.category = "噪音"
            $0.correction = correction
            $0.reason = "分类有误"
        }
        #expect(moved.notices.contains(.issuedBefore(Self.civil)))
        // What the bulletin does not count, or another day's, changes nothing in it.
        let patrol = try bench.call("道路", at: "\(Self.day) 15:00", channel: "巡查员")
        #expect(!patrol.notices.contains(.issuedBefore(Self.civil)))
        #expect(try !bench.call(direct: "已告知").notices.contains(.issuedBefore(Self.civil)))
    }

    @Test("Of two who sign, the second is another; what has changed since is not signed")
    func twoSignatures() throws {
        let bench = try bench(signatures: 2)
        let first = try bench.desk.issue(Self.day)
        #expect(!first.isIssued)
        let waiting = try bench.desk.bulletin(Self.day)
        #expect(waiting.obstacles == [.awaitsSignature("测试员", Self.civil, number: 0)])
        #expect(throws: DeskError.ownSignature(Self.civil)) { try bench.desk.approve(Self.day) }
        #expect(throws: DeskError.alreadyAsked(Self.civil, by: "测试员")) { try bench.desk.issue(Self.day) }
        #expect(throws: DeskError.notAllowed("会签日报", roles: [.editor, .supervisor])) {
            try desk(bench, "话务甲", [.agent]).approve(Self.day)
        }
        let other = desk(bench, "督办乙", [.supervisor])
        try bench.call("道路", at: "\(Self.day) 13:00", direct: "补录")
        #expect(throws: DeskError.changedSince(Self.civil, by: "测试员")) { try other.approve(Self.day) }
        _ = try bench.desk.issue(Self.day)
        #expect(try other.approve(Self.day).isIssued)
        let kept = try bench.desk.bulletin(Self.day)
        #expect(kept.obstacles.isEmpty)
        #expect(kept.bulletin.calls == 3)
        #expect(kept.issued.first?.signatures.map(\.staff) == ["测试员", "督办乙"])
        #expect(throws: DeskError.nothingToApprove(Self.civil)) { try other.approve(Self.day) }
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test(
        "An editor's words stand in the draft, are told where the computed ones change, and are frozen with it"
    )
    func wordings() throws {
        let bench = try bench()
        let draft = try bench.desk.textToEdit(Self.day).text
        #expect(throws: DraftMistakes.self) {
            try bench.desk.reword(Self.civil, as: draft.replacing("来电 2", with: "来电 3"))
        }
        let edited = draft.replacing("-> 属地街镇", with: "-> 东岭区和西浦区")
        #expect(try bench.desk.reword(Self.civil, as: edited) == 1)
        let worded = try bench.desk.bulletin(Self.day)
        #expect(worded.text == edited)
        #expect(worded.bulletin.topics[0].contact == "属地街镇", "what is computed stays apart")
        // Another count of the same topic is another figure, and no word of the editor's.
        try bench.call(at: "\(Self.day) 13:00", direct: "补录")
        let later = try bench.desk.bulletin(Self.day)
        #expect(later.text.contains("噪音 3 -> 东岭区和西浦区"))
        let issued = try bench.desk.issue(Self.day).text
        #expect(issued == later.text)
        let again = try bench.desk.textToEdit(Self.day).text
        #expect(try bench.desk.reword(Self.civil, as: again.replacing("-> 东岭区和西浦区", with: "-> 属地街镇")) == 0)
        #expect(try bench.desk.bulletin(Self.day).text == issued)
        #expect(try bench.desk.bulletin(Self.day, computed: true).text.contains("噪音 3 -> 属地街镇"))
    }
}
