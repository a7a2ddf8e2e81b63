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

    @Test func `the end of a shift`() throws {
        let bench = try bench()
        var request = HandoverRequest()
        request.since = "2024-03-19 08:00"
        request.note = "样例小区的电梯盯一下（编造）"
        let shift = try bench.desk.handOver(request)
        let page = ShiftPage(
            shift: shift, drafts: 1, clock: try bench.desk.settings().clock, style: Style(enabled: false))
        try Golden.check(page.text, "handover")
    }
}
