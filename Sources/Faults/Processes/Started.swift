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
    private let output: NamelessFile
    private let errors: NamelessFile
    /// When it is killed; nothing that is tried takes so long.
    let deadline = ContinuousClock.now + .seconds(60)

    /// Starts a program with files without a name for what it reads and writes.
    ///
    /// - Parameter output: a descriptor for standard output; nil for a file.
    init(
        _ command: [[UInt8]], environment: [String: String], input: [UInt8], output: Int32?, folder: String
    ) throws {
        let source = try NamelessFile(in: folder, holding: input)
        defer { source.close() }
        let sink = try NamelessFile(in: folder)
        errors = try NamelessFile(in: folder)
        child = try Child(
            command, environment: environment, input: source.descriptor, output: output ?? sink.descriptor,
            errors: errors.descriptor, leads: true)
        self.output = sink
    }

    /// Waits for its end; one that does not end is killed, and then was not orderly.
    func end() throws -> Run {
        defer {
            output.close()
            errors.close()
        }
        let end = try child.end(by: deadline)
        return Run(
            status: end.status, output: output.bytes,
            complaint: String(decoding: errors.bytes, as: UTF8.self),
            milliseconds: end.microseconds / 1000)
    }

    func kill() {
        child.kill()
    }
}
