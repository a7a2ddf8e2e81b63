import Crypto
import Files
import Glibc

/// The files that belong to a store: beside it, in folders of the first two digits of their names, which are the SHA-256 of
/// their bytes in hex. They are never written to again, so copies of a store can share them.
struct AttachedFiles: Sendable {
    /// Where they lie.
    let folder: String

    /// The files of a store. The same ones under whatever name the store is opened.
    init(store path: String) {
        folder = FilePath.resolved(path) + ".files"
    }

    /// The files in a folder.
    init(folder: String) {
        self.folder = folder
    }

    /// A file's name.
    static func name(_ hash: [UInt8]) -> String {
        Hex.text(hash)
    }

    private func path(_ hash: [UInt8]) -> String {
        let name = Self.name(hash)
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    /// Whether a file is there and is what its name says.
    func holds(_ hash: [UInt8]) -> Bool {
        Self.digest(of: path(hash)) == hash
    }

    /// Whether there is anything under a file's name.
    func isThere(_ hash: [UInt8]) -> Bool {
        FileSystem.exists(path(hash))
    }

    /// The bytes of a file; nil where it is not there or is something else.
    func bytes(_ hash: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        guard Self.read(path(hash), { bytes += $0 }), Store.digest(bytes) == hash else { return nil }
        return bytes
    }

    /// Writes bytes to the disk beside their place. Returns where.
    func draft(_ bytes: [UInt8]) throws -> String {
        try makeFolder(folder)
        let draft = "\(folder)/\(Self.draftPrefix)\(UInt64.random(in: .min ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(at: folder) }
        defer { close(descriptor) }
        do {
            try FileSystem.write(bytes[...], to: descriptor, path: draft)
            guard fsync(descriptor) == 0 else { throw failure(at: draft) }
        } catch {
            unlink(draft)
            throw error
        }
        return draft
    }

    /// Puts a draft in its place. One that is there already and right stays. Returns whether a file was added.
    func place(_ draft: String, as hash: [UInt8]) throws -> Bool {
        let path = path(hash)
        try makeFolder(FilePath.folder(of: path))
        if holds(hash) {
            unlink(draft)
            return false
        }
        // What is there under its name and is something else is of no use to anybody.
        guard rename(draft, path) == 0 else { throw failure(at: path) }
        FilePath.syncFolder(of: path)
        return true
    }

    /// Takes a file away.
    func remove(_ hash: [UInt8]) {
        unlink(path(hash))
        FilePath.syncFolder(of: path(hash))
    }

    /// Takes over a file of another store.
    ///
    /// - Parameter trustsSize: one that is there with the size of the other is not read again.
    /// - Returns: whether it is there and right.
    func take(_ hash: [UInt8], from other: AttachedFiles, trustsSize: Bool) throws -> Bool {
        let size = FileSystem.size(other.path(hash))
        if trustsSize, size > 0, FileSystem.size(path(hash)) == size { return true }
        if holds(hash) { return true }
        guard let bytes = other.bytes(hash) else { return false }
        _ = try place(draft(bytes), as: hash)
        return true
    }

    /// Takes over these files of another store, and takes all others away once what knows of these is there.
    ///
    /// - Parameter publish: puts what knows of these files in its place.
    /// - Returns: the files that the other store does not have.
    func replaceAll(
        by hashes: [[UInt8]], of other: AttachedFiles, publish: () throws -> Void
    ) throws -> Set<[UInt8]> {
        if hashes.isEmpty, !FileSystem.exists(folder) {
            try publish()
            return []
        }
        // Two copies made at once would take away each other's files.
        return try WriteLock(store: folder).held {
            let lost = try hashes.filter { try !take($0, from: other, trustsSize: true) }
            try publish()
            keepOnly(hashes)
            return Set(lost)
        }
    }

    private func keepOnly(_ hashes: [[UInt8]]) {
        let kept = Set(hashes.map(Self.name))
        for name in names().subtracting(kept) {
            unlink("\(folder)/\(name.prefix(2))/\(name)")
            unlink("\(folder)/\(name)")
        }
    }

    /// Gives all files a second name among those of another store.
    func share(with other: AttachedFiles) throws {
        for name in names() where name.utf8.count == 64 {
            let (source, target) = (
                "\(folder)/\(name.prefix(2))/\(name)", "\(other.folder)/\(name.prefix(2))/\(name)"
            )
            try other.makeFolder(FilePath.folder(of: target))
            guard link(source, target) == 0 || errno == EEXIST else { throw failure(at: target) }
        }
    }

    /// The names of all files of ours that are there, drafts that were cut off included. Others' may lie in the folder.
    func names() -> Set<String> {
        var names: Set<String> = []
        for name in Self.entries(of: folder) {
            if name.utf8.count == 2 {
                names.formUnion(
                    Self.entries(of: "\(folder)/\(name)").filter { $0.hasPrefix(name) && Self.isName($0) })
            } else if name.hasPrefix(Self.draftPrefix) {
                names.insert(name)
            }
        }
        return names
    }

    private static let draftPrefix = "new-"

    private static func isName(_ name: String) -> Bool {
        name.utf8.count == 64 && name.utf8.allSatisfy { 48...57 ~= $0 || 97...102 ~= $0 }
    }

    private static func entries(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder, and the one above it where it is ours, and what tells of them last.
    private func makeFolder(_ path: String) throws {
        if FileSystem.exists(path) { return }
        if path != folder { try makeFolder(folder) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(at: path) }
        FilePath.syncFolder(of: path)
    }

    private func failure(at path: String) -> StoreError {
        [ENOSPC, EFBIG, EDQUOT].contains(errno) ? .full(path: path) : .io(path: path)
    }

    private static func digest(of path: String) -> [UInt8]? {
        var digest = SHA256()
        return read(path) { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
            ? Array(digest.finalize()) : nil
    }

    /// Hands on the bytes of a file in portions. Returns whether all could be read.
    private static func read(_ path: String, _ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 }
            buffer.withUnsafeBufferPointer { take(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
