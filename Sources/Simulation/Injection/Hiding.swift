import Casework

/// Decides what is hidden where, before the first case is made up.
struct Hiding {
    private let plan: SimulationPlan
    private let city: SimulatedCity
    /// How many ordinary cases each day is to have, about.
    private let means: [Double]
    private var random: Random
    private var used: Set<Int> = []
    /// How many cases are hidden so far.
    private var count = 0
    private(set) var injections: [Injection] = []

    init(_ plan: SimulationPlan, city: SimulatedCity, means: [Double]) throws(SimulationError) {
        self.plan = plan
        self.city = city
        self.means = means
        random = Random(seed: UInt64(bitPattern: Int64(plan.seed)), stream: 2)
        let usual = defaults
        try hide(plan.issues, usual: usual.issues) { $0.issue() }
        try hide(plan.clusters, usual: usual.clusters) { $0.cluster() }
        try hide(plan.bursts, usual: usual.bursts) { $0.burst() }
    }

    /// Hides as many of a sort as are asked for, or as are usual and find a place.
    private mutating func hide(
        _ asked: Int?, usual: Int, _ next: (inout Hiding) -> Injection?
    ) throws(SimulationError) {
        for hidden in 0..<(asked ?? usual) {
            guard let injection = next(&self) else {
                if let asked { throw .noPlaceLeft(hidden: hidden, asked: asked) }
                return
            }
            injections.append(injection)
            count += injection.days.count
            guard count <= plan.cases / 2 else {
                throw .tooMuchHidden(needed: count, most: plan.cases / 2)
            }
        }
    }

    /// An issue a month, a concentration a week, a burst a month, where there are cases enough to hide them in.
    private var defaults: (issues: Int, clusters: Int, bursts: Int) {
        let mean = Double(plan.cases) / Double(plan.days)
        guard !plan.isStationary, plan.cases >= 300, mean >= 5 else { return (0, 0, 0) }
        let months = max(1, plan.days / 30)
        return (
            plan.days >= 14 ? months : 0, mean >= 60 ? max(1, plan.days / 7) : 0,
            mean >= 200 ? months : 0
        )
    }

    /// One place and one problem, many callers over two to six weeks.
    private mutating func issue() -> Injection? {
        let span = min(plan.days, random.within(14...42))
        let first = plan.from.number + random.below(plan.days - span + 1)
        guard let (leaf, spot) = place(on: CivilDay(number: first)) else { return nil }
        let callers = min(random.within(20...60), max(8, plan.cases / 50))
        let days = (0..<callers).map { _ in first + random.below(span) }
        return Injection(.issue, leaf: leaf, spot: spot, days: days.sorted().map(CivilDay.init), in: city)
    }

    /// On one day so many callers from one place that they are well over 12% of their topic, also where the topic
    /// has a busy day.
    private mutating func cluster() -> Injection? {
        let day = plan.from.advanced(by: random.below(plan.days))
        guard let (leaf, spot) = place(on: day) else { return nil }
        let expected = expected(city.matters.leaves[leaf].root, on: day)
        let callers = max(random.within(6...9), Int(0.18 * (expected + 4 * expected.squareRoot())) + 1)
        return Injection(
            .cluster, leaf: leaf, spot: spot, days: Array(repeating: day, count: callers), in: city)
    }

    /// A topic has twice as many cases as usual on one day.
    private mutating func burst() -> Injection {
        let day = plan.from.advanced(by: random.below(plan.days))
        let leaf = city.matters.mix(on: day, isStationary: plan.isStationary).pick(&random)
        let expected = Int(expected(city.matters.leaves[leaf].root, on: day).rounded())
        return Injection(
            .burst, leaf: leaf, spot: nil, days: Array(repeating: day, count: max(6, expected)),
            expected: expected, in: city)
    }

    /// A category that can be wrong at a place and of which people speak in words of its own, where the city has such,
    /// and a place that nothing else hidden has.
    private mutating func place(on day: CivilDay) -> (leaf: Int, spot: Int)? {
        let matters = city.matters
        let aloof: Set<Theme> = [.office, .welfare, .health, .labour]
        let isSpoken = matters.leaves.contains(where: \.isSpoken)
        let usual = matters.mix(on: day, isStationary: plan.isStationary)
        let mix = Weights(
            matters.leaves.enumerated().map { index, leaf in
                let fits = leaf.isSpoken == isSpoken && !aloof.contains(matters.roots[leaf.root].theme)
                return fits ? usual.share(index) : 0
            })
        guard !mix.isEmpty else { return nil }
        for _ in 0..<200 {
            let leaf = mix.pick(&random)
            let sorts = matters.roots[matters.leaves[leaf].root].sorts
            guard let spot = city.gazetteer.middling(sorts, &random) else { return nil }
            if used.insert(spot).inserted { return (leaf, spot) }
        }
        return nil
    }

    /// How many ordinary cases of a topic a day is to have, about.
    private func expected(_ root: Int, on day: CivilDay) -> Double {
        let mix = city.matters.mix(on: day, isStationary: plan.isStationary)
        let share = city.matters.leaves.indices.reduce(0.0) {
            $0 + (city.matters.leaves[$1].root == root ? mix.share($1) : 0)
        }
        return means[day.number - plan.from.number] * share
    }
}
