import CSV
import CaseStore
import Casework
import Desk
import Reports
import Simulation
import TestSupport
import Testing

/// Made-up cases in a store: sound, countable, the same again, and never among real ones.
struct SimulatingTests {
    private func request(_ cases: Int = 350, seed: Int = 1) -> SimulationRequest {
        var request = SimulationRequest()
        request.cases = String(cases)
        (request.from, request.to, request.seed) = ("2024-03-01", "2024-03-18", String(seed))
        return request
    }

    /// The rows of the exchange format, headings first.
    private func table(_ desk: Desk, _ request: SimulationRequest) throws -> String {
        var text = ""
        _ = try desk.simulateTable(request) { text += CSVWriter.row($0) }
        return text
    }

    private func contacts(_ desk: Desk) throws -> [String: Int] {
        let lines = try desk.store.read { reader in
            try reader.contactLines(
                from: CivilDay(number: 0), to: CivilDay(number: 40_000), where: { _ in true })
        }
        let clock = try desk.store.read { try $0.settings().clock }
        return Dictionary(
            lines.map { ("\(clock.day(of: $0.receivedAt)) \($0.facet.category)", 1) }, uniquingKeysWith: +)
    }

    @Test(arguments: [nil, TestCity.yunzhou])
    func `what is stored is what follows from the histories, and every day's sums close`(city: String?) throws
    {
        let bench = try Workbench(city: city)
        let result = try bench.desk.simulate(request())
        #expect(result.cases == 350)
        let check = try bench.desk.verify()
        #expect(check.cases == 350)
        #expect(check.findings.isEmpty, "\(check.findings.prefix(3))")
        var (calls, messages) = (0, 0)
        for day in 1...18 {
            let bulletin = try bench.desk.bulletin("2024-03-\(day < 10 ? "0" : "")\(day)").bulletin
            #expect(bulletin.direct + bulletin.transferred + bulletin.undisposed == bulletin.calls)
            calls += bulletin.calls
            messages += bulletin.messages
        }
        #expect(calls + messages <= result.contacts)
        #expect(Double(calls + messages) > 0.95 * Double(result.contacts))
    }

    @Test func `the same seed gives the same store and the same table`() throws {
        let (one, other) = (try Workbench(city: nil), try Workbench(city: nil))
        _ = try one.desk.simulate(request())
        _ = try other.desk.simulate(request())
        let origin = try #require(Column.allCases.firstIndex(of: .origin))
        func rows(_ bench: Workbench) throws -> [[String]] {
            try bench.exportTable().map { row in
                row.enumerated().map { $0.offset == origin ? "" : $0.element }
            }
        }
        #expect(try rows(one).count > 1000)
        #expect(try rows(one) == rows(other))
        #expect(try table(one.desk, request()) == table(other.desk, request()))
        #expect(try table(one.desk, request()) != table(one.desk, request(seed: 2)))
    }

    @Test(arguments: [nil, TestCity.yunzhou])
    func `the table, taken into another store, gives the same contacts on each day and about each matter`(
        city: String?
    ) throws {
        let (one, other) = (try Workbench(city: city), try Workbench(city: city))
        let result = try one.desk.simulate(request())
        let taken = try other.importTable(try table(one.desk, request()))
        #expect(taken.rejected == 0, "\(taken.faults.prefix(3))")
        #expect(taken.contacts == result.contacts)
        #expect(taken.invalid == result.invalid)
        #expect(try contacts(one.desk) == contacts(other.desk))
        for day in ["2024-03-05", "2024-03-09", "2024-03-17"] {
            let (here, there) = (try one.desk.bulletin(day).bulletin, try other.desk.bulletin(day).bulletin)
            #expect(here.calls == there.calls)
            #expect(here.direct == there.direct)
            #expect(here.callbacks == there.callbacks)
        }
        #expect(try other.desk.verify().findings.isEmpty)
        #expect(try other.importTable(try table(one.desk, request())).skipped > 350)
    }

    @Test func `made-up cases never get among real ones, nor twice into the same days`() throws {
        let bench = try Workbench()
        _ = try bench.desk.simulate(request(30))
        #expect(throws: DeskError.self) { try bench.desk.simulate(request(30, seed: 2)) }
        var later = request(30)
        (later.from, later.to) = ("2024-03-19", "2024-03-19")
        #expect(throws: DeskError.seedUsed(1)) { try bench.desk.simulate(later) }
        later.seed = "2"
        #expect(try bench.desk.simulate(later).cases == 30)
        try bench.call()
        later.seed = "3"
        (later.from, later.to) = ("2023-03-19", "2023-03-19")
        #expect(throws: DeskError.realCases) { try bench.desk.simulate(later) }
        // A table harms nobody.
        #expect(try table(bench.desk, later).contains("SIM-3-1,"))
    }

    @Test func `only administrators may`() throws {
        let bench = try Workbench()
        let agent = Desk(
            store: bench.desk.store, actor: Actor(staff: "坐席", roles: [.agent, .supervisor]),
            now: bench.desk.now)
        #expect(throws: DeskError.self) { try agent.simulate(request()) }
        #expect(throws: DeskError.self) { try table(agent, request()) }
    }

    @Test(arguments: [
        "cases=0", "cases=-3", "cases=many", "cases=999999999", "from=2024-03-30", "from=1901-01-01",
        "to=2024-03-21", "to=2024-02-30", "seed=-1", "issues=x", "clusters=-1", "clusters=500", "bursts=1.5",
    ]) func `what cannot be is refused before anything is written`(option: String) throws {
        let bench = try Workbench()
        var request = request()
        let value = String(option.drop { $0 != "=" }.dropFirst())
        switch option.prefix(while: { $0 != "=" }) {
        case "cases": request.cases = value
        case "from": request.from = value
        case "to": request.to = value
        case "seed": request.seed = value
        case "issues": request.issues = value
        case "clusters": request.clusters = value
        default: request.bursts = value
        }
        do {
            _ = try bench.desk.simulate(request)
            Issue.record("taken")
        } catch {
            let complaint = Wording.complaint(error)
            #expect(complaint.status == .usage, "\(complaint)")
            #expect(!complaint.remedy.isEmpty)
        }
        #expect(try bench.desk.verify().cases == 0)
    }
}
