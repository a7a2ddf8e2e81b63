import Casework

/// The made-up spots of a city, some far better known than others. They hang on the city's areas alone, so that all
/// simulations of a city speak of the same spots.
struct Gazetteer {
    private(set) var spots: [Spot] = []
    /// The spots of each district and sort, the best known first.
    private let table: [[[Int]]]
    private let ranks: [[Weights]]
    private let districts: Weights

    init(areas: [Area]) {
        let places = Dictionary(areas.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let roots = areas.indices.filter { areas[$0].level == .district }
        var below: [Int: [Int]] = [:]
        for (index, area) in areas.enumerated() where area.level != .district {
            if let root = area.codes.first.flatMap({ places[$0] }) { below[root, default: []].append(index) }
        }
        var random = Random(seed: 12_345, stream: 9)
        var spots: [Spot] = []
        var table: [[[Int]]] = []
        for (turn, district) in roots.enumerated() {
            let within = below[district] ?? [district]
            table.append(
                SpotSort.allCases.map { sort in
                    let most = sort.most
                    let room = Stems.all.count * sort.endings.count / max(1, roots.count)
                    return (0..<max(1, min(most, room))).map { count in
                        spots.append(
                            Self.spot(
                                sort, serial: count * roots.count + turn, district: district,
                                area: random.pick(within)))
                        return spots.count - 1
                    }
                })
        }
        self.spots = spots
        self.table = table
        ranks = table.map { $0.map { Weights(zipf: $0.count) } }
        // Where nobody said how many people live, the number of communities tells.
        districts = Weights(
            roots.map { Double(areas[$0].population ?? 4000 * (1 + (below[$0]?.count ?? 0))) })
    }

    private static func spot(_ sort: SpotSort, serial: Int, district: Int, area: Int) -> Spot {
        let stems = Stems.all
        // The sorts begin at different stems, so that a district's best known spots are not all called alike.
        let offset = serial + sort.rawValue * 13
        let head = stems[offset % stems.count]
        let ending = sort.endings[serial / stems.count % sort.endings.count]
        guard sort == .crossing else {
            let ending = sort.endings[(serial / stems.count + serial) % sort.endings.count]
            return Spot(
                sort: sort, head: head, tail: ending, name: head + ending, district: district, area: area)
        }
        let second = stems[(offset * 7 + 31) % stems.count]
        return Spot(
            sort: sort, head: head + "路", tail: second + (ending == "路" ? "街" : ending),
            name: "\(head)路\(second)\(ending == "路" ? "街" : ending)路口", district: district, area: area)
    }

    /// A spot of one of these sorts; nil where the city has no areas.
    func spot(_ sorts: Weights, _ random: inout Random) -> Int? {
        guard !table.isEmpty else { return nil }
        let district = districts.pick(&random)
        let sort = sorts.pick(&random)
        return table[district][sort][ranks[district][sort].pick(&random)]
    }

    /// A spot that is neither the best known nor among the least known, for something that is to stand out.
    func middling(_ sorts: Weights, _ random: inout Random) -> Int? {
        guard !table.isEmpty else { return nil }
        let list = table[districts.pick(&random)][sorts.pick(&random)]
        guard list.count > 6 else { return random.pick(list) }
        return list[random.within(3...min(list.count - 1, 30))]
    }
}
