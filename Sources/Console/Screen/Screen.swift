import Glibc

/// A terminal taken over for a while: every key is read as it is pressed, and all of the screen is drawn. What it showed
/// before is there again afterwards.
public final class Screen {
    private let input: Int32
    private let output: Int32
    private let before: termios
    private var decoder = KeyDecoder()
    private var waiting: [Key] = []
    private var shown: Frame?
    private var shownSize = TerminalSize()
    private let signals: SignalPipe

    /// Takes over the terminal. Nil where there is none.
    ///
    /// - Parameters:
    ///   - input, output: descriptors that are a terminal.
    public init?(input: Int32 = 0, output: Int32 = 2) {
        var settings = termios()
        guard Terminal.isTerminal(output), tcgetattr(input, &settings) == 0, let signals = SignalPipe() else {
            return nil
        }
        self.input = input
        self.output = output
        self.signals = signals
        before = settings
        enter()
    }

    deinit {
        leave()
    }

    /// The size now.
    public var size: TerminalSize { Terminal.size(output) }

    /// Shows a frame; only what differs from the one before is written.
    public func draw(_ frame: Frame) {
        let size = size
        if size != shownSize { shown = nil }
        try? Descriptor.write(frame.update(from: shown, rows: size.rows), to: output)
        (shown, shownSize) = (frame, size)
    }

    /// Rings the bell.
    public func ring() {
        try? Descriptor.write("\u{7}", to: output)
    }

    /// The next key. Nil when none came within so many milliseconds.
    public func key(within patience: Int32? = nil) -> Key? {
        while waiting.isEmpty {
            // A lone escape byte is the key, if nothing follows it at once.
            let limit = decoder.isWaiting ? 30 : patience ?? -1
            switch wait(limit) {
            case .nothing:
                if decoder.isWaiting { waiting += decoder.flush() } else { return nil }
            case .input(let keys): waiting += keys
            }
        }
        let key = waiting.removeFirst()
        guard key == .control("z") else { return key }
        suspend()
        return .resize
    }

    private enum Waiting {
        case nothing, input([Key])
    }

    private func wait(_ limit: Int32) -> Waiting {
        var wanted = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&wanted, 2, limit)
        if count < 0 { return errno == EINTR ? .input([]) : .input([.hangup]) }
        if count == 0 { return .nothing }
        if wanted[1].revents != 0 { return .input(signals.take() == nil ? [.resize] : [.hangup]) }
        var chunk = [UInt8](repeating: 0, count: 4096)
        let read = Glibc.read(input, &chunk, chunk.count)
        guard read > 0 else { return .input(read < 0 && errno == EINTR ? [] : [.hangup]) }
        return .input(decoder.feed(chunk[..<read]))
    }

    private func enter() {
        var raw = before
        cfmakeraw(&raw)
        tcsetattr(input, TCSADRAIN, &raw)
        // The other screen, and pasted text told from typed text.
        try? Descriptor.write("\u{1B}[?1049h\u{1B}[?2004h", to: output)
        shown = nil
    }

    private func leave() {
        try? Descriptor.write("\u{1B}[?2004l\u{1B}[?25h\u{1B}[0m\u{1B}[?1049l", to: output)
        var settings = before
        tcsetattr(input, TCSADRAIN, &settings)
    }

    private func suspend() {
        leave()
        kill(0, SIGTSTP)
        enter()
    }
}
