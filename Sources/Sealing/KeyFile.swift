import Files
import Foundation
import Glibc
import Synchronization

/// The file in which the keys are: outside the store, readable by its owner alone. It is read when it is first needed.
public final class KeyFile: Sendable {
    /// Where it is.
    public let path: String
    private let ring = Mutex<Keyring?>(nil)

    /// A file that may be there.
    public init(path: String) {
        self.path = path
    }

    /// Whether there is such a file.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// The keys.
    ///
    /// - Throws: ``SealingError``
    public func keyring() throws -> Keyring {
        try ring.withLock { ring in
            if let ring { return ring }
            let read = try Self.read(path)
            ring = read
            return read
        }
    }

    /// The keys as they are in the file now: somebody may have changed it since it was read.
    public func reread() throws -> Keyring {
        ring.withLock { $0 = nil }
        return try keyring()
    }

    /// Makes the file with a key of chance. One that is there already is left as it is.
    ///
    /// - Returns: whether it was made.
    public func create() throws -> Bool {
        try Self.write(Keyring().text, to: path, replaces: false)
    }

    /// Changes the keys as they are in the file now, whole or not at all. Whoever else would change them waits: all stores of a
    /// user may share the file, and a key that is lost is never found again.
    ///
    /// - Parameter change: changes the keys; false to leave them.
    /// - Returns: the keys as they are then.
    public func update(_ change: (inout Keyring) throws -> Bool) throws -> Keyring {
        // A link stays one, and whoever comes by another name waits as well.
        let path = FilePath.resolved(path)
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw SealingError.unreadable(errno) }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SealingError.unreadable(errno) }
        }
        var keys = try Self.read(path)
        if try change(&keys) { _ = try Self.write(keys.text, to: path, replaces: true) }
        ring.withLock { [keys] in $0 = keys }
        return keys
    }

    private static func read(_ path: String) throws -> Keyring {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? SealingError.missing : .unreadable(errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SealingError.unreadable(errno) }
        guard status.st_mode & 0o077 == 0 else { throw SealingError.exposed }
        let data: Data?
        do {
            data = try handle.read(upToCount: 65_536)
        } catch {
            throw SealingError.unreadable(EIO)
        }
        guard let data, let text = String(data: data, encoding: .utf8) else { throw SealingError.malformed }
        return try Keyring(text: text)
    }

    /// Written beside it, synced, and then put in its place. Whether it was; without replacing what is there it may not be.
    private static func write(_ text: String, to path: String, replaces: Bool) throws -> Bool {
        let folder = FilePath.folder(of: path)
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = FilePath.draft(path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SealingError.unreadable(errno) }
        defer { unlink(draft) }
        do {
            defer { close(descriptor) }
            let bytes = Array(text.utf8)
            guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
                throw SealingError.unreadable(errno)
            }
        }
        // A link never replaces what is there.
        guard (replaces ? rename(draft, path) : link(draft, path)) == 0 else {
            if !replaces, errno == EEXIST { return false }
            throw SealingError.unreadable(errno)
        }
        FilePath.syncFolder(of: path)
        return true
    }
}
