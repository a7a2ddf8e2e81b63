import Casework

extension Projection {
    /// A table of rows that follow from histories.
    enum Table: CaseIterable {
        case cases, contacts, assignments, helpers

        /// Asks for the rows of the cases of a range, in the order in which they follow: the case's number, and from
        /// ``first`` on the columns.
        var question: String {
            switch self {
            case .contacts: Self.contactQuestion
            case .cases: Self.caseQuestion
            case .assignments: Self.assignmentQuestion
            case .helpers: Self.helperQuestion
            }
        }

        /// The place of the first column among those of the question.
        var first: Int32 { self == .contacts ? 1 : 0 }

        /// Adds a row; its values are those of the columns.
        var insertion: String {
            switch self {
            case .cases: Self.caseInsertion
            case .contacts: Self.contactInsertion
            case .assignments: Self.assignmentInsertion
            case .helpers: Self.helperInsertion
            }
        }

        /// Takes away a row by the first two columns.
        var deletion: String {
            switch self {
            case .cases: "DELETE FROM case_states WHERE case_number = ? AND since = ?"
            case .contacts: "DELETE FROM contact_states WHERE contact_id = ? AND since = ?"
            case .assignments: "DELETE FROM assignments WHERE case_number = ? AND position = ?"
            case .helpers: "DELETE FROM helpers WHERE case_number = ? AND unit_id = ?"
            }
        }

        private static let caseQuestion = question("case_states", caseColumns, orderedBy: "since")
        private static let assignmentQuestion = question(
            "assignments", assignmentColumns, orderedBy: "position")
        private static let helperQuestion = question("helpers", helperColumns, orderedBy: "unit_id")
        private static let contactQuestion = """
            SELECT case_number, \(names(contactColumns).map { "states.\($0)" }.joined(separator: ", "))
            FROM contacts CROSS JOIN contact_states AS states ON contact_id = contacts.id
            WHERE case_number BETWEEN ? AND ? ORDER BY case_number, sequence, states.since
            """
        private static let caseInsertion = insertion("case_states", caseColumns)
        private static let contactInsertion = insertion("contact_states", contactColumns)
        private static let assignmentInsertion = insertion("assignments", assignmentColumns)
        private static let helperInsertion = insertion("helpers", helperColumns)

        private static func question(_ name: String, _ columns: String, orderedBy order: String) -> String {
            """
            SELECT \(columns) FROM \(name)
            WHERE case_number BETWEEN ? AND ? ORDER BY case_number, \(order)
            """
        }

        private static func insertion(_ name: String, _ columns: String) -> String {
            let places = names(columns).map { _ in "?" }.joined(separator: ", ")
            return "INSERT INTO \(name) (\(columns)) VALUES (\(places))"
        }

        private static func names(_ columns: String) -> [String] {
            columns.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
        }

        private static let caseColumns = """
            case_number, since, until, stage, entered_at, ending, unit_id, contact_id, day, grade_id, dispatched_at,
            signed_at, due_at, worklist, priority, pressing_at, asks_extension, is_supervised, reworks, returns,
            target_number
            """
        private static let contactColumns = """
            contact_id, since, until, standing, day, received_at, channel_id, kind_id, category_id, category_source,
            area_id, spot, address, disposition, is_excluded
            """
        private static let assignmentColumns = """
            case_number, position, unit_id, day, since, began_by, sign_due_at, signed_at, returned_at, due_at,
            ended_at, end
            """
        private static let helperColumns = "case_number, unit_id"
    }
}
