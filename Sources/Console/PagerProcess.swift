import Glibc

/// A shell command that reads a text from its standard input.
struct PagerProcess {
    let command: String
    let environment: [String: String]
    /// Descriptor that becomes the command's standard output.
    let output: Int32

    private static let signals = [SIGPIPE, SIGINT, SIGQUIT]

    /// Runs the command with the text to its end; false if it could not be started.
    func show(_ text: String) -> Bool {
        IgnoredSignals.during(Self.signals) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return false }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let process = spawn(input: ends[0])
            close(ends[0])
            // The reader may leave before the end.
            if process != nil { try? Descriptor.write(text, to: ends[1]) }
            close(ends[1])
            guard let process else { return false }
            return wasRun(process)
        }
    }

    /// Waits for the end of the process; false if the shell did not find or could not run the command.
    private func wasRun(_ process: pid_t) -> Bool {
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 {
            if errno != EINTR { return true }
        }
        let hasExited = status & 0x7F == 0
        let exitCode = (status >> 8) & 0xFF
        return !(hasExited && (exitCode == 126 || exitCode == 127))
    }

    private func spawn(input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in Self.signals { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        let arguments = ["/bin/sh", "-c", command].map { (text: String) in strdup(text) }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for string in arguments + variables { free(string) } }
        var process: pid_t = 0
        let problem = posix_spawn(
            &process, "/bin/sh", &actions, &attributes, arguments + [nil], variables + [nil])
        return problem == 0 ? process : nil
    }
}
