import Casework

/// Where a matter is: as the caller puts it, and as the agent writes it down.
extension Simulator {
    /// The smallest area that the agent found out.
    mutating func place(of matter: Matter, isHidden: Bool) -> Int? {
        guard let spot = matter.spot else { return nil }
        let line = city.places[city.gazetteer.spots[spot].area].line
        let mark = random.unit()
        if !isHidden, mark < 0.05 { return nil }
        return mark < 0.5 ? line.first : mark < 0.75 ? line.dropFirst().first ?? line.first : line.last
    }

    func name(of matter: Matter) -> String {
        matter.spot.map { city.gazetteer.spots[$0].name } ?? ""
    }

    /// How the caller puts the place; empty for the few who don't say.
    mutating func writing(_ matter: Matter, hidden: Int?) -> String {
        guard let index = matter.spot else { return "" }
        var turn: Int
        if let hidden, injections[hidden].sort != .burst {
            turn = injections[hidden].nextWay()
        } else {
            if random.chance(0.08) { return "" }
            turn = random.chance(0.4) ? 0 : random.below(Ways.count)
        }
        let spot = city.gazetteer.spots[index]
        let names = city.places[spot.area].names
        if names.count < 2, turn == 5 { turn = 3 }
        return Ways.written(
            turn, spot, district: names.first ?? "", street: names.count > 1 ? names[1] : "", &random)
    }

    /// What the agent writes into the fields of the place: mostly the name, some as the caller said it, some nothing.
    mutating func recorded(_ matter: Matter, _ place: Int?) -> Place {
        let area = place.map { city.places[$0].id }
        guard let index = matter.spot, !way.isEmpty else { return Place(area: area) }
        let spot = city.gazetteer.spots[index]
        let mark = random.unit()
        return Place(
            area: area, spot: mark < 0.6 ? spot.name : mark < 0.85 ? way : "",
            address: random.chance(0.15) ? Ways.detail(of: spot, &random) : "")
    }
}
