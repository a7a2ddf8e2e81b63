import GRDB

/// Columns of a table that point, in some rows, to a row that is not there.
struct BrokenReference {
    let table: String
    /// The table to which they point.
    let parent: String
    fileprivate let columns: String
    /// The parent's columns that they repeat.
    fileprivate let target: String
    /// Which rows of the table point to none.
    let condition: String
}

extension Database {
    /// Where rows point to none.
    func brokenReferences() throws -> [BrokenReference] {
        // Joined otherwise SQLite asks for the keys of a table before it knows which, and gets none.
        try ask(
            """
            SELECT broken."table", link."table", group_concat(link."from", ', '), group_concat(link."to", ', '),
                group_concat(link."from" || ' IS NOT NULL', ' AND ')
            FROM (SELECT DISTINCT "table", fkid FROM pragma_foreign_key_check) AS broken
                CROSS JOIN pragma_foreign_key_list(broken."table") AS link ON link.id = broken.fkid
            GROUP BY broken."table", broken.fkid
            """
        ).map { row in
            let (parent, columns, target): (String, String, String) = (row[1], row[2], row[3])
            return BrokenReference(
                table: row[0], parent: parent, columns: columns, target: target,
                condition: "\(row[4] as String) AND (\(columns)) NOT IN (SELECT \(target) FROM \(parent))")
        }
    }

    /// Puts rows in the places of those of the configuration that are lost: what people said and did is not to be lost
    /// with the name of a channel. Whether that can be done.
    func standIn(for reference: BrokenReference) throws -> Bool {
        guard let (columns, values) = Self.standIns[reference.parent] else { return false }
        try execute(
            sql: """
                INSERT INTO \(reference.parent) (\(reference.target), \(columns))
                SELECT \(reference.target), \(values) FROM (
                    SELECT DISTINCT \(reference.columns) AS \(reference.target) FROM \(reference.table) WHERE \(reference.condition))
                """)
        return true
    }

    /// By table, what a row in the place of a lost one says beside its key.
    private static let standIns: [String: (columns: String, values: String)] = [
        "config_versions": ("applied_at, applied_by, calendar, digest", "0, '', zeroblob(32), zeroblob(32)"),
        "channels": nameless("name, channel_group, position", "'', 'phone', 0"),
        "kinds": nameless("name, is_topic, position", "'', 1, 0"),
        "categories": nameless("path, root_code, finding, contact, position", "'', '', 'problem', '', 0"),
        // What was dispatched went to somebody: without a name an import would refuse it.
        "units": nameless("name, level", "'未记录' || id, 'bureau'"),
        "areas": nameless("level, path, codes", "'district', '', ''"),
        "leaders": nameless("name", "''"),
        "grades": nameless(
            "name, sign_amount, sign_measure, finish_amount, finish_measure, start",
            "'', 1, 'workday', 1, 'workday', 'next'"),
    ]

    /// A row that nobody can take for one that the city made: it has no code, and is not in force.
    private static func nameless(_ columns: String, _ values: String) -> (columns: String, values: String) {
        let oldest = "(SELECT coalesce(min(version), 1) FROM config_versions)"
        return ("code, \(columns), since_version, until_version", "'', \(values), \(oldest), \(oldest)")
    }
}
