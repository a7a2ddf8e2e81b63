import Casework
import GRDB

/// A table of the configuration whose rows are closed and added, never changed.
struct VersionedTable: Sendable {
    /// The table's name.
    let name: String
    /// Its columns after the code.
    let columns: [String]
    /// The rows that a configuration wants: code first, then the columns.
    let rows: @Sendable (CityConfiguration) -> [[DatabaseValue]]
    /// The codes of rows in force that are no part of a configuration and stay.
    var kept: @Sendable (CityConfiguration, Database) throws -> Set<String> = { _, _ in [] }

    func replace(
        with configuration: CityConfiguration, version: Int, in db: Database
    ) throws -> [ConfigurationChange] {
        let list = (["code"] + columns).joined(separator: ", ")
        var current: [String: (id: Int64, row: [DatabaseValue])] = [:]
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, \(list) FROM \(name) WHERE until_version IS NULL")
        while let row = try cursor.next() {
            let values = Array(row.databaseValues.dropFirst())
            current[row[1]] = (row[0], values)
        }
        let insert = """
            INSERT INTO \(name) (\(list), since_version) VALUES (\(String(repeating: "?, ", count: columns.count + 1))?)
            """
        var changes: [ConfigurationChange] = []
        for row in rows(configuration) {
            let code = String.fromDatabaseValue(row[0]) ?? ""
            let old = current.removeValue(forKey: code)
            if old?.row == row { continue }
            if let old { try close(old.id, version: version, in: db) }
            try db.run(insert, StatementArguments(row + [version.databaseValue]))
            changes.append(ConfigurationChange(kind: old == nil ? .added : .changed, table: name, code: code))
        }
        let staying = try kept(configuration, db)
        for (code, old) in current.sorted(by: { $0.key < $1.key }) where !staying.contains(code) {
            try close(old.id, version: version, in: db)
            changes.append(ConfigurationChange(kind: .removed, table: name, code: code))
        }
        return changes
    }

    private func close(_ id: Int64, version: Int, in db: Database) throws {
        try db.run("UPDATE \(name) SET until_version = ? WHERE id = ?", [version, id])
    }

    static let all: [VersionedTable] = [
        VersionedTable(name: "settings", columns: ["value"]) { configuration in
            configuration.settings.stored.map { [$0.code.databaseValue, $0.value.databaseValue] }
        },
        VersionedTable(name: "channels", columns: ["name", "channel_group", "position"]) { configuration in
            configuration.channels.map(\.value).map {
                [
                    $0.code.databaseValue, $0.name.databaseValue, $0.group.rawValue.databaseValue,
                    $0.position.databaseValue,
                ]
            }
        },
        VersionedTable(name: "kinds", columns: ["name", "is_topic", "position"]) { configuration in
            configuration.kinds.map(\.value).map {
                [
                    $0.code.databaseValue, $0.name.databaseValue, ($0.isTopic ? 1 : 0).databaseValue,
                    $0.position.databaseValue,
                ]
            }
        },
        VersionedTable(
            name: "categories",
            columns: ["path", "root_code", "parent_code", "finding", "contact", "position"]
        ) { configuration in
            configuration.categories.map(\.value).map {
                [
                    $0.code.databaseValue, $0.path.databaseValue, $0.rootCode.databaseValue,
                    $0.parentCode.databaseValue, $0.finding.rawValue.databaseValue, $0.contact.databaseValue,
                    $0.position.databaseValue,
                ]
            }
        } kept: {
            try $1.keptCategories(besides: $0)
        },
        VersionedTable(name: "units", columns: ["name", "level", "parent_code", "area_code"]) {
            configuration in
            configuration.units.map(\.value).map {
                [
                    $0.code.databaseValue, $0.name.databaseValue, $0.level.rawValue.databaseValue,
                    $0.parentCode.databaseValue, $0.areaCode.databaseValue,
                ]
            }
        } kept: {
            try $1.keptUnits(besides: $0)
        },
        VersionedTable(name: "areas", columns: ["level", "path", "codes", "population"]) { configuration in
            configuration.areas.map(\.value).map {
                [
                    $0.code.databaseValue, $0.level.rawValue.databaseValue, $0.path.databaseValue,
                    $0.codes.joined(separator: "/").databaseValue, $0.population.databaseValue,
                ]
            }
        },
        VersionedTable(name: "leaders", columns: ["name"]) { configuration in
            configuration.leaders.map(\.value).map { [$0.code.databaseValue, $0.name.databaseValue] }
        },
        VersionedTable(name: "dispatch_rules", columns: ["category_code", "area_code", "unit_code"]) {
            configuration in
            configuration.dispatchRules.map { rule in
                let unit: String? = if case .unit(let code) = rule.target { code } else { nil }
                return [
                    rule.key.databaseValue, rule.category.databaseValue,
                    rule.area.databaseValue, unit.databaseValue,
                ]
            }
        } kept: { _, db in
            try db.keptRulings()
        },
        VersionedTable(
            name: "grades",
            columns: ["name", "sign_amount", "sign_measure", "finish_amount", "finish_measure", "start"]
        ) { configuration in
            configuration.grades.map {
                [
                    $0.code.databaseValue, $0.name.databaseValue, $0.sign.amount.databaseValue,
                    $0.sign.measure.rawValue.databaseValue, $0.finish.amount.databaseValue,
                    $0.finish.measure.rawValue.databaseValue, $0.finish.start.rawValue.databaseValue,
                ]
            }
        },
        VersionedTable(
            name: "grade_rules",
            columns: ["position", "urgency", "channel_code", "kind_code", "category_code", "grade_code"]
        ) { configuration in
            configuration.gradeRules.enumerated().map { position, rule in
                [
                    String(position).databaseValue, position.databaseValue,
                    rule.urgency?.rawValue.databaseValue ?? .null,
                    rule.channel.databaseValue, rule.kind.databaseValue, rule.category.databaseValue,
                    rule.grade.databaseValue,
                ]
            }
        },
        VersionedTable(
            name: "alert_rules", columns: ["position", "words", "callers", "seconds", "told"]
        ) { configuration in
            let words = configuration.alerts.words.map {
                ($0.name, $0.words, Int?.none, Int64?.none, $0.told)
            }
            let repeats = configuration.alerts.repeats.map {
                ($0.name, [String](), $0.callers, $0.seconds, $0.told)
            }
            return (words + repeats).enumerated().map { position, rule in
                [
                    rule.0.databaseValue, position.databaseValue,
                    rule.1.joined(separator: "\n").databaseValue, rule.2.databaseValue,
                    rule.3.databaseValue, rule.4.joined(separator: "\n").databaseValue,
                ]
            }
        },
        VersionedTable(
            name: "names", columns: ["entity", "entity_code", "name", "pinyin", "initials"]
        ) { configuration in
            rows(of: "channel", configuration.channels.map { ($0.value.code, $0.spellings) })
                + rows(of: "kind", configuration.kinds.map { ($0.value.code, $0.spellings) })
                + rows(of: "category", configuration.categories.map { ($0.value.code, $0.spellings) })
                + rows(of: "unit", configuration.units.map { ($0.value.code, $0.spellings) })
                + rows(of: "area", configuration.areas.map { ($0.value.code, $0.spellings) })
                + rows(of: "leader", configuration.leaders.map { ($0.value.code, $0.spellings) })
        } kept: { _, db in
            try db.keptNames()
        },
    ]

    private static func rows(of entity: String, _ names: [(code: String, spellings: [Spelling])])
        -> [[DatabaseValue]]
    {
        names.flatMap { code, spellings in
            spellings.enumerated().map { index, spelling in
                [
                    "\(entity):\(code):\(index)".databaseValue, entity.databaseValue, code.databaseValue,
                    spelling.name.databaseValue, spelling.pinyin.databaseValue,
                    spelling.initials.databaseValue,
                ]
            }
        }
    }
}
