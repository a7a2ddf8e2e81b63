import Foundation
import Glibc

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
        let input = try namelessFile(stdin)
        let output = try stdout.map { try opened($0) } ?? namelessFile([])
        let complaints = try namelessFile([])
        defer { for descriptor in [input, output, complaints] { close(descriptor) } }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (here, there) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (complaints, STDERR_FILENO)] {
            posix_spawn_file_actions_adddup2(&actions, here, there)
        }

        // Swift sees no posix_spawn_file_actions_addchdir_np; env goes to the folder instead.
        let argv = (["env", "-C", folder].map { Array($0.utf8) } + words).map(cString) + [nil]
        let variables = environment.map { cString(Array("\($0.key)=\($0.value)".utf8)) } + [nil]
        defer { for string in argv + variables { free(string) } }
        var process = pid_t()
        let failure = posix_spawnp(&process, "env", &actions, nil, argv, variables)
        guard failure == 0 else { throw SystemError(number: failure) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError(number: errno) }
        }
        let signal = status & 0x7F
        return Run(
            stdout: stdout == nil ? String(decoding: try contents(output), as: UTF8.self) : "",
            stderr: String(decoding: try contents(complaints), as: UTF8.self),
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            inputTaken: Int(lseek(input, 0, SEEK_CUR)))
    }

    private static func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
        strdup((bytes + [0]).map { CChar(bitPattern: $0) })
    }

    private static func opened(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        return descriptor
    }

    private static func namelessFile(_ bytes: [UInt8]) throws -> Int32 {
        let path = "\(NSTemporaryDirectory())/yousu-\(UUID().uuidString)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        unlink(path)
        try FileHandle(fileDescriptor: descriptor).write(contentsOf: bytes)
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func contents(_ descriptor: Int32) throws -> [UInt8] {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return [] }
        return try FileHandle(fileDescriptor: descriptor).readToEnd().map { Array($0) } ?? []
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

/// An error number of the system.
struct SystemError: Error {
    let number: Int32
}
