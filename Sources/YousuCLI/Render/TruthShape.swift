import Casework
import Reports
import Simulation

extension JSONShapes {
    /// What was hidden in made-up cases.
    static func truth(_ truth: SimulationTruth) -> JSON {
        let plan = truth.plan
        return .object([
            "schema": schema, "source": .string(SimulationPlan.source), "seed": .int(plan.seed),
            "cases": .int(plan.cases), "from": .string(plan.from.description),
            "to": .string(plan.to.description), "stationary": .bool(plan.isStationary),
            "issues": .array(truth.issues.map(hidden)), "clusters": .array(truth.clusters.map(hidden)),
            "bursts": .array(truth.bursts.map(hidden)),
        ])
    }

    private static func hidden(_ hidden: SimulationTruth.Hidden) -> JSON {
        var values: [String: JSON] = [
            "category": .string(hidden.category), "topic": .string(hidden.topic),
            "first": .optional(hidden.first?.description), "last": .optional(hidden.last?.description),
            "cases": .int(hidden.numbers.count),
            "numbers": .array(hidden.numbers.map { .string($0.description) }),
            "externalIds": .array(hidden.externalIDs.map { .string($0) }),
        ]
        values["topicCases"] = hidden.topicCases.map { .int($0) }
        values["expected"] = hidden.expected.map { .int($0) }
        guard !hidden.place.isEmpty else { return .object(values) }
        values["place"] = .string(hidden.place)
        values["district"] = .string(hidden.district)
        values["ways"] = .array(hidden.ways.map { .string($0) })
        values["problem"] = .string(hidden.problem)
        values["callers"] = .int(hidden.callers)
        return .object(values)
    }
}
