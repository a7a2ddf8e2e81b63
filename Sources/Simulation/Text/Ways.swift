/// The ways in which people write one place.
enum Ways {
    static let count = 8
    private static let gates = ["东门", "西门", "南门", "北门", "门口", "大门外", "对面"]

    /// A place in one of the ways; 0 is the name as operators write it.
    static func written(_ way: Int, _ spot: Spot, district: String, street: String, _ random: inout Random)
        -> String
    {
        if spot.sort == .crossing { return crossing(way, spot, district) }
        switch way {
        case 1: return spot.name + detail(of: spot, &random)
        case 2: return "「" + spot.name + "」"
        case 3: return district + spot.name
        case 4: return spot.head + " " + spot.tail
        case 5: return street + spot.name
        case 6: return spot.name + "附近"
        case 7: return "“" + spot.name + "”"
        default: return spot.name
        }
    }

    private static func crossing(_ way: Int, _ spot: Spot, _ district: String) -> String {
        switch way {
        case 1: spot.head + "与" + spot.tail + "交叉口"
        case 2: "「" + spot.name + "」"
        case 3: district + spot.name
        case 4: spot.head + " " + spot.tail + "路口"
        case 5: spot.head + "和" + spot.tail + "十字"
        case 6: spot.name + "附近"
        case 7: spot.head + "、" + spot.tail + "路口"
        default: spot.name
        }
    }

    /// Where exactly: a building, or a gate.
    static func detail(of spot: Spot, _ random: inout Random) -> String {
        guard spot.sort == .estate else { return random.pick(gates) }
        return "\(1 + random.below(28))号楼\(1 + random.below(6))单元"
    }
}
