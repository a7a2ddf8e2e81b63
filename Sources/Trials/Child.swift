import Glibc

/// A process that was started and not yet waited for.
public struct Child: Sendable {
    private let id: pid_t
    private let leads: Bool

    /// Starts a program. It has none of this process's settings of signals.
    ///
    /// - Parameters:
    ///   - command: the program, looked for on the path, and what it is told; in bytes, for they need not be UTF-8.
    ///   - environment: its whole environment; nil for that of this process.
    ///   - input: a descriptor for what it reads; nil for nothing.
    ///   - output: a descriptor for what it writes.
    ///   - errors: a descriptor for its complaints.
    ///   - leads: it leads a group of processes, so that all that it starts can be ended with it.
    public init(
        _ command: [[UInt8]], environment: [String: String]? = nil, input: Int32? = nil, output: Int32,
        errors: Int32, leads: Bool = false
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        // Nobody can change these two.
        for signal in [SIGKILL, SIGSTOP] { sigdelset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (leads ? POSIX_SPAWN_SETPGROUP : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let program = command[0].map { CChar(bitPattern: $0) } + [0]
        let words = command.map(Self.string) + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure: Int32
        if let environment {
            let variables = environment.map { Self.string(Array("\($0.key)=\($0.value)".utf8)) } + [nil]
            defer { for variable in variables { free(variable) } }
            failure = posix_spawnp(&process, program, &actions, &attributes, words, variables)
        } else {
            failure = posix_spawnp(&process, program, &actions, &attributes, words, environ)
        }
        guard failure == 0 else {
            throw Trouble(
                "\(String(decoding: command[0], as: UTF8.self)): \(String(cString: strerror(failure)))")
        }
        id = process
        self.leads = leads
        if leads { Children.add(process) }
    }

    private static func string(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
        strdup(bytes.map { CChar(bitPattern: $0) } + [0])
    }

    /// Sends it a signal; where it leads a group, with all that it started.
    public func signal(_ number: Int32) {
        Glibc.kill(leads ? -id : id, number)
    }

    /// Ends it at once; where it leads a group, with all that it started.
    public func kill() {
        signal(SIGKILL)
    }

    /// How a process ended.
    public struct End: Sendable {
        /// Its exit status; 128 and more for a signal.
        public let status: Int32
        /// Processor time.
        public let microseconds: Int
        /// The most memory that it had.
        public let kilobytes: Int
    }

    /// Waits for its end.
    ///
    /// - Parameter deadline: when it is killed if it has not ended; nil for never.
    @discardableResult
    public func end(by deadline: ContinuousClock.Instant? = nil) throws -> End {
        while true {
            if let end = try awaited(with: deadline == nil ? 0 : WNOHANG) { return end }
            guard let deadline else { continue }
            if ContinuousClock.now > deadline { kill() }
            usleep(500)
        }
    }

    /// How it ended; nil while it runs.
    public func ended() throws -> End? {
        try awaited(with: WNOHANG)
    }

    private func awaited(with options: Int32) throws -> End? {
        var status: Int32 = 0
        var usage = rusage()
        let ended = wait4(id, &status, options, &usage)
        guard ended == id else {
            if ended == 0 || errno == EINTR { return nil }
            throw Trouble("wait4: \(String(cString: strerror(errno)))")
        }
        Children.remove(id)
        let signal = status & 0x7F
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return End(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            microseconds: seconds * 1_000_000 + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
            kilobytes: Int(usage.ru_maxrss))
    }
}

/// All that can be read from a descriptor, from where it stands to its end.
public func contents(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}
