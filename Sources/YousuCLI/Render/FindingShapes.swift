import Casework
import Desk
import Insight
import Reports

extension JSONShapes {
    static func hot(_ report: HotReport) -> JSON {
        var values: [String: JSON] = [
            "schema": schema, "from": .string(report.period.first.description),
            "to": .string(report.period.last.description), "total": .int(report.total),
            "topics": .array(report.lines.map { .object(line($0, report.grouping)) }),
        ]
        if let phrases = report.phrases {
            values["phrases"] = .array(
                phrases.map {
                    .object([
                        "text": .string($0.text), "callers": .int($0.callers),
                        "expected": .double($0.expected.rounded(decimals: 2)),
                    ])
                })
        }
        return .object(values)
    }

    private static func line(_ line: HotReport.Line, _ grouping: HotRequest.Grouping) -> [String: JSON] {
        let topic = line.topic
        return [
            grouping.rawValue: .string(line.name), "count": .int(topic.count),
            "share": .double(topic.share.value ?? 0), "previous": topic.previous.map { .int($0) } ?? .null,
            "change": topic.change.map { .double($0.rounded(decimals: 4)) } ?? .null,
            "expected": topic.expected.map { .double($0.rounded(decimals: 2)) } ?? .null,
            "signal": .string((topic.trend ?? .steady).rawValue),
            "chance": topic.chance.map { .double($0) } ?? .null,
            "series": .array(topic.series.map { .int($0) }),
            "concentration": line.concentration.map(concentration) ?? .null,
        ]
    }

    static func issues(_ report: IssueReport) -> JSON {
        .object([
            "schema": schema, "from": .string(report.period.first.description),
            "to": .string(report.period.last.description), "messages": .int(report.contacts),
            "issues": .array(
                report.lines.enumerated().map { index, line in
                    let issue = line.issue
                    return .object([
                        "rank": .int(index + 1), "place": .string(issue.place),
                        "problem": .string(issue.problem), "contacts": .int(issue.contacts.count),
                        "callers": .int(issue.callers), "likes": .int(issue.likes),
                        "first": .string(issue.first.description), "last": .string(issue.last.description),
                        "score": .double(issue.score.rounded(decimals: 2)),
                        "numbers": .array(issue.contacts.map { .string($0.description) }),
                        "externalIds": .array(line.externalIDs.map { .string($0) }),
                    ])
                }),
        ])
    }
}
