import Foundation
import Glibc
import Trials

/// The built program, and how it is run: as people run it, in a process of its own.
enum Program {
    /// Beside the bundle of the tests; YOUSU_BINARY names another.
    static let path: String =
        ProcessInfo.processInfo.environment["YOUSU_BINARY"]
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("yousu").path

    /// What a process has from its surroundings; nothing of the program's own.
    static let surroundings = ProcessInfo.processInfo.environment.filter {
        ["PATH", "LD_LIBRARY_PATH"].contains($0.key)
    }

    /// Runs a program to its end.
    ///
    /// Input and output are files without a name, so that nothing has to be read while it runs and it can be
    /// seen how much of its input it took.
    static func run(
        _ words: [[UInt8]], in folder: String, environment: [String: String], stdin: [UInt8], stdout: String?
    ) throws -> Run {
        let files = NSTemporaryDirectory()
        let input = try NamelessFile(in: files, holding: stdin)
        let output = try NamelessFile(in: files)
        let complaints = try NamelessFile(in: files)
        defer { for file in [input, output, complaints] { file.close() } }
        let given = try stdout.map { try opened($0) }
        defer { if let given { close(given) } }

        // Swift sees no posix_spawn_file_actions_addchdir_np; env goes to the folder instead.
        let end = try Child(
            ["env", "-C", folder].map { Array($0.utf8) } + words, environment: environment,
            input: input.descriptor, output: given ?? output.descriptor, errors: complaints.descriptor
        ).end()
        return Run(
            stdout: String(decoding: output.bytes, as: UTF8.self),
            stderr: String(decoding: complaints.bytes, as: UTF8.self), status: end.status,
            inputTaken: Int(lseek(input.descriptor, 0, SEEK_CUR)))
    }

    private static func opened(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Trouble("\(path): \(String(cString: strerror(errno)))") }
        return descriptor
    }
}

/// What came of running a program.
struct Run {
    let stdout: String
    let stderr: String
    /// As the shell counts it: 128 and more for a death by signal.
    let status: Int32
    /// How many bytes of its input were read.
    let inputTaken: Int

    /// The lines of standard output.
    var lines: [String] { stdout.split(separator: "\n").map(String.init) }

    /// The case number that a recording command printed.
    var number: String { stdout.trimmingCharacters(in: .newlines) }

    /// Standard output as a JSON object; empty where it is none.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(stdout.utf8))) as? [String: Any] ?? [:]
    }
}
