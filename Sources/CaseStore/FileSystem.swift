import CStore
import Files
import Glibc

/// What has to be known of files around a store.
enum FileSystem {
    /// Whether there is anything at a path.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// Makes an empty file, readable by the owner alone. SQLite takes its mode for itself and for the files beside it.
    ///
    /// - Parameter name: the path of which is told that it cannot be made; nil for the file's own.
    static func makeEmpty(_ path: String, named name: String? = nil) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.cannotCreate(path: name ?? path, reason: SystemReason.words(errno))
        }
        close(descriptor)
    }

    /// What tells a file from every other, whatever its name.
    struct Identity: Hashable {
        let device: dev_t
        let number: ino_t
    }

    /// Which file stands at a path; nil where there is none.
    static func identity(_ path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: status.st_dev, number: status.st_ino)
    }

    /// A file's size in bytes, or 0 where there is none.
    static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Whether a file carries a mark that it may be written: a file without one is protected on purpose, also
    /// from those who could write it all the same.
    static func isWritable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o222 != 0 && access(path, W_OK) == 0
    }

    /// Free bytes where a path lies; nil where that cannot be told, as in a folder that is not there.
    static func free(_ path: String) -> Int64? {
        var status = statvfs()
        return statvfs(FilePath.folder(of: path), &status) == 0
            ? Int64(status.f_bavail) * Int64(status.f_frsize) : nil
    }

    /// Refuses what has no room: a tenth more than these bytes.
    static func checkRoom(for size: Int64, at path: String) throws {
        if let free = free(path), free <= size + size / 10 { throw StoreError.full(path: path) }
    }

    /// Bytes of a store and of its log, which lies beside the store itself, not beside a link to it.
    static func storeSize(_ path: String) -> Int64 {
        let path = FilePath.resolved(path)
        return size(path) + size(path + "-wal")
    }

    /// The name of the network file system on which a path lies, as far as it can be told.
    static func networkName(_ path: String) -> String? {
        switch yousu_file_system(FilePath.folder(of: FilePath.resolved(path))) {
        case 0x6969: return "NFS"
        case 0xFF53_4D42, 0xFE53_4D42, 0x517B: return "SMB"
        case 0x5346_414F, 0x6B41_4653: return "AFS"
        case 0x00C3_6400: return "Ceph"
        case 0x0BD0_0BD0: return "Lustre"
        case 0x4750_4653: return "GPFS"
        default: return nil
        }
    }

    /// Makes a folder and those above it, for the owner alone. Returns the system's error number, or 0.
    static func makeDirectory(_ path: String) -> Int32 {
        if exists(path) { return 0 }
        let above = FilePath.folder(of: path)
        if above != path, above != "." {
            let failure = makeDirectory(above)
            if failure != 0 { return failure }
        }
        return mkdir(path, 0o700) == 0 || errno == EEXIST ? 0 : errno
    }

    /// Writes a file to the disk. Returns whether that could be done.
    static func sync(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    /// Copies a file to where there is none yet, readable by its owner alone.
    ///
    /// - Parameter progress: told how many bytes of all are copied.
    static func copy(_ path: String, to target: String, progress: (_ done: Int, _ total: Int) -> Void) throws
    {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw StoreError.unreadable(path: path, reason: SystemReason.words(errno)) }
        defer { close(source) }
        let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard copy >= 0 else {
            throw StoreError.cannotCreate(path: target, reason: SystemReason.words(errno))
        }
        defer { close(copy) }
        let total = Int(size(path))
        var done = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count >= 0 else {
                throw StoreError.unreadable(path: path, reason: SystemReason.words(errno))
            }
            if count == 0 { return }
            try write(buffer[..<count], to: copy, path: target)
            done += count
            progress(done, total)
        }
    }

    /// Writes all of some bytes.
    ///
    /// - Parameter path: where they go, to be named where that fails.
    static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, path: String) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    throw [ENOSPC, EFBIG, EDQUOT].contains(errno)
                        ? StoreError.full(path: path) : StoreError.io(path: path)
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}
