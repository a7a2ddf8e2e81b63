import Glibc
import Synchronization

/// Signals as something that can be waited for. There is one at a time: what signals do is the process's.
final class SignalPipe {
    /// Readable when a signal came.
    let reading: Int32
    private let writing: Int32
    private var handlers: [(signal: Int32, before: sigaction)] = []
    private static let current = Atomic<Int32>(-1)

    /// Nil where there is one already.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (reading, writing) = (ends[0], ends[1])
        guard
            Self.current.compareExchange(expected: -1, desired: writing, ordering: .sequentiallyConsistent)
                .exchanged
        else {
            close(reading)
            close(writing)
            return nil
        }
        for signal in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT] { catchSignal(signal) }
    }

    deinit {
        for (signal, var before) in handlers { sigaction(signal, &before, nil) }
        Self.current.store(-1, ordering: .sequentiallyConsistent)
        close(reading)
        close(writing)
    }

    /// Takes the signals that came. Returns one that asks to end.
    func take() -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(reading, &bytes, bytes.count)
        return bytes.prefix(max(0, count)).map { Int32($0) }.first { $0 != SIGWINCH }
    }

    /// Lets a signal do what it did before there was a pipe.
    func pass(_ signal: Int32) {
        guard var before = handlers.first(where: { $0.signal == signal })?.before else { return }
        var ours = sigaction()
        sigaction(signal, &before, &ours)
        raise(signal)
        sigaction(signal, &ours, nil)
    }

    private func catchSignal(_ signal: Int32) {
        var before = sigaction()
        sigaction(signal, nil, &before)
        // What is ignored, as under nohup, stays ignored.
        guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != Self.ignored else {
            return
        }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            let before = errno
            var byte = UInt8(truncatingIfNeeded: signal)
            _ = write(SignalPipe.current.load(ordering: .relaxed), &byte, 1)
            errno = before
        }
        sigaction(signal, &action, nil)
        handlers.append((signal, before))
    }

    private static var ignored: Int { unsafeBitCast(SIG_IGN, to: Int.self) }
}
