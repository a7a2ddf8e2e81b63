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
            CaseFilter(), asOf: nil, now: Instant(seconds: 0), thresholds: SignalThresholds(yellow: 0, red: 0)
        )
        let detail = try plan(
            bench, "SELECT \(CaseListQuery.columns) \(query.body) \(CaseListQuery.order) LIMIT 50",
            StatementArguments(query.arguments))
        #expect(detail.first?.contains("case_states_day") == true, "\(detail)")
        #expect(detail.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(detail)")
    }
}
