import Casework
import GRDB

extension StoreWriter {
    /// Takes the next free number of a day and opens a case under it.
    ///
    /// - Parameters:
    ///   - wanted: the number to take if it is free.
    ///   - origin, externalNumber: the store that the case comes from, and its number there.
    public func openCase(
        on day: CivilDay, wanted: CaseNumber? = nil, origin: String? = nil, externalNumber: String? = nil
    ) throws -> CaseNumber {
        let number: CaseNumber
        if let wanted, try !reader.caseExists(wanted) {
            number = wanted
        } else {
            let range = CaseNumber.range(of: day)
            let last = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT max(number) FROM cases WHERE number BETWEEN ? AND ?"),
                arguments: [range.lowerBound, range.upperBound])
            let serial = Int((last ?? range.lowerBound) - range.lowerBound) + 1
            guard let next = try CaseNumber(day: day, serial: serial) ?? gap(in: range) else {
                throw StoreError.numbersExhausted(day: day.description)
            }
            number = next
        }
        try db.run(
            "INSERT INTO cases (number, origin, external_number) VALUES (?, ?, ?)",
            [number.value, externalNumber == nil ? nil : origin, externalNumber])
        return number
    }

    /// The lowest free number of a day whose highest is taken, as an import may have taken it.
    private func gap(in range: ClosedRange<Int64>) throws -> CaseNumber? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT number + 1 FROM (
                    SELECT ? AS number UNION ALL SELECT number FROM cases WHERE number BETWEEN ? AND ?) AS taken
                WHERE number < ? AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.number = taken.number + 1)
                ORDER BY 1 LIMIT 1
                """, arguments: [range.lowerBound, range.lowerBound, range.upperBound, range.upperBound]
        ).flatMap(CaseNumber.init(value:))
    }

    /// Runs a piece of work of which nothing stays when it fails.
    ///
    /// - Throws: ``StoreError/contradiction`` where a constraint of the schema refuses.
    public func whole(_ work: () throws -> Void) throws {
        do {
            try db.inSavepoint {
                try work()
                return .commit
            }
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT {
            throw StoreError.contradiction
        }
    }

    /// Adds a contact, its caller and the event that registers it.
    public func add(_ contact: Contact, caller: Caller, event: Event) throws {
        try db.run(
            """
            INSERT INTO contacts (
                case_number, sequence, received_at, channel_id, kind_id, category_id, category_source, area_id, spot,
                address, title, content, wants, urgency, confidential, source, external_id, likes, config_version
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 
                (SELECT max(version) FROM config_versions))
            """,
            [
                contact.number.caseNumber.value, contact.number.sequence, contact.receivedAt.seconds,
                contact.channel,
                contact.kind, contact.category, contact.categorySource.rawValue, contact.place.area,
                contact.place.spot, contact.place.address, contact.title, contact.content, contact.wants,
                contact.urgency.rawValue, contact.confidential, contact.source, contact.externalID,
                contact.likes,
            ])
        if !caller.isUnknown {
            try db.run(
                "INSERT INTO callers (contact_id, name, phone, external_id) VALUES (?, ?, ?, ?)",
                [db.lastInsertedRowID, caller.name, caller.phone, caller.externalID])
        }
        try add(event, digest: Digest.of(contact))
    }

    /// Adds an event to the history of a case. What follows from it is brought up to date by ``project(_:)``.
    public func add(_ event: Event) throws {
        try add(event, digest: nil)
    }

    private static let eventColumns = [
        "case_number", "sequence", "at", "recorded_at", "day", "staff", "action", "to_stage", "disposition",
        "unit_id", "grade_id", "responded", "resolved", "satisfaction", "verdict", "ending",
        "allowance_amount", "allowance_measure", "pauses", "until_day", "leader_id", "target_number",
        "reason", "reply", "note", "amended_received_at", "amended_channel_id", "amended_kind_id",
        "amended_category_id", "amended_area_id", "amended_spot", "amended_address", "contact_digest",
    ]
    private static let addEvent = """
        INSERT INTO events (\(eventColumns.joined(separator: ", ")), config_version, chain)
        VALUES (\(String(repeating: "?, ", count: eventColumns.count))
            (SELECT max(version) FROM config_versions), 1)
        """

    private func add(_ event: Event, digest: [UInt8]?) throws {
        let amendment = event.amendment
        let outcome = event.outcome
        let occasion: StatementArguments = [
            event.caseNumber.value, event.sequence, event.at.seconds, event.recordedAt.seconds,
            rules.clock.day(of: event.at).compact, event.staff, event.action.rawValue,
            event.toStage?.rawValue, (amendment?.disposition ?? event.disposition)?.rawValue, event.unit,
            event.grade, outcome?.responded, outcome?.resolved.rawValue, outcome?.satisfaction.rawValue,
        ]
        let decision: StatementArguments = [
            event.verdict, event.ending?.rawValue, event.allowance?.amount,
            event.allowance?.measure.rawValue, event.pauses, event.until?.compact, event.leader,
            event.target?.value, event.reason, event.reply, event.note,
        ]
        let correction: StatementArguments = [
            amendment?.receivedAt?.seconds, amendment?.channel, amendment?.kind, amendment?.category,
            amendment?.area, amendment?.spot, amendment?.address, digest.map(blob),
        ]
        try db.run(Self.addEvent, occasion + decision + correction)
        let id = db.lastInsertedRowID
        for unit in event.coUnits {
            try db.run("INSERT INTO event_units (event_id, unit_id) VALUES (?, ?)", [id, unit])
        }
    }
}
