import CaseStore
import Casework

/// Which grade a case has.
struct Grading {
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
}

extension CaseClocks {
    /// A warning where a case's deadline is open.
    func notices(_ file: CaseFile) -> [Notice] {
        if case .open(let year) = finishing(file.state)?.deadline {
            [.deadlineOpen(missingYear: year)]
        } else {
            []
        }
    }
}
