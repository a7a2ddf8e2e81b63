import Casework

extension StoreReader {
    /// The whole configuration in force, its rows with their identifiers; further names of rows are left out.
    public func cityInForce() throws -> CityConfiguration {
        func inForce<Value: Identifiable>(_ table: String, _ rows: [Value.ID: Value]) throws -> [Entry<Value>]
        where Value: Hashable & Sendable, Value.ID == Int64 {
            try db.ask("SELECT id FROM \(table) WHERE until_version IS NULL ORDER BY id").map { row in
                rows[row[0]].map { Entry(value: $0, spellings: []) }
            }
        }
        let rules = try db.ask("\(Self.dispatchColumns) WHERE until_version IS NULL ORDER BY id")
            .map(Self.dispatchRule)
        let leaders = try db.ask(
            "SELECT id, code, name FROM leaders WHERE until_version IS NULL ORDER BY id"
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
            grades: try db.ask("\(Self.gradeColumns) WHERE until_version IS NULL ORDER BY id").map(
                Self.grade),
            gradeRules: try gradeRules(), alerts: try alertRules(), calendar: try calendar())
    }
}
