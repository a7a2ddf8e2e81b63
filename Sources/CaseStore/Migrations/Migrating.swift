import Files
import GRDB

extension Store {
    /// Brings the store up to date if it is older than the program. What it was is kept beside it.
    ///
    /// - Parameter isAllowed: false to refuse a store that is older.
    func migrate(
        _ steps: [Migration], program: String, isAllowed: Bool, onMigration: (String) -> Void
    ) throws {
        let newest = steps.last?.number ?? 0
        try translating(path: path) {
            try queue.writeWithoutTransaction { db in
                let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                guard application == Migration.applicationID else { throw StoreError.notAStore(path: path) }
                let schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                if schema > newest { throw try newer(db, schema: schema) }
                guard schema < newest else { return }
                guard isAllowed else { throw StoreError.older(path: path) }
                try lock.held {
                    // Somebody else may have brought it up to date meanwhile.
                    guard try Int.fetchOne(db, sql: "PRAGMA user_version") == schema else { return }
                    let copy = Self.freeName("\(path).schema-\(schema)")
                    let needed = FileSystem.storeSize(path) * 3
                    if let free = FileSystem.free(path), free <= needed {
                        throw StoreError.noRoomToMigrate(path: path, needed: needed, free: free)
                    }
                    // Like all copies of a store: for its owner alone, and on the disk before what cannot be undone.
                    try FileSystem.makeEmpty(copy)
                    try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
                    guard FileSystem.sync(copy) else { throw StoreError.io(path: copy) }
                    FilePath.syncFolder(of: copy)
                    onMigration(copy)
                    try Migration.run(steps, on: db, from: schema)
                    try db.execute(sql: "UPDATE store SET program = ?", arguments: [program])
                }
            }
        }
    }

    /// That the store is newer than the program.
    func newer(_ db: Database, schema: Int) throws -> StoreError {
        let program = try String.fetchOne(db, sql: "SELECT program FROM store") ?? ""
        return .newer(path: path, program: program, schema: schema)
    }
}
