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
        return try grade(urgency: contact.urgency, kind: state.kind, category: state.category)
    }

    /// The grade that the rules in force give a request.
    func grade(urgency: Urgency, kind: RequestKind.ID?, category: Category.ID?) throws -> Grade? {
        let kind = try kind.flatMap { try reader.kind(id: $0)?.code }
        let category = try category.flatMap { try reader.category(id: $0)?.code }
        let lineage = try category.map { try reader.lineage(ofCategory: $0) } ?? []
        let rule = try reader.gradeRules().first {
            $0.fits(urgency: urgency, kind: kind, categories: lineage)
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
