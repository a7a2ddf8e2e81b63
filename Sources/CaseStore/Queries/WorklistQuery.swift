import Casework
import GRDB

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
        let keys = try keys(worklist, units: units, asOf: moment, limit: limit)
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(CaseListQuery.columns) \(CaseListQuery.joins)
                WHERE cases.case_number = :number AND cases.since = :since
                """)
        return try keys.compactMap { key in
            try Row.fetchOne(
                statement,
                arguments: [
                    "number": key.number, "since": key.since, "moment": (moment ?? .now).seconds,
                ]
            ).flatMap(CaseListQuery.line)
        }
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
                try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM (\(query) LIMIT :limit)"),
                    arguments: Self.arguments(worklist, unit, moment, limit: cap - count)) ?? 0
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
                    """), arguments: [number.value, (moment ?? .now).seconds]) ?? 0
    }

    /// Cases at work that are due after one moment and up to another, and for which no extension is asked.
    public func dueWithoutAsking(
        after begin: Instant, upTo end: Instant, asOf moment: Instant? = nil
    ) throws -> [CaseLine] {
        try lines(
            where: """
                cases.worklist = 'handle' AND cases.worklist IS NOT NULL AND cases.asks_extension = 0
                    AND cases.due_at > :begin AND cases.due_at <= :end
                """, ["begin": begin.seconds, "end": end.seconds], asOf: moment)
    }

    /// Cases with which units help now and to which they have not handed in their part.
    public func helping(_ units: [Casework.Unit.ID]) throws -> [CaseLine] {
        let list = units.map { String($0) }.joined(separator: ", ")
        return try lines(
            where: "cases.case_number IN (SELECT case_number FROM helpers WHERE unit_id IN (\(list)))", [:],
            asOf: nil)
    }

    /// Cases at work whose extension is to be decided about, what is due first before.
    public func askingExtension(asOf moment: Instant? = nil) throws -> [CaseLine] {
        try lines(where: "cases.asks_extension = 1", [:], asOf: moment)
    }

    /// Cases over which supervisors may have to watch: those watched by hand, done again or returned before, and those
    /// at work whose time ran out before a moment. What the city's rule makes of them is for the caller to say.
    public func watched(overdueSince limit: Instant, asOf moment: Instant? = nil) throws -> [CaseLine] {
        let lists = Worklist.allCases.filter(\.isWithUnit).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let marked = try lines(
            where: """
                cases.is_supervised + cases.reworks + cases.returns > 0 AND cases.worklist IS NOT NULL
                """, [:], asOf: moment)
        let overdue = try lines(
            where: "cases.due_at <= :limit AND cases.worklist IS NOT NULL AND cases.worklist IN (\(lists))",
            ["limit": limit.seconds], asOf: moment)
        var seen: Set<CaseNumber> = []
        return (marked + overdue).filter { seen.insert($0.number).inserted }.sorted {
            ($0.pressingAt ?? .endOfTime, $0.number) < ($1.pressingAt ?? .endOfTime, $1.number)
        }
    }

    private func lines(
        where condition: String, _ values: [String: any DatabaseValueConvertible], asOf moment: Instant?
    ) throws -> [CaseLine] {
        // All that is asked about stands in a worklist, so what still waits and what ended since have an index each.
        let end = Instant.endOfTime.seconds
        let spans =
            moment == nil
            ? ["cases.until = \(end)"]
            : [
                "cases.until = \(end) AND cases.since <= :moment",
                "cases.until > :moment AND cases.until < \(end) AND cases.since <= :moment",
            ]
        let parts = spans.map {
            """
            SELECT \(CaseListQuery.columns) \(CaseListQuery.joins)
            WHERE \($0) AND cases.worklist IS NOT NULL AND \(condition)
            """
        }
        var arguments = values
        arguments["moment"] = (moment ?? .now).seconds
        return try Row.fetchAll(
            db.cachedStatement(sql: parts.joined(separator: " UNION ALL ")),
            arguments: StatementArguments(arguments)
        ).compactMap(CaseListQuery.line).sorted {
            ($0.pressingAt ?? .endOfTime, $0.number) < ($1.pressingAt ?? .endOfTime, $1.number)
        }
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
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: "\(query) ORDER BY priority, pressing_at, entered_at, case_number LIMIT :limit"),
                arguments: Self.arguments(worklist, unit, moment, limit: limit ?? -1)
            ).map { Key(number: $0[0], since: $0[1], rank: [$0[2], $0[3], $0[4], $0[0]]) }
        }
        guard parts.count > 1 else { return keys }
        let sorted = keys.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        return Array(sorted.prefix(limit ?? sorted.count))
    }

    static func worklistQuery(_ columns: String, ofUnit: Bool, isNow: Bool) -> String {
        // Written as in the partial indexes, so that they are used.
        let end = Instant.endOfTime.seconds
        let rows = """
            SELECT \(columns) FROM case_states
            WHERE \(ofUnit ? "unit_id = :unit AND " : "")worklist = :worklist AND worklist IS NOT NULL
            """
        guard !isNow else { return "\(rows) AND until = \(end)" }
        // What ended since then, and what still waits.
        return """
            \(rows) AND until = \(end) AND since <= :moment
            UNION ALL \(rows) AND until > :moment AND until < \(end) AND since <= :moment
            """
    }

    private static func arguments(
        _ worklist: Worklist, _ unit: Casework.Unit.ID?, _ moment: Instant?, limit: Int
    ) -> StatementArguments {
        var arguments: [String: (any DatabaseValueConvertible)?] = [
            "worklist": worklist.rawValue, "limit": limit,
        ]
        if let unit { arguments["unit"] = unit }
        if let moment { arguments["moment"] = moment.seconds }
        return StatementArguments(arguments)
    }
}
