import Glibc
import Trials

/// What a command cost as a whole process.
struct Finished {
    let took: Duration
    /// Processor time.
    let processor: Duration
    /// The most memory that it had, in MB.
    let megabytes: Double
}

/// Runs a command from a fresh small process of the bench itself.
///
/// The kernel counts the memory of the process that starts another as the other's until it runs its own program; from
/// the bench itself, with its caches, every command would look as large as the bench.
enum Launcher {
    static let mode = "--launch"

    /// Runs a command and waits for its end.
    static func run(_ command: [String]) throws -> Finished {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Trouble("pipe: \(String(cString: strerror(errno)))") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process: Child
        do {
            defer { close(ends[1]) }
            process = try Child(
                ([Bench.ownPath, mode] + command).map { Array($0.utf8) }, output: ends[1],
                errors: STDERR_FILENO, leads: true)
        }
        let words = numbers(in: ends[0])
        guard try process.end().status == 0, words.count == 3 else {
            throw Trouble("This failed: \(command.joined(separator: " "))")
        }
        return Finished(
            took: .nanoseconds(words[0]), processor: .microseconds(words[1]),
            megabytes: Double(words[2]) / 1024)
    }

    /// The work of the small process: prints nanoseconds, microseconds of the processor and kilobytes. Returns its exit status.
    static func launch(_ command: [String]) throws -> Int32 {
        guard let nowhere = fopen("/dev/null", "w"), let errors = tmpfile() else {
            throw Trouble("no file for what a command says")
        }
        let words = command.map { Array($0.utf8) }
        let (end, took) = try timed {
            try Child(words, output: fileno(nowhere), errors: fileno(errors)).end()
        }
        guard end.status == 0 else {
            rewind(errors)
            let said = String(decoding: contents(of: fileno(errors)), as: UTF8.self)
            Bench.say("Exit status \(end.status); it said:\n\(said)")
            return 1
        }
        let parts = took.components
        print(
            parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000, end.microseconds,
            end.kilobytes)
        return 0
    }

    /// The numbers that a process wrote, up to the end of what can be read.
    static func numbers(in descriptor: Int32) -> [Int] {
        String(decoding: contents(of: descriptor), as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .compactMap { Int($0) }
    }
}
