import Casework
import GRDB

extension StoreReader {
    /// The dispatch rules in force for categories.
    public func dispatchRules(ofCategories codes: [String]) throws -> [DispatchRule] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT category_code, area_code, unit_code FROM dispatch_rules
                WHERE category_code = ? AND until_version IS NULL
                """)
        return try codes.flatMap { code in
            try Row.fetchAll(statement, arguments: [code]).map {
                let unit: String? = $0[2]
                return DispatchRule(category: $0[0], area: $0[1], target: unit.map { .unit($0) } ?? .district)
            }
        }
    }

    /// The rules in force that say which request has which grade, in order.
    public func gradeRules() throws -> [GradeRule] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT urgency, channel_code, kind_code, category_code, grade_code FROM grade_rules
                    WHERE until_version IS NULL ORDER BY position
                    """)
        ).map { row in
            let urgency: String? = row[0]
            return GradeRule(
                urgency: urgency.flatMap { Urgency(rawValue: $0) }, channel: row[1], kind: row[2],
                category: row[3], grade: row[4])
        }
    }

    /// The grade in force with a code.
    public func grade(code: String) throws -> Grade? {
        try Row.fetchOne(
            db.cachedStatement(sql: "\(Self.gradeColumns) WHERE code = ? AND until_version IS NULL"),
            arguments: [code]
        ).flatMap(Self.grade)
    }

    /// The grade of a row, whether or not it is in force.
    public func grade(id: Grade.ID) throws -> Grade? {
        try Row.fetchOne(db.cachedStatement(sql: "\(Self.gradeColumns) WHERE id = ?"), arguments: [id])
            .flatMap(Self.grade)
    }

    static let gradeColumns = """
        SELECT id, code, name, sign_amount, sign_measure, finish_amount, finish_measure, start FROM grades
        """

    static func grade(_ row: Row) -> Grade? {
        guard let sign = TimeLimit.Measure(rawValue: row[4]),
            let finish = TimeLimit.Measure(rawValue: row[6]),
            let start = TimeLimit.Start(rawValue: row[7])
        else { return nil }
        return Grade(
            id: row[0], code: row[1], name: row[2],
            sign: TimeLimit(amount: row[3], measure: sign, start: start),
            finish: TimeLimit(amount: row[5], measure: finish, start: start))
    }
}
