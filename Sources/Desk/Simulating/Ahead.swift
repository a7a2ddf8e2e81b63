import Dispatch
import Synchronization

/// Something that is made on a thread of its own while its maker does something else.
final class Ahead<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async {
            let value = make()
            self.made.withLock { $0 = value }
            self.isMade.signal()
        }
    }

    /// Waits until it is made, and hands it over once.
    func take() -> Value? {
        isMade.wait()
        return made.withLock { made in
            defer { made = nil }
            return made
        }
    }
}
