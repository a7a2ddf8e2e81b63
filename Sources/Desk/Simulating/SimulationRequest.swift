import CaseStore
import Casework
import Simulation

/// What is to be made up, as people type it.
public struct SimulationRequest: Sendable {
    /// How many cases.
    public var cases: String?
    /// The first and the last day.
    public var from: String?, to: String?
    /// What the numbers by chance begin with.
    public var seed: String?
    /// How many hot issues, concentrations and bursts are hidden.
    public var issues: String?, clusters: String?, bursts: String?
    /// Every day is like the other.
    public var isStationary = false

    /// A request in which nothing is said yet.
    public init() {}

    /// The plan that is meant.
    func plan(_ desk: Desk, clock: CityClock) throws -> SimulationPlan {
        let now = desk.now()
        let cases = try Self.count(try Self.given(cases, "cases"), "cases", least: 1)
        let (first, last) = (try Self.given(from, "from"), try Self.given(to, "to"))
        let (from, to) = (try desk.day(first, clock: clock), try desk.day(last, clock: clock))
        guard from <= to else { throw DeskError.emptyRange(from: first, to: last) }
        guard to <= clock.day(of: now) else { throw DeskError.future(last) }
        try desk.checkLength(to.number - from.number + 1)
        var plan = SimulationPlan(
            cases: cases, from: from, to: to, seed: try Self.count(seed ?? "1", "seed", least: 0), now: now)
        plan.issues = try issues.map { try Self.count($0, "issues", least: 0) }
        plan.clusters = try clusters.map { try Self.count($0, "clusters", least: 0) }
        plan.bursts = try bursts.map { try Self.count($0, "bursts", least: 0) }
        plan.isStationary = isStationary
        return plan
    }

    private static func given(_ text: String?, _ option: String) throws -> String {
        guard let text else { throw DeskError.missing("--\(option)") }
        return text
    }

    private static func count(_ text: String, _ field: String, least: Int) throws -> Int {
        guard let number = Int(text), number >= least, number <= 1_000_000_000_000 else {
            throw DeskError.badCount(field: "--\(field)", value: text, least: least)
        }
        return number
    }
}

/// What was made up.
public struct SimulationResult: Sendable {
    /// Cases, calls without a request among them.
    public private(set) var cases = 0
    /// Calls without a request.
    public private(set) var invalid = 0
    /// Registered requests.
    public private(set) var contacts = 0
    /// Requests by how they were dealt with.
    public private(set) var direct = 0, transferred = 0, undisposed = 0
    /// Connected callbacks.
    public private(set) var callbacks = 0
    /// Cases that are still with somebody at the end.
    public private(set) var open = 0
    /// What was hidden among them.
    public internal(set) var truth: SimulationTruth

    init(_ truth: SimulationTruth) {
        self.truth = truth
    }

    mutating func count(_ made: SimulatedCase) {
        cases += 1
        guard !made.isInvalid else {
            invalid += 1
            return
        }
        contacts += made.contacts.count
        for disposition in made.dispositions {
            switch disposition {
            case .direct: direct += 1
            case .transferred: transferred += 1
            case .undisposed: undisposed += 1
            }
        }
        for event in made.events where event.action == .callback { callbacks += 1 }
        if made.stage != .closed, made.stage != .answered { open += 1 }
    }
}
