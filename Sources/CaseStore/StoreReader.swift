import Casework
import GRDB
import Sealing

/// Questions to a store, all answered from one consistent state. Each question has a file of its own in Queries.
public struct StoreReader {
    let db: Database
    let cache: ConfigurationCache
    let keys: Keys

    /// - Parameters:
    ///   - cache: what is remembered of the configuration; of another version it is forgotten.
    ///   - keys: the file with the keys to callers.
    init(db: Database, cache: ConfigurationCache = ConfigurationCache(), keys: KeyFile? = nil) throws {
        self.db = db
        self.cache = cache
        self.keys = Keys(db: db, file: keys)
        cache.begin(version: try configVersion())
    }
}

/// Recordings in a store, all in one transaction.
public final class StoreWriter {
    let db: Database
    let path: String
    /// The city's settings, as they were when the transaction began.
    public let settings: CitySettings
    let rules: ProjectionRules
    let chain: Chain
    /// Questions about what is recorded, this transaction's work included.
    public let reader: StoreReader
    /// Where the cases come from that were opened in this transaction.
    var origins: [CaseNumber: Digest.Origin] = [:]

    init(
        db: Database, path: String, cache: ConfigurationCache = ConfigurationCache(), keys: KeyFile? = nil
    ) throws {
        self.db = db
        self.path = path
        reader = try StoreReader(db: db, cache: cache, keys: keys)
        settings = try reader.settings()
        rules = try ProjectionRules(reader, clock: settings.clock)
        chain = Chain(reader)
    }

    /// All that deadlines rest on, as it was when the transaction began.
    public var clocks: CaseClocks { rules.clocks }

    var keys: Keys { reader.keys }
}

extension Database {
    /// Runs a statement that is prepared once for each connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Optional where Wrapped: DatabaseValueConvertible {
    /// The value, or SQL's NULL.
    var databaseValue: DatabaseValue {
        self?.databaseValue ?? .null
    }
}
