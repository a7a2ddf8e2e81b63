import Casework
import Glibc

/// A topic's contacts by place or by problem, each person once.
struct Gathering {
    private struct Group {
        var callers: Set<Int64> = []
        var strangers = 0
        var contacts: [ContactNumber] = []
        var labels: [String: Int] = [:]

        var people: Int { callers.count + strangers }
    }

    private var groups: [String: Group] = [:]
    /// How many people there are, those without a place or problem too.
    let people: Int

    init(_ sightings: [Sighting], _ mark: (Sighting) -> Sighting.Mark?) {
        var callers: Set<Int64> = []
        var strangers = 0
        for sighting in sightings {
            if let caller = sighting.caller { callers.insert(caller) } else { strangers += 1 }
            guard let mark = mark(sighting) else { continue }
            var group = groups[mark.key] ?? Group()
            if let caller = sighting.caller { group.callers.insert(caller) } else { group.strangers += 1 }
            group.contacts.append(sighting.contact)
            group.labels[mark.label, default: 0] += 1
            groups[mark.key] = group
        }
        people = callers.count + strangers
    }

    /// The groups that stand out, the one with most people first.
    ///
    /// - Parameter before: how many contacts of the weeks before each key had.
    func findings(
        _ kind: Casework.Category.Finding, _ before: [String: Int], _ policy: ConcentrationPolicy
    ) -> [Concentration] {
        let placed = groups.values.reduce(0) { $0 + $1.people }
        let total = Double(before.values.reduce(0, +))
        // How much of what is usual is known from the weeks before. The rest is a bound on the greatest of all places,
        // and needs no allowance for there being many, or for their being unsteady.
        let known = total / (total + policy.caution)
        // Only what at least two people share can stand out; of so many places one may by chance.
        let candidates = 1 + known * Double(groups.values.count { $0.people > 1 })
        // A person not recognised is one too few; with nothing to go by, six people and 12% it has to be.
        let strictness = 1 + (1 - known) * 0.2
        let ranked = groups.sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }
        let sizes = ranked.map(\.value.people)
        return ranked.enumerated().compactMap { place, entry -> Concentration? in
            let (key, group) = entry
            let count = group.people
            guard Double(count) >= strictness * Double(policy.leastCallers),
                Double(count) >= strictness * policy.leastShare * Double(people)
            else {
                return nil
            }
            let prior = policy.caution * Self.usual(sizes, apartFrom: place)
            let share = (Double(before[key] ?? 0) + prior) / (total + policy.caution)
            let expected = Double(placed) * share
            let chance = Chance.atLeast(
                count, mean: expected, variance: expected + known * policy.scatter * expected * expected)
            let corrected = min(1, chance * candidates)
            let limit = known * policy.mostChance + (1 - known) * policy.mostChanceAtFirst
            guard corrected <= limit, Double(count) >= max(1, known * policy.leastFactor) * expected else {
                return nil
            }
            let label = group.labels.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key
            return Concentration(
                kind: kind, label: label, callers: count, share: Share(count, of: people),
                contacts: group.contacts.sorted(), expected: expected, chance: corrected)
        }
        .sorted { ($1.callers, $0.label) < ($0.callers, $1.label) }
    }

    /// The greatest share that a place has, as far as the others of the day tell: two people taken at random come from
    /// the same place with a probability that is at least the square of it, and three at least its cube. The greatest of
    /// the others is left aside too, for there may be two concentrations on a day.
    ///
    /// - Parameter sizes: how many people each place has, falling.
    private static func usual(_ sizes: [Int], apartFrom place: Int) -> Double {
        let others = sizes.indices.filter { $0 != place && $0 != (place == 0 ? 1 : 0) }.map {
            Double(sizes[$0])
        }
        let people = others.reduce(0, +)
        guard people > 2 else { return 1 }
        // As if one pair and one three more had been seen.
        let pairs = others.reduce(2) { $0 + $1 * ($1 - 1) } / (people * (people - 1))
        let threes =
            others.reduce(6) { $0 + $1 * ($1 - 1) * ($1 - 2) } / (people * (people - 1) * (people - 2))
        return min(1, pairs.squareRoot(), cbrt(threes))
    }
}
