import Casework

/// Which unit and which limits a matter gets by the city's rules. Each question is answered once and remembered; there
/// are only as many as the city has categories, areas, kinds and channels.
struct Routing {
    private let city: SimulatedCity
    private var units: [Int32]
    private var grades: [Int16]
    private static let unknown: Int16 = -2

    init(_ city: SimulatedCity) {
        self.city = city
        let leaves = city.matters.leaves.count * Matters.depth
        units = Array(repeating: Int32(Self.unknown), count: leaves * (city.places.count + 1))
        grades = Array(
            repeating: Self.unknown, count: leaves * city.kinds.count * city.channels.count * 3)
    }

    /// The unit that the dispatch rules name; nil where none fits.
    ///
    /// - Parameter category: a leaf and how far above it, as ``Matters/key(_:_:)`` makes one number of it.
    mutating func unit(category: Int, place: Int?) -> Int? {
        let key = category * (city.places.count + 1) + (place ?? city.places.count)
        if units[key] == Int32(Self.unknown) { units[key] = Int32(found(category, place) ?? -1) }
        return units[key] < 0 ? nil : Int(units[key])
    }

    private func found(_ category: Int, _ place: Int?) -> Int? {
        let lineage = lineage(category)
        let areas = place.map { city.places[$0].codes } ?? []
        let rules = lineage.flatMap { city.rules[$0] ?? [] }
        switch DispatchRule.best(of: rules, categories: lineage, areas: areas)?.target {
        case .unit(let code): return city.unitsByCode[code]
        case .district: return areas.last.flatMap { city.governing[$0] }
        case nil: return nil
        }
    }

    /// Codes from a category up to the first level.
    private func lineage(_ category: Int) -> [String] {
        let line = city.matters.leaves[category / Matters.depth].line
        return line.dropFirst(category % Matters.depth).map(\.code)
    }

    /// The grade that the rules give a request.
    mutating func grade(category: Int, kind: Int, channel: Int, urgency: Urgency) -> Grade? {
        let key =
            ((category * city.kinds.count + kind) * city.channels.count + channel) * 3 + urgency.rank
        if grades[key] == Self.unknown {
            let rule = city.gradeRules.first {
                $0.fits(
                    urgency: urgency, channel: city.channels[channel].code, kind: city.kinds[kind].code,
                    categories: lineage(category))
            }
            grades[key] = Int16(
                rule.flatMap { rule in city.grades.firstIndex { $0.code == rule.grade } } ?? -1)
        }
        return grades[key] < 0 ? nil : city.grades[Int(grades[key])]
    }
}
