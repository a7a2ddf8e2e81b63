import Casework
import Desk
import Files
import Glibc

/// A file that is read as a whole.
enum WholeFile {
    /// The bytes of a file that people keep on a disk: no folder, no device.
    ///
    /// - Parameter check: told how many bytes there are, before many are read.
    static func read(_ path: String, check: (Int) throws -> Void) throws -> [UInt8] {
        // What waits for another program is not waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw UsageComplaint.noFile(path) }
            throw DeskError.file(path: path, reason: SystemReason.words(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw DeskError.file(path: path, reason: "不是普通文件")
        }
        try check(Int(status.st_size))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = try Input.read(descriptor, path: path, into: &chunk), count > 0 {
            bytes += chunk[..<count]
            try check(bytes.count)
        }
        return bytes
    }
}
