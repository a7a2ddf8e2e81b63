import CStore
import Casework
import Files
import GRDB
import GRDBSQLite
import Glibc
import Sealing
import Synchronization

/// A city's store: one SQLite file. All SQL of the program is in this module.
///
///     let store = try Store(path: path, program: version)
///     let figures = try store.read { try $0.facetCounts(from: day, to: day) }
public final class Store: Sendable {
    /// Where the file is.
    public let path: String
    let queue: DatabaseQueue
    let identity: FileSystem.Identity?
    let lock: WriteLock
    let cache = ConfigurationCache()
    /// The file with the keys to callers, if the program was told of one.
    public let keys: KeyFile?
    private let hasWritten = Atomic(false)

    /// The number of the newest schema that this program knows.
    public static let schema = Migration.all.last?.number ?? 0

    /// The version of SQLite that is loaded.
    public static var sqliteVersion: String {
        yousu_sqlite_version().map { String(cString: $0) } ?? ""
    }

    /// Opens a store, and brings it up to date if it is older than the program.
    ///
    /// - Parameters:
    ///   - program: the version of the program, kept in a store that it brings up to date.
    ///   - keys: the file with the keys to callers; without it nothing of callers is written or read.
    ///   - migrates: false to refuse a store that is older.
    ///   - onMigration: told the path of the copy that was kept.
    public convenience init(
        path: String, program: String, keys: KeyFile? = nil, migrates: Bool = true,
        onMigration: (String) -> Void = { _ in }
    ) throws {
        try self.init(
            path: path, program: program, keys: keys, migrations: Migration.all, migrates: migrates,
            onMigration: onMigration)
    }

    init(
        path: String, program: String, keys: KeyFile? = nil, migrations: [Migration], migrates: Bool = true,
        onMigration: (String) -> Void
    ) throws {
        guard FileSystem.exists(path) else { throw StoreError.notFound(path: path) }
        if let name = FileSystem.networkName(path) {
            throw StoreError.networkFileSystem(path: path, name: name)
        }
        self.path = path
        self.keys = keys
        lock = WriteLock(store: path)
        identity = FileSystem.identity(path)
        queue = try translating(path: path) {
            try DatabaseQueue(path: path, configuration: Self.configuration())
        }
        try migrate(migrations, program: program, isAllowed: migrates, onMigration: onMigration)
    }

    /// Makes a store with a first configuration. It appears under its name whole or not at all.
    ///
    /// Whoever makes it may do everything in it, and its callers are sealed with the newest key of the file; where there is
    /// no file, it is made.
    ///
    /// - Parameter onKey: told that the file was made, before anything else can fail.
    public static func create(
        path: String, program: String, keys: KeyFile, configuration: CityConfiguration,
        by staff: String, at moment: Instant, onKey: () -> Void = {}
    ) throws {
        // The log of a store that was removed would be taken for the new one's.
        for ending in ["", "-wal", "-journal"] where FileSystem.exists(path + ending) {
            throw StoreError.exists(path: path + ending)
        }
        let failure = FileSystem.makeDirectory(FilePath.folder(of: path))
        guard failure == 0 else {
            throw StoreError.cannotCreate(path: path, reason: SystemReason.words(failure))
        }
        if let name = FileSystem.networkName(path) {
            throw StoreError.networkFileSystem(path: path, name: name)
        }
        if try keys.create() { onKey() }
        let draft = FilePath.draft(path)
        defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(draft + ending) } }
        try translating(path: path) {
            try build(
                draft: draft, program: program, keys: keys, configuration: configuration,
                by: staff, at: moment)
        }
        guard link(draft, path) == 0 else {
            throw errno == EEXIST
                ? StoreError.exists(path: path)
                : StoreError.cannotCreate(path: path, reason: SystemReason.words(errno))
        }
        FilePath.syncFolder(of: path)
    }

    private static func build(
        draft: String, program: String, keys: KeyFile, configuration: CityConfiguration,
        by staff: String, at moment: Instant
    ) throws {
        try FileSystem.makeEmpty(draft)
        let queue = try DatabaseQueue(path: draft)
        try queue.writeWithoutTransaction { db in
            try Migration.run(Migration.all, on: db, from: 0)
            try db.inTransaction(.immediate) {
                try db.execute(
                    sql:
                        "INSERT INTO store (id, uuid, created_at, program) VALUES (1, lower(hex(randomblob(16))), ?, ?)",
                    arguments: [moment.seconds, program])
                let writer = try StoreWriter(db: db, path: draft, keys: keys)
                _ = try writer.apply(configuration, expecting: nil, by: staff, at: moment)
                try writer.put(StaffMember(name: staff, roles: Set(Role.allCases)), by: staff, at: moment)
                _ = try writer.keys.current()
                return .commit
            }
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    /// Answers questions from one consistent state of the store.
    public func read<Value>(_ work: (StoreReader) throws -> Value) throws -> Value {
        try translating(path: path) {
            try queue.read { try work(StoreReader(db: $0, cache: cache, keys: keys)) }
        }
    }

    /// How much is going to be recorded.
    public enum Load: Sendable {
        /// One thing, while somebody waits.
        case single
        /// One of many portions: more memory, and a longer write-ahead log. The last one is ended by
        /// ``Store/finishBulk()``.
        case bulk

        /// So many pages of 4 KB may be in the write-ahead log before it is moved into the store.
        public var logPages: Int32 { self == .single ? 1000 : 16_000 }

        /// What a connection is set to beyond ``Store/connectionSettings``, as SQL.
        public var connectionSettings: String? { self == .single ? nil : "PRAGMA cache_size = -65536" }
    }

    /// Records something: all of it or nothing. What was recorded is on disk when this returns.
    public func write<Value>(_ load: Load = .single, _ work: (StoreWriter) throws -> Value) throws -> Value {
        guard FileSystem.isWritable(path) else { throw StoreError.readOnly(path: path) }
        return try translating(path: path) {
            try queue.writeWithoutTransaction { db in
                try lock.held {
                    var result: Value?
                    try load.connectionSettings.map { try db.cachedStatement(sql: $0).execute() }
                    do {
                        try db.inTransaction(.immediate) {
                            try check(db)
                            result = try work(try StoreWriter(db: db, path: path, cache: cache, keys: keys))
                            return .commit
                        }
                    } catch {
                        // Names that were added are gone again.
                        cache.forget()
                        throw error
                    }
                    // What was recorded is in the log already; a checkpoint that fails now will be made later.
                    let isFirst = hasWritten.exchange(true, ordering: .relaxed) == false
                    try? isFirst ? db.emptyLog(over: 250) : db.copyLog(over: load.logPages)
                    guard let result else { throw StoreError.fault("no result") }
                    return result
                }
            }
        }
    }

    /// Writes all that is in the store into an empty file.
    func copyContents(to path: String) throws {
        try translating(path: path) {
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        }
    }

    /// What connections are set to, as SQL; besides, they don't checkpoint when they are closed.
    public static let connectionSettings =
        "PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA cache_size = -16384"

    private static let sparesMemoryCount: Void = yousu_spare_memory_count()

    static func configuration() -> Configuration {
        _ = sparesMemoryCount
        var configuration = Configuration()
        configuration.busyMode = .timeout(Database.patience)
        configuration.prepareDatabase { db in
            guard yousu_no_checkpoint_on_close(db.handle) != 0 else {
                throw DatabaseError(resultCode: .SQLITE_ERROR)
            }
            // It only tells what a statement touches, to those who watch for changes, and slows down preparing it.
            sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
            try db.execute(sql: Store.connectionSettings)
            // In the place of SQLite's automatic checkpoints.
            yousu_watch_log(db.handle)
        }
        return configuration
    }

    /// Another program may have replaced or migrated the file since it was opened.
    private func check(_ db: Database) throws {
        guard FileSystem.identity(path) == identity else { throw StoreError.replaced(path: path) }
        let schema = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
        if schema > Self.schema { throw try newer(db, schema: schema) }
    }

    /// Moves what many portions left in the write-ahead log into the store.
    public func finishBulk() throws {
        try translating(path: path) {
            try queue.writeWithoutTransaction { db in try lock.held { try db.emptyLog(over: 0) } }
        }
    }

    /// The name, or the name with the first number behind it that nothing has yet.
    static func freeName(_ name: String) -> String {
        guard FileSystem.exists(name) else { return name }
        var count = 2
        while FileSystem.exists("\(name)-\(count)") { count += 1 }
        return "\(name)-\(count)"
    }
}
