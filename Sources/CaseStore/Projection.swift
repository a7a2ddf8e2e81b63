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

/// The rows that follow from a case's history. They are never held: each is handed over value by value, to be stored or
/// compared.
struct Projection {
    private let file: CaseFile
    private let rules: ProjectionRules
    /// The rows of the contacts, by sequence.
    private let ids: [Int: Int64]
    private let contacts: [(id: Int64?, span: Span<ContactState>)]
    private let helpers: [Casework.Unit.ID]

    /// - Parameter ids: the rows of the contacts, by sequence.
    init(of file: CaseFile, ids: [Int: Int64], rules: ProjectionRules) {
        self.file = file
        self.ids = ids
        self.rules = rules
        contacts = file.contactSpans.sorted { $0.key < $1.key }.flatMap { sequence, spans in
            spans.map { (ids[sequence], $0) }
        }
        helpers = file.helpers.sorted()
    }

    /// How many rows a table has of the case.
    func count(of table: Table) -> Int {
        switch table {
        case .cases: file.caseSpans.count
        case .contacts: contacts.count
        case .assignments: file.assignments.count
        case .helpers: helpers.count
        }
    }

    /// Hands over the values of a row in the order of the table's columns.
    func put(_ place: Int, of table: Table, into row: inout some RowValues) {
        switch table {
        case .cases: put(file.caseSpans[place], into: &row)
        case .contacts: put(contacts[place].span, id: contacts[place].id, into: &row)
        case .assignments: put(assignment: place, into: &row)
        case .helpers:
            row.add(file.number.value)
            row.add(helpers[place])
        }
    }

    private func put(_ span: Span<CaseState>, into row: inout some RowValues) {
        let state = span.value
        let worklist = state.worklist
        let finishing = rules.clocks.finishing(state)?.deadline.instant
        row.add(file.number.value)
        row.add(span.since.seconds)
        row.add(span.until.seconds)
        row.add(state.stage.rawValue)
        row.add(state.enteredAt.seconds)
        row.add(state.ending?.rawValue)
        row.add(state.unit)
        row.add(ids[state.lead])
        row.add(rules.clock.day(of: state.receivedAt).compact)
        row.add(state.grade)
        row.add(state.dispatchedAt?.seconds)
        row.add(state.signedAt?.seconds)
        row.add(finishing?.seconds)
        row.add(worklist?.rawValue)
        // Before a unit has the case, urgency tells what comes first; afterwards the deadline does.
        row.add(worklist == .dispatch ? state.urgency.rank : 0)
        row.add((rules.clocks.pressing(state, finishing: finishing) ?? .endOfTime).seconds)
        row.add(state.asked != nil)
        row.add(state.isSupervised)
        row.add(state.reworks)
        row.add(state.returners.count)
        row.add(state.target?.value)
    }

    private func put(_ span: Span<ContactState>, id: Int64?, into row: inout some RowValues) {
        let state = span.value
        row.add(id)
        row.add(span.since.seconds)
        row.add(span.until.seconds)
        row.add(state.standing.rawValue)
        row.add(rules.clock.day(of: state.receivedAt).compact)
        row.add(state.receivedAt.seconds)
        row.add(state.channel)
        row.add(state.kind)
        row.add(state.category)
        row.add(state.categorySource.rawValue)
        row.add(state.place.area)
        row.add(state.place.spot)
        row.add(state.place.address)
        row.add(state.disposition.rawValue)
        row.add(state.isExcluded)
    }

    private func put(assignment place: Int, into row: inout some RowValues) {
        let assignment = file.assignments[place]
        row.add(file.number.value)
        row.add(place)
        row.add(assignment.unit)
        row.add(rules.clock.day(of: assignment.since).compact)
        row.add(assignment.since.seconds)
        row.add(assignment.by.rawValue)
        row.add(rules.clocks.signing(assignment, of: file.state)?.instant?.seconds)
        row.add(assignment.signedAt?.seconds)
        row.add(assignment.returnedAt?.seconds)
        row.add(rules.clocks.finishing(assignment: place, of: file)?.instant?.seconds)
        row.add(assignment.endedAt?.seconds)
        row.add(assignment.end?.rawValue)
    }
}

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

extension Question {
    /// Whether the rows of a case are those that follow from its history.
    mutating func agrees(with projection: Projection, _ table: Projection.Table, of number: Int64) throws
        -> Bool
    {
        let count = projection.count(of: table)
        var (place, agrees) = (0, true)
        try rows(of: number) { row in
            agrees = agrees && place < count && row.agrees(with: projection, place, of: table)
            place += 1
        }
        return agrees && place == count
    }
}

extension Columns {
    fileprivate func agrees(with projection: Projection, _ place: Int, of table: Projection.Table) -> Bool {
        var comparison = Comparison(self, from: table.first)
        projection.put(place, of: table, into: &comparison)
        return comparison.agrees
    }
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
        for table in Projection.Table.allCases {
            var missing = Array(0..<projection.count(of: table))
            if !isNew { try removeOutdated(table, projection, of: file.number, missing: &missing) }
            if missing.isEmpty { continue }
            let insertion = try Insertion(db, table.insertion)
            for place in missing {
                try insertion.run { row in projection.put(place, of: table, into: &row) }
            }
        }
    }

    /// Brings the rows that follow from a case's history up to date, whatever is stored of it.
    func project(_ number: CaseNumber) throws {
        guard let file = try reader.caseFile(number) else { throw StoreError.fault("no case \(number)") }
        try project(file, ids: reader.contactRows(of: number), isNew: false)
    }

    /// Takes away the rows that no longer hold. What is stored already is no longer missing.
    private func removeOutdated(
        _ table: Projection.Table, _ projection: Projection, of number: CaseNumber, missing: inout [Int]
    ) throws {
        var places: [RowKey: Int] = [:]
        for place in missing {
            var key = RowKey()
            projection.put(place, of: table, into: &key)
            places[key] = place
        }
        var outdated: [RowKey] = []
        try db.ask(table.question, [number.value, number.value]).forEach { row in
            let key = RowKey(row[table.first], row[table.first + 1])
            if let place = places[key], row.agrees(with: projection, place, of: table) {
                places[key] = nil
            } else {
                outdated.append(key)
            }
        }
        for key in outdated { try db.run(table.deletion, [key.first, key.second]) }
        missing = places.values.sorted()
    }
}

/// The first two values of a row, which tell it from all others of its table.
private struct RowKey: Hashable, RowValues {
    private(set) var first: Int64?, second: Int64?
    private var count = 0

    init() {}

    init(_ first: Int64, _ second: Int64) {
        (self.first, self.second, count) = (first, second, 2)
    }

    mutating func add(_ value: Int64?) {
        if count == 0 { first = value } else if count == 1 { second = value }
        if count < 2 { count += 1 }
    }

    mutating func add(_ value: String?) {}
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

    /// All grades that were ever in force, by row.
    public func allGrades() throws -> [Grade.ID: Grade] {
        try Dictionary(db.ask(Self.gradeColumns).map(Self.grade).map { ($0.id, $0) }) { first, _ in first }
    }
}
