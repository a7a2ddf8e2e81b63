extension Fault {
    /// Somebody changes the records behind the program's back, past the triggers.
    static let tampering = Fault(
        name: "tampering", meaning: "records changed with sqlite3, the triggers dropped", rounds: 500
    ) { site, count in
        let sound = try Sound(site)
        let targets = try Target.all(in: "\(site.folder)/base/store.sqlite")
        var tally = try site.rounds(count) { round, chance in
            // Every column comes before any a second time.
            try targets[round % targets.count].tampered(sound, round, &chance)
        }
        tally.count("columns and rows that can be changed", targets.count)
        return tally
    }
}

/// A column that is changed, or with an empty name rows that are taken out or doubled.
private struct Target: Sendable {
    let table: String
    let column: String
    let isRemoval: Bool
    /// The triggers that stand in the way.
    let triggers: [(name: String, sql: String)]

    /// What is only ever added to, what of callers is sealed beside it, and the city's configuration.
    static func all(in store: String) throws -> [Target] {
        let triggers = try Rows.of(
            store, "SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger'")
        let guarded = Set(triggers.map { $0[0] })
        return try guarded.union(["callers", "originals"]).union(configuration).sorted().flatMap {
            table -> [Target] in
            guard try Rows.of(store, "SELECT 1 FROM \(table) LIMIT 1").first != nil else { return [] }
            let own = triggers.filter { $0[0] == table }.map { (name: $0[1], sql: $0[2]) }
            let columns = try Rows.of(store, "SELECT name FROM pragma_table_info('\(table)') WHERE pk = 0")
            return columns.map { Target(table: table, column: $0[0], isRemoval: false, triggers: own) }
                + [Target(table: table, column: "", isRemoval: true, triggers: own)]
        }
    }

    private static let configuration = [
        "config_versions", "settings", "channels", "kinds", "categories", "units", "areas", "leaders",
        "dispatch_rules",
        "grades", "grade_rules", "alert_rules", "names", "calendar_years", "calendar_days",
    ]

    func tampered(_ sound: Sound, _ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let place = try sound.site.place()
        defer { place.remove(after: tally) }
        let keys = try Rows.of(place.store, "SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0")
            .map { $0[0] }
        let rows = try Rows.of(place.store, "SELECT \(keys.joined(separator: ", ")) FROM \(table)")
        let row = chance.pick(rows)
        let condition = zip(keys, row).map { "\($0) = '\($1)'" }.joined(separator: " AND ")
        let change =
            isRemoval
            ? "DELETE FROM \(table) WHERE \(condition)"
            : """
            UPDATE \(table) SET \(column) = CASE typeof(\(column))
                WHEN 'integer' THEN CASE WHEN \(column) IN (0, 1) THEN 1 - \(column) ELSE \(column) + 1 END
                WHEN 'text' THEN \(column) || '改'
                WHEN 'blob' THEN CAST(x'00' || substr(\(column), 2) AS BLOB)
                ELSE CASE (SELECT type FROM pragma_table_info('\(table)') WHERE name = '\(column)')
                    WHEN 'INTEGER' THEN 1 WHEN 'TEXT' THEN '改' ELSE x'01' END
                END
            WHERE \(condition)
            """
        let name = isRemoval ? "\(table): a row taken out" : "\(table).\(column)"
        do {
            try Rows.change(
                place.store,
                ["PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON"]
                    + triggers.map { "DROP TRIGGER \($0.name)" } + [change] + triggers.map(\.sql)
                    + ["PRAGMA wal_checkpoint(TRUNCATE)"])
        } catch {
            tally.count("changes that SQLite refuses")
            return tally
        }
        tally.count("changes")
        let verify = try place.run("verify", "--callers")
        tally.promise(verify.isOrderly, "round \(round), \(name): verify ended with \(verify.status)")
        if verify.status != 0 {
            tally.count("found by verify")
        } else {
            tally.count("not found")
            tally.count("not found: \(name)")
            tally.isBroken("round \(round): not found: \(name)")
        }
        return tally
    }
}
