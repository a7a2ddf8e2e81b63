import CaseStore
import Casework
import Desk
import Reports

/// The program's answers as JSON: the shapes that scripts rely on.
enum JSONShapes {
    /// The number of the shapes' version.
    static let schema = JSON.int(1)

    static func receipt(_ receipt: Receipt) -> JSON {
        .object([
            "schema": schema, "number": .string(receipt.number.description),
            "contact": .optional(receipt.contact?.description),
            "notices": .array(receipt.notices.map { .string(Wording.words($0)) }),
        ])
    }

    static func bulletin(_ daily: DailyBulletin, clock: CityClock) -> JSON {
        let bulletin = daily.bulletin
        return .object([
            "schema": schema, "date": .string(bulletin.day.description), "calls": .int(bulletin.calls),
            "messages": .int(bulletin.messages),
            "channels": .array(
                bulletin.channels.map { .object(["name": .string($0.name), "count": .int($0.count)]) }),
            "direct": .int(bulletin.direct), "transferred": .int(bulletin.transferred),
            "undisposed": .int(bulletin.undisposed), "callbacks": .int(bulletin.callbacks),
            "topics": .array(bulletin.topics.map { topic($0, words: daily.wordings[$0.code]) }),
            "text": .string(daily.text), "draft": .bool(!daily.obstacles.isEmpty),
            "origin": .string(origin(daily.origin)),
            "issued": .array(daily.issued.map { edition($0, clock: clock) }),
        ])
    }

    private static func topic(_ topic: Bulletin.Topic, words: String?) -> JSON {
        var values: [String: JSON] = [
            "rank": .int(topic.rank), "category": .string(topic.category), "count": .int(topic.count),
            "contact": .string(topic.contact),
            "concentration": topic.concentration.map(concentration) ?? .null,
        ]
        // An editor's words stand beside what was computed.
        if let words { values["words"] = .string(words) }
        return .object(values)
    }

    static func concentration(_ concentration: Bulletin.Concentration) -> JSON {
        .object([
            "kind": .string(concentration.kind.rawValue), "label": .string(concentration.label),
            "count": .int(concentration.count),
            "numbers": .array(concentration.numbers.map { .string($0.description) }),
        ])
    }

    static func staff(_ staff: [StaffView]) -> JSON {
        .object([
            "schema": schema,
            "staff": .array(
                staff.map { view in
                    .object([
                        "name": .string(view.member.name),
                        "roles": .array(view.member.roles.map(\.rawValue).sorted().map { .string($0) }),
                        "unit": .string(view.unit), "enabled": .bool(view.member.isEnabled),
                    ])
                }),
        ])
    }

    static func show(_ view: CaseView, clock: CityClock) -> JSON {
        let lead = view.lead
        let state = view.file.state
        return .object([
            "schema": schema, "number": .string(view.file.number.description),
            "receivedAt": .optional(lead.map { clock.iso($0.state.receivedAt) }),
            "channel": .optional(lead?.channel), "kind": .optional(lead?.kind),
            "category": .optional(lead?.category),
            "categorySource": .optional(lead?.state.categorySource.rawValue),
            "district": .optional(lead?.areas.first ?? ""), "spot": .optional(lead?.state.place.spot),
            "title": .optional(lead.map { $0.contact.title.isEmpty ? $0.contact.content : $0.contact.title }),
            "stage": .string(view.file.state.stage.rawValue), "unit": .string(view.unit),
            "coUnits": .array(view.coUnits.map { .string($0) }),
            "dueAt": .optional(view.deadline?.instant.map(clock.iso)),
            "signBy": .optional(view.signBy?.instant.map(clock.iso)),
            "deadlineText": .optional(view.reckoning.map { Wording.sentence($0, clock: clock) }),
            "ending": .optional(state.ending?.rawValue), "mergedInto": .optional(state.target?.description),
            "merged": .array(view.merged.map { .string($0.description) }),
            "supervision": .array(view.supervision.map { .string(Terms.words($0)) }),
            "suspendedUntil": .optional(state.suspension?.until.description),
            "leader": .string(view.leader),
            "units": .array(view.assignments.map { assignment($0, clock: clock) }),
            "signal": .optional(view.signal?.rawValue), "externalId": .optional(lead?.contact.externalID),
            "trackedIssues": .array(view.tracked.map { .int(Int($0.id)) }),
            "alerts": .array(view.alerts.map { .object(alert($0, clock: clock)) }),
            "actions": .array(view.possible.map { .string($0.rawValue) }),
            "contacts": .array(view.contacts.map { contact($0, clock: clock) }),
            "attachments": .array(view.attachments.map { attachment($0, clock: clock) }),
            "events": .array(view.events.map { event($0, clock: clock) }),
        ])
    }

    private static func assignment(_ view: AssignmentView, clock: CityClock) -> JSON {
        let assignment = view.assignment
        return .object([
            "unit": .string(view.unit), "since": .string(clock.iso(assignment.since)),
            "by": .string(assignment.by.rawValue),
            "signedAt": .optional(assignment.signedAt.map(clock.iso)),
            "returnedAt": .optional(assignment.returnedAt.map(clock.iso)),
            "dueAt": .optional(view.deadline?.instant.map(clock.iso)),
            "endedAt": .optional(assignment.endedAt.map(clock.iso)),
            "end": .optional(assignment.end?.rawValue),
        ])
    }

    private static func attachment(_ view: AttachmentView, clock: CityClock) -> JSON {
        .object([
            "number": .int(view.place), "name": .string(view.name), "size": .int(view.attachment.size),
            "at": .string(clock.iso(view.event.at)), "by": .string(view.event.staff),
            "state": .string(view.state.rawValue),
        ])
    }

    private static func contact(_ view: ContactView, clock: CityClock) -> JSON {
        .object([
            "number": .string(view.number.description),
            "receivedAt": .string(clock.iso(view.state.receivedAt)),
            "channel": .string(view.channel), "kind": .string(view.kind), "category": .string(view.category),
            "categorySource": .string(view.state.categorySource.rawValue),
            "areas": .array(view.areas.map { .string($0) }), "spot": .string(view.state.place.spot),
            "address": .string(view.state.place.address), "title": .string(view.contact.title),
            "content": .string(view.contact.content), "wants": .string(view.contact.wants),
            "urgency": .string(view.contact.urgency.rawValue),
            "confidential": .bool(view.contact.confidential),
            "name": .string(view.name), "phone": .string(view.phone),
            "disposition": .string(view.state.disposition.rawValue),
            "standing": .string(view.state.standing.rawValue), "excluded": .bool(view.state.isExcluded),
            "externalId": .optional(view.contact.externalID),
        ])
    }

    private static func event(_ view: EventView, clock: CityClock) -> JSON {
        let event = view.event
        var values: [String: JSON] = [
            "at": .string(clock.iso(event.at)), "recordedAt": .string(clock.iso(event.recordedAt)),
            "by": .string(event.staff), "action": .string(event.action.rawValue),
            "from": .string(view.from.rawValue), "to": .string(view.to.rawValue),
            "contact": .optional(
                event.sequence.map { ContactNumber(caseNumber: event.caseNumber, sequence: $0).description }),
        ]
        if !view.unit.isEmpty { values["unit"] = .string(view.unit) }
        if !view.coUnits.isEmpty { values["coUnits"] = .array(view.coUnits.map { .string($0) }) }
        if !event.reply.isEmpty { values["reply"] = .string(event.reply) }
        if !event.reason.isEmpty { values["reason"] = .string(event.reason) }
        if let verdict = event.verdict { values["verdict"] = .bool(verdict) }
        if let ending = event.ending { values["ending"] = .string(ending.rawValue) }
        if let allowance = event.allowance { values["allowance"] = .string(Terms.name(allowance)) }
        if let until = event.until { values["until"] = .string(until.description) }
        if !view.leader.isEmpty { values["leader"] = .string(view.leader) }
        if let target = event.target { values["target"] = .string(target.description) }
        if !event.note.isEmpty { values["note"] = .string(event.note) }
        if let outcome = event.outcome {
            values["responded"] = .bool(outcome.responded)
            values["resolved"] = .string(outcome.resolved.rawValue)
            values["satisfaction"] = .string(Terms.name(outcome.satisfaction))
        }
        return .object(values)
    }

    static func explanation(_ explanation: Explanation, clock: CityClock) -> JSON {
        switch explanation {
        case .contacts(let lines):
            .object([
                "schema": schema, "count": .int(lines.count),
                "contacts": .array(
                    lines.map { line in
                        .object([
                            "number": .string(line.number.description),
                            "receivedAt": .string(clock.iso(line.receivedAt)),
                            "channel": .string(line.facet.channel.name),
                            "kind": .string(line.facet.kind?.name ?? ""),
                            "category": .string(line.facet.category.path),
                            "disposition": .string(line.facet.disposition.rawValue),
                            "area": .string(line.area),
                            "spot": .string(line.spot), "title": .string(line.title),
                        ])
                    }),
            ])
        case .callbacks(let lines):
            .object([
                "schema": schema, "count": .int(lines.count),
                "callbacks": .array(
                    lines.map { line in
                        .object([
                            "number": .string(line.number.description), "at": .string(clock.iso(line.at)),
                            "by": .string(line.staff), "responded": .bool(line.outcome.responded),
                            "resolved": .string(line.outcome.resolved.rawValue),
                            "satisfaction": .string(Terms.name(line.outcome.satisfaction)),
                        ])
                    }),
            ])
        }
    }

    /// A row of the exchange format; what is empty is null.
    static func record(_ keys: [String], _ cells: [String]) -> JSON {
        .object(
            Dictionary(zip(keys, cells.map { $0.isEmpty ? JSON.null : .string($0) })) { first, _ in first })
    }

    /// The key of a column: `received_at` is `receivedAt`.
    static func key(_ column: String) -> String {
        let words = column.split(separator: "_")
        return words.prefix(1).joined()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
