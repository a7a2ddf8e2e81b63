import CaseStore
import Casework
import Insight

/// Raises alerts for contacts that were just recorded, in the same transaction.
struct Warning {
    private let writer: StoreWriter
    private let rules: AlertRules
    private let alerts: Alerts
    /// So many contacts of one place are looked at, the newest.
    private static let most = 1000

    init(_ writer: StoreWriter) throws {
        self.writer = writer
        rules = try writer.reader.alertRules()
        alerts = Alerts(rules)
    }

    /// Keeps what must be told of a contact, by the rules in force.
    func raise(by contact: Contact, at moment: Instant) throws -> [RaisedAlert] {
        let recent = try reports(like: contact)
        let raised = alerts.raised(
            by: Contact.said(contact.title, contact.content),
            as: recent.first { $0.contact == contact.number }, recent: recent)
        return try raised.compactMap { alert in
            let id = try writer.raise(alert, by: contact.number, at: moment)
            return try writer.reader.alerts(.one(id)).first
        }
    }

    /// Reports from the place of a contact, its own among them; none where no rule asks or the place is not known.
    private func reports(like contact: Contact) throws -> [Occurrence] {
        guard let longest = rules.repeats.map(\.seconds).max() else { return [] }
        var voices = Voices()
        guard let place = voices.finder.place(of: voices.message(contact)), place.kind.isExact else {
            return []
        }
        let start = Instant(seconds: contact.receivedAt.seconds - longest)
        var occurrences: [Occurrence] = []
        try writer.reader.candidates(
            place: place.key, phone: nil, since: writer.settings.clock.day(of: start), limit: Self.most
        ) { spoken in
            guard voices.place(spoken)?.key == place.key,
                let topic = try writer.reader.category(id: spoken.category)?.rootCode
            else { return }
            occurrences.append(
                Occurrence(
                    contact: spoken.number, receivedAt: spoken.receivedAt, caller: spoken.caller,
                    matter: Matter(place: place.key, topic: topic)))
        }
        return occurrences
    }
}
