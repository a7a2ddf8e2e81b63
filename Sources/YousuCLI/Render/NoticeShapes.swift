import Casework
import Desk
import Reports

extension JSONShapes {
    static func notice(_ report: NoticeReport, clock: CityClock) -> JSON {
        let notice = report.notice
        var values: [String: JSON] = [
            "schema": schema, "from": .string(notice.window.period.first.description),
            "to": .string(notice.window.period.last.description),
            "begin": .string(clock.iso(notice.window.range(clock).lowerBound)),
            "end": .string(clock.iso(notice.window.range(clock).upperBound)),
            "until": .string(clock.iso(notice.until)), "scope": .string(notice.scope),
            "basis": .string(notice.basis == .received ? "received" : "dispatched"),
            "total": .int(notice.total), "calls": .int(notice.groups[.phone] ?? 0),
            "messages": .int(notice.groups[.online] ?? 0),
            "others": .int(notice.groups[.internal] ?? 0),
            "direct": .int(notice.dispositions[.direct] ?? 0),
            "transferred": .int(notice.dispositions[.transferred] ?? 0),
            "undisposed": .int(notice.dispositions[.undisposed] ?? 0),
            "kinds": parts(notice.kinds), "channels": parts(notice.channels),
            "districts": parts(notice.districts), "streets": parts(notice.streets),
            "work": .object(work(notice.work)), "rates": .object(three(notice.rates)),
            "adjusted": .object(three(notice.adjusted)), "topics": .array(notice.topics.map(topic)),
            "units": .array(
                notice.units.map { line in
                    var values = work(line.work)
                    values["name"] = .string(line.name)
                    values["rates"] = .object(three(line.rates))
                    return .object(values)
                }),
            "issues": notice.issues.map { .array($0.map(issue)) } ?? .null,
            "days": .array(
                notice.days.map {
                    .object(["date": .string($0.day.description), "count": .int($0.count)])
                }),
            "hours": .array(notice.hours.map { .int($0) }), "text": .string(report.text),
            "draft": .bool(!report.obstacles.isEmpty),
        ]
        values.merge(changes(notice.changes)) { $1 }
        return .object(values)
    }

    private static func parts(_ parts: [Reports.Notice.Part]) -> JSON {
        .array(parts.map { .object(["name": .string($0.name), "count": .int($0.count)]) })
    }

    private static func changes(_ changes: [Comparison: Change]) -> [String: JSON] {
        Dictionary(
            uniqueKeysWithValues: changes.map { comparison, change in
                (
                    comparison.rawValue,
                    .object([
                        "count": .int(change.before), "change": change.ratio.map { .double($0) } ?? .null,
                        "text": .string(change.text()),
                    ])
                )
            })
    }

    private static func topic(_ topic: Reports.Notice.Topic) -> JSON {
        var values: [String: JSON] = [
            "rank": .int(topic.rank), "category": .string(topic.name), "count": .int(topic.count),
            "parts": parts(topic.parts),
        ]
        values.merge(changes(topic.changes)) { $1 }
        return .object(values)
    }

    private static func issue(_ issue: Reports.Notice.Issue) -> JSON {
        .object([
            "place": .string(issue.place), "problem": .string(issue.problem), "callers": .int(issue.callers),
            "contacts": .int(issue.contacts),
        ])
    }

    private static func work(_ work: UnitWork) -> [String: JSON] {
        [
            "dispatches": .int(work.dispatches), "received": .int(work.received),
            "passed": .int(work.passed), "finished": .int(work.finished),
            "carriedOver": .int(work.carriedOver), "finishRate": rate(work.finishRate),
            "signedOnTime": rate(work.signingRate), "finishedOnTime": rate(work.finishingRate),
            "overdue": .int(work.overdue), "returned": rate(work.returnRate), "reworks": .int(work.reworks),
            "suspended": .int(work.suspended), "struck": .int(work.struck), "open": .int(work.openCount),
            "red": .int(work.open[.red] ?? 0), "yellow": .int(work.open[.yellow] ?? 0),
            "green": .int(work.open[.green] ?? 0),
        ]
    }
}
