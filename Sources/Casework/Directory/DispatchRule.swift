/// One entry of the dispatch directory (派单目录): category × area → unit.
public struct DispatchRule: Hashable, Sendable {
    /// Who is responsible.
    public enum Target: Hashable, Sendable {
        /// The government of the district in which the place lies.
        case district
        /// A unit, by its code.
        case unit(String)
    }

    /// The code of the category; the rule holds below it too.
    public let category: String
    /// The code of the area; nil for the whole city. The rule holds below it too.
    public let area: String?
    /// Who is responsible.
    public let target: Target

    /// A rule as configured.
    public init(category: String, area: String?, target: Target) {
        self.category = category
        self.area = area
        self.target = target
    }

    /// What no two rules in force share: the category and the area.
    public var key: String {
        "\(category)@\(area ?? "")"
    }

    /// The most specific rule for a matter: the deepest category first, then the smallest area.
    ///
    /// - Parameters:
    ///   - categories: codes from the category up to the first level.
    ///   - areas: codes from the smallest area up to the district.
    public static func best(of rules: [DispatchRule], categories: [String], areas: [String]) -> DispatchRule?
    {
        func rank(_ rule: DispatchRule) -> Int? {
            guard let depth = categories.firstIndex(of: rule.category) else { return nil }
            guard let area = rule.area else { return depth * (areas.count + 1) + areas.count }
            return areas.firstIndex(of: area).map { depth * (areas.count + 1) + $0 }
        }
        return rules.compactMap { rule in rank(rule).map { ($0, rule) } }.min { $0.0 < $1.0 }?.1
    }
}
