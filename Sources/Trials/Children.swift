import Glibc
import Synchronization

/// The leaders of groups that this process started and that have not ended.
enum Children {
    private struct State {
        var running: Set<pid_t> = []
        var isOver = false
    }

    private static let state = Mutex(State())

    static func add(_ process: pid_t) {
        state.withLock { state in
            state.running.insert(process)
            if state.isOver { kill(-process, SIGKILL) }
        }
    }

    static func remove(_ process: pid_t) {
        state.withLock { state in _ = state.running.remove(process) }
    }

    /// Ends them all with what they started, and from then on whatever is added.
    static func end() {
        state.withLock { state in
            state.isOver = true
            for process in state.running { kill(-process, SIGKILL) }
        }
    }
}
