/// Matters about which somebody rang lately: others may ring about them too. So many are remembered.
struct Repeats {
    private var matters: [Matter] = []
    private static let remembered = 256

    mutating func keep(_ matter: Matter, _ random: inout Random) {
        if matters.count < Self.remembered {
            matters.append(matter)
        } else {
            matters[random.below(Self.remembered)] = matter
        }
    }

    func one(_ random: inout Random) -> Matter? {
        matters.isEmpty ? nil : random.pick(matters)
    }
}
