import CSV
import CaseStore
import Casework
import Console
import Desk

/// A list as headings and cells, to be drawn as a table or written as CSV.
struct Sheet {
    let columns: [TableColumn]
    let rows: [[TableCell]]

    init(_ columns: [TableColumn], rows: [[TableCell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Drawn for people.
    var drawn: String {
        Table(columns).lines(rows, width: Output.columns, style: Output.style).map { $0 + "\n" }.joined()
    }

    /// Written for other programs; cells that would be formulas are made safe.
    var csv: String {
        ([columns.map(\.heading)] + rows.map { $0.map(\.text) }).map(CSVWriter.row).joined()
    }
}

extension Sheet {
    /// Cases as a list.
    init(_ list: CaseList, clock: CityClock) {
        self.init(
            Self.caseColumns + [TableColumn("环节"), TableColumn("承办单位", maxWidth: 28)] + Self.dueColumns,
            rows: zip(list.lines, list.signals).map { line, signal in
                Self.cells(line, clock) + [TableCell(Terms.name(line.stage)), TableCell(line.unit)]
                    + Self.cells(line.dueAt, signal, clock)
            })
    }

    /// What was found, with the place where it stands.
    ///
    /// - Parameter now: the moment beside which times are told; nil where only the times themselves are.
    init(_ found: FoundCases, clock: CityClock, now: Instant? = nil) {
        self.init(
            Self.caseColumns + [TableColumn("环节"), TableColumn("承办单位", maxWidth: 28)],
            rows: found.hits.map { hit in
                Self.cells(hit.line, clock, now).dropLast() + [
                    TableCell(hit.snippet.text, marks: found.words), TableCell(Terms.name(hit.line.stage)),
                    TableCell(hit.line.unit),
                ]
            })
    }

    /// One worklist.
    ///
    /// - Parameter now: the moment beside which times are told; nil where only the times themselves are.
    init(_ queue: Queue, clock: CityClock, now: Instant? = nil) {
        self.init(
            Self.caseColumns + [
                TableColumn("承办单位", maxWidth: 28), TableColumn("下一步期限"), TableColumn("信号"), TableColumn("督办"),
            ],
            rows: queue.lines.indices.map { index in
                Self.cells(queue.lines[index], clock) + [TableCell(queue.lines[index].unit)]
                    + Self.cells(queue.lines[index].pressingAt, queue.signals[index], clock, now)
                    + [TableCell(queue.supervision[index].map { Terms.words($0) }.joined(separator: "、"))]
            })
    }

    /// Several worklists in one.
    init(_ queues: Queues, clock: CityClock) {
        let sheets = queues.lists.map { queue in
            (Terms.name(queue.name), Sheet(queue, clock: clock))
        }
        self.init(
            [TableColumn("队列")] + (sheets.first?.1.columns ?? []),
            rows: sheets.flatMap { name, sheet in sheet.rows.map { [TableCell(name)] + $0 } })
    }

    /// People.
    init(_ staff: [StaffView]) {
        self.init(
            [TableColumn("姓名"), TableColumn("角色", isFlexible: true), TableColumn("单位"), TableColumn("状态")],
            rows: staff.map { view in
                let roles = Role.allCases.filter(view.member.roles.contains).map { Terms.name($0) }
                return [
                    TableCell(view.member.name), TableCell(roles.joined(separator: "、")),
                    TableCell(view.unit), TableCell(view.member.isEnabled ? "在用" : "停用"),
                ]
            })
    }

    private static let caseColumns = [
        TableColumn("工单号", minWidth: 14), TableColumn("受理时间"), TableColumn("分类", maxWidth: 24),
        TableColumn("区县"),
        TableColumn("点位", maxWidth: 20), TableColumn("诉求", minWidth: 10, maxWidth: 40, isFlexible: true),
    ]
    private static let dueColumns = [TableColumn("办结期限"), TableColumn("信号")]

    private static func cells(_ line: CaseLine, _ clock: CityClock, _ now: Instant? = nil) -> [TableCell] {
        [
            TableCell(line.number.description),
            TableCell(Wording.beside(line.receivedAt, now: now, clock: clock)),
            TableCell(line.category),
            TableCell(line.area.split(separator: "/").first.map(String.init) ?? ""),
            TableCell(line.spot), TableCell(line.title),
        ]
    }

    private static func cells(
        _ due: Instant?, _ signal: Signal?, _ clock: CityClock, _ now: Instant? = nil
    ) -> [TableCell] {
        let until = due.flatMap { due in now.map { "（\(Wording.until(due, now: $0))）" } } ?? ""
        return [
            TableCell(due.map { clock.plain($0) + until } ?? ""),
            TableCell(signal.map { Terms.name($0) } ?? "", signal?.ink),
        ]
    }

    /// What is behind a figure.
    init(_ explanation: Explanation, clock: CityClock) {
        switch explanation {
        case .contacts(let lines):
            self.init(
                [
                    TableColumn("诉求号", minWidth: 14), TableColumn("受理时间"), TableColumn("渠道", maxWidth: 24),
                    TableColumn("分类", maxWidth: 24), TableColumn("处置方式"), TableColumn("区域", maxWidth: 24),
                    TableColumn("点位", maxWidth: 20),
                    TableColumn("诉求", minWidth: 10, maxWidth: 40, isFlexible: true),
                ],
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
                    TableColumn("诉求号", minWidth: 14), TableColumn("回访时间"), TableColumn("回访人"),
                    TableColumn("响应"),
                    TableColumn("解决"), TableColumn("满意度"),
                ],
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
