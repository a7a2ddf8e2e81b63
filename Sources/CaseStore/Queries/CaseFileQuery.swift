import Casework
import GRDB

extension StoreReader {
    /// All that is known of a case; nil where there is no such case.
    public func caseFile(_ number: CaseNumber) throws -> CaseFile? {
        guard try caseExists(number) else { return nil }
        let contacts = try db.ask("\(Self.contactColumns) WHERE case_number = ?", [number.value])
            .map(Self.contact)
        var events = try db.ask("\(Self.eventColumns) WHERE case_number = ?", [number.value])
            .map(Self.event)
        let helpers = try coUnits(of: number.value...number.value)
        if !helpers.isEmpty {
            for place in events.indices { events[place].coUnits = helpers[events[place].id] ?? [] }
        }
        return CaseFile(number: number, contacts: contacts, events: events)
    }

    /// The units that help, by event, of the cases in a range.
    func coUnits(of numbers: ClosedRange<Int64>) throws -> [Int64: [Casework.Unit.ID]] {
        var units: [Int64: [Casework.Unit.ID]] = [:]
        try db.ask(
            """
            SELECT event_id, event_units.unit_id FROM events CROSS JOIN event_units ON event_id = events.id
            WHERE case_number BETWEEN ? AND ? ORDER BY event_id, event_units.unit_id
            """, [numbers.lowerBound, numbers.upperBound]
        ).forEach { row in units[row[0], default: []].append(row[1]) }
        return units
    }

    /// Whether there is a case with this number.
    public func caseExists(_ number: CaseNumber) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM cases WHERE number = ?"), arguments: [number.value])
            ?? false
    }

    /// The numbers of the cases whose last digits are these, newest first; at most `limit`.
    public func cases(endingIn ending: Int64, digits: Int, limit: Int) throws -> [CaseNumber] {
        let modulus = (0..<digits).reduce(into: Int64(1)) { power, _ in power *= 10 }
        let serials: Int64 = 1_000_000
        return try Int64.fetchAll(
            db.cachedStatement(sql: Self.endingQuery),
            arguments: [
                "serial": ending % serials, "step": min(modulus, serials),
                "span": modulus < serials ? serials - 1 : 0, "day": ending / serials,
                "days": max(modulus / serials, 1), "limit": limit,
            ]
        ).sorted(by: >).compactMap(CaseNumber.init(value:))
    }

    /// Goes back from day to day by each day's highest number, and looks only into days that reach the serial asked
    /// for. Serials have few gaps, so such a day has a case to show, and not many days are looked into.
    static let endingQuery = """
        WITH RECURSIVE highest (number) AS (
            SELECT max(number) FROM cases
            UNION ALL
            SELECT (SELECT max(number) FROM cases WHERE cases.number < highest.number / 1000000 * 1000000)
            FROM highest WHERE highest.number IS NOT NULL)
        SELECT cases.number FROM highest CROSS JOIN cases
        WHERE highest.number % 1000000 >= :serial AND highest.number / 1000000 % :days = :day
            AND cases.number BETWEEN highest.number / 1000000 * 1000000 + :serial
                AND min(highest.number, highest.number / 1000000 * 1000000 + :serial + :span)
            AND (cases.number - :serial) % :step = 0
        LIMIT :limit
        """

    /// The cases that are merged into one now.
    public func followers(of number: CaseNumber) throws -> [CaseNumber] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT case_number FROM case_states
                    WHERE target_number = ? AND target_number IS NOT NULL
                        AND until = \(Instant.endOfTime.seconds)
                    ORDER BY case_number
                    """), arguments: [number.value]
        ).compactMap(CaseNumber.init(value:))
    }

    /// The other cases to which the history of a case points.
    public func targets(of number: CaseNumber) throws -> [CaseNumber] {
        try db.ask(
            "SELECT target_number FROM events WHERE case_number = ? AND target_number IS NOT NULL",
            [number.value]
        ).map { CaseNumber(value: $0[0]) }
    }

    /// The contact that has a number in another system.
    public func contact(source: String, externalID: String) throws -> ContactNumber? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT case_number, sequence FROM contacts WHERE source = ? AND external_id = ?"),
            arguments: [source, externalID])
        guard let row, let number = CaseNumber(value: row[0]) else { return nil }
        return ContactNumber(caseNumber: number, sequence: row[1])
    }

    /// The case that has a number in another store.
    public func caseNumber(origin: String, externalNumber: String) throws -> CaseNumber? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM cases WHERE origin = ? AND external_number = ?"),
            arguments: [origin, externalNumber]
        ).flatMap(CaseNumber.init(value:))
    }

    /// What tells this store from all others.
    public func storeID() throws -> String {
        try String.fetchOne(db.cachedStatement(sql: "SELECT uuid FROM store")) ?? ""
    }

    static let contactColumns = """
        SELECT case_number, sequence, received_at, channel_id, kind_id, category_id, category_source, area_id, spot,
            address, title, content, wants, urgency, confidential, source, external_id, likes, id
        FROM contacts
        """
    static let contactIDColumn: Int32 = 18

    static func contact(_ row: Columns) -> Contact? {
        guard let number = CaseNumber(value: row[0]), let source = CategorySource(rawValue: row[6]),
            let urgency = Urgency(rawValue: row[13])
        else { return nil }
        return Contact(
            number: ContactNumber(caseNumber: number, sequence: row[1]), receivedAt: Instant(seconds: row[2]),
            channel: row[3], kind: row[4], category: row[5], categorySource: source,
            place: Place(area: row[7], spot: row[8], address: row[9]), title: row[10], content: row[11],
            wants: row[12], urgency: urgency, confidential: row[14], source: row[15], externalID: row[16],
            likes: row[17])
    }

    static let eventColumns = "SELECT \(eventFacts), staff, reason, reply, note FROM events"
    /// All but the texts, of which nothing follows.
    static let eventFacts = """
        case_number, id, sequence, at, recorded_at, action, to_stage, disposition, unit_id, grade_id, responded,
        resolved, satisfaction, amended_received_at, amended_channel_id, amended_kind_id, amended_category_id,
        amended_area_id, amended_spot, amended_address, verdict, ending, allowance_amount, allowance_measure, pauses,
        until_day, leader_id, target_number, contact_digest, file_hash, file_size
        """
    static let eventDigestColumn: Int32 = 28

    static func event(_ row: Columns) -> Event? {
        guard var event = eventFacts(row) else { return nil }
        event.staff = row[31]
        event.reason = row[32]
        event.reply = row[33]
        event.note = row[34]
        return event
    }

    static func eventFacts(_ row: Columns) -> Event? {
        guard let number = CaseNumber(value: row[0]), let action = Action.named[row[5]] else {
            return nil
        }
        let disposition = (row[7] as String?).flatMap { Disposition(rawValue: $0) }
        var event = Event(
            id: row[1], caseNumber: number, sequence: row[2], at: Instant(seconds: row[3]),
            recordedAt: Instant(seconds: row[4]), staff: "", action: action)
        event.toStage = (row[6] as String?).flatMap { Stage.named[$0] }
        event.disposition = action == .amend ? nil : disposition
        event.unit = row[8]
        event.grade = row[9]
        event.outcome = outcome(row)
        event.amendment = action == .amend ? amendment(row, disposition: disposition) : nil
        event.verdict = row[20]
        event.ending = (row[21] as String?).flatMap { Ending(rawValue: $0) }
        if let amount: Int = row[22],
            let measure = (row[23] as String?).flatMap({ TimeLimit.Measure(rawValue: $0) })
        {
            event.allowance = Allowance(amount: amount, measure: measure)
        }
        event.pauses = row[24]
        event.until = (row[25] as Int?).flatMap(CivilDay.init(compact:))
        event.leader = row[26]
        event.target = (row[27] as Int64?).flatMap(CaseNumber.init(value:))
        if let size: Int = row[30] { event.attachment = Attachment(hash: row.bytes(29), size: size) }
        return event
    }

    private static func outcome(_ row: Columns) -> CallbackOutcome? {
        guard let responded: Bool = row[10],
            let resolved = (row[11] as String?).flatMap({ Resolution(rawValue: $0) }),
            let satisfaction = (row[12] as String?).flatMap({ Satisfaction(rawValue: $0) })
        else { return nil }
        return CallbackOutcome(responded: responded, resolved: resolved, satisfaction: satisfaction)
    }

    private static func amendment(_ row: Columns, disposition: Disposition?) -> Amendment {
        var amendment = Amendment()
        amendment.receivedAt = (row[13] as Int64?).map(Instant.init(seconds:))
        amendment.channel = row[14]
        amendment.kind = row[15]
        amendment.category = row[16]
        amendment.area = row[17]
        amendment.spot = row[18]
        amendment.address = row[19]
        amendment.disposition = disposition
        return amendment
    }
}

extension StoreReader {
    /// How many entries the history of a case has.
    public func eventCount(of number: CaseNumber) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM events WHERE case_number = ?"),
            arguments: [number.value]) ?? 0
    }

    /// The numbers of cases in their order, from after one on.
    public func caseNumbers(after number: Int64, limit: Int) throws -> [CaseNumber] {
        try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT number FROM cases WHERE number > ? ORDER BY number LIMIT ?"),
            arguments: [number, limit]
        ).compactMap(CaseNumber.init(value:))
    }
}
