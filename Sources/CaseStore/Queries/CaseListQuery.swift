import Casework
import GRDB

/// A filter as SQL.
struct CaseListQuery {
    static let columns = """
        cases.case_number, contact.received_at, channels.name, coalesce(kinds.name, ''),
        coalesce(categories.path, ''), contact.category_source, coalesce(areas.path, ''), contact.spot,
        iif(contacts.title = '', contacts.content, contacts.title), cases.stage, coalesce(units.name, ''),
        cases.due_at, contacts.external_id, cases.pressing_at, cases.entered_at, cases.asks_extension,
        cases.is_supervised, cases.reworks, cases.returns, cases.unit_id
        """
    private(set) var arguments: [String: DatabaseValue] = [:]
    /// One for what holds now; for what held at a moment one for what still holds and one for what ended since.
    /// Each has an index by day of its own.
    private let spans: [String]
    private var conditions: [String] = []
    private var needsContact = false

    /// The lines wanted, newest first.
    var lines: String {
        spans.map { span in
            """
            SELECT \(Self.columns), cases.day AS listed_day \(Self.joins) WHERE \(([span] + conditions).joined(separator: " AND "))
            """
        }.joined(separator: " UNION ALL ") + " ORDER BY listed_day DESC, 1 DESC"
    }

    /// Columns of the cases wanted, in no order, from no more tables than tell which they are.
    func rows(_ columns: String, where condition: String? = nil) -> String {
        spans.map { span in
            """
            SELECT \(columns) FROM case_states AS cases \(needsContact ? Self.contactJoin : "")
            WHERE \(([span] + conditions + (condition.map { [$0] } ?? [])).joined(separator: " AND "))
            """
        }.joined(separator: " UNION ALL ")
    }

    private static let contactJoin = """
        JOIN contact_states AS contact ON contact.contact_id = cases.contact_id
            AND contact.since <= :moment AND contact.until > :moment
        """

    /// The tables of a line, each state as of the moment asked for.
    static let joins = """
        FROM case_states AS cases \(contactJoin)
            JOIN contacts ON contacts.id = cases.contact_id
            JOIN channels ON channels.id = contact.channel_id
            LEFT JOIN kinds ON kinds.id = contact.kind_id
            LEFT JOIN categories ON categories.id = contact.category_id
            LEFT JOIN areas ON areas.id = contact.area_id
            LEFT JOIN units ON units.id = cases.unit_id
        """

    init(_ filter: CaseFilter, asOf moment: Instant?, now: Instant, signals: SignalRule) {
        // Written as in the partial indexes, so that they are used. Each part comes in the order of its index.
        let end = Instant.endOfTime.seconds
        let times =
            moment == nil
            ? ["cases.until = \(end)"]
            : [
                "cases.until = \(end) AND cases.since <= :moment",
                "cases.until < \(end) AND cases.until > :moment AND cases.since <= :moment",
            ]
        spans =
            filter.unit?.flatMap { unit in
                times.map { "\($0) AND cases.unit_id = \(unit) AND cases.unit_id IS NOT NULL" }
            } ?? times
        arguments["moment"] = (moment ?? .latest).seconds.databaseValue
        if let from = filter.from { add("cases.day >= :from", ["from": from.compact]) }
        if let to = filter.to { add("cases.day <= :to", ["to": to.compact]) }
        if let category = filter.category {
            addOfContact("category_id IN (\(category.map(String.init).joined(separator: ", ")))", [:])
        }
        if let area = filter.area {
            addOfContact(
                "area_id IN (SELECT id FROM areas WHERE instr('/' || codes || '/', :area))",
                ["area": "/\(area)/"])
        }
        if let channel = filter.channel {
            addOfContact(
                "channel_id IN (SELECT id FROM channels WHERE code = :channel)", ["channel": channel])
        }
        if let kind = filter.kind {
            addOfContact("kind_id IN (SELECT id FROM kinds WHERE code = :kind)", ["kind": kind])
        }
        if let spot = filter.spot { addOfContact("spot = :spot", ["spot": spot]) }
        if let stage = filter.stage {
            add("cases.stage = :stage", ["stage": stage.rawValue])
        } else {
            add("cases.stage NOT IN (\(Self.list(Stage.allCases.filter(\.isAside))))", [:])
        }
        if let signal = filter.signal { add(signal, now: now, rule: signals) }
    }

    private mutating func addOfContact(
        _ condition: String, _ values: [String: any DatabaseValueConvertible]
    ) {
        needsContact = true
        add("contact.\(condition)", values)
    }

    /// The rule of ``SignalRule`` as a condition: stages with the same thresholds make one part of it.
    private mutating func add(_ signal: Signal, now: Instant, rule: SignalRule) {
        let stages = Dictionary(grouping: Stage.allCases) { rule.thresholds(in: $0) }
        let parts = stages.compactMap { thresholds, stages -> String? in
            guard let thresholds else { return nil }
            let red = now.seconds + thresholds.red
            let yellow = now.seconds + thresholds.yellow
            let range =
                switch signal {
                case .red: "<= \(red)"
                case .yellow: "BETWEEN \(red + 1) AND \(yellow)"
                case .green: "BETWEEN \(max(red, yellow) + 1) AND \(Instant.endOfTime.seconds - 1)"
                }
            return "(cases.stage IN (\(Self.list(stages))) AND cases.pressing_at \(range))"
        }
        // Whatever has a signal stands in a worklist, of which there is an index.
        add("cases.worklist IS NOT NULL AND (\(parts.sorted().joined(separator: " OR ")))", [:])
    }

    private mutating func add(_ condition: String, _ values: [String: any DatabaseValueConvertible]) {
        conditions.append(condition)
        for (name, value) in values { arguments[name] = value.databaseValue }
    }

    private static func list(_ stages: [Stage]) -> String {
        stages.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    static func line(_ row: Columns) -> CaseLine? {
        guard let number = CaseNumber(value: row[0]), let source = CategorySource(rawValue: row[5] as String),
            let stage = Stage.named[row[9] as String]
        else { return nil }
        return CaseLine(
            number: number, receivedAt: Instant(seconds: row[1]), channel: row[2], kind: row[3],
            category: row[4],
            categorySource: source, area: row[6], spot: row[7], title: row[8], stage: stage,
            enteredAt: Instant(seconds: row[14]), unit: row[10], unitID: row[19],
            dueAt: (row[11] as Int64?).map(Instant.init(seconds:)),
            pressingAt: Instant(seconds: row[13]) == .endOfTime ? nil : Instant(seconds: row[13]),
            asksExtension: row[15], isSupervised: row[16], reworks: row[17], returns: row[18],
            externalID: row[12])
    }
}

extension StoreReader {
    /// A case as it is now as a line.
    public func line(of number: CaseNumber) throws -> CaseLine? {
        try db.ask(
            """
            SELECT \(CaseListQuery.columns) \(CaseListQuery.joins)
            WHERE cases.case_number = :number AND cases.until = \(Instant.endOfTime.seconds)
            """,
            ["number": number.value.databaseValue, "moment": Instant.latest.seconds.databaseValue]
        ).first(CaseListQuery.line)
    }

    /// The unit that leads a case in the state that had been reached by a moment, nil for now; nil where none does.
    public func unit(leading number: CaseNumber, asOf moment: Instant?) throws -> Casework.Unit.ID? {
        let moment = (moment ?? .latest).seconds
        return try db.ask(
            "SELECT unit_id FROM case_states WHERE case_number = ? AND since <= ? AND until > ?",
            [number.value, moment, moment]
        ).first { row in row[0] as Int64? }
    }

    /// Spans of cases as lines, in their order.
    func lines(of spans: [(number: Int64, since: Int64)], asOf moment: Instant?) throws -> [CaseLine] {
        let sql = """
            SELECT \(CaseListQuery.columns) \(CaseListQuery.joins)
            WHERE cases.case_number = :number AND cases.since = :since
            """
        return try spans.compactMap { span in
            try db.ask(
                sql,
                [
                    "number": span.number.databaseValue, "since": span.since.databaseValue,
                    "moment": (moment ?? .latest).seconds.databaseValue,
                ]
            ).first(CaseListQuery.line)
        }
    }
}
