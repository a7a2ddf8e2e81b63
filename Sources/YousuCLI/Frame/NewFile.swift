import CaseStore
import Console
import Desk
import Files
import Glibc

/// A file that is written from the beginning, or standard output. Only the owner may read it. It appears under its
/// name when it is complete; what stands there already is never replaced.
final class NewFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private let isOutput: Bool
    private var buffer = ""

    /// Begins a file.
    /// - Parameter dashIsOutput: Whether `-` is standard output.
    init(_ path: String, dashIsOutput: Bool = true) throws {
        self.path = path
        draft = FilePath.draft(path)
        isOutput = path == "-" && dashIsOutput
        guard !isOutput else {
            descriptor = STDOUT_FILENO
            return
        }
        try Self.check(path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw NewFile.failure(path) }
        self.descriptor = descriptor
    }

    /// Refuses a path at which there is something already, or where nothing can be made.
    static func check(_ path: String) throws {
        guard access(path, F_OK) != 0 else { throw DeskError.fileExists(path) }
        guard access(FilePath.folder(of: path), W_OK | X_OK) == 0 else { throw failure(path) }
    }

    deinit {
        guard !isOutput else { return }
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
        guard !isOutput else { return }
        guard fsync(descriptor) == 0, Self.place(draft, as: path) else { throw Self.failure(path) }
    }

    private func flush() throws {
        try Descriptor.write(buffer, to: descriptor)
        buffer = ""
    }

    /// Gives a file its name, if nothing has that name yet. Whether it has it now.
    static func place(
        _ draft: String, as path: String, linking: (String, String) -> Int32 = { link($0, $1) }
    ) -> Bool {
        if linking(draft, path) == 0 { return true }
        // A disk without links, such as a stick: an empty file takes the name first, so that nothing is replaced.
        guard errno == EPERM || errno == EOPNOTSUPP else { return false }
        let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard place >= 0 else { return false }
        close(place)
        if rename(draft, path) == 0 { return true }
        let failure = errno
        unlink(path)
        errno = failure
        return false
    }

    /// Why a file could not be made just now.
    static func failure(_ path: String) -> any Error {
        switch errno {
        case EEXIST: DeskError.fileExists(path)
        case ENOSPC, EDQUOT, EFBIG, EIO: DeskError.file(path: path, reason: SystemReason.words(errno))
        default: StoreError.cannotCreate(path: path, reason: SystemReason.words(errno))
        }
    }
}
