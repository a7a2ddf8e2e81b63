import CaseStore
import Casework
import Console
import Desk
import Insight
import Lettering
import Reports

extension Sheet {
    /// Groups of cases that seem to be one matter.
    init(_ report: RepeatReport, clock: CityClock) {
        let rows = report.groups.enumerated().flatMap { index, group in
            group.cases.map { line in
                [TableCell("\(index + 1)")] + Self.brief(line, clock)
                    + [TableCell(line.number == group.target ? "并入这件" : "")]
            }
        }
        self.init([TableColumn("组", alignment: .right)] + Self.briefColumns + [TableColumn("建议")], rows: rows)
    }

    /// Cases that are like one that is being taken down.
    init(_ similar: [SimilarCase], clock: CityClock) {
        self.init(
            [TableColumn("相似", alignment: .right)] + Self.briefColumns + [TableColumn("为什么", maxWidth: 40)],
            rows: similar.map { entry in
                [TableCell(Terms.percent(entry.likeness.score))] + Self.brief(entry.line, clock)
                    + [TableCell(entry.likeness.reasons.map(Self.words).joined(separator: "、"))]
            })
    }

    private static let briefColumns = [
        TableColumn("工单号", minWidth: 14), TableColumn("受理时间"), TableColumn("点位", maxWidth: 20),
        TableColumn("诉求", minWidth: 10, maxWidth: 40, isFlexible: true), TableColumn("环节"),
    ]

    private static func brief(_ line: CaseLine, _ clock: CityClock) -> [TableCell] {
        [
            line.number.description, clock.plain(line.receivedAt), line.spot, line.title,
            Terms.name(line.stage),
        ].map { TableCell($0) }
    }

    fileprivate static func words(_ reason: Likeness.Reason) -> String {
        switch reason {
        case .sameText: "同样的话"
        case .sameSpot(let name): "同一地点：\(name)"
        case .sameWords(let share): "\(Terms.percent(share))的词相同"
        case .sameCaller: "同一诉求人"
        }
    }
}

extension JSONShapes {
    static func repeats(_ report: RepeatReport) -> JSON {
        .object([
            "schema": schema, "from": .string(report.period.first.description),
            "to": .string(report.period.last.description), "messages": .int(report.contacts),
            "groups": .array(
                report.groups.map { group in
                    .object([
                        "into": .string(group.target.description),
                        "numbers": .array(group.cases.map { .string($0.number.description) }),
                        "externalIds": .array(group.cases.compactMap(\.externalID).map { .string($0) }),
                    ])
                }),
        ])
    }

    static func similar(_ similar: [SimilarCase]) -> JSON {
        .object([
            "schema": schema,
            "cases": .array(
                similar.map { entry in
                    .object([
                        "number": .string(entry.line.number.description),
                        "title": .string(entry.line.title), "stage": .string(entry.line.stage.rawValue),
                        "score": .double(entry.likeness.score.rounded(decimals: 2)),
                        "reasons": .array(entry.likeness.reasons.map { .string(Sheet.words($0)) }),
                    ])
                }),
        ])
    }
}
