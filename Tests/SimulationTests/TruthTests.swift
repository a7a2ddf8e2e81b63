import Casework
import Simulation
import Testing

/// What the truth says is hidden in the cases.
struct TruthTests {
    private struct Sample {
        let cases: [CaseNumber: SimulatedCase]
        let truth: SimulationTruth
        let roots: [Casework.Category.ID: String]
        let clock = CityClock(offset: 28_800)

        init(_ plan: SimulationPlan) throws {
            let made = try Towns.simulate(plan)
            truth = made.truth
            cases = Dictionary(uniqueKeysWithValues: made.cases.map { ($0.number, $0) })
            roots = Dictionary(
                uniqueKeysWithValues: try Towns.xining().categories.map { ($0.value.id, $0.value.rootName) })
        }

        func contacts(_ hidden: SimulationTruth.Hidden) throws -> [Contact] {
            try hidden.numbers.map { try #require(cases[$0]).contacts[0] }
        }

        func phones(_ hidden: SimulationTruth.Hidden) throws -> Set<String> {
            Set(try hidden.numbers.map { try #require(cases[$0]).callers[0].phone })
        }

        func topicCases(_ hidden: SimulationTruth.Hidden) -> Int {
            cases.values.count {
                let contact = $0.contacts[0]
                return contact.category.flatMap { roots[$0] } == hidden.topic
                    && clock.day(of: contact.receivedAt) == hidden.first
            }
        }
    }

    @Test(arguments: [1, 2]) func `a concentration is one place on one day, written in many ways`(
        seed: Int
    )
        throws
    {
        var plan = try Towns.plan(6000, from: "2024-03-01", to: "2024-03-30", seed: seed)
        plan.clusters = 6
        let sample = try Sample(plan)
        #expect(sample.truth.clusters.count == 6)
        #expect(Set(sample.truth.clusters.map(\.place)).count == 6)
        for hidden in sample.truth.clusters {
            let contacts = try sample.contacts(hidden)
            #expect(contacts.count >= 6)
            #expect(hidden.callers == contacts.count)
            #expect(try sample.phones(hidden).count == contacts.count)
            #expect(hidden.ways.count >= 5, "\(hidden.ways)")
            #expect(hidden.first == hidden.last)
            #expect(hidden.topicCases == sample.topicCases(hidden))
            #expect(Double(contacts.count) >= 0.12 * Double(hidden.topicCases ?? 0))
            #expect(contacts.map(\.externalID) == hidden.externalIDs.map { $0 })
            for contact in contacts {
                #expect(hidden.ways.contains { contact.content.contains($0) }, "\(contact.content)")
                #expect(contact.category.flatMap { sample.roots[$0] } == hidden.topic)
                #expect(sample.clock.day(of: contact.receivedAt) == hidden.first)
            }
        }
    }

    @Test func `an issue is one place and one problem over weeks, from many callers in varied words`() throws
    {
        var plan = try Towns.plan(6000, from: "2024-01-01", to: "2024-04-30", seed: 2)
        plan.issues = 4
        let sample = try Sample(plan)
        #expect(sample.truth.issues.count == 4)
        for hidden in sample.truth.issues {
            let contacts = try sample.contacts(hidden)
            #expect((20...60).contains(contacts.count))
            #expect(try sample.phones(hidden).count == contacts.count)
            #expect(Set(contacts.map(\.category)).count == 1)
            #expect(Set(contacts.map(\.content)).count == contacts.count)
            let (first, last) = (try #require(hidden.first), try #require(hidden.last))
            #expect((7...42).contains(last.number - first.number))
            #expect(contacts.allSatisfy { contact in hidden.ways.contains { contact.content.contains($0) } })
        }
    }

    @Test func `a burst doubles its topic`() throws {
        var plan = try Towns.plan(6000, from: "2024-03-01", to: "2024-03-30", seed: 3)
        (plan.bursts, plan.clusters, plan.issues) = (5, 0, 0)
        let sample = try Sample(plan)
        #expect(sample.truth.bursts.count == 5)
        for hidden in sample.truth.bursts {
            let expected = Double(try #require(hidden.expected))
            let found = Double(sample.topicCases(hidden))
            #expect(Int(found) == hidden.topicCases)
            #expect(found > expected * 2 - 4 * expected.squareRoot() - 3, "\(found) of \(expected)")
            #expect(hidden.place.isEmpty)
        }
    }

    @Test func `as much is hidden as fits the size, and nothing where nothing is wanted`() throws {
        func hidden(_ plan: SimulationPlan) throws -> [Int] {
            let truth = try Simulator(plan, city: Towns.xining()).truth
            return [truth.issues.count, truth.clusters.count, truth.bursts.count]
        }
        let month = try Towns.plan(9000, from: "2024-03-01", to: "2024-03-31")
        #expect(try hidden(month) == [1, 4, 1])
        var none = month
        (none.issues, none.clusters, none.bursts) = (0, 0, 0)
        var even = month
        even.isStationary = true
        for plan in [none, even, try Towns.plan(50)] { #expect(try hidden(plan) == [0, 0, 0]) }
        even.clusters = 3
        #expect(try hidden(even) == [0, 3, 0])
    }
}
