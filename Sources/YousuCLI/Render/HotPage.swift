import Casework
import Console
import Desk
import Insight
import Lettering
import Reports

/// Hot topics for people: a table with the last days as small columns, what stands out, and new words.
struct HotPage {
    let report: HotReport
    let style: Style

    var text: String {
        var blocks = ["\(report.period.fullName)诉求 \(report.total) 件\n"]
        if report.lines.isEmpty { return blocks[0] + "没有可排的热点。\n" }
        blocks.append(Sheet(report, withSeries: true).drawn)
        let found = report.lines.compactMap { line in
            line.concentration.map {
                "\(line.name)集中反映\($0.kind == .address ? "地址" : "问题")：\($0.label)（\($0.count)件）\n"
            }
        }
        if !found.isEmpty { blocks.append(found.joined()) }
        if let phrases = report.phrases {
            let words = phrases.map { "\($0.text)（\($0.callers)人）" }
            blocks.append("新出现的词：\(words.isEmpty ? "没有" : words.joined(separator: "、"))\n")
        }
        if let line = report.lines.first { blocks.append("看明细：yousu \(details(of: line))\n") }
        return blocks.joined(separator: "\n")
    }

    private func details(of line: HotReport.Line) -> String {
        let days = "--from \(report.period.first) --to \(report.period.last)"
        switch report.grouping {
        case .category, .district: return "list \(days) --\(report.grouping.rawValue) \(line.name)"
        case .street:
            let options = zip(["--street", "--district"], line.name.split(separator: "/").reversed())
            return "list \(days) " + options.map { "\($0) \($1)" }.joined(separator: " ")
        case .spot:
            // Of a crossing its two roads; else the name as it is written, its foreign words for themselves.
            let roads = line.topic.key.split(separator: "+")
            return "find \(roads.count > 1 ? roads.joined(separator: " ") : Self.words(line.name)) \(days)"
        }
    }

    /// A name with blanks where foreign letters begin and end: people write them with and without.
    private static func words(_ name: String) -> String {
        name.reduce(into: "") { words, letter in
            if let last = words.last, last.isASCII != letter.isASCII, (last.isASCII ? last : letter).isLetter
            {
                words.append(" ")
            }
            words.append(letter)
        }
    }
}

extension Sheet {
    /// Hot topics.
    init(_ report: HotReport, withSeries: Bool = false) {
        let heading =
            switch report.grouping {
            case .category: "分类"
            case .district: "区县"
            case .street: "街道"
            case .spot: "点位"
            }
        let right = [("件数", 4), ("占比", 4), ("上期", 4), ("环比", 4), ("预期", 4)].map {
            TableColumn($0.0, alignment: .right, minWidth: $0.1)
        }
        self.init(
            [TableColumn("名次", alignment: .right), TableColumn(heading, maxWidth: 24)] + right
                + [TableColumn("信号")] + (withSeries ? [TableColumn("走势")] : []),
            rows: report.lines.enumerated().map { index, line in
                let topic = line.topic
                let cells = [
                    "\(index + 1)", line.name, "\(topic.count)", topic.share.text,
                    topic.previous.map { String($0) } ?? "—",
                    topic.previous.flatMap { Self.change(topic.count, $0) } ?? "—",
                    topic.expected.map { String(Int($0.rounded())) } ?? "—", Self.words(topic.trend),
                ]
                return (cells + (withSeries ? [Self.sparkline(topic.series)] : [])).map { TableCell($0) }
            })
    }

    /// Concrete issues.
    init(_ report: IssueReport) {
        self.init(
            [
                TableColumn("名次", alignment: .right), TableColumn("人数", alignment: .right),
                TableColumn("件数", alignment: .right), TableColumn("地点或对象", maxWidth: 28),
                TableColumn("问题", minWidth: 10, maxWidth: 40, isFlexible: true), TableColumn("最早"),
                TableColumn("最近"), TableColumn("工单", maxWidth: 16),
            ],
            rows: report.lines.enumerated().map { index, line in
                let issue = line.issue
                return [
                    "\(index + 1)", "\(issue.callers)", "\(issue.contacts.count)", issue.place, issue.problem,
                    issue.first.description, issue.last.description,
                    issue.contacts.first.map { "\($0.caseNumber)" } ?? "",
                ].map { TableCell($0) }
            })
    }

    private static func change(_ now: Int, _ before: Int) -> String? {
        guard before > 0 else { return nil }
        let percent = Share(abs(now - before), of: before).text
        return now == before ? "持平" : (now > before ? "+" : "−") + percent
    }

    private static func words(_ trend: Trend?) -> String {
        switch trend {
        case .rising: "上升"
        case .falling: "下降"
        case .steady: "平稳"
        case nil: ""
        }
    }

    /// One column a day, as high as its share of the highest.
    static func sparkline(_ series: [Int]) -> String {
        let bars = Array("▁▂▃▄▅▆▇█")
        guard let most = series.max(), most > 0 else { return "" }
        return String(series.suffix(30).map { $0 == 0 ? " " : bars[($0 * 7 + most / 2) / most] })
    }
}
