import CaseStore
import Casework
import Console
import Desk
import Glibc

extension Yousu {
    /// Runs the program with the process's arguments and ends the process.
    public static func start() -> Never {
        // A limit on file sizes is to be an error of the write that meets it, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
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

    /// Runs the command that the arguments name.
    static func run(_ arguments: [String]) throws {
        let (type, rest) = try Help(root: Yousu.self).command(of: arguments)
        let (command, declarations) = type.declared()
        try Parsing(declarations: declarations).read(rest)
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
        let words = arguments.prefix { $0 != "--" }
        if words.first == "--version" {
            return "yousu \(version)（SQLite \(Store.sqliteVersion)，库结构 \(Store.schema)）\n"
        }
        // Whatever follows an option is its value, also `-h`.
        let asksForHelp = words.indices.contains { index in
            ["--help", "-h"].contains(words[index])
                && (index == words.startIndex || !words[index - 1].hasPrefix("--")
                    || words[index - 1].contains("="))
        }
        guard words.isEmpty || words.first == "help" || asksForHelp else { return nil }
        let path = words.filter { $0 != "help" && !$0.hasPrefix("-") }
        return try Help(root: Yousu.self).page(Array(path))
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
        Output.notice("错误：输出写不出去：\(String(cString: strerror(error.code)))")
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
