import Casework
import GRDB

extension StoreReader {
    /// The whole configuration in force, its rows with their identifiers; further names of rows are left out.
    public func cityInForce() throws -> CityConfiguration {
        func inForce<Value: Identifiable>(_ table: String, _ rows: [Value.ID: Value]) throws -> [Entry<Value>]
        where Value: Hashable & Sendable, Value.ID == Int64 {
            try Int64.fetchAll(db, sql: "SELECT id FROM \(table) WHERE until_version IS NULL ORDER BY id")
                .compactMap { rows[$0] }.map { Entry(value: $0, spellings: []) }
        }
        let rules = try Row.fetchAll(
            db,
            sql: """
                SELECT category_code, area_code, unit_code FROM dispatch_rules
                WHERE until_version IS NULL ORDER BY id
                """
        ).map { row in
            let unit: String? = row[2]
            return DispatchRule(category: row[0], area: row[1], target: unit.map { .unit($0) } ?? .district)
        }
        let leaders = try Row.fetchAll(
            db, sql: "SELECT id, code, name FROM leaders WHERE until_version IS NULL ORDER BY id"
        ).map { Entry(value: Leader(id: $0[0], code: $0[1], name: $0[2]), spellings: []) }
        return CityConfiguration(
            settings: try settings(),
            channels: try channels().map { Entry(value: $0, spellings: []) },
            kinds: try inForce("kinds", allKinds()).sorted { $0.value.position < $1.value.position },
            categories: try inForce("categories", allCategories()).sorted {
                $0.value.position < $1.value.position
            },
            units: try inForce("units", allUnits()), areas: try inForce("areas", allAreas()),
            leaders: leaders, dispatchRules: rules,
            grades: try Row.fetchAll(db, sql: "\(Self.gradeColumns) WHERE until_version IS NULL ORDER BY id")
                .compactMap(Self.grade),
            gradeRules: try gradeRules(), calendar: try calendar())
    }
}
