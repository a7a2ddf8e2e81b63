import Casework
import Glibc

/// A topic's contacts by place or by problem, each person once.
struct Gathering {
    private struct Group {
        var callers: Set<Int64> = []
        var strangers = 0
        var contacts: [Int64] = []
        var labels: [String: Int] = [:]

        var people: Int { callers.count + strangers }

        mutating func add(_ sighting: Sighting, _ label: String) {
            if let caller = sighting.caller { callers.insert(caller) } else { strangers += 1 }
            contacts.append(sighting.contact)
            labels[label, default: 0] += 1
        }
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
            groups[mark.key, default: Group()].add(sighting, mark.label)
        }
        people = callers.count + strangers
    }

    /// How many people the greatest group has.
    var most: Int {
        groups.values.map(\.people).max() ?? 0
    }

    /// So many people a group must have at least, whatever is usual.
    func least(_ policy: ConcentrationPolicy) -> Double {
        max(Double(policy.leastCallers), policy.leastShare * Double(people))
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
        let least = strictness * least(policy)
        let ranked = groups.sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }
        let sizes = ranked.map(\.value.people)
        return ranked.enumerated().compactMap { place, entry -> Concentration? in
            let (key, group) = entry
            let count = group.people
            guard Double(count) >= least else { return nil }
            let usual = Self.usual(sizes, apartFrom: place, least: least)
            let prior = policy.caution * min(1, usual / Double(max(placed, 1)))
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

    /// How many people a place may have by what the others of the day have: a quarter more than the greatest of those
    /// that are too small to stand out themselves, for there may be several concentrations on a day.
    ///
    /// - Parameters:
    ///   - sizes: how many people each place has, falling.
    ///   - least: from so many people on a place may stand out.
    private static func usual(_ sizes: [Int], apartFrom place: Int, least: Double) -> Double {
        let others = sizes.indices.filter { $0 != place && Double(sizes[$0]) < least }.map { sizes[$0] }
        return 1.25 * Double(max(others.max() ?? 1, 1))
    }
}
