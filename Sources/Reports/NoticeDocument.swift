import Casework
import Lettering
import Paper

extension Document {
    /// A published text as a document: its first line is the title, lines that begin with 一、 are headings, and every other
    /// line is a paragraph.
    public init(published text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        self.init(title: lines.first ?? "", blocks: lines.dropFirst().map(Block.init(line:)))
    }

    /// Puts under it who publishes it and when, and above it who looked at it. What is no more than a draft bears nobody's name.
    mutating func sign(_ signatory: String, on day: CivilDay, mark: String?, isDraft: Bool) {
        if !isDraft {
            self.signatory = signatory
            let day = day.parts
            date = "\(day.year)年\(day.month)月\(day.day)日"
        }
        self.mark = isDraft ? ["草稿", mark].compactMap(\.self).joined(separator: " ") : mark
    }
}

extension Document.Block {
    fileprivate init(line: String) {
        let ordinal = line.prefix { "一二三四五六七八九十".contains($0) }
        if !ordinal.isEmpty, line.dropFirst(ordinal.count).first == "、" {
            self = .heading(.first, line)
        } else {
            self = .paragraph(line)
        }
    }
}

extension Notice {
    /// The notice as a document: its text, and all its figures in tables and charts behind it.
    ///
    /// - Parameters:
    ///   - text: the text as it is published.
    ///   - mark: who looked at it and when.
    public func document(
        text: String, settings: CitySettings, mark: String?, isDraft: Bool = false
    ) -> Document {
        var document = Document(published: text)
        document.sign(settings.hotline, on: settings.clock.day(of: until), mark: mark, isDraft: isDraft)
        document.blocks += [.pageBreak, .heading(.first, "附表")]
        document.blocks += [.table(rateTable), .table(unitTable), .table(qualityTable), .table(topicTable)]
        document.blocks += [.table(table("诉求类型", "类型", kinds)), .table(table("受理渠道", "渠道", channels))]
        document.blocks += [.table(table("区县分布", "区县", districts)), .table(streetTable)]
        document.blocks += charts.map { .chart($0) }
        document.blocks.append(.note(note))
        return document
    }

    private var note: String {
        "注：转办按转交的日期计，下派到下级单位的在该单位另计一次；按时签收、按时办结、逾期按各单位自己的期限；"
            + "三率按回访的日期计，为甄别前的数字；重办不另计转办和办结，但另有签收和办结的期限，所以按时签收可以多于转办。"
    }

    private var unitTable: Document.Table {
        unitTable(
            "承办单位按时情况",
            [("转办", 4), ("按时签收", 4), ("签收率", 6), ("按时办结", 4), ("按时率", 6), ("逾期", 4)]
        ) { line in
            [
                .number(line.work.dispatches), .number(line.work.signedOnTime), .rate(line.work.signingRate),
                .number(line.work.finishedOnTime), .rate(line.work.finishingRate), .number(line.work.overdue),
            ]
        }
    }

    private var qualityTable: Document.Table {
        unitTable(
            "承办单位办结、退单和满意情况",
            [("办结", 4), ("退单", 4), ("退单率", 6), ("重办", 4), ("回访", 4), ("满意率", 6)]
        ) { line in
            [
                .number(line.work.finished), .number(line.work.returned), .rate(line.work.returnRate),
                .number(line.work.reworks), .number(line.rates.calledBack), .rate(line.rates.satisfaction),
            ]
        }
    }

    /// A line for each unit and one for the whole; figures get little room, so that names have enough.
    private func unitTable(
        _ title: String, _ columns: [(heading: String, width: Int)],
        cells: (UnitLine) -> [Document.Cell]
    ) -> Document.Table {
        let whole = UnitLine(name: "合计", work: work, rates: rates)
        return Document.Table(
            title,
            columns: [Document.Column("单位")]
                + columns.map { Document.Column($0.heading, .right, width: $0.width) },
            rows: units.isEmpty ? [] : (units + [whole]).map { [.text($0.name)] + cells($0) })
    }

    private var rateTable: Document.Table {
        func row(
            _ name: String, _ formula: KeyPath<ThreeRates, String>, _ rate: KeyPath<ThreeRates, Rate>
        ) -> [Document.Cell] {
            [
                .text(name), .rate(rates[keyPath: rate]), .text(rates[keyPath: formula]),
                .rate(adjusted[keyPath: rate]), .text(adjusted[keyPath: formula]),
            ]
        }
        return Document.Table(
            "三率",
            columns: [
                Document.Column("指标"), Document.Column("数值", .right), Document.Column("算法"),
                Document.Column("甄别后", .right), Document.Column("算法"),
            ],
            rows: rates.calledBack == 0
                ? []
                : [
                    row("响应率", \.responseFormula, \.response),
                    row("解决率", \.resolutionFormula, \.resolution),
                    row("满意率", \.satisfactionFormula, \.satisfaction),
                ])
    }

    private var topicTable: Document.Table {
        Document.Table(
            "热点诉求",
            columns: [
                Document.Column("类别"), Document.Column("件数", .right), Document.Column("占比", .right),
                Document.Column("上期", .right), Document.Column("环比"), Document.Column("上年同期", .right),
                Document.Column("同比"),
            ],
            rows: topics.map { topic in
                [.text(topic.name), .number(topic.count), .share(Share(topic.count, of: total))]
                    + Comparison.allCases.flatMap { cells(topic.changes[$0]) }
            })
    }

    /// The count before and how much more or fewer there are now.
    private func cells(_ change: Change?) -> [Document.Cell] {
        guard let change else { return ["", "无可比数据"] }
        guard change.difference != 0 else { return [.number(change.before), "持平"] }
        let percent = change.percentText ?? "（不计百分比）"
        return [.number(change.before), .text((change.difference < 0 ? "下降" : "上升") + percent)]
    }

    private var streetTable: Document.Table {
        table("街道（乡镇）分布", "街道（乡镇）", streets, of: streets.reduce(0) { $0 + $1.count })
    }

    private func table(
        _ title: String, _ heading: String, _ parts: [Part], of whole: Int? = nil
    ) -> Document.Table {
        Document.Table(
            title,
            columns: [
                Document.Column(heading), Document.Column("件数", .right), Document.Column("占比", .right),
            ],
            rows: parts.map {
                [.text($0.name), .number($0.count), .share(Share($0.count, of: whole ?? total))]
            })
    }

    private var charts: [Document.Chart] {
        func bars(_ title: String, _ axis: String, _ parts: [(name: String, count: Int)]) -> Document.Chart {
            Document.Chart(
                .bars, title, axis: axis, labels: parts.map(\.name),
                series: [Document.Chart.Series("件数", parts.map(\.count))])
        }
        // What was never counted is no row of zeros.
        let isEmpty = total == 0
        return [
            Document.Chart(
                .line, "每日诉求（件）", axis: "日期", labels: days.map { Period($0.day).name },
                series: [Document.Chart.Series("诉求", days.map { isEmpty ? nil : $0.count })]),
            bars("热点诉求（件）", "类别", topics.map { ($0.name, $0.count) }),
            bars("区县分布（件）", "区县", districts.map { ($0.name, $0.count) }),
            Document.Chart(
                .columns, "时段分布（件）", axis: "时段", labels: hours.indices.map { "\($0)时" },
                series: [Document.Chart.Series("诉求", hours.map { isEmpty ? nil : $0 })]),
        ]
    }
}

extension Document.Cell {
    /// A rate as spreadsheets reckon with it and as it is printed.
    public static func rate(_ rate: Rate) -> Document.Cell {
        rate.value.map { .share($0, printed: rate.text) } ?? .text(rate.text)
    }

    /// A part of a whole as spreadsheets reckon with it and as it is printed.
    public static func share(_ share: Share) -> Document.Cell {
        share.value.map { .share($0, printed: share.text) } ?? .text(share.text)
    }
}
