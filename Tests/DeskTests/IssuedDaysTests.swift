import CaseStore
import Casework
import Desk
import Reports
import SplitMix
import TestSupport
import Testing

/// Random days: what is behind each figure, before and after it is issued, and what explains the difference.
struct IssuedDaysTests {
    private static let days = ["2024-03-18", "2024-03-19", "2024-03-20", "2024-03-21"]

    /// The printed figures with what asks for them.
    private func figures(_ bulletin: Bulletin) -> [(String, Int)] {
        [
            ("calls", bulletin.calls), ("messages", bulletin.messages), ("direct", bulletin.direct),
            ("transfer", bulletin.transferred), ("callback", bulletin.callbacks),
            ("undisposed", bulletin.undisposed),
        ] + bulletin.channels.map { ($0.name, $0.count) } + bulletin.topics.map { ("\($0.rank)", $0.count) }
    }

    private func expectExplained(_ bench: Workbench, _ day: String, computed: Bool, _ place: String) throws {
        let bulletin = try bench.desk.bulletin(day, computed: computed).bulletin
        for (figure, count) in figures(bulletin) {
            #expect(
                try bench.desk.explain(figure, of: day, computed: computed).count == count,
                "\(place) \(day) \(figure)")
        }
    }

    @Test(
        "What is behind a figure is as many as are printed, drafted or issued; and what came and went is the difference",
        arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
    func randomDays(seed: UInt64) throws {
        let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
        var work = RandomWork(bench: bench, generator: SplitMix64(seed: seed))
        for _ in 0..<60 { try work.step() }
        var issued: [String: DailyBulletin] = [:]
        for day in Self.days {
            try expectExplained(bench, day, computed: true, "seed \(seed) draft")
            do {
                _ = try bench.desk.issue(day)
                issued[day] = try bench.desk.bulletin(day)
            } catch DeskError.draft {}
        }
        for _ in 0..<60 { try work.step() }
        for number in work.numbers.prefix(4) {
            _ = try? bench.act(.void, number) { $0.reason = "登记重复" }
        }
        for (day, before) in issued {
            let kept = try bench.desk.bulletin(day)
            #expect(kept.text == before.text, "seed \(seed) \(day)")
            #expect(kept.bulletin == before.bulletin, "seed \(seed) \(day)")
            try expectExplained(bench, day, computed: false, "seed \(seed) issued")
            try expectExplained(bench, day, computed: true, "seed \(seed) later")
            let difference = try bench.desk.difference(day)
            for line in difference.figures {
                let entered = difference.contacts.count { $0.entered.contains(line.name) }
                let left = difference.contacts.count { $0.left.contains(line.name) }
                #expect(line.now - line.then == entered - left, "seed \(seed) \(day) \(line.name)")
            }
            let callbacks = difference.callbacks
            #expect(
                callbacks.now - callbacks.then
                    == difference.cameCallbacks.count - difference.goneCallbacks.count)
            for contact in difference.contacts {
                #expect(contact.event != nil, "seed \(seed) \(day) \(contact.line.number)")
            }
        }
        #expect(try bench.desk.verify().findings.isEmpty, "seed \(seed)")
    }

    @Test("The difference names the contacts, what they left and entered, and by what")
    func difference() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", direct: "已告知")
        try bench.call(at: "2024-03-19 11:00", direct: "已告知")
        _ = try bench.desk.issue("2024-03-19")
        #expect(try bench.desk.difference("2024-03-19").isEmpty)
        try bench.act(.void, "20240319000001") { $0.reason = "登记重复" }
        let late = try bench.call("道路", at: "2024-03-19 12:00", direct: "补录")
        let contacts = try bench.desk.difference("2024-03-19").contacts
        #expect(contacts.map(\.line.number.caseNumber.description) == ["20240319000001", "\(late.number)"])
        #expect(contacts.map(\.event?.action) == [.void, .direct])
        #expect(contacts[0].left == ["来电诉求", "直接办理", "噪音"])
        #expect(contacts[0].entered.isEmpty)
        #expect(contacts[1].entered == ["来电诉求", "直接办理", "道路"])
    }
}
