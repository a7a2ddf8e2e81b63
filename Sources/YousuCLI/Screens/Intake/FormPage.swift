import CaseStore
import Console
import Desk
import Lettering

/// Draws an intake form for a screen of any size.
struct FormPage {
    let form: IntakeForm
    let canvas: Canvas

    private static let label = 8
    /// From so many columns on, what should be known stands beside the form.
    private static let wide = 120
    private static let choicesShown = 7
    private static let rowsShown = 8

    private var size: TerminalSize { canvas.size }
    private var style: Style { canvas.style }
    private var isWide: Bool { size.columns >= Self.wide }
    private var formColumns: Int { isWide ? size.columns * 3 / 5 : size.columns }

    /// The width in which texts are written.
    static func textColumns(_ size: TerminalSize) -> Int {
        max(10, (size.columns >= wide ? size.columns * 3 / 5 : size.columns) - label - 2)
    }

    var frame: Frame {
        let head = canvas.head(" 登记\(form.request.isMessage ? "网民留言" : "来电")")
        let foot = canvas.foot(
            keys: citing + ["回车 下一项", "↑ 上一项", "F10 登记", "Esc 放下（留草稿）", "Ctrl-X 作废"],
            message: form.message)
        let advice = self.advice
        let room = max(3, size.rows - head.count - foot.count)
        guard !isWide else { return beside(head, foot, advice, room: room) }
        let told = min(advice.count, max(2, room / 3))
        let (body, cursor) = body(rows: max(1, room - told - (told > 0 ? 1 : 0)))
        var lines = head + body
        if told > 0 { lines += [canvas.rule] + advice.prefix(told) }
        lines += Array(repeating: "", count: max(0, size.rows - lines.count - foot.count)) + foot
        return frame(lines, cursor, below: head.count)
    }

    private func beside(_ head: [String], _ foot: [String], _ advice: [String], room: Int) -> Frame {
        let (body, cursor) = body(rows: room)
        let lines = (0..<room).map { row in
            // Placed, not filled up to: terminals disagree about the width of rare characters.
            (row < body.count ? body[row] : "") + "\u{1B}[\(formColumns + 1)G│ "
                + (row < advice.count ? advice[row] : "")
        }
        return frame(head + lines + foot, cursor, below: head.count)
    }

    private func frame(_ lines: [String], _ cursor: Frame.Position?, below rows: Int) -> Frame {
        Frame(
            lines: Array(lines.prefix(size.rows)),
            cursor: cursor.map { Frame.Position(row: $0.row + rows, column: $0.column) })
    }

    /// What is cited, and with which key something can be.
    private var citing: [String] {
        guard form.field == .reply || form.field == .disposition else { return [] }
        let cited = form.request.knowledge.map { ["引用知识 \($0)"] } ?? []
        guard let next = form.nextArticle, "\(next.id)" != form.request.knowledge else { return cited }
        return cited + ["F2 用知识 \(next.id)\(cited.isEmpty ? "答复" : "")"]
    }

    /// The fields in at most so many rows, the focused one among them, and where the cursor is.
    private func body(rows: Int) -> (lines: [String], cursor: Frame.Position?) {
        var lines: [String] = []
        var cursor: Frame.Position?
        var focus = 0..<0
        for field in form.fields {
            if field == form.field {
                let (own, place) = focused(field, rows: rows)
                focus = lines.count..<lines.count + own.count
                cursor = place.map { Frame.Position(row: $0.row + lines.count, column: $0.column) }
                lines += own
            } else {
                lines.append(line(field))
            }
        }
        let first = max(0, min(max(0, lines.count - rows), focus.upperBound - rows + 1))
        let start = min(first, focus.lowerBound)
        return (
            Array(lines[start..<min(lines.count, start + rows)]),
            cursor.map { Frame.Position(row: $0.row - start, column: $0.column) }
        )
    }

    private func line(_ field: FormField) -> String {
        let value = Visible.visible(form.value(of: field), keepNewlines: false)
        let missing = value.isEmpty && field.isRequired
        let text = DisplayWidth.fit(
            value.isEmpty ? (missing ? "（要填）" : "") : value, columns: Self.textColumns(size))
        return DisplayWidth.fit("  " + field.title, columns: Self.label, pad: .left)
            + (value.isEmpty ? style.paint(text, .dim) : text)
    }

    /// The field that is being filled in, its list below it.
    private func focused(_ field: FormField, rows: Int) -> (lines: [String], cursor: Frame.Position?) {
        let label = style.paint(
            DisplayWidth.fit("▸ " + field.title, columns: Self.label, pad: .left), .bold)
        let columns = Self.textColumns(size)
        guard let picker = form.picker else {
            return written(form.text, label, field.hint, columns, atMost: min(Self.rowsShown, rows))
        }
        let query = Visible.visible(picker.query.text, keepNewlines: false)
        let isUntouched = query.isEmpty && picker.marked == nil
        var lines = [
            label + (isUntouched ? style.paint(DisplayWidth.fit(field.hint, columns: columns), .dim) : query)
        ]
        let indent = String(repeating: " ", count: Self.label - 2)
        lines += canvas.list(picker, columns: columns, atMost: max(1, min(Self.choicesShown, rows - 2)))
            .map { indent + $0 }
        let place = DisplayWidth.width(picker.query.text.prefix(picker.query.cursor))
        return (lines, Frame.Position(row: 0, column: Self.label + place))
    }

    private func written(
        _ text: TextField, _ label: String, _ hint: String, _ columns: Int, atMost count: Int
    ) -> (lines: [String], cursor: Frame.Position?) {
        guard !text.text.isEmpty else {
            let words = style.paint(DisplayWidth.fit(hint, columns: columns), .dim)
            return ([label + words], Frame.Position(row: 0, column: Self.label))
        }
        let (rows, cursor) = text.rows(columns: columns)
        let first = max(0, min(cursor.row - count + 1, rows.count - count))
        let start = min(max(first, 0), cursor.row)
        let indent = String(repeating: " ", count: Self.label)
        let lines = rows[start..<min(rows.count, start + count)].enumerated().map { index, row in
            (index == 0 ? label : indent) + Visible.visible(row, keepNewlines: false)
        }
        return (lines, Frame.Position(row: cursor.row - start, column: Self.label + cursor.column))
    }

    /// What the operator should know: beside the form whole, below it a line each.
    private var advice: [String] {
        FormAdvice(advice: form.advice, now: canvas.now, clock: canvas.clock).lines.flatMap { line in
            let text = Visible.visible(line.text, keepNewlines: false)
            let rows =
                isWide
                ? DisplayWidth.wrap(text, columns: size.columns - formColumns - 2)
                : [" " + DisplayWidth.fit(text, columns: size.columns - 1)]
            return rows.map { style.paint($0, line.ink) }
        }
    }
}
