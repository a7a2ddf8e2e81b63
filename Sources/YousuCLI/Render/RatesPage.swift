import CaseStore
import Casework
import Console
import Desk
import Lettering

/// Rates as a page to read: every rate with numerator, denominator and formula, raw and adjusted side by side.
struct RatesPage {
    let report: RatesReport
    let clock: CityClock
    let style: Style

    /// The page.
    var text: String {
        var lines = [style.paint("\(report.title)三率（按回访日期）", .bold)]
        lines += table(Self.head, rates)
        lines += exclusions
        lines += ["", style.paint("办理情况（按转交日期）", .bold)] + table(Self.workHead, work)
        if !requests.isEmpty { lines += ["", requests] }
        if !report.parts.isEmpty { lines += ["", Sheet(report).drawn.trimmed] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let head = [
        TableColumn("指标"), TableColumn("数值"), TableColumn("算法"), TableColumn("甄别后"),
        TableColumn("环比"), TableColumn("同比"),
    ]
    private static let workHead = [TableColumn("指标"), TableColumn("数值"), TableColumn("算法")]

    private func table(_ columns: [TableColumn], _ rows: [[String]]) -> [String] {
        Table(columns).lines(rows, width: nil, style: style)
    }

    private var rates: [[String]] {
        let (raw, adjusted) = (report.total.raw, report.total.adjusted)
        return [
            row("响应率", raw.responseFormula, raw, adjusted, \.response),
            row("解决率", raw.resolutionFormula, raw, adjusted, \.resolution),
            row("满意率", raw.satisfactionFormula, raw, adjusted, \.satisfaction),
        ]
    }

    private func row(
        _ name: String, _ formula: String, _ raw: ThreeRates, _ adjusted: ThreeRates,
        _ rate: KeyPath<ThreeRates, Rate>
    ) -> [String] {
        let shown = adjusted[keyPath: rate]
        return [
            name, raw[keyPath: rate].text, formula, "\(shown.text)（\(shown.fraction)）",
        ]
            + Comparison.allCases.map { comparison in
                report.compared[comparison].map {
                    RateChange(
                        now: raw[keyPath: rate], before: $0[keyPath: rate], comparison, of: report.period
                    )
                    .text
                } ?? report.period.withoutBase(comparison)
            }
    }

    private var work: [[String]] {
        let work = report.total.work
        return [
            ["退单率", work.returnRate.text, "退单\(work.returnRate.numeratorText)÷转交\(work.dispatches)"],
            ["按时签收率", work.signingRate.text, "按时签收÷应签收：\(work.signingRate.fraction)"],
            ["按时办结率", work.finishingRate.text, "按时答复÷应答复：\(work.finishingRate.fraction)"],
            ["销号率", work.strikeRate.text, "销号\(work.struck)÷挂账\(work.suspended)"],
            [
                "平均办理时长", work.meanHundredths.map { "\(Figures.hundredths($0))个工作小时" } ?? "无",
                "已答复\(work.timed)件，转交到答复的工作时间",
            ],
        ]
    }

    private var requests: String {
        guard let total = report.countedRequests else { return "" }
        let changes = Comparison.allCases.map { comparison in
            report.comparedRequests[comparison].map {
                Change(now: total, before: $0, comparison, of: report.period).text()
            } ?? report.period.withoutBase(comparison)
        }
        return "受理诉求 \(total) 件：" + changes.joined(separator: "；")
    }

    private var exclusions: [String] {
        guard report.excluded > 0 else { return [] }
        return ["甄别剔除 \(report.excluded) 件\(report.exclusions.isEmpty ? "" : "：")"]
            + report.exclusions.map {
                "  \($0.number)  \(clock.plain($0.at))  \(Visible.visible($0.staff, keepNewlines: false))：\(Visible.visible($0.reason, keepNewlines: false))"
            }
    }
}

/// Numbers as they are shown in tables.
enum Figures {
    /// Hundredths as a number with at most two decimals.
    static func hundredths(_ value: Int) -> String {
        Rate(thousandths: value * 10, of: 1).numeratorText
    }
}

extension Rate {
    /// `663÷670`
    var fraction: String { "\(numeratorText)÷\(denominator)" }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension Sheet {
    /// The parts of a report, or the whole where there are none.
    init(_ report: RatesReport) {
        let rows = report.parts.isEmpty ? [report.total] : report.parts
        self.init(
            [TableColumn("名称", maxWidth: 28)] + Self.figureColumns,
            rows: rows.map { [TableCell($0.name.isEmpty ? "合计" : $0.name)] + Self.figureCells($0) })
    }

    /// A ranking.
    init(_ report: RankingReport) {
        self.init(
            [
                TableColumn("名次", alignment: .right), TableColumn("名称", maxWidth: 28),
                TableColumn("得分", alignment: .right), TableColumn("分区"),
            ] + Self.figureColumns,
            rows: report.rows.map { row in
                [
                    TableCell(row.rank.map { String($0) } ?? "不排"), TableCell(row.figures.name),
                    TableCell(row.rank == nil ? "" : row.score.text),
                    TableCell(row.zone?.zone?.name ?? "", row.zone?.zone?.ink),
                ] + Self.figureCells(row.figures)
            })
    }

    private static let figureColumns =
        [
            "回访", "响应率", "解决率", "满意率", "甄别后回访", "甄别后响应率", "甄别后解决率", "甄别后满意率", "转交", "退单率",
            "按时签收率", "按时办结率", "销号率", "平均工时", "诉求", "每万人",
        ].map { TableColumn($0) }

    /// Every rate with its numerator and denominator.
    private static func figureCells(_ figures: RateFigures) -> [TableCell] {
        let work = figures.work
        return
            (cells(figures.raw) + cells(figures.adjusted) + [
                String(work.dispatches), cell(work.returnRate), cell(work.signingRate),
                cell(work.finishingRate), cell(work.strikeRate),
                work.meanHundredths.map(Figures.hundredths) ?? "",
                figures.requests == 0 ? "" : String(figures.requests),
                figures.requestsPerTenThousand.map(Figures.hundredths) ?? "",
            ]).map { TableCell($0) }
    }

    private static func cells(_ rates: ThreeRates) -> [String] {
        [String(rates.calledBack), cell(rates.response), cell(rates.resolution), cell(rates.satisfaction)]
    }

    private static func cell(_ rate: Rate) -> String {
        rate.denominator == 0 ? rate.text : "\(rate.text) \(rate.fraction)"
    }
}

extension Zone {
    /// The colour in which a zone is shown.
    fileprivate var ink: Ink {
        switch self {
        case .blue: .green
        case .yellow: .yellow
        case .red: .red
        }
    }
}
