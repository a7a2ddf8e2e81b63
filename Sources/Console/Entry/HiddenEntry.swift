import Glibc

/// A terminal that does not show what is typed, for as long as this lives. It is as before afterwards, also where a signal
/// ends the program meanwhile; stopping it for a while is not possible.
public final class HiddenEntry {
    private let descriptor: Int32
    private let before: termios
    /// Nil where they cannot be waited for; hiding matters more.
    private let signals = SignalPipe()

    /// Nil where the descriptor is no terminal.
    public init?(_ descriptor: Int32) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
        self.descriptor = descriptor
        before = settings
        hide()
    }

    deinit {
        show()
    }

    /// Waits until a line can be read, or the end. Signals do what they always do.
    public func wait() {
        var wanted = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals?.reading ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&wanted, 2, -1) >= 0 || errno == EINTR {
            if let signal = signals?.take() {
                show()
                signals?.pass(signal)
                hide()
            }
            if wanted[0].revents != 0 { return }
        }
    }

    private func hide() {
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        withUnsafeMutableBytes(of: &silent.c_cc) { $0[Int(VSUSP)] = 0 }
        tcsetattr(descriptor, TCSAFLUSH, &silent)
    }

    /// What was typed so far is not left to whoever reads next.
    private func show() {
        var settings = before
        tcsetattr(descriptor, TCSAFLUSH, &settings)
    }
}
