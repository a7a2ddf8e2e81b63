import CaseStore
import Casework
import Console
import Desk
import Foundation
import TestSupport
import Testing

@testable import YousuCLI

/// Screens that tell how long something is to go or ago, at a moment that stands still.
struct FixedMoment {
    /// 19 March 2024 with what became of it a day later: one case signed, one red, one still to be decided about.
    private func bench() throws -> Workbench {
        let bench = try Workbench(city: nil, now: "2024-03-19T12:00:00+08:00")
        _ = try bench.importTable(MadeUpDay.table)
        bench.set("2024-03-20T09:00:00+08:00")
        try bench.act(.sign, MadeUpDay.transferred)
        bench.set("2024-03-26T15:30:00+08:00")
        return bench
    }

    private func check(_ screen: QueueScreen, _ bench: Workbench, _ size: TerminalSize, _ name: String) throws
    {
        let canvas = Canvas(size, desk: bench.desk, clock: try bench.desk.settings().clock)
        let frame = QueuePage(screen: screen, canvas: canvas).frame
        #expect(frame.lines.count == size.rows)
        try Golden.check(frame.lines.joined(separator: "\n"), name)
    }

    @Test func `worklists, a case, a question and a choice`() throws {
        let bench = try bench()
        let size = TerminalSize(columns: 80, rows: 24)
        var screen = QueueScreen(try bench.desk.queue(QueueRequest()))
        try check(screen, bench, size, "queue-lists")
        try check(screen, bench, TerminalSize(columns: 132, rows: 20), "queue-wide")
        try check(screen, bench, TerminalSize(columns: 40, rows: 10), "queue-narrow")
        screen.show(try bench.desk.show(MadeUpDay.transferred))
        try check(screen, bench, size, "queue-case")
        try check(screen, bench, TerminalSize(columns: 40, rows: 10), "queue-case-narrow")
        screen.ask(try prompt(.reply, bench, typed: "接触器换了新的，今天上午恢复运行（编造）"))
        try check(screen, bench, size, "queue-asking")
        screen.ask(try prompt(.sendBack, bench, typed: ""))
        try check(screen, bench, size, "queue-choosing")
    }

    /// The first question before an action, with the beginning of an answer.
    private func prompt(_ action: Action, _ bench: Workbench, typed: String) throws -> ActionPrompt {
        var prompt = ActionPrompt(HandlingRequest(action, numbers: [MadeUpDay.transferred]))
        prompt.ask(try #require(try bench.desk.question(before: prompt.request, skipped: [])))
        for letter in typed { _ = prompt.handle(Key.text(String(letter))) }
        return prompt
    }

    @Test func `a page ends where it ends, and letters typed at once are keys of their own`() throws {
        let bench = try bench()
        var screen = QueueScreen(try bench.desk.queue(QueueRequest()))
        #expect(screen.parts(of: .text("11")) == [.text("1"), .text("1")])
        screen.show(try bench.desk.show(MadeUpDay.transferred))
        #expect(screen.parts(of: .text("  ")) == [.text(" "), .text(" ")])
        let canvas = Canvas(
            TerminalSize(columns: 40, rows: 10), desk: bench.desk, clock: try bench.desk.settings().clock)
        let page = QueuePage(screen: screen, canvas: canvas)
        #expect(page.depth > 0)
        for _ in 0..<500 { _ = screen.handle(.down, rows: page.rows, depth: page.depth) }
        let end = QueuePage(screen: screen, canvas: canvas).frame
        _ = screen.handle(.up, rows: page.rows, depth: page.depth)
        #expect(QueuePage(screen: screen, canvas: canvas).frame != end)
        screen.ask(try prompt(.reply, bench, typed: ""))
        #expect(screen.parts(of: .text("11")) == [.text("11")])
    }

    @Test func `what is set off is painted, and what people wrote is shown, not obeyed`() throws {
        let bench = try bench()
        try bench.act(.supervise, MadeUpDay.transferred) { $0.reason = "限期\u{1B}[2J办结（编造）" }
        let page = CasePage(
            view: try bench.desk.show(MadeUpDay.transferred), clock: try bench.desk.settings().clock,
            style: Style(enabled: true)
        ).text
        #expect(page.contains("督办：\u{1B}[31m"))
        #expect(page.contains("限期␛[2J办结（编造）"))
        #expect(!page.contains("␛[31m") && !page.contains("\u{1B}[2J"))
    }

    @Test func `the end of a shift`() throws {
        let bench = try bench()
        var request = HandoverRequest()
        request.since = "2024-03-19 08:00"
        request.note = "样例小区的电梯盯一下（编造）"
        let shift = try bench.desk.handOver(request)
        var message = IntakeRequest()
        message.isMessage = true
        let page = ShiftPage(
            shift: shift, drafts: [IntakeRequest(), message], clock: try bench.desk.settings().clock,
            style: Style(enabled: false))
        try Golden.check(page.text, "handover")
    }

    @Test func `a slip for the unit, and one for who calls back`() throws {
        let bench = try bench()
        try bench.act(.reply, MadeUpDay.transferred) {
            $0.reply = "接触器换了新的，今天上午恢复运行（编造）"
            $0.note = "已电话告知诉求人（编造）"
        }
        for (kind, name) in [(Slip.Kind.dispatch, "slip-dispatch"), (.callback, "slip-callback")] {
            let slip = Slip(
                kind: kind, view: try bench.desk.show(MadeUpDay.transferred),
                settings: try bench.desk.settings(), revealed: nil, mark: "王一 2024-03-26 15:30:00 查看")
            #expect(try GoldenPaper.differing(slip.document, name, in: "Slips") == [])
        }
    }
}
