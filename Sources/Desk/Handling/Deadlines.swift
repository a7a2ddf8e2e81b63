import CaseStore
import Casework

/// Grades and deadlines of cases.
struct Deadlines {
    let reader: StoreReader

    /// The grade that the rules in force give a case.
    func grade(of file: CaseFile) throws -> Grade? {
        guard let state = file.contactStates[file.state.lead], let contact = file.contact(file.state.lead)
        else {
            return nil
        }
        let kind = try state.kind.flatMap { try reader.kind(id: $0)?.code }
        let category = try state.category.flatMap { try reader.category(id: $0)?.code }
        let lineage = try category.map { try reader.lineage(ofCategory: $0) } ?? []
        let rule = try reader.gradeRules().first {
            $0.fits(urgency: contact.urgency, kind: kind, categories: lineage)
        }
        return try rule.flatMap { try reader.grade(code: $0.grade) }
    }

    /// When a case is due; nil before its first dispatch.
    func deadline(_ state: CaseState) throws -> Deadline? {
        guard let begin = state.dispatchedAt,
            let grade = try state.grade.flatMap({ try reader.grade(id: $0) })
        else {
            return nil
        }
        return grade.finish.deadline(
            from: begin, clock: try reader.settings().clock, calendar: try reader.calendar())
    }

    /// A warning where a case's deadline is open.
    func notices(_ file: CaseFile) throws -> [Notice] {
        if case .open(let year) = try deadline(file.state) { [.deadlineOpen(missingYear: year)] } else { [] }
    }
}
