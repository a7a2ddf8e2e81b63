import Casework
import Console
import Desk
import Files
import Glibc

/// A file, or standard input, read in portions.
final class FileSource {
    private let descriptor: Int32
    private let path: String

    /// Opens a file; `-` is standard input.
    init(_ path: String) throws {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw UsageComplaint.noFile(path) }
            throw DeskError.file(path: path, reason: SystemReason.words(errno))
        }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next portion; nil at the end.
    func next() throws -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = try Input.read(descriptor, path: path, into: &chunk)
        return count == 0 ? nil : Array(chunk[..<count])
    }
}
