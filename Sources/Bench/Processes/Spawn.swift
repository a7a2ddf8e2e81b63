import Glibc
import Synchronization
import Trials

/// Processes that the bench started and that have not ended.
enum Children {
    private static let running = Mutex<Set<pid_t>>([])

    static func add(_ process: pid_t) {
        running.withLock { _ = $0.insert(process) }
    }

    static func remove(_ process: pid_t) {
        running.withLock { _ = $0.remove(process) }
    }

    /// Ends them all, and what they started. From then on none may be added.
    static func end() {
        running.withLock { for process in $0 { kill(-process, SIGTERM) } }
    }
}

/// Starts a process with nothing to read, and gives its id.
///
/// - Parameters:
///   - output, errors: descriptors for what it writes.
///   - leads: it leads a group of processes, so that all that it starts can be ended with it.
func spawn(_ command: [String], output: Int32, errors: Int32, leads: Bool = false) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETSIGMASK | (leads ? POSIX_SPAWN_SETPGROUP : 0)))

    let words = command.map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, command[0], &actions, &attributes, words + [nil], environ)
    guard failure == 0 else { throw Trouble("\(command[0]): \(String(cString: strerror(failure)))") }
    if leads { Children.add(process) }
    return process
}

/// How a process ended.
struct End {
    /// Its exit status; 128 and more for a signal.
    let status: Int32
    /// Processor time.
    let microseconds: Int
    /// The most memory that it had.
    let kilobytes: Int
}

/// Waits for a process's end.
@discardableResult
func wait(for process: pid_t) throws -> End {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
        guard errno == EINTR else { throw Trouble("wait4: \(String(cString: strerror(errno)))") }
    }
    Children.remove(process)
    let signal = status & 0x7F
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return End(
        status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
        microseconds: seconds * 1_000_000 + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
        kilobytes: Int(usage.ru_maxrss))
}

/// All that can be read from a descriptor until its end.
func contents(of descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
    }
}
