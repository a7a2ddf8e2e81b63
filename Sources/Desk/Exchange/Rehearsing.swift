import CaseStore
import Glibc

extension Desk {
    /// Runs some work at a desk over a copy of the store, so that nothing is changed and nobody has to wait.
    public func rehearse<Value>(_ work: (Desk) throws -> Value) throws -> Value {
        let path = "\(store.path).rehearsal-\(getpid())"
        defer { for ending in ["", "-wal", "-shm", ".lock"] { unlink(path + ending) } }
        try store.copy(to: path)
        let copy = try Store(path: path, program: "", keys: store.keys)
        return try work(Desk(store: copy, actor: actor, now: now))
    }
}
