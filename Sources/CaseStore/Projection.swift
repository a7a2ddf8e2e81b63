import Casework
import GRDB

/// What is needed to tell what follows from a history; read once for each transaction.
struct ProjectionRules: Sendable {
    /// The city's clock.
    let clock: CityClock
    private let calendar: WorkCalendar
    private let grades: [Grade.ID: Grade]

    init(_ reader: StoreReader) throws {
        clock = try reader.settings().clock
        calendar = try reader.calendar()
        grades = try reader.allGrades()
    }

    /// When a case is due; nil before its first dispatch and while the deadline is open.
    func due(_ state: CaseState) -> Instant? {
        guard let begin = state.dispatchedAt, let grade = state.grade else { return nil }
        return due(grade: grade, from: begin)
    }

    /// When a limit that began at a moment ends; nil while the deadline is open.
    func due(grade: Grade.ID, from begin: Instant) -> Instant? {
        grades[grade]?.finish.deadline(from: begin, clock: clock, calendar: calendar).instant
    }
}

/// The rows that follow from a case's history.
struct Projection: Hashable {
    /// Rows of case_states.
    let cases: [[DatabaseValue]]
    /// Rows of contact_states.
    let contacts: [[DatabaseValue]]

    static let caseColumns = """
        case_number, since, until, stage, unit_id, contact_id, day, grade_id, dispatched_at, signed_at, due_at
        """
    static let contactColumns = """
        contact_id, since, until, standing, day, received_at, channel_id, kind_id, category_id, category_source,
        area_id, spot, address, disposition
        """

    /// - Parameter ids: the rows of the contacts, by sequence.
    init(of file: CaseFile, ids: [Int: Int64], rules: ProjectionRules) {
        cases = file.caseSpans.map { span in
            let state = span.value
            return [
                file.number.value.databaseValue, span.since.seconds.databaseValue,
                span.until.seconds.databaseValue,
                state.stage.rawValue.databaseValue, state.unit.databaseValue, ids[state.lead].databaseValue,
                rules.clock.day(of: state.receivedAt).compact.databaseValue, state.grade.databaseValue,
                state.dispatchedAt?.seconds.databaseValue ?? .null,
                state.signedAt?.seconds.databaseValue ?? .null,
                rules.due(state)?.seconds.databaseValue ?? .null,
            ]
        }
        contacts = file.contactSpans.sorted { $0.key < $1.key }.flatMap { sequence, spans in
            spans.map { span in
                let state = span.value
                return [
                    ids[sequence].databaseValue, span.since.seconds.databaseValue,
                    span.until.seconds.databaseValue,
                    state.standing.rawValue.databaseValue,
                    rules.clock.day(of: state.receivedAt).compact.databaseValue,
                    state.receivedAt.seconds.databaseValue, state.channel.databaseValue,
                    state.kind.databaseValue,
                    state.category.databaseValue, state.categorySource.rawValue.databaseValue,
                    state.place.area.databaseValue, state.place.spot.databaseValue,
                    state.place.address.databaseValue, state.disposition.rawValue.databaseValue,
                ]
            }
        }
    }
}

extension StoreWriter {
    /// Brings the rows that follow from a case's history up to date. Returns the case as it is now.
    @discardableResult
    public func project(_ number: CaseNumber) throws -> CaseFile {
        guard let file = try reader.caseFile(number) else { throw StoreError.fault("no case \(number)") }
        let ids = try reader.contactRows(of: number)
        let projection = Projection(of: file, ids: ids, rules: rules)
        try sync(
            "case_states", columns: Projection.caseColumns, keys: ["case_number", "since"],
            wanted: projection.cases,
            stored: reader.caseStateRows(of: number))
        try sync(
            "contact_states", columns: Projection.contactColumns, keys: ["contact_id", "since"],
            wanted: projection.contacts, stored: reader.contactStateRows(of: number))
        return file
    }

    /// Takes away the rows that no longer hold and adds those that are new.
    private func sync(
        _ table: String, columns: String, keys: [String], wanted: [[DatabaseValue]], stored: [[DatabaseValue]]
    ) throws {
        guard wanted != stored else { return }
        let wantedRows = Set(wanted)
        let storedRows = Set(stored)
        for row in stored where !wantedRows.contains(row) {
            try db.run(
                "DELETE FROM \(table) WHERE \(keys[0]) = ? AND \(keys[1]) = ?",
                StatementArguments(row.prefix(2)))
        }
        for row in wanted where !storedRows.contains(row) {
            let places = String(repeating: "?, ", count: row.count - 1) + "?"
            try db.run("INSERT INTO \(table) (\(columns)) VALUES (\(places))", StatementArguments(row))
        }
    }
}

extension StoreReader {
    /// The rows of a case's contacts, by sequence.
    func contactRows(of number: CaseNumber) throws -> [Int: Int64] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT sequence, id FROM contacts WHERE case_number = ?"),
            arguments: [number.value])
        return Dictionary(rows.map { ($0[0] as Int, $0[1] as Int64) }) { first, _ in first }
    }

    func caseStateRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(Projection.caseColumns) FROM case_states WHERE case_number = ? ORDER BY since"),
            arguments: [number.value]
        ).map { Array($0.databaseValues) }
    }

    func contactStateRows(of number: CaseNumber) throws -> [[DatabaseValue]] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(Projection.contactColumns) FROM contact_states
                    WHERE contact_id IN (SELECT id FROM contacts WHERE case_number = ?)
                    ORDER BY contact_id, since
                    """), arguments: [number.value]
        ).map { Array($0.databaseValues) }
    }

    func allGrades() throws -> [Grade.ID: Grade] {
        try Dictionary(
            Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM grades")).compactMap { id in
                try grade(id: id).map { (id, $0) }
            }
        ) { first, _ in first }
    }
}

extension Optional where Wrapped: DatabaseValueConvertible {
    /// The value, or SQL's NULL.
    var databaseValue: DatabaseValue {
        self?.databaseValue ?? .null
    }
}
