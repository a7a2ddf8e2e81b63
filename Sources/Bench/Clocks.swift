import Glibc

/// The clocks that Swift's own do not offer.
enum Clocks {
    /// The same in all processes.
    static var nanoseconds: Int { read(CLOCK_MONOTONIC) }

    /// What this process used of the processor.
    static var processorTime: Duration { .nanoseconds(read(CLOCK_PROCESS_CPUTIME_ID)) }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    var milliseconds: Double { seconds * 1000 }
}

/// Takes the time of a piece of work.
func timed<Value>(_ work: () throws -> Value) rethrows -> (value: Value, took: Duration) {
    let began = ContinuousClock.now
    let value = try work()
    return (value, ContinuousClock.now - began)
}
