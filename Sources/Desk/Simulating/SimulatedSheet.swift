import Casework
import Simulation

/// Turns made-up cases into rows of the exchange format: a row for each contact with what became of it, and one for
/// each further callback. What another system would not hand over (who signed, who passed it on) is left out.
struct SimulatedSheet {
    static let columns: [Column] = [
        .record, .externalID, .about, .receivedAt, .channel, .kind, .category, .district, .street, .community,
        .spot, .address, .title, .content, .wants, .name, .phone, .confidential, .urgency, .disposition,
        .unit, .coUnits, .reply, .repliedAt, .callbackAt, .responded, .resolved, .satisfaction, .likes,
        .source,
    ]

    private let clock: CityClock
    private let channels: [Channel.ID: String]
    private let kinds: [RequestKind.ID: String]
    private let categories: [Category.ID: String]
    private let areas: [Area.ID: [String]]
    private let units: [Unit.ID: String]

    init(_ city: CityConfiguration) {
        func names<Value: Identifiable, Name>(_ rows: [Entry<Value>], _ name: (Value) -> Name) -> [Value.ID:
            Name]
        {
            Dictionary(rows.map { ($0.value.id, name($0.value)) }) { first, _ in first }
        }
        clock = city.settings.clock
        channels = names(city.channels, \.name)
        kinds = names(city.kinds, \.name)
        categories = names(city.categories, \.path)
        areas = names(city.areas, \.names)
        units = names(city.units, \.name)
    }

    /// The rows of a case.
    func rows(of made: SimulatedCase) -> [[String]] {
        let dispositions = made.dispositions
        var rows: [[Column: String]] = []
        for (contact, caller) in zip(made.contacts, made.callers) {
            let sequence = contact.number.sequence
            var cells = cells(contact, caller)
            if made.isInvalid {
                cells[.record] = "invalid"
            } else {
                if sequence > 1 { cells[.about] = made.contacts[0].externalID }
                cells.merge(course(made, sequence, dispositions[sequence - 1])) { _, new in new }
            }
            let calls = made.events.filter { $0.action == .callback && $0.sequence == sequence }
            let tries = made.events.filter { $0.action == .attempt && $0.sequence == sequence }
            if let call = calls.first ?? tries.last { cells.merge(callback(call)) { _, new in new } }
            rows.append(cells)
            for (count, call) in calls.dropFirst().enumerated() {
                var cells = callback(call)
                cells[.record] = "callback"
                cells[.externalID] = "\(contact.externalID ?? "")-\(count + 2)"
                cells[.about] = contact.externalID
                cells[.source] = contact.source
                rows.append(cells)
            }
        }
        return rows.map { row in Self.columns.map { row[$0] ?? "" } }
    }

    private func cells(_ contact: Contact, _ caller: Caller) -> [Column: String] {
        let areas = contact.place.area.flatMap { self.areas[$0] } ?? []
        var cells: [Column: String] = [
            .record: "contact", .externalID: contact.externalID ?? "",
            .receivedAt: clock.iso(contact.receivedAt),
            .channel: channels[contact.channel] ?? "", .kind: contact.kind.flatMap { kinds[$0] } ?? "",
            .category: contact.category.flatMap { categories[$0] } ?? "", .spot: contact.place.spot,
            .address: contact.place.address, .title: contact.title, .content: contact.content,
            .wants: contact.wants, .name: caller.name, .phone: caller.phone,
            .confidential: contact.confidential ? "yes" : "",
            .urgency: contact.urgency == .normal ? "" : Terms.name(contact.urgency),
            .likes: contact.likes.map(String.init) ?? "", .source: contact.source,
        ]
        for (column, name) in zip([Column.district, .street, .community], areas) { cells[column] = name }
        return cells
    }

    /// How a contact was dealt with: the answer, or the unit and its first reply.
    private func course(_ made: SimulatedCase, _ sequence: Int, _ disposition: Disposition) -> [Column:
        String]
    {
        let received = made.contacts[sequence - 1].receivedAt
        switch disposition {
        case .undisposed: return [:]
        case .direct:
            let answer = made.events.first {
                $0.disposition == .direct && $0.action != .contact && $0.sequence ?? sequence == sequence
                    && $0.at >= received
            }
            return [
                .disposition: "direct",
                .reply: answer.map { $0.reply.isEmpty ? $0.reason : $0.reply } ?? "",
                .repliedAt: answer.map { clock.iso($0.at) } ?? "",
            ]
        case .transferred:
            var cells: [Column: String] = [.disposition: "transfer"]
            for event in made.events {
                if [.dispatch, .pass, .review, .rule, .rework].contains(event.action), let unit = event.unit {
                    cells[.unit] = units[unit]
                    cells[.coUnits] = event.coUnits.compactMap { units[$0] }.joined(separator: ";")
                }
                guard event.action == .reply && event.unit == nil || event.action == .strike,
                    event.at >= received
                else { continue }
                cells[.reply] = event.reply
                cells[.repliedAt] = clock.iso(event.at)
                break
            }
            // Those who ring while a unit is at work are told with the case's own reply.
            if sequence > 1 { (cells[.reply], cells[.repliedAt]) = (nil, nil) }
            return cells
        }
    }

    private func callback(_ event: Event) -> [Column: String] {
        guard let outcome = event.outcome else {
            return [.callbackAt: clock.iso(event.at), .responded: ImportRow.unreached]
        }
        return [
            .callbackAt: clock.iso(event.at), .responded: outcome.responded ? "yes" : "no",
            .resolved: outcome.resolved.rawValue, .satisfaction: Terms.name(outcome.satisfaction),
        ]
    }
}
