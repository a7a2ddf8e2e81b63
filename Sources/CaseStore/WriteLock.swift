import Glibc

/// One lock around every write and every checkpoint of a store, for all processes.
///
/// SQLite up to 3.51.2 can lose committed pages when a commit races a second checkpoint of the write-ahead log;
/// under this lock that race cannot happen.
struct WriteLock: Sendable {
    /// The store that is guarded.
    let store: String
    /// How long to wait for others, in milliseconds.
    var patience: Int = 5000

    private var path: String { store + ".lock" }

    /// Runs a piece of work while no other process writes.
    ///
    /// - Throws: ``StoreError/busy(path:)`` when others hold the lock for too long.
    func held<Value>(_ work: () throws -> Value) throws -> Value {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOSPC ? StoreError.full(path: path) : StoreError.readOnly(path: store)
        }
        defer { close(descriptor) }
        try acquire(descriptor)
        return try work()
    }

    /// flock has no time limit of its own, so ask again and again: at first at once, then ever more seldom.
    private func acquire(_ descriptor: Int32) throws {
        var waited = 0
        var pause = 200
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw StoreError.io(path: path) }
            guard waited < patience * 1000 else { throw StoreError.busy(path: store) }
            usleep(UInt32(pause))
            waited += pause
            pause = min(pause * 2, 3000)
        }
    }
}
