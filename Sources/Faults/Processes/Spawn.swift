import Foundation
import Glibc
import Trials

/// What came of running a program.
struct Run: Sendable {
    /// Its exit status; 128 and more for a signal.
    let status: Int32
    let output: [UInt8]
    let complaint: String
    /// Processor time, in milliseconds.
    let milliseconds: Int

    var text: String { String(decoding: output, as: UTF8.self) }
    /// What a recording command printed.
    var numbers: [String] { text.split(separator: "\n").map(String.init).filter { Int64($0) != nil } }
    /// Whether it ended by itself, with a status of the table of sysexits, and not as a fault of its own.
    var isOrderly: Bool { status == 0 || (64...78).contains(status) && status != 70 }
}

/// A process that was started and not yet waited for.
struct Started {
    let process: pid_t
    fileprivate let output: Int32
    fileprivate let errors: Int32

    /// Nothing that is tried takes longer.
    private static let patience = Duration.seconds(60)

    /// Waits for its end; one that does not end is killed, and then was not orderly.
    func end() throws -> Run {
        defer {
            close(output)
            close(errors)
        }
        var status: Int32 = 0
        var usage = rusage()
        let deadline = ContinuousClock.now + Self.patience
        while true {
            let ended = wait4(process, &status, WNOHANG, &usage)
            if ended == process { break }
            guard ended == 0 || errno == EINTR else {
                throw Trouble("wait4: \(String(cString: strerror(errno)))")
            }
            if ContinuousClock.now > deadline { kill() }
            usleep(500)
        }
        let signal = status & 0x7F
        let times = [usage.ru_utime, usage.ru_stime]
        return Run(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: contents(of: output),
            complaint: String(decoding: contents(of: errors), as: UTF8.self),
            milliseconds: times.reduce(0) { $0 + Int($1.tv_sec) * 1000 + Int($1.tv_usec) / 1000 })
    }

    func kill() {
        Glibc.kill(process, SIGKILL)
    }
}

/// Starts a program with files without a name for what it reads and writes.
///
/// - Parameter output: a descriptor for standard output; nil for a file.
func startProcess(
    _ command: [[UInt8]], environment: [String: String], input: [UInt8] = [], output: Int32? = nil,
    folder: String
) throws -> Started {
    let source = try namelessFile(in: folder, holding: input)
    defer { close(source) }
    let sink = try namelessFile(in: folder)
    let errors = try namelessFile(in: folder)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (here, there) in [(source, STDIN_FILENO), (output ?? sink, STDOUT_FILENO), (errors, STDERR_FILENO)] {
        posix_spawn_file_actions_adddup2(&actions, here, there)
    }
    let words = command.map(cString) + [nil]
    let variables = environment.map { cString(Array("\($0.key)=\($0.value)".utf8)) } + [nil]
    defer { for string in words + variables { free(string) } }
    var process: pid_t = 0
    let failure = posix_spawnp(
        &process, String(decoding: command[0], as: UTF8.self), &actions, nil, words, variables)
    guard failure == 0 else { throw Trouble("It cannot be started: \(String(cString: strerror(failure)))") }
    return Started(process: process, output: sink, errors: errors)
}

private func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    strdup(bytes.map { CChar(bitPattern: $0) } + [0])
}

/// A file that O_TMPFILE makes, which Swift does not see.
private func namelessFile(in folder: String, holding bytes: [UInt8] = []) throws -> Int32 {
    let descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Trouble("No file in \(folder): \(String(cString: strerror(errno)))") }
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw Trouble("write: \(String(cString: strerror(errno)))") }
        rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
}

private func contents(of descriptor: Int32) -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}
