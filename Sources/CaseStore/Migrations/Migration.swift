import GRDB

/// One step from a schema to the next: literal SQL, frozen once released.
struct Migration: Sendable {
    /// The number of the schema that it leads to.
    let number: Int
    /// The statements, put together when they are needed: every command opens a store, and few make one.
    var sql: String { statements() }

    private let statements: @Sendable () -> String

    init(number: Int, sql: @escaping @autoclosure @Sendable () -> String) {
        self.number = number
        statements = sql
    }

    /// All steps, in order.
    static let all: [Migration] = [.first]

    /// SQLite's application id of our stores: "yous".
    static let applicationID = 0x796f_7573

    /// Runs the steps that a store lacks, each in a transaction of its own.
    static func run(_ steps: [Migration], on db: Database, from current: Int) throws {
        for step in steps where step.number > current {
            try db.inTransaction(.immediate) {
                try db.execute(sql: step.sql)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(step.number)")
                return .commit
            }
        }
    }
}
