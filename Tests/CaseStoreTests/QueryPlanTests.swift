import Casework
import GRDB
import Desk
import TestSupport
import Testing

@testable import CaseStore

/// What is asked every day must find its rows by an index.
struct QueryPlanTests {
    private func plan(_ bench: Workbench, _ sql: String, _ arguments: StatementArguments) throws -> [String] {
        try bench.desk.store.read { reader in
            try Row.fetchAll(reader.db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map {
                $0["detail"]
            }
        }
    }

    @Test("A day's figures come from one covering index")
    func figures() throws {
        let bench = try Workbench()
        let detail = try plan(
            bench,
            StoreReader.facetCountQuery, ["from": 20_240_319, "to": 20_240_319, "moment": 1])
        #expect(detail.contains { $0.contains("COVERING INDEX contact_states_day") }, "\(detail)")
        #expect(detail.allSatisfy { !$0.hasPrefix("SCAN") }, "\(detail)")
    }

    @Test("A list of the newest cases walks an index and sorts nothing")
    func list() throws {
        let bench = try Workbench()
        let query = CaseListQuery(
            CaseFilter(), asOf: nil, now: Instant(seconds: 0),
            signals: SignalRule(
                finishing: SignalThresholds(yellow: 0, red: 0), signing: SignalThresholds(yellow: 0, red: 0)))
        let detail = try plan(
            bench, "\(query.lines) LIMIT 50", StatementArguments(query.arguments))
        #expect(detail.first?.contains("case_states_current") == true, "\(detail)")
        #expect(detail.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(detail)")
    }

    @Test("A worklist comes from its index in its order, also of one unit", arguments: [false, true])
    func worklist(ofUnit: Bool) throws {
        let bench = try Workbench()
        let query = StoreReader.worklistQuery("case_number, since", ofUnit: ofUnit, isNow: true)
        let detail = try plan(
            bench, "\(query) ORDER BY priority, pressing_at, entered_at, case_number LIMIT 50",
            ofUnit ? ["unit": 1, "worklist": "handle"] : ["worklist": "handle"])
        #expect(detail.count == 1, "\(detail)")
        #expect(detail.first?.contains(ofUnit ? "case_states_unit" : "case_states_worklist") == true)
    }
}
