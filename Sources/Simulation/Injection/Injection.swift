import Casework

/// Something that is to be hidden among ordinary cases.
struct Injection {
    enum Sort {
        case issue, cluster, burst
    }

    let sort: Sort
    /// The category; of a burst any of its topic.
    let leaf: Int
    let root: Int
    /// The place; nil for a burst.
    let spot: Int?
    /// The days on which somebody rings, one entry for each caller.
    let days: [CivilDay]
    var hidden: SimulationTruth.Hidden
    /// How the place is written, begun anew where all ways were used.
    private var turn = 0

    init(
        _ sort: Sort, leaf: Int, spot: Int?, days: [CivilDay], expected: Int? = nil, in city: SimulatedCity
    ) {
        self.sort = sort
        self.leaf = leaf
        self.spot = spot
        self.days = days
        let entry = city.matters.leaves[leaf]
        root = entry.root
        hidden = SimulationTruth.Hidden()
        hidden.topic = city.matters.roots[root].name
        hidden.category = sort == .burst ? hidden.topic : entry.category.path
        hidden.problem = sort == .burst ? hidden.topic : entry.category.name
        hidden.expected = expected
        hidden.topicCases = sort == .issue ? nil : 0
        if let spot {
            let place = city.gazetteer.spots[spot]
            hidden.place = place.name
            hidden.district = city.places[place.district].names.first ?? ""
        }
    }

    /// The next way of writing the place, so that all ways come up.
    mutating func nextWay() -> Int {
        defer { turn += 1 }
        return turn % Ways.count
    }

    /// Keeps in mind one of its cases.
    mutating func add(_ number: CaseNumber, externalID: String, on day: CivilDay, way: String) {
        hidden.first = min(hidden.first ?? day, day)
        hidden.last = max(hidden.last ?? day, day)
        hidden.numbers.append(number)
        hidden.externalIDs.append(externalID)
        if sort != .burst { hidden.callers += 1 }
        if !way.isEmpty, !hidden.ways.contains(way) { hidden.ways.append(way) }
    }
}
