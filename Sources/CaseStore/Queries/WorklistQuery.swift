import Casework
import GRDB

/// A case that stands in a worklist, as far as it tells who has to look at it.
public struct WaitingCase: Hashable, Comparable, Sendable {
    /// Its number.
    public let number: CaseNumber
    /// Where it is.
    public let stage: Stage
    /// When it is due; nil where it is not or where the deadline is open.
    public let dueAt: Instant?
    /// Whether supervisors watch over it by hand.
    public let isSupervised: Bool
    /// How often it had to be done again.
    public let reworks: Int
    /// How many units returned it.
    public let returns: Int
    /// The row of the unit that leads.
    public let unit: Casework.Unit.ID?
    fileprivate let since: Instant
    private let pressingAt: Instant

    fileprivate init?(_ row: Columns) {
        guard let number = CaseNumber(value: row[0]), let stage = Stage.named[row[2]] else { return nil }
        self.number = number
        self.stage = stage
        since = Instant(seconds: row[1])
        pressingAt = Instant(seconds: row[3])
        dueAt = (row[4] as Int64?).map(Instant.init(seconds:))
        isSupervised = row[5]
        reworks = row[6]
        returns = row[7]
        unit = row[8]
    }

    /// What presses more first.
    public static func < (left: WaitingCase, right: WaitingCase) -> Bool {
        (left.pressingAt, left.number) < (right.pressingAt, right.number)
    }
}

extension StoreReader {
    /// The cases that wait in a worklist, the most urgent first.
    ///
    /// - Parameters:
    ///   - units: rows of the units that lead; nil for all.
    ///   - moment: the state that had been reached by then; nil for now.
    ///   - limit: at most so many; nil for all.
    public func waiting(
        in worklist: Worklist, units: [Casework.Unit.ID]? = nil, asOf moment: Instant? = nil, limit: Int?
    ) throws -> [CaseLine] {
        try lines(
            of: keys(worklist, units: units, asOf: moment, limit: limit).map { ($0.number, $0.since) },
            asOf: moment)
    }

    /// Some of the cases that stand in worklists as lines, in their order.
    public func lines(of cases: [WaitingCase], asOf moment: Instant? = nil) throws -> [CaseLine] {
        try lines(of: cases.map { ($0.number.value, $0.since.seconds) }, asOf: moment)
    }

    /// How many cases wait in a worklist, counted up to a cap.
    public func waitingCount(
        in worklist: Worklist, units: [Casework.Unit.ID]? = nil, asOf moment: Instant? = nil, cap: Int
    ) throws -> Int {
        let parts = units.map { $0.map { Optional($0) } } ?? [nil]
        var count = 0
        for unit in parts where count < cap {
            let query = Self.worklistQuery("1", ofUnit: unit != nil, isNow: moment == nil)
            count +=
                try db.ask(
                    "SELECT count(*) FROM (\(query) LIMIT :limit)",
                    Self.arguments(worklist, unit, moment, limit: cap - count)
                ).first { $0[0] } ?? 0
        }
        return count
    }

    /// How many extensions a case was granted.
    public func grantCount(of number: CaseNumber, asOf moment: Instant? = nil) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM events
                    WHERE case_number = ? AND action = 'extend' AND verdict = 1 AND at <= ?
                    """), arguments: [number.value, (moment ?? .latest).seconds]) ?? 0
    }

    /// Cases at work that are due after one moment and up to another, and for which no extension is asked.
    public func dueWithoutAsking(
        after begin: Instant, upTo end: Instant, asOf moment: Instant? = nil
    ) throws -> [WaitingCase] {
        try waiting(
            where: """
                worklist = 'handle' AND asks_extension = 0
                    AND due_at > \(begin.seconds) AND due_at <= \(end.seconds)
                """, by: "case_states_due", asOf: moment)
    }

    /// Cases with which units help now and to which they have not handed in their part.
    public func helping(_ units: [Casework.Unit.ID]) throws -> [WaitingCase] {
        let list = units.map { String($0) }.joined(separator: ", ")
        return try waiting(
            where: "case_number IN (SELECT case_number FROM helpers WHERE unit_id IN (\(list)))", by: nil,
            asOf: nil)
    }

    /// Cases at work whose extension is to be decided about, what is due first before.
    public func askingExtension(asOf moment: Instant? = nil) throws -> [WaitingCase] {
        try waiting(where: "asks_extension = 1", by: "case_states_asking", asOf: moment)
    }

    /// Cases over which supervisors may have to watch whatever the time: those watched by hand, done again or returned
    /// before. What the city's rule makes of them is for the caller to say.
    public func marked(asOf moment: Instant? = nil) throws -> [WaitingCase] {
        try waiting(where: "is_supervised + reworks + returns > 0", by: "case_states_watched", asOf: moment)
    }

    /// Cases at work whose time ran out before a moment.
    public func overdue(since limit: Instant, asOf moment: Instant? = nil) throws -> [WaitingCase] {
        try waiting(
            where: "due_at <= \(limit.seconds) AND worklist IN (\(Self.listsOfUnits))", by: "case_states_due",
            asOf: moment)
    }

    /// Cases at work in some worklists whose next step is due after one moment and up to another.
    public func pressing(
        in worklists: [Worklist], after begin: Instant, upTo end: Instant, asOf moment: Instant? = nil
    ) throws -> [WaitingCase] {
        let lists = worklists.filter(\.isWithUnit).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        guard !lists.isEmpty else { return [] }
        return try waiting(
            where: """
                worklist IN (\(lists)) AND pressing_at > \(begin.seconds) AND pressing_at <= \(end.seconds)
                """, by: "case_states_worklist", asOf: moment)
    }

    /// How many cases are at work now whose time ran out before a moment.
    public func overdueCount(since limit: Instant) throws -> Int {
        try db.ask(
            """
            SELECT count(*) FROM case_states INDEXED BY case_states_due
            WHERE until = \(Instant.endOfTime.seconds) AND worklist IS NOT NULL
                AND worklist IN (\(Self.listsOfUnits)) AND due_at <= ?
            """, [limit.seconds]
        ).first { $0[0] } ?? 0
    }

    /// Of the cases at work now whose time ran out before a moment those that press most, so many of each worklist.
    public func overdue(since limit: Instant, first count: Int) throws -> [WaitingCase] {
        // What is due presses at that moment or presses already, so the index stops where it may.
        let sql = """
            SELECT \(Self.waitingColumns) FROM case_states INDEXED BY case_states_worklist
            WHERE until = \(Instant.endOfTime.seconds) AND worklist IS NOT NULL AND worklist = :worklist
                AND priority = 0 AND pressing_at <= :limit AND due_at <= :limit
            ORDER BY pressing_at, entered_at, case_number LIMIT :count
            """
        return try Worklist.allCases.filter(\.isWithUnit).flatMap { worklist in
            try db.ask(
                sql,
                [
                    "worklist": worklist.rawValue.databaseValue, "limit": limit.seconds.databaseValue,
                    "count": count.databaseValue,
                ]
            ).map(WaitingCase.init)
        }
    }

    private static let listsOfUnits = Worklist.allCases.filter(\.isWithUnit).map { "'\($0.rawValue)'" }
        .joined(separator: ", ")
    private static let waitingColumns = """
        case_number, since, stage, pressing_at, due_at, is_supervised, reworks, returns, unit_id
        """

    /// - Parameter index: the index of what waits now that fits; nil for the case's own.
    private func waiting(
        where condition: String, by index: String?, asOf moment: Instant?
    ) throws -> [WaitingCase] {
        // Written as in the partial indexes, so that they can be used: of what still waits, and of what ended since.
        // Which one is said outright, because all of them would do and only one is small.
        let end = Instant.endOfTime.seconds
        let by = index.map { "INDEXED BY \($0)" } ?? ""
        let spans =
            moment.map {
                [
                    "\(by) WHERE until = \(end) AND since <= \($0.seconds)",
                    "INDEXED BY case_states_past WHERE until > \($0.seconds) AND until < \(end) AND since <= \($0.seconds)",
                ]
            } ?? ["\(by) WHERE until = \(end)"]
        let parts = spans.map {
            """
            SELECT \(Self.waitingColumns) FROM case_states \($0) AND worklist IS NOT NULL AND \(condition)
            """
        }
        return try db.ask(parts.joined(separator: " UNION ALL "), []).map(WaitingCase.init)
            .sorted()
    }

    private struct Key {
        let number: Int64
        let since: Int64
        let rank: [Int64]
    }

    private func keys(
        _ worklist: Worklist, units: [Casework.Unit.ID]?, asOf moment: Instant?, limit: Int?
    ) throws -> [Key] {
        // One search for each unit, all in the order of the index: no more rows are looked at than are wanted.
        let parts = units.map { $0.map { Optional($0) } } ?? [nil]
        let keys = try parts.flatMap { unit in
            let query = Self.worklistQuery(
                "case_number, since, priority, pressing_at, entered_at", ofUnit: unit != nil,
                isNow: moment == nil)
            return try db.ask(
                "\(query) ORDER BY priority, pressing_at, entered_at, case_number LIMIT :limit",
                Self.arguments(worklist, unit, moment, limit: limit ?? -1)
            ).map { Key(number: $0[0], since: $0[1], rank: [$0[2], $0[3], $0[4], $0[0]]) }
        }
        guard parts.count > 1 else { return keys }
        let sorted = keys.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        return Array(sorted.prefix(limit ?? sorted.count))
    }

    static func worklistQuery(_ columns: String, ofUnit: Bool, isNow: Bool) -> String {
        // Written as in the partial indexes, so that they are used.
        let end = Instant.endOfTime.seconds
        func rows(by index: String) -> String {
            """
            SELECT \(columns) FROM case_states INDEXED BY \(index)
            WHERE \(ofUnit ? "unit_id = :unit AND " : "")worklist = :worklist AND worklist IS NOT NULL
            """
        }
        let waiting = "\(rows(by: ofUnit ? "case_states_unit" : "case_states_worklist")) AND until = \(end)"
        guard !isNow else { return waiting }
        // What still waits, and what ended since then.
        return """
            \(waiting) AND since <= :moment
            UNION ALL \(rows(by: "case_states_past")) AND until > :moment AND until < \(end) AND since <= :moment
            """
    }

    private static func arguments(
        _ worklist: Worklist, _ unit: Casework.Unit.ID?, _ moment: Instant?, limit: Int
    ) -> [String: DatabaseValue] {
        [
            "worklist": worklist.rawValue.databaseValue, "limit": limit.databaseValue,
            "unit": unit.databaseValue, "moment": (moment?.seconds).databaseValue,
        ]
    }
}
