import Casework

extension CityLoader {
    /// dispatch.yml: category × area → unit, each pair once, and an answer for every first-level category.
    static func dispatchRules(
        _ root: Cursor, categories: [Entry<Category>], units: [Entry<Casework.Unit>], areas: [Entry<Area>]
    ) -> [DispatchRule] {
        root.allow("rules")
        let categoryCodes = Set(categories.map(\.value.code))
        let unitCodes = Set(units.map(\.value.code))
        let areaCodes = Set(areas.map(\.value.code))
        var targets: [String: String] = [:]
        let rules = root.at("rules").entries.map { entry in
            entry.allow("category", "area", "unit")
            let category = entry.at("category").text
            let area = entry.at("area").optionalText
            let unit = entry.at("unit").text
            if !categoryCodes.contains(category), !category.isEmpty {
                entry.at("category").report(.unknownReference(file: "categories.yml"))
            }
            if let area, !areaCodes.contains(area) {
                entry.at("area").report(.unknownReference(file: "areas.yml"))
            }
            if unit != "district", !unitCodes.contains(unit), !unit.isEmpty {
                entry.at("unit").report(.unknownReference(file: "units.yml"))
            }
            let rule = DispatchRule(
                category: category, area: area, target: unit == "district" ? .district : .unit(unit))
            if let other = targets.updateValue(unit, forKey: rule.key) {
                entry.at("unit").report(other == unit ? .duplicate : .twoUnits(other: other))
            }
            return rule
        }
        let answered = Set(rules.filter { $0.area == nil }.map(\.category))
        for category in categories.map(\.value)
        where category.parentCode == nil && !answered.contains(category.code) && !category.code.isEmpty {
            root.list.add(
                Problem(file: root.file, keyPath: "rules", value: category.code, fault: .withoutRule))
        }
        return rules
    }
}
