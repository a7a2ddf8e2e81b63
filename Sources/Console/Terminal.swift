import Glibc

/// What the system knows of the terminal behind a file descriptor.
public enum Terminal {
    /// Whether the descriptor (0 input, 1 output, 2 errors) is a terminal.
    public static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// The terminal's size now; 80 columns and 24 rows where it is unknown or the descriptor is no terminal.
    public static func size(_ descriptor: Int32) -> TerminalSize {
        var size = winsize()
        let fallback = TerminalSize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return fallback }
        return TerminalSize(
            columns: size.ws_col > 0 ? Int(size.ws_col) : fallback.columns,
            rows: size.ws_row > 0 ? Int(size.ws_row) : fallback.rows)
    }

    /// Runs work while a terminal does not show what is typed. It is as before afterwards, also where a signal ends the program
    /// meanwhile; stopping it for a while is not possible.
    ///
    /// - Parameter descriptor: of the terminal; of anything else, the work is just run.
    public static func withoutEcho<Value>(_ descriptor: Int32, _ work: () throws -> Value) rethrows -> Value {
        var before = termios()
        guard tcgetattr(descriptor, &before) == 0 else { return try work() }
        hiding = (descriptor, before)
        let handlers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { signal in
            (
                signal,
                Glibc.signal(signal) { signal in
                    // What was typed so far is not left to whoever reads next.
                    tcsetattr(hiding.descriptor, TCSAFLUSH, &hiding.before)
                    Glibc.signal(signal, SIG_DFL)
                    raise(signal)
                }
            )
        }
        defer {
            tcsetattr(descriptor, TCSAFLUSH, &before)
            for (signal, handler) in handlers { Glibc.signal(signal, handler) }
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        withUnsafeMutableBytes(of: &silent.c_cc) { $0[Int(VSUSP)] = 0 }
        tcsetattr(descriptor, TCSAFLUSH, &silent)
        return try work()
    }
}

/// The terminal whose echo is off, and how it was before: all that the handler of a signal can know.
private nonisolated(unsafe) var hiding = (descriptor: Int32(-1), before: termios())
