import Foundation
import Glibc
import Lettering
import Trials

/// The program at a terminal: what somebody sees and types.
final class TerminalRun {
    /// -1 once it is closed: its number may be another's by then.
    private var master: Int32
    private let terminal: PseudoTerminal
    private let process: Child
    private(set) var screen: VirtualScreen
    private var pending: [UInt8] = []

    init(
        _ words: [String], in folder: String, environment: [String: String], columns: Int = 80, rows: Int = 24
    ) throws {
        let terminal = try PseudoTerminal(columns: columns, rows: rows)
        master = terminal.master
        self.terminal = terminal
        screen = VirtualScreen(columns: columns, rows: rows)
        let slave = try terminal.opened()
        defer { close(slave) }
        // With the terminal as its own: then it is told of another size and of the end of the line.
        process = try Child(
            (["setsid", "--ctty", "env", "-C", folder] + words).map { Array($0.utf8) },
            environment: environment.merging(["TERM": "xterm-256color", "NO_COLOR": "1"]) { $1 },
            input: slave, output: slave, errors: slave)
    }

    deinit {
        if master >= 0 { close(master) }
    }

    /// What the terminal is set to: whether lines are read whole, with echo, as a shell wants it.
    var isSane: Bool {
        var settings = termios()
        guard tcgetattr(master, &settings) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return settings.c_lflag & wanted == wanted && screen.isMain && screen.showsCursor
    }

    /// Types something.
    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }

    /// Waits until the screen is as wanted; false if it never is.
    @discardableResult
    func wait(seconds: Double = 30, until isThere: (VirtualScreen) -> Bool) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while true {
            let isOpen = take(within: 50)
            // Only what is drawn whole counts.
            if isThere(screen), !take(within: 20) || isThere(screen) { return true }
            if !isOpen || Date() > end { return isThere(screen) }
        }
    }

    /// Waits until a text is on the screen.
    @discardableResult
    func wait(for text: String, seconds: Double = 30) -> Bool {
        wait(seconds: seconds) { $0.text.contains(text) }
    }

    func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        terminal.resize(columns: columns, rows: rows)
    }

    func signal(_ number: Int32) {
        process.signal(number)
    }

    /// The other side goes away, as when a window is closed or a line is cut.
    func hangUp() {
        close(master)
        master = -1
    }

    /// The exit status, as a shell counts it; nil where it does not end.
    func status(within seconds: Double = 30) -> Int32? {
        let deadline = Date().addingTimeInterval(seconds)
        while Date() < deadline {
            do {
                if let end = try process.ended() {
                    while take(within: 20) {}
                    return end.status
                }
            } catch {
                return nil
            }
            _ = take(within: 20)
        }
        process.kill()
        _ = try? process.end()
        return nil
    }

    /// Takes what the program writes. Whether the terminal is still open.
    private func take(within patience: Int32) -> Bool {
        guard master >= 0 else {
            usleep(1000)
            return false
        }
        var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, patience) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        pending += buffer[..<count]
        // A character may be cut.
        let whole = pending.lastIndex { $0 & 0xC0 != 0x80 }.map { last in
            let length = pending[last] < 0x80 ? 1 : pending[last] < 0xE0 ? 2 : pending[last] < 0xF0 ? 3 : 4
            return pending.count - last >= length ? pending.count : last
        }
        let end = whole ?? 0
        screen.feed(String(decoding: pending[..<end], as: UTF8.self))
        pending.removeFirst(end)
        return true
    }
}

/// What a terminal shows that got some text: of its sequences those that the program may use.
struct VirtualScreen {
    private(set) var columns: Int
    private(set) var rows: Int
    /// Sequences that are none of those.
    private(set) var unknown: [String] = []
    private(set) var isMain = true
    private(set) var showsCursor = true
    private(set) var bells = 0
    private(set) var cursor = (row: 0, column: 0)
    private var cells: [[String]]
    /// What the terminal showed before the whole screen was taken.
    private var aside: (cells: [[String]], cursor: (row: Int, column: Int))?
    private var rest: Substring.UnicodeScalarView = "".unicodeScalars[...]

    init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = []
        clear()
    }

    /// The lines without the blanks at their ends.
    var lines: [String] {
        cells.map { row in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        clear()
        aside = nil
    }

    mutating func feed(_ text: String) {
        rest = (String(String.UnicodeScalarView(rest)) + text).unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "\u{1B}" {
                guard let sequence = sequence() else { return }
                obey(sequence)
                rest = rest.dropFirst(sequence.unicodeScalars.count)
            } else if scalar.value < 0x20 {
                control(scalar)
                rest = rest.dropFirst()
            } else {
                let characters = String(
                    String.UnicodeScalarView(rest.prefix { $0.value >= 0x20 && $0.value != 0x1B }))
                for character in characters { put(character) }
                rest = rest.dropFirst(characters.unicodeScalars.count)
            }
        }
    }

    private func sequence() -> String? {
        let body = Array(rest)
        guard body.count > 1, body[1] == "[" else { return body.count > 1 ? "\u{1B}\(body[1])" : nil }
        guard let end = body.dropFirst(2).firstIndex(where: { 0x40...0x7E ~= $0.value }) else { return nil }
        return String(String.UnicodeScalarView(body[...end]))
    }

    private mutating func obey(_ sequence: String) {
        let body = sequence.dropFirst(2)
        let numbers = body.dropLast().split(separator: ";").map { Int($0) ?? 0 }
        switch (body.first, body.last) {
        case ("?", _):
            switch body {
            case "?1049h", "?1049l":
                isMain = body.last == "l"
                if !isMain { aside = (cells, cursor) }
                clear()
                if isMain, let aside { (cells, cursor) = aside }
            case "?25h": showsCursor = true
            case "?25l": showsCursor = false
            case "?2004h", "?2004l": break
            default: unknown.append(sequence)
            }
        case (_, "H"): cursor = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
        case (_, "G"): cursor.column = (numbers.first ?? 1) - 1
        case (_, "J") where numbers == [2]: clear()
        case (_, "K"):
            let from = numbers == [2] ? 0 : cursor.column
            if cells.indices.contains(cursor.row), from < columns {
                for column in from..<columns { cells[cursor.row][column] = " " }
            }
        case (_, "m"): break
        default: unknown.append(sequence)
        }
    }

    private mutating func control(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r": cursor.column = 0
        case "\n":
            cursor.row += 1
            if cursor.row >= rows {
                cells.removeFirst()
                cells.append(Array(repeating: " ", count: columns))
                cursor.row = rows - 1
            }
        case "\u{7}": bells += 1
        default: unknown.append("U+\(String(scalar.value, radix: 16))")
        }
    }

    private mutating func put(_ character: Character) {
        let width = DisplayWidth.width(character)
        if cursor.column + width > columns {
            control("\r")
            control("\n")
        }
        cells[cursor.row][cursor.column] = String(character)
        if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
        cursor.column += width
    }

    private mutating func clear() {
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        cursor = (0, 0)
    }
}
