import Casework
import GRDB

/// An alert as it was raised, and who saw to it.
public struct RaisedAlert: Hashable, Sendable {
    /// That somebody saw to an alert.
    public struct Acknowledgement: Hashable, Sendable {
        /// When.
        public let at: Instant
        /// Who.
        public let staff: String
        /// What was done.
        public let note: String
    }

    /// Its number in the store, from 1.
    public let id: Int64
    /// The contact at whose registration it was raised.
    public let contact: ContactNumber
    /// When that contact was received.
    public let receivedAt: Instant
    /// Of what whom it warns.
    public let alert: Alert
    /// Nil while nobody saw to it.
    public let acknowledgement: Acknowledgement?
}

extension StoreReader {
    /// Which alerts are wanted.
    public enum AlertSelection: Hashable, Sendable {
        /// Those to which nobody saw.
        case open
        /// Those of contacts received from the first moment up to the last one.
        case received(from: Instant, through: Instant)
        /// Those of a case.
        case ofCase(CaseNumber)
        /// One.
        case one(Int64)
    }

    /// Alerts, the newest first.
    ///
    /// - Parameter moment: what happened later is left out.
    public func alerts(_ selection: AlertSelection, asOf moment: Instant? = nil) throws -> [RaisedAlert] {
        var arguments: [String: DatabaseValue] = ["moment": (moment ?? .endOfTime).seconds.databaseValue]
        let condition: String
        switch selection {
        case .open: condition = "acknowledgements.alert_id IS NULL"
        case .received(let from, let through):
            condition = "contacts.received_at BETWEEN :from AND :through"
            arguments["from"] = from.seconds.databaseValue
            arguments["through"] = through.seconds.databaseValue
        case .ofCase(let number):
            condition = "contacts.case_number = :number"
            arguments["number"] = number.value.databaseValue
        case .one(let id):
            condition = "alerts.id = :id"
            arguments["id"] = id.databaseValue
        }
        let order =
            if case .ofCase = selection { "contacts CROSS JOIN alerts" } else { "alerts CROSS JOIN contacts" }
        return try db.ask(
            """
            SELECT alerts.id, contacts.case_number, contacts.sequence, contacts.received_at, alerts.rule, alerts.words,
                alerts.denied, alerts.callers, alerts.told, acknowledgements.at, acknowledgements.staff,
                acknowledgements.note
            FROM \(order) ON contacts.id = alerts.contact_id
                LEFT JOIN acknowledgements
                    ON acknowledgements.alert_id = alerts.id AND acknowledgements.at <= :moment
            WHERE \(condition) AND contacts.received_at <= :moment
            ORDER BY alerts.id DESC
            """, arguments
        ).map(alert)
    }

    private func alert(_ row: Columns) throws -> RaisedAlert? {
        guard let contact = row.contactNumber(1) else { return nil }
        let reason: Alert.Reason
        if let callers: Int = row[7] {
            reason = .repeated(callers: callers, contacts: try alertContacts(row[0]))
        } else {
            reason = .words(
                row.lines(5).map { FoundWord(word: $0, isNegated: false) }
                    + row.lines(6).map { FoundWord(word: $0, isNegated: true) })
        }
        let at: Int64? = row[9]
        return RaisedAlert(
            id: row[0], contact: contact, receivedAt: Instant(seconds: row[3]),
            alert: Alert(rule: row[4], told: row.lines(8), reason: reason),
            acknowledgement: at.map {
                RaisedAlert.Acknowledgement(at: Instant(seconds: $0), staff: row[10], note: row[11])
            })
    }

    private func alertContacts(_ alert: Int64) throws -> [ContactNumber] {
        try db.ask(
            """
            SELECT contacts.case_number, contacts.sequence
            FROM alert_contacts JOIN contacts ON contacts.id = alert_contacts.contact_id
            WHERE alert_contacts.alert_id = ? ORDER BY 1, 2
            """, [alert]
        ).map { $0.contactNumber(0) }
    }
}

extension StoreWriter {
    /// Keeps an alert that a contact raised. Returns its number.
    public func raise(_ alert: Alert, by contact: ContactNumber, at moment: Instant) throws -> Int64 {
        var (words, denied): ([String], [String]) = ([], [])
        var (callers, contacts): (Int?, [ContactNumber]) = (nil, [])
        switch alert.reason {
        case .words(let found):
            words = found.filter { !$0.isNegated }.map(\.word)
            denied = found.filter(\.isNegated).map(\.word)
        case .repeated(let count, let numbers): (callers, contacts) = (count, numbers)
        }
        let id = try Insertion(
            db,
            """
            INSERT INTO alerts (contact_id, raised_at, rule, words, denied, callers, told)
            VALUES ((SELECT id FROM contacts WHERE case_number = ? AND sequence = ?), ?, ?, ?, ?, ?, ?)
            """
        ).run { row in
            row.add(contact.caseNumber.value)
            row.add(contact.sequence)
            row.add(moment.seconds)
            row.add(alert.rule)
            row.add(words.joined(separator: "\n"))
            row.add(denied.joined(separator: "\n"))
            row.add(callers)
            row.add(alert.told.joined(separator: "\n"))
        }
        for number in contacts {
            try db.run(
                """
                INSERT INTO alert_contacts (alert_id, contact_id)
                SELECT ?, id FROM contacts WHERE case_number = ? AND sequence = ?
                """, [id, number.caseNumber.value, number.sequence])
        }
        return id
    }

    /// Keeps who saw to an alert.
    public func acknowledge(
        alert id: Int64, at moment: Instant, recordedAt: Instant, by staff: String, note: String
    ) throws {
        try db.run(
            "INSERT INTO acknowledgements (alert_id, at, recorded_at, staff, note) VALUES (?, ?, ?, ?, ?)",
            [id, moment.seconds, recordedAt.seconds, staff, note])
    }
}
