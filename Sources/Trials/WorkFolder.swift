import Files
import Foundation
import Glibc
import Synchronization

/// A folder in which a program works. It goes at the end, also where the program is interrupted.
public final class WorkFolder: Sendable {
    /// Its path.
    public let path: String
    /// The names in it that stay. Held by whoever removes: two at once would be in each other's way.
    private let kept = Mutex<Set<String>>([])

    /// Makes one for somebody.
    ///
    /// - Parameter parent: where; nil for TMPDIR.
    public init(for name: String, in parent: String? = nil) throws {
        let parent = parent ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        guard let path = Scratch.folder("\(parent)/yousu-\(name)") else {
            throw Trouble("No folder can be made in \(parent): \(String(cString: strerror(errno)))")
        }
        self.path = path
    }

    /// Keeps something in it, and with that the folder itself, from going.
    ///
    /// - Returns: false where so many things are kept already; then it goes as all else does.
    public func keep(_ name: String, atMost limit: Int) -> Bool {
        kept.withLock { kept in
            guard kept.count < limit else { return false }
            kept.insert(name)
            return true
        }
    }

    /// Removes what need not stay.
    public func remove() {
        kept.withLock { kept in Self.remove(path, but: kept) }
    }

    private static func remove(_ path: String, but kept: Set<String>) {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] where !kept.contains(name) {
            // A disk may be mounted there.
            umount2("\(path)/\(name)", Int32(MNT_DETACH))
            try? files.removeItem(atPath: "\(path)/\(name)")
        }
        if kept.isEmpty { rmdir(path) }
    }

    /// Sees to it that the folder goes, and all that was started ends, also where somebody interrupts the program. A
    /// thread waits for the signals, which are kept from all others; so before any other thread is made.
    public func removeWhenInterrupted() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let awaited = signals
        Thread.detachNewThread { [self] in
            var awaited = awaited
            var signal: Int32 = 0
            sigwait(&awaited, &signal)
            kept.withLock { kept in
                Children.end()
                // The work goes on until this process ends, and may make files once more.
                for _ in 0..<20 where FileManager.default.fileExists(atPath: path) {
                    Self.remove(path, but: kept)
                    usleep(50_000)
                }
                _exit(128 + signal)
            }
        }
    }
}
