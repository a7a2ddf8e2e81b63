import Casework
import City
import Insight
import Simulation

/// Made-up contacts of the built-in city as the findings see them, with what was hidden among them.
struct SimulatedMessages {
    let areas: [Area]
    var messages: [Message] = []
    let truth: SimulationTruth

    init(_ cases: Int, from: String, days: Int, seed: Int, clusters: Int? = nil) throws {
        let city = try CityLoader.load(.builtIn).numbered()
        areas = city.areas.map(\.value)
        guard let first = CivilDay(from) else { throw SimulationError.bareCity }
        let last = first.advanced(by: days - 1)
        let now = city.settings.clock.start(of: last.advanced(by: 365))
        var plan = SimulationPlan(cases: cases, from: first, to: last, seed: seed, now: now)
        if clusters != nil { (plan.clusters, plan.issues, plan.bursts) = (clusters, 0, 0) }
        var simulator = try Simulator(plan, city: city)
        let roots = Dictionary(city.categories.map { ($0.value.id, $0.value.rootCode) }) { first, _ in first }
        let codes = Dictionary(city.categories.map { ($0.value.code, $0.value.id) }) { first, _ in first }
        var callers: [Caller: Int64] = [:]
        while let next = simulator.next() {
            guard !next.isInvalid else { continue }
            for (contact, caller) in zip(next.contacts, next.callers) {
                let day = city.settings.clock.day(of: contact.receivedAt)
                guard (first...last).contains(day) else { continue }
                let id = caller.isUnknown ? nil : callers[caller, default: Int64(callers.count + 1)]
                if let id { callers[caller] = id }
                messages.append(
                    Message(
                        contact: contact.number, receivedAt: contact.receivedAt, day: day, caller: id,
                        topic: contact.category.flatMap { roots[$0] }.flatMap { codes[$0] },
                        spot: contact.place.spot, address: contact.place.address, title: contact.title,
                        content: contact.content, likes: contact.likes ?? 0))
            }
        }
        truth = simulator.truth
    }
}
