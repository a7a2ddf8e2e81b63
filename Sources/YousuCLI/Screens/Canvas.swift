import Casework
import Console
import Desk
import Glibc
import Lettering

/// What every full screen has: a head, rules, a last line, and nothing wider than the terminal.
struct Canvas {
    let size: TerminalSize
    let style: Style
    let staff: String
    let now: Instant
    let clock: CityClock

    /// Whether there is a terminal for full screens.
    static var isPossible: Bool {
        Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDERR_FILENO)
            && ProcessEnvironment.current()["TERM"].map { $0 != "dumb" } ?? false
    }

    /// The canvas of this moment.
    init(_ size: TerminalSize, desk: Desk, clock: CityClock) {
        self.size = size
        style = Style(enabled: Style.enabled(isTerminal: true, environment: ProcessEnvironment.current()))
        staff = desk.actor.staff
        now = desk.now()
        self.clock = clock
    }

    /// What is done here, who does it and when.
    func head(_ title: String) -> [String] {
        let right = "\(staff)  \(clock.plain(now).prefix(16)) "
        let room = size.columns - DisplayWidth.width(right)
        let line =
            room > DisplayWidth.width(title)
            ? DisplayWidth.fit(title, columns: room, pad: .left) + right : fit(title)
        return [style.paint(line, .bold), rule]
    }

    /// The last lines: a message where there is one, otherwise the keys, each whole, in as many lines as they need.
    func foot(keys: [String], message: String) -> [String] {
        if !message.isEmpty { return [rule, style.paint(fit(" " + message), .yellow)] }
        var lines = [""]
        for key in keys {
            let room = size.columns - DisplayWidth.width(lines[lines.count - 1])
            if DisplayWidth.width(key) + 2 > room, lines[lines.count - 1] != "" { lines.append("") }
            lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? " \(key)" : "  \(key)"
        }
        return [rule] + lines.map { style.paint(fit($0), .dim) }
    }

    /// A line from one side to the other.
    var rule: String { style.paint(String(repeating: "─", count: size.columns), .dim) }

    /// A text cut to the width.
    func fit(_ text: String) -> String { DisplayWidth.fit(text, columns: size.columns) }

    /// The choices of a list around the marked one, each in a width.
    func list(_ picker: Picker, columns: Int, atMost count: Int) -> [String] {
        guard !picker.fitting.isEmpty else { return [style.paint("  没有这样的名称", .dim)] }
        let start = Self.start(showing: picker.marked ?? 0, of: picker.fitting.count, rows: count)
        return picker.fitting.indices[start..<min(picker.fitting.count, start + count)].map { place in
            let choice = picker.fitting[place]
            let name = Visible.visible(choice.label, keepNewlines: false)
            let text = DisplayWidth.fit(
                choice.hint.isEmpty ? name : "\(name)  \(choice.hint)", columns: columns)
            return place == picker.marked ? style.paint("● " + text, .bold) : "  " + text
        }
    }

    /// Where to begin so that a line stands in the middle, as far as there are lines.
    static func start(showing line: Int, of count: Int, rows: Int) -> Int {
        max(0, min(line - rows / 2, count - rows))
    }
}

extension Complaint {
    /// What is wrong and what to do, in one line.
    var line: String { [problem, remedy].filter { !$0.isEmpty }.joined(separator: "。") }
}
