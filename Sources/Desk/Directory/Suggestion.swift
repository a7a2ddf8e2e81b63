import CaseStore
import Casework

/// The unit that the dispatch rules name for a matter, and why.
struct Suggestion {
    let unit: Unit
    /// The rule in words.
    let why: String

    /// Asks the rules; nil where none fits, or where the rule wants a district and the place is unknown.
    init?(category: Category?, area: Area?, reader: StoreReader) throws {
        guard let category else { return nil }
        let lineage = try reader.lineage(ofCategory: category.code)
        let areas = area.map { Array($0.codes.reversed()) } ?? []
        let rules = try reader.dispatchRules(ofCategories: lineage)
        guard let rule = DispatchRule.best(of: rules, categories: lineage, areas: areas) else { return nil }
        let found: Unit?
        switch rule.target {
        case .unit(let code): found = try reader.unit(code: code)
        case .district: found = try area?.codes.first.flatMap { try reader.unit(governing: $0) }
        }
        guard let unit = found else { return nil }
        self.unit = unit
        let matter = try reader.category(code: rule.category)?.path ?? rule.category
        let place = try rule.area.flatMap { try reader.area(code: $0)?.path }
        why =
            switch rule.target {
            case .district: "派单规则：“\(matter)”由所在区县负责"
            case .unit: "派单规则：\(place.map { "\($0)的" } ?? "")“\(matter)”由该单位负责"
            }
    }
}
