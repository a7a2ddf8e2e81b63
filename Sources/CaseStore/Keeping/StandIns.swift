import GRDB

/// A row that points to one that is not there.
struct BrokenReference {
    let table: String
    let row: Int64
    /// The table to which it points.
    let parent: String
    /// Which of the table's foreign keys it is.
    fileprivate let key: Int64
}

/// Rows in the place of those of the configuration that were lost.
public enum StandIn {
    /// How their codes begin.
    public static let prefix = "lost-"
}

extension Database {
    /// All rows that point to none.
    func brokenReferences() throws -> [BrokenReference] {
        try ask("SELECT \"table\", rowid, parent, fkid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL")
            .map {
                BrokenReference(table: $0[0], row: $0[1], parent: $0[2], key: $0[3])
            }
    }

    /// Puts a row in the place of one of the configuration that is lost: what people said and did is not to be lost with the
    /// name of a channel. Whether that can be done.
    func standIn(for reference: BrokenReference) throws -> Bool {
        guard Self.standIns[reference.parent] != nil else { return false }
        let column = try ask(
            "SELECT \"from\" FROM pragma_foreign_key_list(:table) WHERE id = :key",
            ["table": reference.table.databaseValue, "key": reference.key.databaseValue]
        ).first { $0[0] as String }
        guard let column else { return false }
        try standIn(
            for: column, of: reference.table, where: "\(reference.table).rowid = \(reference.row)",
            in: reference.parent)
        return true
    }

    /// Puts rows in the places of those to which a column of some rows points.
    func standIn(for column: String, of table: String, where condition: String, in parent: String) throws {
        guard let insertion = Self.standIns[parent] else { return }
        try execute(
            sql: """
                \(insertion)
                FROM \(table), (SELECT coalesce(min(version), 1) AS version FROM config_versions) AS oldest
                WHERE \(condition)
                """.replacing("$", with: column))
    }

    /// By table, how a row is put in the place of a lost one, whose key is $. None is in force.
    private static let standIns: [String: String] = [
        "config_versions": """
        INSERT OR IGNORE INTO config_versions (version, applied_at, applied_by, calendar, digest)
        SELECT $, 0, '', zeroblob(32), zeroblob(32)
        """,
        "channels": named("channels", "name, channel_group, position", "'phone', 0"),
        "kinds": named("kinds", "name, is_topic, position", "1, 0"),
        "categories": named(
            "categories", "path, root_code, finding, contact, position",
            "'\(StandIn.prefix)' || $, 'problem', '', 0"),
        "units": named("units", "name, level", "'bureau'"),
        "areas": named("areas", "path, level, codes", "'district', '\(StandIn.prefix)' || $"),
        "leaders": named("leaders", "name", nil),
        "grades": named(
            "grades", "name, sign_amount, sign_measure, finish_amount, finish_measure, start",
            "1, 'workday', 1, 'workday', 'next'"),
    ]

    /// - Parameters:
    ///   - columns: the name first.
    ///   - values: of the columns after it.
    private static func named(_ table: String, _ columns: String, _ values: String?) -> String {
        """
        INSERT OR IGNORE INTO \(table) (id, code, \(columns), since_version, until_version)
        SELECT $, '\(StandIn.prefix)' || $, '未记录' || $\(values.map { ", \($0)" } ?? ""), oldest.version, oldest.version
        """
    }
}
