import CaseStore
import Casework
import Sealing
import Simulation

extension Desk {
    /// Makes up cases and records them in a store that holds none but made-up ones.
    ///
    /// They are stored in portions of a second: in such a store nobody waits, and a page that is touched again and again
    /// is written once.
    ///
    /// - Parameters:
    ///   - isRehearsal: say what would be made up, and record nothing.
    ///   - progress: told how many cases of how many are done.
    public func simulate(
        _ request: SimulationRequest, isRehearsal: Bool = false,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> SimulationResult {
        var simulator = try simulator(request)
        try store.read { try checkUnused($0, plan: simulator.plan) }
        var result = SimulationResult(simulator.truth)
        let key = try? store.keys?.keyring().current
        var next = Portion.ahead(of: simulator, key: key)
        /// Takes the next cases, while those after them are made up. False at the end.
        func take(_ record: (PreparedCase) throws -> Void) throws -> Bool {
            guard let portion = next.take(), !portion.cases.isEmpty else { return false }
            simulator = portion.simulator
            next = Portion.ahead(of: simulator, key: key)
            for prepared in portion.cases {
                try record(prepared)
                result.count(prepared.made)
            }
            return true
        }
        if isRehearsal {
            while try take({ _ in }) { progress(result.cases, simulator.plan.cases) }
        } else {
            var isMore = true
            while isMore {
                let began = ContinuousClock.now
                try store.write(.bulk) { writer in
                    repeat {
                        isMore = try take { try record($0, writer: writer) }
                    } while isMore && ContinuousClock.now - began < .seconds(1)
                }
                progress(result.cases, simulator.plan.cases)
            }
            try store.finishBulk()
        }
        result.truth = simulator.truth
        return result
    }

    /// Makes up cases and writes them as rows of the exchange format, headings first, as another system would hand
    /// them over. Without a `row` it is only said what they would be.
    public func simulateTable(
        _ request: SimulationRequest, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        row: (([String]) throws -> Void)?
    ) throws -> SimulationResult {
        var simulator = try simulator(request)
        let sheet = SimulatedSheet(try store.read { try $0.cityInForce() })
        try row?(SimulatedSheet.columns.map(\.rawValue))
        var result = SimulationResult(simulator.truth)
        while let made = simulator.next() {
            if let row { for cells in sheet.rows(of: made) { try row(cells) } }
            result.count(made)
            if result.cases % 1000 == 0 { progress(result.cases, simulator.plan.cases) }
        }
        result.truth = simulator.truth
        return result
    }

    private func simulator(_ request: SimulationRequest) throws -> Simulator {
        let city = try store.read { reader in
            try require([.administrator], for: "模拟", reader)
            return try reader.cityInForce()
        }
        return try Simulator(try request.plan(self, clock: city.settings.clock), city: city)
    }

    /// Made-up cases must never get among real ones.
    private func checkUnused(_ reader: StoreReader, plan: SimulationPlan) throws {
        if try reader.hasContacts(besidesSource: SimulationPlan.source) { throw DeskError.realCases }
        if try reader.hasCases(from: plan.from, to: plan.to) {
            throw DeskError.daysUsed(from: plan.from, to: plan.to)
        }
        let first = SimulationPlan.externalID(seed: plan.seed, 1)
        if try reader.contact(source: SimulationPlan.source, externalID: first) != nil {
            throw DeskError.seedUsed(plan.seed)
        }
    }

    /// Records a made-up case whole.
    private func record(_ prepared: PreparedCase, writer: StoreWriter) throws {
        let number = prepared.made.number
        guard try writer.openCase(on: number.day, wanted: number) == number else {
            // Somebody recorded a case of one of these days meanwhile.
            throw DeskError.realCases
        }
        try writer.record(prepared.entries, onNew: number)
    }
}

/// A made-up case as it will be recorded.
private struct PreparedCase: Sendable {
    let made: SimulatedCase
    let entries: [PreparedEntry]

    init(_ made: SimulatedCase, key: Keyring.Key?) {
        self.made = made
        let entries = made.events.map { event in
            guard event.action == .contact, let sequence = event.sequence else { return HistoryEntry(event) }
            return .registration(event, made.contacts[sequence - 1], of: made.callers[sequence - 1])
        }
        self.entries = PreparedEntry.prepare(entries, with: key)
    }
}

/// The next cases of a simulation; none at its end.
private struct Portion: Sendable {
    private(set) var simulator: Simulator
    private(set) var cases: [PreparedCase] = []

    private static let size = 500

    private init(after simulator: Simulator, key: Keyring.Key?) {
        self.simulator = simulator
        while cases.count < Self.size, let made = self.simulator.next() {
            cases.append(PreparedCase(made, key: key))
        }
    }

    /// Makes up the next cases while those before are recorded.
    static func ahead(of simulator: Simulator, key: Keyring.Key?) -> Ahead<Portion> {
        Ahead { Portion(after: simulator, key: key) }
    }
}
