import Console
import Desk
import Glibc

/// A file that is written from the beginning, or standard output. Only the owner may read it. It appears under its
/// name when it is complete; what stands there already is never replaced.
final class NewFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var buffer = ""

    /// Begins a file.
    /// - Parameter dashIsOutput: Whether `-` is standard output.
    init(_ path: String, dashIsOutput: Bool = true) throws {
        self.path = path
        draft = "\(path).new-\(getpid())"
        guard path != "-" || !dashIsOutput else {
            descriptor = STDOUT_FILENO
            return
        }
        guard access(path, F_OK) != 0 else { throw DeskError.fileExists(path) }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DeskError.file(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        guard descriptor != STDOUT_FILENO else { return }
        close(descriptor)
        unlink(draft)
    }

    /// Adds text, in large portions.
    func write(_ text: String) throws {
        buffer += text
        guard buffer.utf8.count > 65_536 else { return }
        try flush()
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws {
        try flush()
        try Descriptor.write(bytes, to: descriptor)
    }

    /// Completes the file.
    func finish() throws {
        try flush()
        guard descriptor != STDOUT_FILENO else { return }
        guard fsync(descriptor) == 0, link(draft, path) == 0 else {
            throw errno == EEXIST
                ? DeskError.fileExists(path)
                : DeskError.file(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private func flush() throws {
        try Descriptor.write(buffer, to: descriptor)
        buffer = ""
    }
}
