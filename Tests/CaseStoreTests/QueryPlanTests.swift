import Casework
import Desk
import GRDB
import Synchronization
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
            StoreReader.facetQuery, ["from": 20_240_319, "to": 20_240_319, "moment": 1])
        #expect(detail.contains { $0.contains("COVERING INDEX contact_states_day") }, "\(detail)")
        #expect(detail.allSatisfy { !$0.hasPrefix("SCAN") }, "\(detail)")
    }

    @Test(
        "Where a topic's contacts are comes from the index of days, who called and what was said from their rows"
    )
    func sighted() throws {
        let bench = try Workbench()
        for parts in [[], [.callers], [.callers, .texts]] as [SightedParts] {
            let detail = try plan(
                bench, StoreReader.sightedQuery([1, 2], with: parts),
                ["day": 20_240_301, "moment": 1, "wanted": 10])
            let first = try #require(detail.first)
            #expect(
                first.contains("COVERING INDEX contact_states_day (day=? AND standing=? AND category_id=?"))
            #expect(detail.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(detail)")
        }
    }

    @Test("A notice's requests come from one covering index, and what was finished by the day it was")
    func notice() throws {
        let bench = try Workbench()
        let received = try plan(
            bench, StoreReader.receivedQuery, ["from": 20_240_301, "to": 20_240_331, "moment": 1])
        #expect(received.contains { $0.contains("COVERING INDEX contact_states_day") }, "\(received)")
        for withMatter in [false, true] {
            let finished = try plan(bench, StoreReader.finishedQuery(withMatter: withMatter), [0, 1, 1])
            #expect(finished.first?.contains("assignments_finished") == true, "\(finished)")
            #expect(finished.contains { $0.contains("COVERING INDEX case_states_aside") }, "\(finished)")
        }
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

    /// Commands that read, by name.
    private static let reading: [(name: String, ask: @Sendable (Desk) throws -> Void)] = [
        ("show", { _ = try $0.show("20240319000001") }),
        ("show by serial", { _ = try $0.show("1") }),
        ("show by ending", { _ = try $0.show("19000002") }),
        ("show as of", { _ = try $0.show("20240319000001", asOf: "2024-03-19 12:00") }),
        ("list", { _ = try $0.list(Self.list { _ in }) }),
        ("list of days", { _ = try $0.list(Self.list { ($0.from, $0.to) = ("2024-03-19", "2024-03-20") }) }),
        ("list of a unit", { _ = try $0.list(Self.list { $0.unit = "东岭区" }) }),
        ("list of a category", { _ = try $0.list(Self.list { $0.category = "噪音" }) }),
        ("list of a district", { _ = try $0.list(Self.list { $0.district = "东岭区" }) }),
        ("list of a stage", { _ = try $0.list(Self.list { $0.stage = "已转交待签收" }) }),
        ("list of a signal", { _ = try $0.list(Self.list { $0.signal = "red" }) }),
        ("list as of", { _ = try $0.list(Self.list { $0.asOf = "2024-03-19 12:00" }) }),
        ("find", { _ = try $0.find("施工", Self.list { _ in }) }),
        ("find with a filter", { _ = try $0.find("夜里 -白天 施", Self.list { $0.district = "东岭区" }) }),
        ("queue", { _ = try $0.queue(QueueRequest()) }),
        ("queue of a unit", { _ = try $0.queue(Self.queue { $0.unit = "东岭区" }) }),
        ("queue as of", { _ = try $0.queue(Self.queue { $0.asOf = "2024-03-19 16:30" }) }),
        ("bulletin", { _ = try $0.bulletin("2024-03-19") }),
        ("bulletin as of", { _ = try $0.bulletin("2024-03-19", asOf: "2024-03-19 12:00") }),
        ("bulletin --explain", { _ = try $0.explain("transfer", of: "2024-03-19") }),
        ("bulletin --explain callback", { _ = try $0.explain("callback", of: "2024-03-19") }),
        ("bulletin list", { _ = try $0.bulletins(Stretch()) }),
        ("rates", { _ = try $0.rates(Self.rates { _ in }) }),
        ("rates by unit", { _ = try $0.rates(Self.rates { $0.by = "unit" }) }),
        ("rates of a district", { _ = try $0.rates(Self.rates { $0.district = "东岭区" }) }),
        ("rates as of", { _ = try $0.rates(Self.rates { $0.asOf = "2024-03-20" }) }),
        ("ranking", { _ = try $0.ranking(Self.rates { _ in }) }),
        ("knowledge find", { _ = try $0.findArticles("施工", ArticlesRequest()) }),
        ("handover", { _ = try $0.handOver(HandoverRequest()) }),
        ("handover as of", { _ = try $0.handOver(Self.handover { $0.asOf = "2024-03-19 16:30" }) }),
        ("notice", { _ = try $0.notice(NoticeRequest(.month("2024-03"))) }),
        ("notice of a unit", { _ = try $0.notice(Self.notice { $0.unit = "东岭区" }) }),
        ("notice of a district", { _ = try $0.notice(Self.notice { $0.district = "东岭区" }) }),
        ("trend", { _ = try $0.trend(of: CivilDay(number: 19_801)) }),
        ("staff", { _ = try $0.staff() }),
    ]

    private static func list(_ edit: (inout ListRequest) -> Void) -> ListRequest {
        var request = ListRequest()
        request.limit = 50
        edit(&request)
        return request
    }

    private static func queue(_ edit: (inout QueueRequest) -> Void) -> QueueRequest {
        var request = QueueRequest()
        request.limit = 50
        edit(&request)
        return request
    }

    private static func handover(_ edit: (inout HandoverRequest) -> Void) -> HandoverRequest {
        var request = HandoverRequest()
        edit(&request)
        return request
    }

    private static func notice(_ edit: (inout NoticeRequest) -> Void) -> NoticeRequest {
        var request = NoticeRequest(.week("2024-W12"))
        edit(&request)
        return request
    }

    private static func rates(_ edit: (inout RatesRequest) -> Void) -> RatesRequest {
        var request = RatesRequest()
        request.period = "2024-03"
        edit(&request)
        return request
    }

    /// What may be gone through from one end to the other: the directory, and indexes that hold only what waits now.
    private static let small: Set<String> = [
        // The index of texts is always asked for a word.
        "search",
        "settings", "config_versions", "channels", "kinds", "categories", "units", "areas", "leaders",
        "grades",
        "grade_rules", "dispatch_rules", "names", "calendar_years", "calendar_days", "staff", "staff_roles",
        "store", "highest", "tree", "case_states_worklist", "case_states_watched", "case_states_asking",
        "helpers", "articles", "alerts",
    ]
    /// Indexes in the order of a list, gone through as far as the list's limit.
    private static let ordered: Set<String> = ["case_states_current", "case_states_once", "case_states_led"]

    @Test(
        "No command that reads goes through the cases or events from one end to the other",
        arguments: reading.indices)
    func noScans(index: Int) throws {
        let (name, ask) = Self.reading[index]
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", to: "东岭区")
        try bench.call(at: "2024-03-19 10:10")
        let asked = Mutex<Set<String>>([])
        try bench.desk.store.read { reader in
            reader.db.trace { event in
                if case .statement(let statement) = event {
                    asked.withLock { _ = $0.insert(statement.sql) }
                }
            }
        }
        try ask(bench.desk)
        try bench.desk.store.read { $0.db.trace(options: []) }
        let questions = asked.withLock { $0 }.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }
        #expect(!questions.isEmpty, "nothing was asked: \(name)")
        for sql in questions.sorted() {
            let detail = try bench.desk.store.read { reader in
                try reader.db.ask("EXPLAIN QUERY PLAN \(sql)", []).map { $0[3] as String }
            }
            for step in detail where step.hasPrefix("SCAN") {
                let words = step.split(separator: " ").map(String.init)
                let isSmall =
                    words.contains { Self.small.contains($0) } || words[1].hasPrefix("(")
                    || words[1] == "CONSTANT"
                let isInOrder = sql.contains("LIMIT") && words.contains { Self.ordered.contains($0) }
                #expect(isSmall || isInOrder, "\(name): \(step) in\n\(sql)")
            }
            // What is sorted is small, or a day's or a month's: never a list that has a limit.
            if sql.contains("LIMIT"), name.hasPrefix("list") {
                #expect(detail.allSatisfy { !$0.contains("TEMP B-TREE FOR ORDER BY") }, "\(name): \(sql)")
            }
        }
    }
}
