import CaseStore
import Casework
import Console
import Desk
import Lettering

/// Draws the worklists, a case or a question for a terminal of any size.
struct QueuePage {
    let screen: QueueScreen
    let canvas: Canvas

    /// From so many columns on, the unit is shown too; on fewer than so many, only what tells the cases apart.
    private static let (wide, narrow) = (110, 60)
    private static let choicesShown = 6

    /// Rows for what is shown, between the head and the foot.
    var rows: Int { max(1, size.rows - 2 - foot.count) }

    /// How many rows of a case's page do not fit.
    var depth: Int {
        guard case .page(let view, _) = screen.view else { return 0 }
        return max(0, lines(of: view).count - rows)
    }

    private var foot: [String] {
        let keys =
            switch screen.view {
            case .lists: ["↑↓ 选择", "回车 打开", "r 刷新", "q 退出"]
            case .page(let view, _): Self.keys(view) + ["↑↓ 翻看", "Esc 返回"]
            case .asking: ["回车 确定", "Esc 不办了"]
            }
        return canvas.foot(keys: keys, message: screen.message)
    }

    var frame: Frame {
        var body: [String]
        var cursor: Frame.Position?
        let (foot, rows) = (foot, rows)
        switch screen.view {
        case .lists: body = lists(rows)
        case .page(let view, let scrolled): body = page(view, scrolled, rows: rows)
        case .asking(let view, let prompt):
            let (asked, place) = question(prompt, rows)
            let above = page(view, 0, rows: max(0, rows - asked.count))
            body = above + Array(repeating: "", count: max(0, rows - asked.count - above.count)) + asked
            cursor = place.map {
                Frame.Position(row: $0.row + 2 + max(0, rows - asked.count), column: $0.column)
            }
        }
        body = Array(body.prefix(rows))
        let fill = Array(repeating: "", count: max(0, rows - body.count))
        return Frame(
            lines: canvas.head(" 待办") + body + fill + foot,
            cursor: cursor)
    }

    private var size: TerminalSize { canvas.size }
    private var style: Style { canvas.style }

    private static func keys(_ view: CaseView) -> [String] {
        QueueScreen.actions(view).map { "\($0.key) \(Terms.name($0.action))" }
    }

    /// The part of the lists in which the marked case is.
    private func lists(_ rows: Int) -> [String] {
        var lines: [String] = []
        var focus = 0
        var found = false
        for queue in screen.queues.lists where !queue.lines.isEmpty {
            lines.append(style.paint(canvas.fit(" \(Terms.name(queue.name))：\(queue.total.words)"), .bold))
            let table = Table(columns).lines(
                zip(queue.lines, queue.signals).map(cells), width: size.columns - 3, style: style)
            for (line, text) in zip(queue.lines, table) {
                // Of a case in two lists, the first is marked.
                let isMarked = !found && line.number == screen.marked
                if isMarked { (found, focus) = (true, lines.count) }
                lines.append((isMarked ? style.paint(" ▸ ", .bold) : "   ") + text)
            }
        }
        let empty = screen.queues.lists.filter(\.lines.isEmpty).map { Terms.name($0.name) }
        if !empty.isEmpty {
            lines += DisplayWidth.wrap(" 没有：\(empty.joined(separator: "、"))", columns: size.columns).map {
                style.paint($0, .dim)
            }
        }
        let start = Canvas.start(showing: focus, of: lines.count, rows: rows)
        return Array(lines[start..<min(lines.count, start + rows)])
    }

    private var columns: [TableColumn] {
        // Without headings: the lists have names, and what stands in a row tells itself.
        let number = TableColumn("", minWidth: 14)
        let time = TableColumn("", minWidth: 8)
        let title = TableColumn("", minWidth: 10, isFlexible: true)
        if size.columns < Self.narrow { return [number, time, title] }
        let always = [
            number, time, TableColumn("", minWidth: 8, maxWidth: 16), TableColumn("", maxWidth: 16), title,
        ]
        return size.columns < Self.wide ? always : always + [TableColumn("", maxWidth: 28)]
    }

    private func cells(_ line: CaseLine, _ signal: Signal?) -> [TableCell] {
        let number = TableCell(line.number.description)
        let time = TableCell(
            line.pressingAt.map { Wording.until($0, now: canvas.now) }
                ?? Wording.ago(line.enteredAt, now: canvas.now, clock: canvas.clock), signal?.ink)
        if size.columns < Self.narrow { return [number, time, TableCell(line.title)] }
        let matter = line.category.split(separator: "/").last.map(String.init) ?? ""
        return [
            number, time, TableCell(matter), TableCell(line.spot), TableCell(line.title),
            TableCell(line.unit),
        ]
    }

    /// A case's page.
    private func lines(of view: CaseView) -> [String] {
        // What can be done stands at the foot.
        var page = CasePage(view: view, clock: canvas.clock, style: Style(enabled: false), now: canvas.now)
        page.tellsPossible = false
        return page.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            DisplayWidth.wrap($0, columns: size.columns - 2)
        }
    }

    /// So many rows of a case's page.
    private func page(_ view: CaseView, _ scrolled: Int, rows: Int) -> [String] {
        let lines = lines(of: view)
        let start = max(0, min(scrolled, lines.count - rows))
        return lines[start..<min(lines.count, start + rows)].map { " " + $0 }
    }

    /// The question, the answer so far, and where the cursor is in it.
    private func question(_ prompt: ActionPrompt, _ rows: Int) -> (lines: [String], cursor: Frame.Position?) {
        guard let question = prompt.question else { return ([], nil) }
        let names = [Terms.name(prompt.request.action), question.title]
        let title =
            " \(names[0] == names[1] ? names[0] : names.joined(separator: "，"))："
            + (question.isOptional ? "（可以不写）" : "")
        let problem = prompt.message.isEmpty ? [] : [style.paint(canvas.fit(" " + prompt.message), .yellow)]
        guard let picker = prompt.picker else {
            let (text, cursor) = prompt.text.rows(columns: size.columns - 3)
            let head = [canvas.rule, style.paint(canvas.fit(title), .bold)] + problem
            // Of a long answer the part with the cursor.
            let room = max(1, rows - head.count)
            let start = Canvas.start(showing: cursor.row, of: text.count, rows: room)
            let lines = text.dropFirst(start).prefix(room).map {
                "   " + Visible.visible($0, keepNewlines: false)
            }
            return (
                head + lines,
                Frame.Position(row: head.count + cursor.row - start, column: 3 + cursor.column)
            )
        }
        let list = canvas.list(picker, columns: size.columns - 3, atMost: Self.choicesShown)
        let head = title + picker.query.text
        return (
            [canvas.rule, style.paint(canvas.fit(head), .bold)] + problem
                + list.map { " " + $0 },
            Frame.Position(row: 1, column: min(size.columns - 1, DisplayWidth.width(head)))
        )
    }
}
