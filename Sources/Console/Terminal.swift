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
}
