import CaseStore
import Casework

/// To which part of a report something belongs. Of the directory no more is read than that takes.
struct RateParts {
    /// By what the parts are told apart; nil for the whole alone.
    let grouping: RateGrouping?
    private var units: [Unit.ID: Unit] = [:]
    private var categories: [Category.ID: Category] = [:]
    private var areas: [Area.ID: Area] = [:]
    private var populations: [String: Int] = [:]

    init(by grouping: RateGrouping?, _ reader: StoreReader) throws {
        self.grouping = grouping
        switch grouping {
        case nil: break
        case .unit: units = try reader.allUnits()
        case .category: categories = try reader.allCategories()
        case .district, .street:
            areas = try reader.allAreas()
            populations = Dictionary(
                areas.values.sorted { $0.id < $1.id }.compactMap { area in
                    area.population.map { (area.code, $0) }
                }
            ) { _, last in last }
        }
    }

    /// The part; nil where there are no parts or it belongs to none.
    func key(unit: Unit.ID?, category: Category.ID?, area: Area.ID?) -> RateBook.Key? {
        switch grouping {
        case nil: nil
        case .unit: unit.flatMap { units[$0] }.map { RateBook.Key(code: $0.code, name: $0.name) }
        case .category:
            category.flatMap { categories[$0] }.map { RateBook.Key(code: $0.rootCode, name: $0.rootName) }
        case .district: place(area, depth: 0)
        case .street: place(area, depth: 1)
        }
    }

    private func place(_ area: Area.ID?, depth: Int) -> RateBook.Key? {
        guard let area = area.flatMap({ areas[$0] }), area.codes.count > depth else { return nil }
        let code = area.codes[depth]
        return RateBook.Key(
            code: code, name: area.names.prefix(depth + 1).joined(separator: "/"),
            population: populations[code])
    }
}
