import Casework
import Foundation
import Glibc
import Sealing

/// An intake that was left before it was registered.
public struct Draft: Sendable {
    /// Tells it from other drafts.
    public let id: String
    /// When it was last kept.
    public let savedAt: Instant
    /// What was taken down.
    public let request: IntakeRequest
}

/// Where intakes are kept while they are taken down, so that nothing is lost with a line, a terminal or a store. They are
/// sealed, and outside the store, which may be what is lost.
public struct Drafts: Sendable {
    private let folder: URL
    private let keys: KeyFile
    private let owner: String

    /// The drafts of one person for one store.
    ///
    /// - Parameters:
    ///   - folder: made when it is needed, its owner's alone.
    ///   - store: where the store is.
    public init(folder: String, store: String, staff: String, keys: KeyFile) {
        self.folder = URL(filePath: folder, directoryHint: .isDirectory)
        self.keys = keys
        owner = "\(URL(filePath: store).standardizedFileURL.path)\n\(staff)"
    }

    private struct Kept: Codable {
        let owner: String
        let savedAt: Int64
        let request: IntakeRequest
    }

    /// Keeps an intake under its name in the place of what was kept there.
    ///
    /// - Throws: ``SealingError``, or what the system says.
    public func keep(_ request: IntakeRequest, as id: String, at moment: Instant) throws {
        let key = try keys.keyring().current
        let kept = Kept(owner: owner, savedAt: moment.seconds, request: request)
        let sealed = try key.seal(Array(JSONEncoder().encode(kept)), for: Self.place(id))
        try makeFolder()
        try Data(key.fingerprint + sealed).write(to: file(id), options: .atomic)
    }

    /// Takes a draft into use, or the name of one that is still to be kept. Nil where somebody has it in use.
    public func take(_ id: String) -> DraftInUse? {
        try? makeFolder()
        return DraftInUse(lock: folder.appending(path: id + Self.lockEnding).path)
    }

    /// Takes a draft away, if there is one.
    public func remove(_ id: String) {
        try? FileManager.default.removeItem(at: file(id))
    }

    /// What this person left for this store, the newest first. What cannot be opened is somebody else's, and what is in use is
    /// not left.
    public func all() throws -> [Draft] {
        let ring = try keys.keyring()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(Self.ending) }.compactMap { name in
            let id = String(name.dropLast(Self.ending.count))
            guard let bytes = try? Array(Data(contentsOf: file(id))), bytes.count > 8,
                let key = ring.key(Array(bytes.prefix(8))),
                let opened = try? key.bytes(in: Array(bytes.dropFirst(8)), for: Self.place(id)),
                let kept = try? JSONDecoder().decode(Kept.self, from: Data(opened)), kept.owner == owner
            else { return nil }
            guard take(id) != nil else { return nil }
            return Draft(id: id, savedAt: Instant(seconds: kept.savedAt), request: kept.request)
        }.sorted { ($0.savedAt.seconds, $0.id) > ($1.savedAt.seconds, $1.id) }
    }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private static let ending = ".draft"
    private static let lockEnding = ".lock"

    private static func place(_ id: String) -> String { "draft/\(id)" }

    private func file(_ id: String) -> URL { folder.appending(path: id + Self.ending) }
}

/// A draft that somebody is working on, for as long as this is kept. When the program ends, however it ends, it is free.
public final class DraftInUse {
    private let path: String
    private let descriptor: Int32

    /// Nil where another program holds the lock. Where there can be none, as on a full disk, there is nothing to be told apart.
    fileprivate init?(lock path: String) {
        guard let descriptor = Self.locked(path) else { return nil }
        (self.path, self.descriptor) = (path, descriptor)
    }

    private static func locked(_ path: String) -> Int32? {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return descriptor }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let isHeld = errno == EWOULDBLOCK
                close(descriptor)
                return isHeld ? nil : -1
            }
            // Who had it may just have taken the file away.
            var (held, named) = (stat(), stat())
            if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        unlink(path)
        close(descriptor)
    }
}
