import Glibc

/// A file without a name, for what a program reads or writes: nothing has to be read while it runs, and nothing stays.
public struct NamelessFile: Sendable {
    /// Where it stands open. Whoever made it closes it.
    public let descriptor: Int32

    /// Makes one on the disk of a folder, that is read from its beginning.
    public init(in folder: String, holding bytes: [UInt8] = []) throws {
        // O_TMPFILE, which Swift does not see.
        descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Trouble("No file in \(folder): \(String(cString: strerror(errno)))")
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                defer { close() }
                throw Trouble("write: \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    /// All that is in it.
    public var bytes: [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        return contents(of: descriptor)
    }

    /// Closes it; with that it is gone.
    public func close() {
        Glibc.close(descriptor)
    }
}
