import CaseStore
import Casework
import Console
import Desk
import Files
import Glibc

extension Yousu {
    /// Runs the program with the process's arguments and ends the process.
    public static func start() -> Never {
        // A limit on file sizes is to be an error of the write that meets it, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        // Where a standard descriptor is closed, the next file would get its number, and all that is said there.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
        Glibc.exit(run())
    }

    private static func run() -> Int32 {
        do {
            let arguments = try LeadingOptions.take(from: try rawArguments())
            if let text = try answer(arguments) {
                try Output.write(text)
                return 0
            }
            try run(arguments)
            return 0
        } catch let error as WriteError {
            return complain(error)
        } catch let error as Outcome {
            return error.status
        } catch let error as UsageComplaint {
            return complain(error.complaint)
        } catch {
            return complain(Wording.complaint(error))
        }
    }

    /// Runs the command that the arguments name, or tells how it is used.
    static func run(_ arguments: [String]) throws {
        let help = Help(root: Yousu.self)
        let named = try help.command(of: arguments)
        let (command, declarations) = named.command.declared()
        let parsing = Parsing(declarations: declarations)
        if parsing.asksForHelp(named.rest) { return try Output.write(help.page(of: named)) }
        try parsing.read(named.rest)
        try command.run()
    }

    /// What is asked for besides commands: help, version, completion. Nil for a command.
    private static func answer(_ arguments: [String]) throws -> String? {
        switch arguments.first {
        case Completion.question:
            // A shell that asks has no use for an error.
            let words = try? Completion.candidates(for: Array(arguments.dropFirst()), below: Yousu.self)
            return (words ?? []).map { $0 + "\n" }.joined()
        case "--generate-completion-script":
            guard arguments.count > 1 else { throw UsageComplaint.missingValue(arguments[0]) }
            return try Completion.script(shell: arguments[1])
        case "--generate-manual":
            guard arguments.count > 1 else { throw UsageComplaint.missingValue(arguments[0]) }
            try Manual(root: Yousu.self).write(into: arguments[1])
            return ""
        default: break
        }
        if arguments.first == "--version" {
            return "yousu \(version)（SQLite \(Store.sqliteVersion)，库结构 \(Store.schema)）\n"
        }
        let words = arguments.prefix { $0 != "--" }
        guard words.isEmpty || words.first == "help" else { return nil }
        let help = Help(root: Yousu.self)
        return help.page(of: try help.command(of: Array(words.dropFirst())))
    }

    /// The process's arguments. Swift would silently replace what is not UTF-8, so the raw bytes are looked at.
    private static func rawArguments() throws -> [String] {
        var arguments: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let raw = CommandLine.unsafeArgv[index] else { continue }
            guard let text = String(validatingCString: raw) else {
                throw UsageComplaint.notUTF8(argument: index)
            }
            arguments.append(text)
        }
        return arguments
    }

    private static func complain(_ complaint: Complaint) -> Int32 {
        // Several problems are one to a line; the remedy comes last.
        Output.notice("错误：" + complaint.problem)
        if !complaint.remedy.isEmpty { Output.notice(complaint.remedy) }
        return complaint.status.rawValue
    }

    private static func complain(_ error: WriteError) -> Int32 {
        // Who stopped reading has what was wanted.
        if error.code == EPIPE { return 0 }
        Output.notice("错误：输出写不出去：\(SystemReason.words(error.code))")
        Output.notice("腾出空间，或换一个输出的地方再试。")
        return Complaint.Status.io.rawValue
    }
}

/// The end of a command that has said all it had to say, with an exit status other than 0.
struct Outcome: Error {
    let status: Int32

    init(_ status: Complaint.Status) {
        self.status = status.rawValue
    }
}
