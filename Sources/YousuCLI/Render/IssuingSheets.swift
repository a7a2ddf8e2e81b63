import CaseStore
import Casework
import Console
import Desk
import Reports

extension Sheet {
    /// The days with their bulletins.
    init(_ days: [IssueState], clock: CityClock) {
        self.init(
            [
                TableColumn("日期"), TableColumn("日报"), TableColumn("签发时间"),
                TableColumn("签发人", isFlexible: true),
                TableColumn("更正", maxWidth: 30),
            ],
            rows: days.map { state in
                let last = state.issued.last
                return [
                    TableCell(state.day.description), TableCell(state.name, state.isMissing ? .red : nil),
                    TableCell(last.map { clock.plain($0.issuedAt) } ?? ""),
                    TableCell(last?.signatures.map(\.staff).joined(separator: "、") ?? ""),
                    TableCell(last?.publication.reason ?? ""),
                ]
            })
    }

    /// Figures that were read, with their lines.
    init(_ days: [ReadBackDay]) {
        self.init(
            [
                TableColumn("日期"), TableColumn("数字", isFlexible: true), TableColumn("件数"), TableColumn("行"),
            ],
            rows: days.flatMap { day in
                day.figures.map { name, count, line in
                    [
                        TableCell(day.published.day?.description ?? ""), TableCell(name),
                        TableCell(String(count)), TableCell(String(line)),
                    ]
                }
            })
    }

    /// Figures then and now; those that differ are marked.
    static func figures(_ difference: BulletinDifference) -> Sheet {
        let figures =
            difference.figures.map { ($0.name, $0.then, $0.now) }
            + [("回访量", difference.callbacks.then, difference.callbacks.now)]
        func words(_ found: Bulletin.Concentration?) -> String {
            found.map { "\($0.label) \($0.count)" } ?? "无"
        }
        func row(_ name: String, _ then: String, _ now: String, _ change: Int) -> [TableCell] {
            [name, then, now, change == 0 ? "" : change > 0 ? "+\(change)" : String(change)].map {
                TableCell($0)
            }
        }
        return Sheet(
            [TableColumn("数字", isFlexible: true), TableColumn("签发时"), TableColumn("现在"), TableColumn("增减")],
            rows: figures.map { name, then, now in row(name, String(then), String(now), now - then) }
                + difference.findings.map {
                    row($0.name, words($0.then), words($0.now), ($0.now?.count ?? 0) - ($0.then?.count ?? 0))
                })
    }

    /// The contacts and callbacks that explain a difference.
    init(_ difference: BulletinDifference, clock: CityClock) {
        let callbacks =
            difference.cameCallbacks.map { ($0, "", "回访量") }
            + difference.goneCallbacks.map { ($0, "回访量", "") }
        self.init(
            [
                TableColumn("诉求号"), TableColumn("时间"), TableColumn("不再计入", maxWidth: 30),
                TableColumn("计入", maxWidth: 30), TableColumn("因"), TableColumn("谁"), TableColumn("记录时间"),
                TableColumn("诉求", minWidth: 10, maxWidth: 30, isFlexible: true),
            ],
            rows: difference.contacts.map { contact in
                [
                    TableCell(contact.line.number.description),
                    TableCell(clock.plain(contact.line.receivedAt)),
                    TableCell(contact.left.joined(separator: "、")),
                    TableCell(contact.entered.joined(separator: "、")),
                    TableCell(contact.event.map { Terms.name($0.action) } ?? ""),
                    TableCell(contact.event?.staff ?? ""),
                    TableCell(contact.event.map { clock.plain($0.recordedAt) } ?? ""),
                    TableCell(contact.line.title),
                ]
            }
                + callbacks.map { line, left, entered in
                    [
                        TableCell(line.number.description), TableCell(clock.plain(line.at)), TableCell(left),
                        TableCell(entered), TableCell("回访"), TableCell(line.staff), TableCell(""),
                        TableCell(""),
                    ]
                })
    }
}

extension IssueState {
    /// What has become of the day's bulletin, in words.
    fileprivate var name: String {
        let state =
            issued.isEmpty
            ? isHistoric ? "读入" : "未签发" : issued.count > 1 ? "已更正 \(issued.count - 1) 次" : "已签发"
        return waiting == nil ? state : issued.isEmpty ? "待签发" : state + "，更正待签发"
    }
}
