import GRDB

/// What can go wrong with the store itself.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no store at this path.
    case notFound(path: String)
    /// There is something at this path already.
    case exists(path: String)
    /// There is a file that would be replaced.
    case wouldReplace(path: String)
    /// Another file was put in the store's place since it was opened.
    case replaced(path: String)
    /// A file that is no store of ours yet cannot be read; the system's words.
    case unreadable(path: String, reason: String)
    /// The store cannot be created there; the system's words.
    case cannotCreate(path: String, reason: String)
    /// The file is no store of ours.
    case notAStore(path: String)
    /// The store was written by a newer program.
    case newer(path: String, program: String, schema: Int)
    /// The store is older than the program, and was only to be looked at as it is.
    case older(path: String)
    /// The store is damaged.
    case damaged(path: String)
    /// The store may not be written to.
    case readOnly(path: String)
    /// The store lies on a network file system.
    case networkFileSystem(path: String, name: String)
    /// Somebody else holds the store for too long.
    case busy(path: String)
    /// The disk is full, or a limit on the file's size is reached.
    case full(path: String)
    /// Reading or writing failed.
    case io(path: String)
    /// There is not enough room to keep a copy before the store is brought up to date; bytes.
    case noRoomToMigrate(path: String, needed: Int64, free: Int64)
    /// The configuration was changed by somebody else meanwhile.
    case configChanged(expected: Int, actual: Int)
    /// The city's distance from UTC cannot change any more: recorded days would move.
    case clockFixed
    /// What was to be recorded contradicts what is there.
    case contradiction
    /// Work that was to be done whole failed after it had written something: its transaction is given up.
    case halfDone
    /// The day has no serial left.
    case numbersExhausted(day: String)
    /// Something that the program should have prevented; SQLite's words, for the log.
    case fault(String)

    /// What a failure of SQLite means for the user.
    init(_ error: DatabaseError, path: String) {
        switch error.resultCode.primaryResultCode {
        // The last is what becomes of a lock that could not be had again and again.
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN:
            // SQLite calls it an I/O error when a full disk has no room for its side files.
            self = FileSystem.free(path).map { $0 < 65_536 } == true ? .full(path: path) : .io(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_ERROR where Self.tellsDamage(error.message ?? ""): self = .damaged(path: path)
        default: self = .fault(error.description)
        }
    }

    /// Whether an error that SQLite calls one of the statement is one of the file: our statements fit our schema; where they do
    /// not, its text or its header is damaged.
    private static func tellsDamage(_ message: String) -> Bool {
        guard !message.contains("no such module") else { return false }
        return [
            "no such", "unknown function", "foreign key mismatch", "unsupported file format",
            "has no column named",
            "ambiguous column name", "no query solution", "vtable constructor failed",
        ].contains(where: message.contains)
    }
}

/// Runs a piece of work and turns SQLite's failures into ours.
func translating<Value>(path: String, _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw StoreError(error, path: path)
    }
}
