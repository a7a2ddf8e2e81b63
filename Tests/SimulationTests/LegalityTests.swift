import Casework
import Simulation
import Testing

/// Every made-up history could have been made by people, step by step.
struct LegalityTests {
    @Test func `the workflow takes every step as it was recorded`() throws {
        var seen: Set<Action> = []
        for seed in 1...4 {
            let plan = try Towns.plan(1200, from: "2024-01-01", to: "2024-06-30", seed: seed)
            seen.formUnion(try replay(plan, in: Towns.xining()))
        }
        let expected: Set<Action> = [
            .contact, .direct, .dispatch, .relay, .refuse, .sign, .pass, .sendBack, .review, .extend, .reply,
            .suspend, .strike, .rework, .callback, .attempt, .urge, .withdraw, .supervise, .close,
        ]
        #expect(expected.isSubset(of: seen), "\(expected.subtracting(seen))")
    }

    @Test func `also in a city with other rules, on a clock of its own`() throws {
        var plan = try Towns.plan(1500, from: "2024-01-01", to: "2024-12-31")
        #expect(try replay(plan, in: Towns.yunzhou()).contains(.callback))
        plan.isStationary = true
        _ = try replay(plan, in: Towns.yunzhou())
    }

    private func replay(_ plan: SimulationPlan, in city: CityConfiguration) throws -> Set<Action> {
        var simulator = try Simulator(plan, city: city)
        let clocks = CaseClocks(
            grades: Dictionary(uniqueKeysWithValues: city.grades.map { ($0.id, $0) }),
            clock: city.settings.clock, calendar: city.calendar)
        var seen: Set<Action> = []
        var wrong = 0
        while let made = simulator.next(), wrong < 5 {
            var events: [Event] = []
            for (index, event) in made.events.enumerated() {
                seen.insert(event.action)
                var event = event
                event.id = Int64(index + 1)
                let file = CaseFile(number: made.number, contacts: made.contacts, events: events)
                if index > 0, let complaint = complaint(event, on: file, city, clocks) {
                    wrong += 1
                    Issue.record("seed \(plan.seed), \(made.number), step \(index): \(complaint)")
                    break
                }
                events.append(event)
            }
            let file = CaseFile(number: made.number, contacts: made.contacts, events: made.events)
            #expect(file.state.stage == made.stage)
        }
        return seen
    }

    /// What the workflow makes of what was asked for is what was recorded.
    private func complaint(
        _ event: Event, on file: CaseFile, _ city: CityConfiguration, _ clocks: CaseClocks
    ) -> String? {
        let context = WorkflowContext(
            policy: city.settings.policy, clock: city.settings.clock,
            due: clocks.finishing(file.state)?.deadline.instant)
        do throws(WorkflowError) {
            var decided = try Workflow.decide(
                asked(event, on: file), on: file, by: Authority(roles: Set(Role.allCases)), in: context)
            // The desk adds the grade to the first dispatch.
            if file.state.grade == nil { decided.grade = event.grade }
            return decided == event ? nil : "\(event)\ndecided as\n\(decided)"
        } catch {
            return "\(event.action) in \(file.state.stage): \(error)"
        }
    }

    /// The event without what the workflow itself adds.
    private func asked(_ event: Event, on file: CaseFile) -> Event {
        var asked = event
        asked.toStage = nil
        asked.ending = nil
        asked.pauses = false
        asked.disposition =
            event.action == .contact && event.disposition == .undisposed ? .undisposed : nil
        asked.grade = nil
        switch event.action {
        case .callback, .suspend, .strike: asked.unit = nil
        case .rework where file.state.unit != nil: (asked.unit, asked.coUnits) = (nil, [])
        case .pass: asked.coUnits = []
        case .extend where event.verdict == true: asked.allowance = nil
        default: break
        }
        return asked
    }
}
