import Console
import Testing

struct ProgressTests {
    private final class Screen {
        var written: [String] = []
    }

    /// Any moment will do: only differences matter.
    private let start = ContinuousClock.now

    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    private func progress(_ screen: Screen, isTerminal: Bool = true, columns: Int = 40) -> Progress {
        Progress(isTerminal: isTerminal, columns: columns, started: start) { screen.written.append($0) }
    }

    @Test func `nothing is written in the first second`() {
        let screen = Screen()
        var progress = progress(screen)
        for time in [0, 500, 999] { progress.update(done: time, total: 2_000, label: "导入", at: at(time)) }
        progress.finish()
        #expect(screen.written.isEmpty)
    }

    @Test func `the line is drawn at most ten times a second and wiped away`() {
        let screen = Screen()
        var progress = progress(screen)
        for time in stride(from: 0, through: 3_000, by: 10) {
            progress.update(done: time, total: 3_000, label: "导入", at: at(time))
        }
        #expect(screen.written.count == 21)
        #expect(screen.written.first == "\r导入 1000/3000 33%\u{1B}[K")
        progress.finish()
        progress.finish()
        #expect(screen.written.count == 22)
        #expect(screen.written.last == "\r\u{1B}[K")
    }

    @Test func `without a terminal nothing is written`() {
        let screen = Screen()
        var progress = progress(screen, isTerminal: false)
        progress.update(done: 1, total: 2, label: "导入", at: at(5_000))
        progress.finish()
        #expect(screen.written.isEmpty)
    }

    @Test func `label and figures fit the screen, unknown and odd totals do no harm`() {
        let screen = Screen()
        var progress = progress(screen, columns: 20)
        progress.update(done: 5, total: nil, label: "一二三四五六七八九十\u{1B}", at: at(2_000))
        progress.update(done: 5, total: 0, label: "\u{1B}", at: at(3_000))
        progress.update(done: 9, total: 5, label: "x", at: at(4_000))
        progress.update(done: .max, total: .max, label: "x", at: at(5_000))
        #expect(
            screen.written == [
                "\r一二三四五六七八… 5\u{1B}[K", "\r␛ 5\u{1B}[K", "\rx 9/5 100%\u{1B}[K",
                "\r 92233720368547758…\u{1B}[K",
            ])
    }
}
