import CaseStore
import Casework
import Console
import Desk
import Lettering

/// Draws the worklists, a case or a question for a terminal of any size.
struct QueuePage {
    let screen: QueueScreen
    let size: TerminalSize
    let style: Style
    let staff: String
    let now: Instant
    let clock: CityClock

    /// From so many columns on, the unit is shown too.
    private static let wide = 110
    private static let choicesShown = 6

    /// Rows for what is shown, between the head and the foot.
    static func rows(_ size: TerminalSize) -> Int { max(1, size.rows - 4) }

    var frame: Frame {
        var body: [String]
        var cursor: Frame.Position?
        var keys = " ↑↓ 选择  回车 打开  r 刷新  q 退出"
        switch screen.view {
        case .lists: body = lists
        case .page(let view, let scrolled):
            body = page(view, scrolled, rows: rows)
            keys = " \(Self.keys(view))  ↑↓ 翻看  Esc 返回"
        case .asking(let view, let prompt):
            let (asked, place) = question(prompt)
            let above = page(view, 0, rows: max(0, rows - asked.count))
            body = above + Array(repeating: "", count: max(0, rows - asked.count - above.count)) + asked
            cursor = place.map {
                Frame.Position(row: $0.row + 2 + max(0, rows - asked.count), column: $0.column)
            }
            keys = " 回车 确定  Esc 不办了"
        }
        body = Array(body.prefix(rows))
        let fill = Array(repeating: "", count: max(0, rows - body.count))
        let message =
            screen.message.isEmpty
            ? style.paint(fit(keys), .dim) : style.paint(fit(" " + screen.message), .yellow)
        return Frame(lines: [head, rule] + body + fill + [rule, message], cursor: cursor)
    }

    private var rows: Int { Self.rows(size) }

    private func fit(_ text: String) -> String { DisplayWidth.fit(text, columns: size.columns) }

    private var head: String {
        let right = "\(staff)  \(clock.plain(now).prefix(16)) "
        let room = max(0, size.columns - DisplayWidth.width(right))
        return style.paint(fit(DisplayWidth.fit(" 待办", columns: room, pad: .left) + right), .bold)
    }

    private var rule: String { style.paint(String(repeating: "─", count: size.columns), .dim) }

    private static func keys(_ view: CaseView) -> String {
        QueueScreen.actions(view).map { "\($0.key) \(Terms.name($0.action))" }.joined(separator: "  ")
    }

    /// The part of the lists in which the marked case is.
    private var lists: [String] {
        var lines: [String] = []
        var focus = 0
        var found = false
        for queue in screen.queues.lists {
            lines.append(style.paint(fit(" \(Terms.name(queue.name))：\(queue.total.words)"), .bold))
            let table = Table(columns).lines(
                zip(queue.lines, queue.signals).map(cells), width: size.columns - 3, style: style)
            for (line, text) in zip(queue.lines, table) {
                // Of a case in two lists, the first is marked.
                let isMarked = !found && line.number == screen.marked
                if isMarked { (found, focus) = (true, lines.count) }
                lines.append((isMarked ? style.paint(" ▸ ", .bold) : "   ") + text)
            }
        }
        if screen.cases.isEmpty { lines.append(style.paint(" 没有等着办的工单。", .dim)) }
        let start = max(0, min(focus - rows / 2, lines.count - rows))
        return Array(lines[start..<min(lines.count, start + rows)])
    }

    private var columns: [TableColumn] {
        // Without headings: the lists have names, and what stands in a row tells itself.
        let always = [
            TableColumn(""), TableColumn("", minWidth: 2), TableColumn("", minWidth: 8, maxWidth: 16),
            TableColumn("", maxWidth: 16), TableColumn("", minWidth: 10, isFlexible: true),
        ]
        return size.columns < Self.wide ? always : always + [TableColumn("", maxWidth: 28)]
    }

    private func cells(_ line: CaseLine, _ signal: Signal?) -> [TableCell] {
        let matter = line.category.split(separator: "/").last.map(String.init) ?? ""
        return [
            TableCell(line.number.description),
            TableCell(
                line.pressingAt.map { Wording.until($0, now: now) }
                    ?? Wording.ago(line.enteredAt, now: now, clock: clock), signal?.ink),
            TableCell(matter), TableCell(line.spot), TableCell(line.title), TableCell(line.unit),
        ]
    }

    /// So many rows of a case's page.
    private func page(_ view: CaseView, _ scrolled: Int, rows: Int) -> [String] {
        let text = CasePage(view: view, clock: clock, style: Style(enabled: false), now: now).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            TextField(String($0)).rows(columns: size.columns - 2).rows
        }
        let start = max(0, min(scrolled, lines.count - rows))
        return lines[start..<min(lines.count, start + rows)].map { " " + $0 }
    }

    /// The question, the answer so far, and where the cursor is in it.
    private func question(_ prompt: ActionPrompt) -> (lines: [String], cursor: Frame.Position?) {
        guard let question = prompt.question else { return ([], nil) }
        let title =
            " \(Terms.name(prompt.request.action))，\(question.title)：" + (question.isOptional ? "（可以不写）" : "")
        let problem = prompt.message.isEmpty ? [] : [style.paint(fit(" " + prompt.message), .yellow)]
        guard let picker = prompt.picker else {
            let (rows, cursor) = prompt.text.rows(columns: size.columns - 3)
            let lines = rows.map { "   " + Visible.visible($0, keepNewlines: false) }
            return (
                [rule, style.paint(fit(title), .bold)] + problem + lines,
                Frame.Position(row: 2 + problem.count + cursor.row, column: 3 + cursor.column)
            )
        }
        let marked = picker.marked ?? 0
        let count = Self.choicesShown
        let start = max(0, min(marked - count / 2, picker.fitting.count - count))
        let list = picker.fitting.indices[start..<min(picker.fitting.count, start + count)].map { place in
            let choice = picker.fitting[place]
            let text = fit(
                (place == picker.marked ? " ● " : "   ") + choice.label
                    + (choice.hint.isEmpty ? "" : "  \(choice.hint)"))
            return place == picker.marked ? style.paint(text, .bold) : text
        }
        let head = title + picker.query.text
        return (
            [rule, style.paint(fit(head), .bold)] + problem
                + (list.isEmpty ? [style.paint("   没有这样的名称", .dim)] : list),
            Frame.Position(row: 1, column: min(size.columns - 1, DisplayWidth.width(head)))
        )
    }
}
