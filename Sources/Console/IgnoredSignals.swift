import Glibc

/// Signals that the whole process ignores for a while, as the C library's `system` does.
enum IgnoredSignals {
    /// Does the work with the signals ignored, then puts back how they were handled before.
    static func during<Result>(_ signals: [Int32], _ work: () -> Result) -> Result {
        var ignore = sigaction()
        ignore.__sigaction_handler.sa_handler = SIG_IGN
        let before = signals.map { signal in
            var old = sigaction()
            sigaction(signal, &ignore, &old)
            return old
        }
        let result = work()
        for (signal, var old) in zip(signals, before) { sigaction(signal, &old, nil) }
        return result
    }
}
