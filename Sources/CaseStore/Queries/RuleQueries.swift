import Casework
import GRDB

extension StoreReader {
    /// The dispatch rules in force for categories.
    public func dispatchRules(ofCategories codes: [String]) throws -> [DispatchRule] {
        try codes.flatMap { code in
            try db.ask("\(Self.dispatchColumns) WHERE category_code = ? AND until_version IS NULL", code)
                .map(Self.dispatchRule)
        }
    }

    /// The rules in force that say which request has which grade, in order.
    public func gradeRules() throws -> [GradeRule] {
        try configured(.gradeRules) {
            try db.ask(
                """
                SELECT urgency, channel_code, kind_code, category_code, grade_code FROM grade_rules
                WHERE until_version IS NULL ORDER BY position
                """
            ).map { row in
                let urgency: String? = row[0]
                return GradeRule(
                    urgency: urgency.flatMap { Urgency(rawValue: $0) }, channel: row[1], kind: row[2],
                    category: row[3], grade: row[4])
            }
        }
    }

    /// Of what the city wants to be warned.
    public func alertRules() throws -> AlertRules {
        try configured(.alertRules) {
            var rules = AlertRules()
            try db.ask(
                """
                SELECT code, words, callers, seconds, told FROM alert_rules
                WHERE until_version IS NULL ORDER BY position
                """
            ).forEach { row in
                if let callers: Int = row[2], let seconds: Int64 = row[3] {
                    rules.repeats.append(
                        RepeatRule(name: row[0], callers: callers, seconds: seconds, told: row.lines(4)))
                } else {
                    rules.words.append(WordRule(name: row[0], words: row.lines(1), told: row.lines(4)))
                }
            }
            return rules
        }
    }

    /// All that deadlines rest on: the grades that were ever in force, and the calendar.
    public func clocks(_ clock: CityClock) throws -> CaseClocks {
        try configured(.clocks) {
            CaseClocks(grades: try allGrades(), clock: clock, calendar: try calendar())
        }
    }

    /// All grades that were ever in force, by row.
    public func allGrades() throws -> [Grade.ID: Grade] {
        try Dictionary(db.ask(Self.gradeColumns).map(Self.grade).map { ($0.id, $0) }) { first, _ in first }
    }

    /// The grade in force with a code.
    public func grade(code: String) throws -> Grade? {
        try configured(
            .grade, code, "\(Self.gradeColumns) WHERE code = ? AND until_version IS NULL", Self.grade)
    }

    /// The grade of a row, whether or not it is in force.
    public func grade(id: Grade.ID) throws -> Grade? {
        try configured(.grade, id, "\(Self.gradeColumns) WHERE id = ?", Self.grade)
    }

    static let dispatchColumns = "SELECT category_code, area_code, unit_code FROM dispatch_rules"

    static func dispatchRule(_ row: Columns) -> DispatchRule {
        let unit: String? = row[2]
        return DispatchRule(category: row[0], area: row[1], target: unit.map { .unit($0) } ?? .district)
    }

    static let gradeColumns = """
        SELECT id, code, name, sign_amount, sign_measure, finish_amount, finish_measure, start FROM grades
        """

    static func grade(_ row: Columns) -> Grade? {
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
