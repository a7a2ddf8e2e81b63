import Foundation
import Synchronization
import Trials

/// The folder in which the bench works. It goes when the bench ends, also when it is interrupted.
final class WorkFolder {
    let path: String
    /// Held by whoever removes: two at once would be in each other's way.
    private static let removal = Mutex(())

    init() throws {
        path = try ScratchFolder.make(for: "bench")
        Self.removeWhenInterrupted(path)
    }

    func remove() {
        Self.removal.withLock { _ in Self.remove(path) }
    }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A thread waits for the signals, which are kept from all others.
    private static func removeWhenInterrupted(_ path: String) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let awaited = signals
        Thread.detachNewThread {
            var awaited = awaited
            var signal: Int32 = 0
            sigwait(&awaited, &signal)
            removal.withLock { _ in
                Children.end()
                // The work goes on until this process ends, and may make files once more.
                for _ in 0..<20 where FileManager.default.fileExists(atPath: path) {
                    remove(path)
                    usleep(50_000)
                }
                _exit(128 + signal)
            }
        }
    }
}
