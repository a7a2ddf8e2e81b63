import CSV
import Console
import Desk
import Glibc

/// The rows that an import did not take, with line and reason before their own cells. They hold callers' data,
/// so only the owner may read them. The file appears under its name when it is complete, and only if there are any;
/// what stands there already is never replaced.
final class RejectsFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var hasRows = false

    init(_ path: String) throws {
        self.path = path
        draft = "\(path).new-\(getpid())"
        guard access(path, F_OK) != 0 else { throw DeskError.fileExists(path) }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DeskError.file(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        close(descriptor)
        unlink(draft)
    }

    func begin(headings: [String]) throws {
        try write(["行号", "原因"] + headings)
    }

    func add(_ row: RejectedRow) throws {
        hasRows = true
        try write([String(row.line), Wording.words(row.fault)] + row.fields)
    }

    func finish() throws {
        guard hasRows else { return }
        guard fsync(descriptor) == 0, link(draft, path) == 0 else {
            throw errno == EEXIST
                ? DeskError.fileExists(path)
                : DeskError.file(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private func write(_ cells: [String]) throws {
        try Descriptor.write(CSVWriter.row(cells), to: descriptor)
    }
}
