import CaseStore
import Desk
import Glibc
import Trials

/// A process that records calls as fast as it can, beside others.
enum Recorder {
    static let mode = "--record"

    /// Waits for the moment, records, and prints when it began and ended, how many were refused, and how long each
    /// took; all in nanoseconds.
    static func record(_ words: [String]) throws -> Int32 {
        guard words.count == 3, let count = Int(words[1]), let moment = Int(words[2]) else { return 64 }
        let desk = try Callers.desk(words[0])
        _ = try desk.settings()
        while Clocks.nanoseconds < moment { usleep(100) }
        let began = Clocks.nanoseconds
        var refused = 0
        var took: [Int] = []
        for number in 0..<count {
            let start = Clocks.nanoseconds
            do {
                _ = try desk.record(Callers.request(number))
                took.append(Clocks.nanoseconds - start)
            } catch StoreError.busy {
                refused += 1
            }
        }
        print(began, Clocks.nanoseconds, refused, took.map(String.init).joined(separator: " "))
        return 0
    }
}

/// What processes got done that recorded at the same time.
private struct Crowd {
    private(set) var refused = 0
    /// In milliseconds.
    private(set) var latencies: [Double] = []
    private var began = Int.max
    private var ended = 0

    /// Commits in a second, of all together.
    var rate: Double { Double(latencies.count) / (Double(ended - began) / 1e9) }

    init(_ count: Int, calls: Int, store: String, work: String) throws {
        let moment = Clocks.nanoseconds + 300_000_000
        let files = (0..<count).map { "\(work)/recorder-\($0)" }
        let processes = try files.map { file in
            let output = open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            defer { close(output) }
            return try Child(
                [Bench.ownPath, Recorder.mode, store, "\(calls)", "\(moment)"].map { Array($0.utf8) },
                output: output, errors: STDERR_FILENO, leads: true)
        }
        // All of them first: nobody is to record while the next thing is measured.
        let ends = try processes.map { try $0.end() }
        guard ends.allSatisfy({ $0.status == 0 }) else { throw Trouble("A process that recorded failed.") }
        for file in files {
            let output = open(file, O_RDONLY | O_CLOEXEC)
            defer { close(output) }
            let numbers = Launcher.numbers(in: output)
            guard numbers.count >= 3, numbers.count == 3 + calls - numbers[2] else {
                throw Trouble("A process was cut off.")
            }
            began = min(began, numbers[0])
            ended = max(ended, numbers[1])
            refused += numbers[2]
            latencies += numbers.dropFirst(3).map { Double($0) / 1e6 }
        }
    }
}

extension Site {
    private static let rounds = 3
    private static let processes = 16

    /// Processes that record at the same time, in turn with one that has the store for itself.
    func crowd() throws -> [Row] {
        var (alone, together, waits) = (Samples(), Samples(), Samples())
        var refused = 0
        for _ in 0..<Self.rounds {
            alone.add(try Crowd(1, calls: 800, store: stores.ours, work: work).rate)
            let crowd = try Crowd(Self.processes, calls: 100, store: stores.ours, work: work)
            together.add(crowd.rate)
            refused += crowd.refused
            for wait in crowd.latencies { waits.add(wait) }
        }
        return [
            Row.more("16 processes: all together", size, "commits/s", together).over(
                alone.median, "one process"),
            .once("16 processes: p99", size, "ms", waits.percentile(0.99)),
            .once("16 processes: longest", size, "ms", waits.largest),
            .once("16 processes: refused", size, "calls", Double(refused)),
        ]
    }
}
