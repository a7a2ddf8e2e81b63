import CaseStore
import Casework

/// Grades and deadlines of cases.
struct Deadlines {
    let reader: StoreReader

    /// The grade that the rules in force give a case, by its leading contact.
    func grade(of file: CaseFile) throws -> Grade? {
        guard let state = file.contactStates[file.state.lead], let contact = file.contact(file.state.lead)
        else {
            return nil
        }
        return try grade(
            urgency: contact.urgency, channel: state.channel, kind: state.kind, category: state.category)
    }

    /// The grade that the rules in force give a request.
    func grade(
        urgency: Urgency, channel: Channel.ID, kind: RequestKind.ID?, category: Category.ID?
    ) throws -> Grade? {
        let channel = try reader.channel(id: channel)?.code ?? ""
        let kind = try kind.flatMap { try reader.kind(id: $0)?.code }
        let category = try category.flatMap { try reader.category(id: $0)?.code }
        let lineage = try category.map { try reader.lineage(ofCategory: $0) } ?? []
        let rule = try reader.gradeRules().first {
            $0.fits(urgency: urgency, channel: channel, kind: kind, categories: lineage)
        }
        return try rule.flatMap { try reader.grade(code: $0.grade) }
    }

    /// How a case's deadline comes about; nil before its first dispatch.
    func reckoning(_ state: CaseState) throws -> Reckoning? {
        guard state.dispatchedAt != nil else { return nil }
        return try clocks().finishing(state)
    }

    /// When a case is due; nil before its first dispatch.
    func deadline(_ state: CaseState) throws -> Deadline? {
        try reckoning(state)?.deadline
    }

    /// All that deadlines rest on.
    func clocks() throws -> CaseClocks {
        CaseClocks(
            grades: try reader.allGrades(), clock: try reader.settings().clock,
            calendar: try reader.calendar())
    }

    /// A warning where a case's deadline is open.
    func notices(_ file: CaseFile) throws -> [Notice] {
        if case .open(let year) = try deadline(file.state) { [.deadlineOpen(missingYear: year)] } else { [] }
    }
}
