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

/// A program that was started and not yet waited for.
struct Started {
    private let child: Child
    private let output: Int32
    private let errors: Int32
    /// When it is killed; nothing that is tried takes so long.
    let deadline = ContinuousClock.now + .seconds(60)

    /// Starts a program with files without a name for what it reads and writes.
    ///
    /// - Parameter output: a descriptor for standard output; nil for a file.
    init(
        _ command: [[UInt8]], environment: [String: String], input: [UInt8], output: Int32?, folder: String
    ) throws {
        let source = try Self.namelessFile(in: folder, holding: input)
        defer { close(source) }
        let sink = try Self.namelessFile(in: folder)
        let complaints = try Self.namelessFile(in: folder)
        child = try Child(
            command, environment: environment, input: source, output: output ?? sink, errors: complaints,
            leads: true)
        self.output = sink
        errors = complaints
    }

    /// Waits for its end; one that does not end is killed, and then was not orderly.
    func end() throws -> Run {
        defer {
            close(output)
            close(errors)
        }
        let end = try child.end(by: deadline)
        return Run(
            status: end.status, output: Self.written(output),
            complaint: String(decoding: Self.written(errors), as: UTF8.self),
            milliseconds: end.microseconds / 1000)
    }

    func kill() {
        child.kill()
    }

    /// A file that O_TMPFILE makes, which Swift does not see.
    private static func namelessFile(in folder: String, holding bytes: [UInt8] = []) throws -> Int32 {
        let descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Trouble("No file in \(folder): \(String(cString: strerror(errno)))")
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Trouble("write: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func written(_ descriptor: Int32) -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        return contents(of: descriptor)
    }
}
