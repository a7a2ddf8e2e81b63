import Casework

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
