import Dispatch
import Files
import Glibc
import Synchronization

/// One lock around every write and every checkpoint of a store, for all processes.
///
/// SQLite up to 3.51.2 can lose committed pages when a commit races a second checkpoint of the write-ahead log;
/// under this lock that race cannot happen.
struct WriteLock: Sendable {
    /// The store that is guarded.
    let store: String
    /// How long to wait for others, in milliseconds.
    var patience: Int = 5000

    /// The same whatever name the store is opened by.
    private var path: String { FilePath.resolved(store) + ".lock" }

    /// Runs a piece of work while no other process writes.
    ///
    /// - Throws: ``StoreError/busy(path:)`` when others hold the lock for too long.
    func held<Value>(_ work: () throws -> Value) throws -> Value {
        let path = path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOSPC ? StoreError.full(path: path) : StoreError.readOnly(path: store)
        }
        let error = acquire(descriptor)
        // Whoever still waits for the lock closes it once it has come.
        if error == EWOULDBLOCK { throw StoreError.busy(path: store) }
        defer { close(descriptor) }
        guard error == 0 else { throw StoreError.io(path: path) }
        return try work()
    }

    /// Runs a piece of work while nobody writes. Nil, and nothing is run, where somebody does or nobody has yet.
    func heldIfFree<Value>(_ work: () throws -> Value?) rethrows -> Value? {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
        return try work()
    }

    /// Returns 0, or the system's error; EWOULDBLOCK when patience ran out.
    ///
    /// The system hands the lock to those who wait for it roughly in their order, but knows no time limit. So a thread
    /// of its own waits, and this one waits for that thread. Asking again and again instead would let late comers pass.
    private func acquire(_ descriptor: Int32) -> Int32 {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return 0 }
        guard errno == EWOULDBLOCK || errno == EINTR else { return errno }
        let turn = Turn()
        DispatchQueue(label: "yousu.lock").async {
            var error: Int32 = 0
            repeat { error = flock(descriptor, LOCK_EX) == 0 ? 0 : errno } while error == EINTR
            if !turn.came(error) { close(descriptor) }
        }
        return turn.wait(milliseconds: patience)
    }
}

/// What one thread waits for and another has.
private final class Turn: Sendable {
    private let state = Mutex<(error: Int32?, isGivenUp: Bool)>((nil, false))
    private let signal = DispatchSemaphore(value: 0)

    /// The turn came, or an error did. False where nobody waits for it any more.
    func came(_ error: Int32) -> Bool {
        let isWanted = state.withLock { state in
            state.error = error
            return !state.isGivenUp
        }
        signal.signal()
        return isWanted
    }

    /// Waits for the turn. Gives up with EWOULDBLOCK.
    func wait(milliseconds: Int) -> Int32 {
        _ = signal.wait(timeout: .now() + .milliseconds(milliseconds))
        return state.withLock { state in
            state.isGivenUp = state.error == nil
            return state.error ?? EWOULDBLOCK
        }
    }
}
