import Lettering

/// A line that says how far a long work has come. It appears after one second, is redrawn at most ten times a
/// second and is wiped away at the end; without a terminal nothing is ever written.
public struct Progress {
    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)

    private let columns: Int
    private let started: ContinuousClock.Instant
    private let write: ((String) -> Void)?
    private var drawn: ContinuousClock.Instant?

    /// A progress line for work begun at `started` on a terminal of this width, written through `write`.
    public init(
        isTerminal: Bool, columns: Int, started: ContinuousClock.Instant, write: @escaping (String) -> Void
    ) {
        self.columns = columns
        self.started = started
        self.write = isTerminal ? write : nil
    }

    /// A progress line on standard error. That it cannot be written is no reason to stop the work.
    public static func onStandardError(started: ContinuousClock.Instant) -> Progress {
        Progress(isTerminal: Terminal.isTerminal(2), columns: Terminal.size(2).columns, started: started) {
            try? Descriptor.write($0, to: 2)
        }
    }

    /// Tells how much is done, of how much in all if that is known, and with what. Cheap when nothing is
    /// drawn.
    public mutating func update(done: Int, total: Int?, label: String, at now: ContinuousClock.Instant) {
        guard let write, now - started >= Self.patience else { return }
        if let drawn, now - drawn < Self.pause { return }
        drawn = now
        write("\r" + line(done, total, label) + "\u{1B}[K")
    }

    /// Wipes the line away, if there is one.
    public mutating func finish() {
        if drawn != nil { write?("\r\u{1B}[K") }
        drawn = nil
    }

    /// The figures whole, the label cut to the room that is left; the last cell stays empty, because some
    /// terminals wrap there.
    private func line(_ done: Int, _ total: Int?, _ label: String) -> String {
        var figures = " \(done)"
        if let total, total > 0 {
            let share = min(100, max(0, Double(done) / Double(total) * 100))
            figures += "/\(total) \(Int(share))%"
        }
        let room = columns - 1 - figures.utf8.count
        let text = DisplayWidth.fit(Visible.visible(label, keepNewlines: false), columns: room) + figures
        return DisplayWidth.fit(text, columns: columns - 1)
    }
}
