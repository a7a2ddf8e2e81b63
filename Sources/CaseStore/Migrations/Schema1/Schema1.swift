/// The first schema, in the order in which its parts rest on each other.
enum Schema1 {
    /// One of three or more words, as a condition.
    ///
    /// Not `IN (…)`: for a list of more than two values SQLite builds a temporary index, and in a CHECK it builds it
    /// anew for each row that is added.
    static func oneOf(_ column: String, _ values: String...) -> String {
        values.map { "\(column) = '\($0)'" }.joined(separator: " OR ")
    }

    /// Triggers that refuse to change or delete rows.
    static func onlyAddedTo(_ tables: String...) -> String {
        tables.flatMap { table in
            [("kept", "DELETE"), ("fixed", "UPDATE")].map { name, deed in
                """
                CREATE TRIGGER \(table)_\(name) BEFORE \(deed) ON \(table)
                    BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
                """
            }
        }.joined(separator: "\n")
    }
}

extension Migration {
    /// The first schema.
    static let first = Migration(
        number: 1,
        sql: Schema1.configuration + "\n" + Schema1.records + "\n" + Schema1.projections + "\n"
            + Schema1.search + "\n" + Schema1.findings + "\n" + Schema1.desk + "\n"
            + Schema1.issuing)
}
