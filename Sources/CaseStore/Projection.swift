import Casework
import GRDB

/// What is needed to tell what follows from a history; read once for each transaction.
struct ProjectionRules: Sendable {
    /// The city's clock.
    let clock: CityClock
    /// The deadlines.
    let clocks: CaseClocks

    init(_ reader: StoreReader, clock: CityClock) throws {
        self.clock = clock
        clocks = try reader.clocks(clock)
    }
}

/// The rows that follow from a case's history.
struct Projection: Hashable {
    /// Rows of case_states.
    let cases: [[DatabaseValue]]
    /// Rows of contact_states.
    let contacts: [[DatabaseValue]]
    /// Rows of assignments.
    let assignments: [[DatabaseValue]]
    /// Rows of helpers.
    let helpers: [[DatabaseValue]]

    /// A table of rows that follow from histories.
    struct Table {
        /// Its columns.
        let columns: [String]
        /// Adds a row; its values are those of the columns.
        let insertion: String
        /// Takes away a row by the first two columns.
        let deletion: String

        private init(_ name: String, columns: String) {
            let names = columns.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
            self.columns = names
            let places = names.map { _ in "?" }.joined(separator: ", ")
            insertion = "INSERT INTO \(name) (\(columns)) VALUES (\(places))"
            deletion = "DELETE FROM \(name) WHERE \(names[0]) = ? AND \(names[1]) = ?"
        }

        static let cases = Table("case_states", columns: caseColumns)
        static let contacts = Table("contact_states", columns: contactColumns)
        static let assignments = Table("assignments", columns: assignmentColumns)
        static let helpers = Table("helpers", columns: "case_number, unit_id")
    }

    static let caseColumns = """
        case_number, since, until, stage, entered_at, ending, unit_id, contact_id, day, grade_id, dispatched_at,
        signed_at, due_at, worklist, priority, pressing_at, asks_extension, is_supervised, reworks, returns,
        target_number
        """
    static let contactColumns = """
        contact_id, since, until, standing, day, received_at, channel_id, kind_id, category_id, category_source,
        area_id, spot, address, disposition, is_excluded
        """
    static let assignmentColumns = """
        case_number, position, unit_id, day, since, began_by, sign_due_at, signed_at, returned_at, due_at,
        ended_at, end
        """

    /// - Parameter ids: the rows of the contacts, by sequence.
    init(of file: CaseFile, ids: [Int: Int64], rules: ProjectionRules) {
        cases = file.caseSpans.map { Self.row(of: $0, number: file.number, ids: ids, rules: rules) }
        contacts = file.contactSpans.sorted { $0.key < $1.key }.flatMap { sequence, spans in
            spans.map { Self.row(of: $0, id: ids[sequence], clock: rules.clock) }
        }
        helpers = file.helpers.sorted().map { [file.number.value.databaseValue, $0.databaseValue] }
        assignments = file.assignments.enumerated().map { position, assignment in
            [
                file.number.value.databaseValue, position.databaseValue, assignment.unit.databaseValue,
                rules.clock.day(of: assignment.since).compact.databaseValue,
                assignment.since.seconds.databaseValue, assignment.by.rawValue.databaseValue,
                value(rules.clocks.signing(assignment, of: file.state)?.instant), value(assignment.signedAt),
                value(assignment.returnedAt),
                value(rules.clocks.finishing(assignment: position, of: file)?.instant),
                value(assignment.endedAt), assignment.end?.rawValue.databaseValue ?? .null,
            ]
        }
    }

    private static func row(
        of span: Span<CaseState>, number: CaseNumber, ids: [Int: Int64], rules: ProjectionRules
    ) -> [DatabaseValue] {
        let state = span.value
        let worklist = state.worklist
        return [
            number.value.databaseValue, span.since.seconds.databaseValue, span.until.seconds.databaseValue,
            state.stage.rawValue.databaseValue, state.enteredAt.seconds.databaseValue,
            state.ending?.rawValue.databaseValue ?? .null, state.unit.databaseValue,
            ids[state.lead].databaseValue, rules.clock.day(of: state.receivedAt).compact.databaseValue,
            state.grade.databaseValue, value(state.dispatchedAt), value(state.signedAt),
            value(rules.clocks.finishing(state)?.deadline.instant),
            worklist?.rawValue.databaseValue ?? .null,
            // Before a unit has the case, urgency tells what comes first; afterwards the deadline does.
            (worklist == .dispatch ? state.urgency.rank : 0).databaseValue,
            (rules.clocks.pressing(state) ?? .endOfTime).seconds.databaseValue,
            (state.asked == nil ? 0 : 1).databaseValue, (state.isSupervised ? 1 : 0).databaseValue,
            state.reworks.databaseValue, state.returners.count.databaseValue,
            (state.target?.value).databaseValue,
        ]
    }

    private static func row(
        of span: Span<ContactState>, id: Int64?, clock: CityClock
    ) -> [DatabaseValue] {
        let state = span.value
        return [
            id.databaseValue, span.since.seconds.databaseValue, span.until.seconds.databaseValue,
            state.standing.rawValue.databaseValue,
            clock.day(of: state.receivedAt).compact.databaseValue,
            state.receivedAt.seconds.databaseValue, state.channel.databaseValue, state.kind.databaseValue,
            state.category.databaseValue, state.categorySource.rawValue.databaseValue,
            state.place.area.databaseValue, state.place.spot.databaseValue,
            state.place.address.databaseValue, state.disposition.rawValue.databaseValue,
            (state.isExcluded ? 1 : 0).databaseValue,
        ]
    }
}

private func value(_ instant: Instant?) -> DatabaseValue {
    instant?.seconds.databaseValue ?? .null
}

extension StoreWriter {
    /// Brings the rows that follow from a case's history up to date.
    ///
    /// - Parameters:
    ///   - file: the case with all that was recorded.
    ///   - ids: the rows of its contacts, by sequence.
    ///   - isNew: nothing is stored yet of what follows.
    func project(_ file: CaseFile, ids: [Int: Int64], isNew: Bool) throws {
        let projection = Projection(of: file, ids: ids, rules: rules)
        let number = file.number
        try sync(.cases, projection.cases, stored: isNew ? [] : reader.caseStateRows(of: number))
        try sync(.contacts, projection.contacts, stored: isNew ? [] : reader.contactStateRows(of: number))
        try sync(.assignments, projection.assignments, stored: isNew ? [] : reader.assignmentRows(of: number))
        try sync(.helpers, projection.helpers, stored: isNew ? [] : reader.helperRows(of: number))
    }

    /// Brings the rows that follow from a case's history up to date, whatever is stored of it.
    func project(_ number: CaseNumber) throws {
        guard let file = try reader.caseFile(number) else { throw StoreError.fault("no case \(number)") }
        try project(file, ids: reader.contactRows(of: number), isNew: false)
    }

    /// Takes away the rows that no longer hold and adds those that are new.
    private func sync(_ table: Projection.Table, _ wanted: [[DatabaseValue]], stored: [[DatabaseValue]])
        throws
    {
        guard wanted != stored else { return }
        let wantedRows = stored.isEmpty ? [] : Set(wanted)
        let storedRows = Set(stored)
        for row in stored where !wantedRows.contains(row) {
            try db.run(table.deletion, StatementArguments(row.prefix(2)))
        }
        let insertion = try Insertion(db, table.insertion)
        for row in wanted where storedRows.isEmpty || !storedRows.contains(row) {
            try insertion.run { bindings in
                for value in row { bindings.add(value) }
            }
        }
    }
}

extension StoreReader {
    /// All that deadlines rest on: the grades that were ever in force, and the calendar.
    public func clocks(_ clock: CityClock) throws -> CaseClocks {
        try configured(.clocks) {
            CaseClocks(grades: try allGrades(), clock: clock, calendar: try calendar())
        }
    }

    /// The rows of a case's contacts, by sequence.
    func contactRows(of number: CaseNumber) throws -> [Int: Int64] {
        var rows: [Int: Int64] = [:]
        try db.ask("SELECT sequence, id FROM contacts WHERE case_number = ?", [number.value]).forEach { row in
            rows[row[0]] = row[1]
        }
        return rows
    }

    func caseStateRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try db.ask(
            "SELECT \(Projection.caseColumns) FROM case_states WHERE case_number = ? ORDER BY since",
            [number.value]
        ).map { $0.values() }
    }

    func helperRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try db.ask(
            "SELECT case_number, unit_id FROM helpers WHERE case_number = ? ORDER BY unit_id", [number.value]
        ).map { $0.values() }
    }

    func assignmentRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try db.ask(
            "SELECT \(Projection.assignmentColumns) FROM assignments WHERE case_number = ? ORDER BY position",
            [number.value]
        ).map { $0.values() }
    }

    func contactStateRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try db.ask(
            """
            SELECT \(Projection.contactColumns) FROM contact_states
            WHERE contact_id IN (SELECT id FROM contacts WHERE case_number = ?)
            ORDER BY contact_id, since
            """, [number.value]
        ).map { $0.values() }
    }

    /// All grades that were ever in force, by row.
    public func allGrades() throws -> [Grade.ID: Grade] {
        try Dictionary(db.ask(Self.gradeColumns).map(Self.grade).map { ($0.id, $0) }) { first, _ in first }
    }
}

extension Optional where Wrapped: DatabaseValueConvertible {
    /// The value, or SQL's NULL.
    var databaseValue: DatabaseValue {
        self?.databaseValue ?? .null
    }
}
