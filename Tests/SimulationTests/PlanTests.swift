import Casework
import Simulation
import Testing

/// What was asked for is what comes, and the same again for the same seed.
struct PlanTests {
    @Test(arguments: [1, 2, 37, 1500]) func `exactly so many cases come, in the order of receipt`(count: Int)
        throws
    {
        let (cases, _) = try Towns.simulate(try Towns.plan(count))
        #expect(cases.count == count)
        let numbers = cases.map(\.number)
        #expect(Set(numbers).count == count)
        #expect(numbers == numbers.sorted())
        let moments = cases.map { $0.contacts[0].receivedAt }
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 })
        let clock = CityClock(offset: 28_800)
        for made in cases {
            #expect(
                CaseNumber.range(of: clock.day(of: made.contacts[0].receivedAt)).contains(made.number.value))
        }
    }

    @Test func `the same plan gives the same cases, another seed gives others`() throws {
        let one = try Towns.simulate(try Towns.plan(800, seed: 5))
        let again = try Towns.simulate(try Towns.plan(800, seed: 5))
        #expect(one.cases == again.cases)
        #expect(one.truth == again.truth)
        let other = try Towns.simulate(try Towns.plan(800, seed: 6))
        #expect(one.cases.map(\.contacts.first?.content) != other.cases.map(\.contacts.first?.content))
    }

    @Test func `whatever the seed, a city has the same spots`() throws {
        func spots(_ seed: Int) throws -> Set<String> {
            Set(try Towns.simulate(try Towns.plan(3000, seed: seed)).cases.map { $0.contacts[0].place.spot })
        }
        let (one, other) = (try spots(1), try spots(2))
        #expect(one.intersection(other).count > one.count / 3)
    }

    @Test func `every contact says that it is made up, under a number of its own`() throws {
        let contacts = try Towns.simulate(try Towns.plan(1200, seed: 3)).cases.flatMap(\.contacts)
        #expect(contacts.count > 1200)
        #expect(contacts.allSatisfy { $0.source == "模拟" })
        #expect(contacts.map(\.externalID) == (1...contacts.count).map { "SIM-3-\($0)" })
    }

    @Test func `nothing happens after the last day, nor in the future`() throws {
        let clock = CityClock(offset: 28_800)
        let whole = try Towns.plan(1500, from: "2024-03-01", to: "2024-03-20")
        var cut = whole
        cut.now = clock.instant(cut.to, second: 36_000)
        for plan in [whole, cut] {
            let end = min(plan.now, clock.start(of: plan.to.advanced(by: 1)).advanced(bySeconds: -1))
            let (cases, _) = try Towns.simulate(plan)
            #expect(cases.count == 1500)
            #expect(cases.allSatisfy { $0.contacts[0].receivedAt >= clock.start(of: plan.from) })
            #expect(cases.flatMap(\.events).allSatisfy { $0.at <= end && $0.recordedAt == $0.at })
            let waiting = cases.filter { $0.stage != .closed && $0.stage != .answered && !$0.isInvalid }
            #expect((100...700).contains(waiting.count), "\(waiting.count) wait")
        }
    }

    @Test func `texts have 20 to 150 characters`() throws {
        for city in [try Towns.xining(), try Towns.yunzhou()] {
            var simulator = try Simulator(try Towns.plan(4000), city: city)
            var texts: Set<String> = []
            while let made = simulator.next() {
                for contact in made.contacts {
                    texts.insert(contact.content)
                    #expect((20...150).contains(contact.content.count), "\(contact.content)")
                }
            }
            #expect(texts.count > 3700)
        }
    }

    @Test func `a day has only so many numbers`() throws {
        let plan = try Towns.plan(2_100_000, from: "2024-03-01", to: "2024-03-02")
        #expect(throws: SimulationError.self) { try Simulator(plan, city: Towns.xining()) }
    }

    @Test func `what is to be hidden must have something to hide behind`() throws {
        var plan = try Towns.plan(60)
        plan.clusters = 20
        #expect(throws: SimulationError.self) { try Simulator(plan, city: Towns.xining()) }
    }

    @Test func `of what is far too much, no more is hidden than tells so`() throws {
        var plan = try Towns.plan(1000)
        plan.issues = 1_000_000_000_000
        let most = try #require(throws: SimulationError.self) { try Simulator(plan, city: Towns.xining()) }
        guard case .tooMuchHidden(let needed, 500) = most else {
            Issue.record("\(most)")
            return
        }
        #expect((501...560).contains(needed))
        (plan.issues, plan.bursts) = (0, 1_000_000_000_000)
        #expect(throws: SimulationError.self) { try Simulator(plan, city: Towns.xining()) }
    }

    @Test func `where no place is left, nothing asked for is left out silently`() throws {
        var plan = try Towns.plan(2_000_000)
        plan.issues = 50_000
        let error = try #require(throws: SimulationError.self) { try Simulator(plan, city: Towns.xining()) }
        guard case .noPlaceLeft(let hidden, 50_000) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(hidden > 10)
    }
}
