import Foundation
import Trials

/// Room on the disks.
enum Disk {
    /// Refuses to begin what would fill a disk.
    ///
    /// - Parameter needs: folders, with the bytes that each will hold at most.
    static func check(_ needs: [(folder: String, bytes: Int)]) throws {
        var disks: [UInt: (folder: String, needed: Int)] = [:]
        for (folder, bytes) in needs {
            var status = stat()
            guard stat(folder, &status) == 0 else { throw Trouble("There is no folder \(folder).") }
            disks[UInt(status.st_dev), default: (folder, 0)].needed += bytes
        }
        for (folder, needed) in disks.values {
            let free = try free(folder)
            guard free > needed else {
                throw Trouble(
                    "The disk of \(folder) has \(gigabytes(free)) free, \(gigabytes(needed)) are needed: "
                        + "\(gigabytes(needed - free)) are lacking. "
                        + "TMPDIR and --keep name other places; --sizes names smaller stores.")
            }
        }
    }

    static func free(_ folder: String) throws -> Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { throw Trouble("There is no folder \(folder).") }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    private static func gigabytes(_ bytes: Int) -> String {
        "\(Cells.number(Double(bytes) / 1e9)) GB"
    }

    /// Copies a file.
    static func copy(_ path: String, to other: String) throws {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw Trouble("\(path) cannot be read.") }
        defer { close(source) }
        let target = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw Trouble("\(other) cannot be written.") }
        defer { close(target) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count >= 0, write(target, buffer, count) == count else {
                throw Trouble("\(other): \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
        }
        // The disk is to be at rest before anything is measured.
        fsync(target)
    }

    /// Removes a store with its side files.
    static func removeStore(_ path: String) {
        for ending in ["", "-wal", "-shm", ".lock"] { unlink(path + ending) }
    }
}
