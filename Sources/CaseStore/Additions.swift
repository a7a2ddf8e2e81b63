import Casework
import GRDB

extension StoreWriter {
    /// Adds a category by its path, with those above it that are missing. Returns its row.
    public func addCategory(
        path: String, by staff: String, at moment: Instant, spelling: (String) -> Spelling
    ) throws -> Casework.Category.ID {
        var above: Casework.Category?
        var names: [String] = []
        for name in path.split(separator: "/").map(String.init) {
            names.append(name)
            let path = names.joined(separator: "/")
            if let known = try reader.category(path: path) {
                above = known
                continue
            }
            let code = try nextCode(in: "categories")
            try add(by: staff, at: moment) { version in
                try db.run(
                    """
                    INSERT INTO categories (code, path, root_code, parent_code, finding, contact, position, since_version)
                    VALUES (?, ?, ?, ?, 'problem', ?, (SELECT coalesce(max(position), 0) + 1 FROM categories), ?)
                    """,
                    [
                        code, path, above?.rootCode ?? code, above?.code,
                        above?.contact ?? reader.settings().districtContact, version,
                    ])
                try addName(spelling(name), entity: .category, code: code, version: version)
            }
            above = try reader.category(code: code)
        }
        guard let added = above else { throw StoreError.fault("no category") }
        return added.id
    }

    /// Adds a unit by its name. Returns its row.
    public func addUnit(
        name: String, by staff: String, at moment: Instant, spelling: (String) -> Spelling
    ) throws -> Casework.Unit.ID {
        let code = try nextCode(in: "units")
        var id: Casework.Unit.ID = 0
        try add(by: staff, at: moment) { version in
            try db.run(
                "INSERT INTO units (code, name, level, since_version) VALUES (?, ?, 'bureau', ?)",
                [code, name, version])
            id = db.lastInsertedRowID
            try addName(spelling(name), entity: .unit, code: code, version: version)
        }
        return id
    }

    /// Adds an entry to the dispatch directory, in the place of one for the same matter and area.
    public func addDispatchRule(_ rule: DispatchRule, by staff: String, at moment: Instant) throws {
        guard case .unit(let unit) = rule.target else { return }
        try add(by: staff, at: moment) { version in
            try db.run(
                "UPDATE dispatch_rules SET until_version = ? WHERE code = ? AND until_version IS NULL",
                [version, rule.key])
            try db.run(
                """
                INSERT INTO dispatch_rules (code, category_code, area_code, unit_code, is_ruled, since_version)
                VALUES (?, ?, ?, ?, 1, ?)
                """, [rule.key, rule.category, rule.area, unit, version])
        }
    }

    /// Each addition is a version of its own, so that what an event rests on never changes afterwards.
    private func add(by staff: String, at moment: Instant, _ rows: (_ version: Int) throws -> Void) throws {
        _ = try newVersion(by: staff, at: moment) { version in
            try rows(version)
            return true
        }
    }

    private func addName(_ spelling: Spelling, entity: DirectoryEntity, code: String, version: Int) throws {
        try db.run(
            """
            INSERT INTO names (code, entity, entity_code, name, pinyin, initials, since_version)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                "\(entity.rawValue):\(code):0", entity.rawValue, code, spelling.name, spelling.pinyin,
                spelling.initials,
                version,
            ])
    }

    private func nextCode(in table: String) throws -> String {
        let count =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE code GLOB '\(Addition.prefix)*'")
            ?? 0
        return "\(Addition.prefix)\(count + 1)"
    }
}

extension StoreReader {
    /// Names in force that an import added and for which nobody answers yet.
    public func unownedNames() throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT path FROM categories WHERE code GLOB '\(Addition.prefix)*' AND until_version IS NULL
                UNION ALL SELECT name FROM units WHERE code GLOB '\(Addition.prefix)*' AND until_version IS NULL
                """)
    }
}

/// What a new configuration leaves in force although it does not have it: an addition stays until the files know
/// its name as a row's own or as another for it.
extension Database {
    /// The units that were added and stay.
    func keptUnits(besides configuration: CityConfiguration) throws -> Set<String> {
        let known = Set(configuration.units.flatMap { [$0.value.name] + $0.spellings.map(\.name) })
        let added = try Row.fetchAll(
            self, sql: "SELECT code, name FROM units WHERE until_version IS NULL AND code \(Self.isAdded)")
        return Set(added.filter { !known.contains($0["name"]) }.map { $0["code"] })
    }

    /// The categories that were added and stay.
    func keptCategories(besides configuration: CityConfiguration) throws -> Set<String> {
        let known = Set(
            configuration.categories.flatMap { row in
                let above = row.value.path.split(separator: "/").dropLast()
                return [row.value.path]
                    + row.spellings.map { (above + [$0.name[...]]).joined(separator: "/") }
            })
        var kept: Set<String> = []
        // Those above come first; what stands below one that goes, goes with it.
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT code, path, parent_code FROM categories
                WHERE until_version IS NULL AND code \(Self.isAdded) ORDER BY length(path)
                """)
        for row in rows {
            let (path, parent): (String, String?) = (row["path"], row["parent_code"])
            let isBelowGone = parent.map { $0.hasPrefix(Addition.prefix) && !kept.contains($0) } ?? false
            if !known.contains(path), !isBelowGone { kept.insert(row["code"]) }
        }
        return kept
    }

    /// The names of units and categories that were added and stayed, when theirs are gone through.
    func keptNames() throws -> Set<String> {
        try String.fetchSet(
            self,
            sql: """
                SELECT code FROM names WHERE until_version IS NULL AND entity_code \(Self.isAdded) AND EXISTS (
                    SELECT 1 FROM units WHERE entity = 'unit' AND code = entity_code AND until_version IS NULL
                    UNION ALL SELECT 1 FROM categories
                    WHERE entity = 'category' AND code = entity_code AND until_version IS NULL)
                """)
    }

    /// What joint rulings put into the dispatch directory.
    func keptRulings() throws -> Set<String> {
        try String.fetchSet(
            self, sql: "SELECT code FROM dispatch_rules WHERE until_version IS NULL AND is_ruled = 1")
    }

    private static let isAdded = "GLOB '\(Addition.prefix)*'"
}
