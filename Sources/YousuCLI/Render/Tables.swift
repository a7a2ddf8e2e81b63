import CSV
import CaseStore
import Casework
import Console
import Desk

/// A list as headings and cells, to be drawn as a table or written as CSV.
struct Sheet {
    let columns: [TableColumn]
    let headings: [String]
    let rows: [[TableCell]]

    init(_ columns: [TableColumn], headings: [String], rows: [[TableCell]]) {
        self.columns = columns
        self.headings = headings
        self.rows = rows
    }

    /// Drawn for people.
    var drawn: String {
        Table(columns).lines(rows, width: Output.columns, style: Output.style).map { $0 + "\n" }.joined()
    }

    /// Written for other programs; cells that would be formulas are made safe.
    var csv: String {
        ([headings] + rows.map { $0.map(\.text) }).map(CSVWriter.row).joined()
    }
}

extension Sheet {
    /// Cases as a list.
    init(_ list: CaseList, clock: CityClock) {
        let rows = zip(list.lines, list.signals).map { line, signal -> [TableCell] in
            [
                TableCell(line.number.description), TableCell(clock.plain(line.receivedAt)),
                TableCell(line.category),
                TableCell(line.area.split(separator: "/").first.map(String.init) ?? ""),
                TableCell(line.spot), TableCell(line.title), TableCell(Terms.name(line.stage)),
                TableCell(line.unit),
                TableCell(line.dueAt.map(clock.plain) ?? ""),
                TableCell(signal.map { Terms.name($0) } ?? "", signal?.ink),
            ]
        }
        self.init(
            [
                TableColumn("工单号"), TableColumn("受理时间"), TableColumn("分类", maxWidth: 24), TableColumn("区县"),
                TableColumn("点位", maxWidth: 20),
                TableColumn("诉求", minWidth: 10, maxWidth: 40, isFlexible: true),
                TableColumn("环节"), TableColumn("承办单位", maxWidth: 28), TableColumn("办结期限"), TableColumn("信号"),
            ], headings: ["工单号", "受理时间", "分类", "区县", "点位", "诉求", "环节", "承办单位", "办结期限", "信号"], rows: rows)
    }

    /// What is behind a figure.
    init(_ explanation: Explanation, clock: CityClock) {
        switch explanation {
        case .contacts(let lines):
            self.init(
                [
                    TableColumn("诉求号"), TableColumn("受理时间"), TableColumn("渠道", maxWidth: 24),
                    TableColumn("分类", maxWidth: 24), TableColumn("处置方式"), TableColumn("区域", maxWidth: 24),
                    TableColumn("点位", maxWidth: 20),
                    TableColumn("诉求", minWidth: 10, maxWidth: 40, isFlexible: true),
                ], headings: ["诉求号", "受理时间", "渠道", "分类", "处置方式", "区域", "点位", "诉求"],
                rows: lines.map { line in
                    [
                        TableCell(line.number.description), TableCell(clock.plain(line.receivedAt)),
                        TableCell(line.facet.channel.name), TableCell(line.facet.category.path),
                        TableCell(Terms.name(line.facet.disposition)), TableCell(line.area),
                        TableCell(line.spot),
                        TableCell(line.title),
                    ]
                })
        case .callbacks(let lines):
            self.init(
                [
                    TableColumn("诉求号"), TableColumn("回访时间"), TableColumn("回访人"), TableColumn("响应"),
                    TableColumn("解决"), TableColumn("满意度"),
                ], headings: ["诉求号", "回访时间", "回访人", "响应", "解决", "满意度"],
                rows: lines.map { line in
                    [
                        TableCell(line.number.description), TableCell(clock.plain(line.at)),
                        TableCell(line.staff),
                        TableCell(line.outcome.responded ? "是" : "否"),
                        TableCell(Terms.name(line.outcome.resolved)),
                        TableCell(Terms.name(line.outcome.satisfaction)),
                    ]
                })
        }
    }
}

extension Signal {
    /// The colour in which a signal is shown.
    var ink: Ink {
        switch self {
        case .red: .red
        case .yellow: .yellow
        case .green: .green
        }
    }
}
