import Glibc

/// The program in which people edit a text: $VISUAL, else $EDITOR, else vi.
public struct Editor: Sendable {
    /// The shell command.
    public let command: String
    private let environment: [String: String]

    /// The editor that the environment asks for.
    public init(environment: [String: String]) {
        let wanted = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
        command = wanted.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
        self.environment = environment
    }

    /// Edits a file. Returns when the editor has ended; false where it could not be started or ended with an error.
    public func edit(_ path: String) -> Bool {
        let arguments = ["/bin/sh", "-c", "\(command) \"$1\"", "sh", path].map { (text: String) in
            strdup(text)
        }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for string in arguments + variables { free(string) } }
        return IgnoredSignals.during([SIGINT, SIGQUIT]) {
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            var defaults = sigset_t()
            sigemptyset(&defaults)
            for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, signal) }
            posix_spawnattr_setsigdefault(&attributes, &defaults)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
            var process: pid_t = 0
            guard
                posix_spawn(&process, "/bin/sh", nil, &attributes, arguments + [nil], variables + [nil]) == 0
            else { return false }
            var status: Int32 = 0
            while waitpid(process, &status, 0) == -1 {
                if errno != EINTR { return false }
            }
            return status == 0
        }
    }
}
