import Casework

/// How many cases come on each day: exactly as many as were asked for in all.
struct DayPlan {
    /// Ordinary cases, by day.
    private(set) var counts: [Int]
    /// What is hidden.
    let injections: [Injection]
    /// For each day what of it comes then, as places in ``injections``.
    private(set) var hidden: [[Int]]

    init(_ plan: SimulationPlan, city: SimulatedCity, almanac: Almanac, random: inout Random)
        throws(SimulationError)
    {
        let horizon = plan.horizon(city.clock)
        var weights = (0..<plan.days).map { almanac.busyness(plan.from.advanced(by: $0), &random) }
        // Of a day that is not over yet only a part has come.
        let last = city.clock.secondOfDay(horizon)
        weights[plan.days - 1] *= Moments(limit: Int(last)).share
        let total = weights.reduce(0, +)
        let means = weights.map { Double(plan.cases) * $0 / total }
        // What is hidden grows with the cases: too many are told before.
        for (day, mean) in means.enumerated() where mean > Double(Self.most) {
            throw .tooManyOnADay(plan.from.advanced(by: day), count: Int(mean), most: Self.most)
        }
        injections = try Hiding(plan, city: city, means: means).injections
        hidden = Array(repeating: [], count: plan.days)
        var left = plan.cases
        for (index, injection) in injections.enumerated() {
            for day in injection.days { hidden[day.number - plan.from.number].append(index) }
            left -= injection.days.count
        }
        counts = []
        var rest = total
        for weight in weights {
            let count = random.binomial(left, rest > 0 ? min(1, weight / rest) : 1)
            counts.append(count)
            left -= count
            rest -= weight
        }
        // What rounding left over belongs to the last day.
        counts[counts.count - 1] += left
        for day in counts.indices where counts[day] + hidden[day].count > Self.most {
            throw .tooManyOnADay(
                plan.from.advanced(by: day), count: counts[day] + hidden[day].count, most: Self.most)
        }
    }

    /// So many numbers a day has.
    static let most = 999_999
}
