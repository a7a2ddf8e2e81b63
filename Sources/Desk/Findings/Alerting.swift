import CaseStore
import Casework
import Insight

/// Which alerts somebody wants. Names are what people type; nil is what was not given.
public struct AlertsRequest: Sendable {
    /// Of contacts of these days; where no day is given, those to which nobody saw.
    public var stretch = Stretch()
    /// Only of this rule.
    public var rule: String?
    /// The state as of this moment.
    public var asOf: String?

    /// All to which nobody saw.
    public init() {}
}

extension Desk {
    /// Alerts of cases that the person may see, the newest first.
    public func alerts(_ request: AlertsRequest) throws -> [RaisedAlert] {
        try store.read { reader in
            let clock = try reader.settings().clock
            let moment = try asOf(request.asOf, clock: clock)
            var selection = StoreReader.AlertSelection.open
            if request.stretch != Stretch() {
                let period = try period(request.stretch, clock: clock, now: moment ?? now())
                selection = .received(
                    from: clock.start(of: period.first),
                    through: clock.end(of: period.last))
            }
            let isSeen = try sight(reader)
            let alerts = try reader.alerts(selection, asOf: moment).filter {
                try isSeen($0.contact.caseNumber)
            }
            guard let rule = request.rule else { return alerts }
            let found = alerts.filter { $0.alert.rule == rule }
            let known = try reader.alertRules().names
            guard !found.isEmpty || known.contains(rule) else {
                throw DeskError.badChoice(field: "--rule", value: rule, choices: known)
            }
            return found
        }
    }

    /// What the rules in force would have raised in a period, by rule and in their order; nothing is kept.
    public func triedAlerts(_ request: AlertsRequest) throws -> [(rule: String, alerts: [TriedAlert])] {
        try store.read { reader in
            let clock = try reader.settings().clock
            let moment = try asOf(request.asOf, clock: clock)
            let period = try period(request.stretch, clock: clock, now: moment ?? now())
            let isSeen = try sight(reader)
            let rules = try reader.alertRules()
            let alerts = Alerts(rules)
            let longest = rules.repeats.map(\.seconds).max() ?? 0
            let belongings = try Belongings(reader)
            var voices = Voices()
            var recent: [Matter: [Occurrence]] = [:]
            var found: [String: [TriedAlert]] = [:]
            try reader.spoken(from: period.first, to: period.last, asOf: moment) { spoken in
                var occurrence: Occurrence?
                var earlier: [Occurrence] = []
                if longest > 0, let place = voices.place(spoken),
                    let topic = belongings.topics[spoken.category]
                {
                    let matter = Matter(place: place.key, topic: topic.rootCode)
                    let report = Occurrence(
                        contact: spoken.number, receivedAt: spoken.receivedAt, caller: spoken.caller,
                        matter: matter)
                    earlier = (recent[matter] ?? []).filter {
                        $0.receivedAt.seconds > spoken.receivedAt.seconds - longest
                    }
                    recent[matter] = earlier + [report]
                    occurrence = report
                }
                let said = Contact.said(spoken.title, spoken.content)
                let raised = alerts.raised(by: said, as: occurrence, recent: earlier)
                guard !raised.isEmpty, try isSeen(spoken.number.caseNumber) else { return }
                for alert in raised {
                    found[alert.rule, default: []].append(
                        TriedAlert(contact: spoken.number, receivedAt: spoken.receivedAt, alert: alert))
                }
            }
            return rules.names.map { ($0, found[$0] ?? []) }
        }
    }

    /// Records that somebody saw to alerts: all of them, or none where one cannot be.
    public func acknowledge(_ numbers: [String], note: String?, at: String?) throws -> [Receipt] {
        guard !numbers.isEmpty else { throw DeskError.missing("警示编号") }
        let note = try Texts.beside(note ?? "", field: "--note")
        return try store.write { writer in
            let clock = writer.settings.clock
            try require([.agent, .dispatcher, .supervisor], for: "确认警示", writer.reader)
            let moment = try moment(at, clock: clock, now: now())
            var seen: Set<Int64> = []
            return try numbers.map { text in
                guard let id = Int64(text), let alert = try writer.reader.alerts(.one(id)).first else {
                    throw DeskError.noSuchAlert(text)
                }
                guard seen.insert(id).inserted else { throw DeskError.namedTwice(text) }
                if let known = alert.acknowledgement {
                    throw DeskError.acknowledged(text, by: known.staff)
                }
                guard moment >= alert.receivedAt else {
                    throw DeskError.beforeLast(moment, last: alert.receivedAt, clock)
                }
                try writer.acknowledge(alert: id, at: moment, recordedAt: now(), by: actor.staff, note: note)
                return Receipt(number: alert.contact.caseNumber, contact: alert.contact, notices: [])
            }
        }
    }
}

/// An alert that the rules in force would have raised.
public struct TriedAlert: Hashable, Sendable {
    /// The contact.
    public let contact: ContactNumber
    /// When it was received.
    public let receivedAt: Instant
    /// What would have been told.
    public let alert: Alert
}
