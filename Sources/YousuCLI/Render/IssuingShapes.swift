import CaseStore
import Casework
import Desk
import Reports

extension JSONShapes {
    static func origin(_ origin: DailyBulletin.Origin) -> String {
        switch origin {
        case .computed: "computed"
        case .waiting: "waiting"
        case .issued: "issued"
        case .historic: "historic"
        }
    }

    static func edition(_ edition: Edition, clock: CityClock) -> JSON {
        .object([
            "number": .int(edition.publication.number), "at": .string(clock.iso(edition.issuedAt)),
            "by": .array(edition.signatures.map { .string($0.staff) }),
            "reason": .string(edition.publication.reason), "text": .string(edition.printed),
        ])
    }

    static func issued(_ receipt: IssueReceipt) -> JSON {
        .object([
            "schema": schema, "date": .string(receipt.day.description), "number": .int(receipt.number),
            "issued": .bool(receipt.isIssued), "text": .string(receipt.text),
            "notices": .array(receipt.notices.map { .string(Wording.words($0)) }),
        ])
    }

    static func issueList(_ days: [IssueState], clock: CityClock) -> JSON {
        .object([
            "schema": schema,
            "days": .array(
                days.map { state in
                    .object([
                        "date": .string(state.day.description), "state": .string(state.word),
                        "issued": .array(state.issued.map { edition($0, clock: clock) }),
                    ])
                }),
        ])
    }

    static func difference(_ difference: BulletinDifference, clock: CityClock) -> JSON {
        var figures = difference.figures.map { ($0.name, $0.then, $0.now) }
        figures.append(("回访量", difference.callbacks.then, difference.callbacks.now))
        return .object([
            "schema": schema, "date": .string(difference.edition.publication.day.description),
            "number": .int(difference.edition.publication.number),
            "figures": .array(
                figures.map { name, then, now in
                    .object(["name": .string(name), "then": .int(then), "now": .int(now)])
                }),
            "findings": .array(
                difference.findings.map { finding in
                    .object([
                        "topic": .string(finding.topic), "then": .optional(finding.then?.label),
                        "now": .optional(finding.now?.label), "thenCount": .int(finding.then?.count ?? 0),
                        "nowCount": .int(finding.now?.count ?? 0),
                    ])
                }),
            "contacts": .array(
                difference.contacts.map { contact in
                    .object([
                        "number": .string(contact.line.number.description),
                        "receivedAt": .string(clock.iso(contact.line.receivedAt)),
                        "left": .array(contact.left.map { .string($0) }),
                        "entered": .array(contact.entered.map { .string($0) }),
                        "action": .optional(contact.event?.action.rawValue),
                        "at": .optional(contact.event.map { clock.iso($0.at) }),
                        "recordedAt": .optional(contact.event.map { clock.iso($0.recordedAt) }),
                        "by": .optional(contact.event?.staff),
                        "reason": .optional(contact.event?.reason), "title": .string(contact.line.title),
                    ])
                }),
            "cameCallbacks": .array(
                difference.cameCallbacks.map { .string($0.number.description) }),
            "goneCallbacks": .array(
                difference.goneCallbacks.map { .string($0.number.description) }),
        ])
    }

    static func readBack(_ days: [ReadBackDay]) -> JSON {
        .object([
            "schema": schema,
            "days": .array(
                days.map { day in
                    .object([
                        "date": .optional(day.published.day?.description), "fate": .string(day.word),
                        "figures": .array(
                            day.figures.map { name, count, line in
                                .object(["name": .string(name), "count": .int(count), "line": .int(line)])
                            }),
                        "faults": .array(day.published.faults.map { .string(Wording.words($0)) }),
                        "remarks": .array(day.published.remarks.map { .string(Wording.words($0)) }),
                    ])
                }),
        ])
    }
}

extension IssueState {
    /// What has become of the day's bulletin.
    var word: String {
        if let waiting { return waiting.publication.number == 0 ? "waiting" : "correctionWaiting" }
        if issued.isEmpty { return isHistoric ? "historic" : "missing" }
        return issued.count > 1 ? "corrected" : "issued"
    }
}

extension ReadBackDay {
    /// What was done with the day.
    var word: String {
        switch fate {
        case .taken: "taken"
        case .known: "known"
        case .otherwise: "otherwise"
        case .own: "own"
        case .future: "future"
        case .unreadable: "unreadable"
        }
    }

    /// The figures that were read, with their lines.
    var figures: [(name: String, count: Int, line: Int)] {
        guard let bulletin = published.bulletin else { return [] }
        let figures: [(PublishedFigure, Int)] =
            [(.calls, bulletin.calls), (.messages, bulletin.messages)]
            + bulletin.channels.map { (.channel($0.name), $0.count) }
            + [
                (.direct, bulletin.direct), (.transferred, bulletin.transferred),
                (.callbacks, bulletin.callbacks),
            ]
        return figures.map { (Terms.name($0), $1, published.lines[$0] ?? 0) }
            + bulletin.topics.map { ($0.category, $0.count, published.lines[.topic($0.rank)] ?? 0) }
    }
}
