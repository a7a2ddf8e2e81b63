import Lettering
import Testing

@testable import Console

struct TextFieldTests {
    @Test("Backspace over a wide character leaves no half of it", arguments: ["小区", "é", "👩‍👩‍👧", "🇨🇳", "ｗ"])
    func backspace(last: String) {
        var field = TextField("康乐" + last)
        for _ in last { _ = field.handle(.backspace) }
        #expect(field.text == "康乐")
        #expect(field.rows(columns: 20).cursor == Frame.Position(row: 0, column: 4))
    }

    @Test("A combining mark joins what stands before the cursor")
    func combining() {
        var field = TextField("ae")
        _ = field.handle(.left)
        _ = field.handle(.text("\u{301}"))
        #expect(field.text == "a\u{301}e")
        #expect(field.cursor == 1)
    }

    @Test("Text goes in at the cursor, and keys move it")
    func editing() {
        var field = TextField("停水")
        for key in [
            Key.home, .text("小区"), .end, .text("了"), .left, .delete, .control("a"), .right, .control("k"),
        ] {
            let isTaken = field.handle(key)
            #expect(isTaken)
        }
        #expect(field.text == "小")
        let others = [Key.enter, .up].map { field.handle($0) }
        #expect(others == [false, false])
        _ = field.handle(.control("u"))
        #expect(field.text.isEmpty && field.cursor == 0)
        let edges = [Key.backspace, .left, .delete, .right].map { field.handle($0) }
        #expect(edges.allSatisfy { $0 } && field.text.isEmpty)
    }

    @Test("A word is taken away at once; each Chinese character is one")
    func words() {
        var field = TextField("电梯 lift-2 坏")
        for left in ["电梯 lift-2 ", "电梯 ", "电", ""] {
            _ = field.handle(.control("w"))
            #expect(field.text == left)
        }
    }

    @Test("Line ends and control characters stay out of a field of one line; a long paste is refused whole")
    func limits() {
        var line = TextField(limit: 5)
        _ = line.handle(.paste("一\n二\u{1B}"))
        #expect(line.text == "一 二")
        _ = line.handle(.paste("三四五"))
        #expect(line.text == "一 二")
        var lines = TextField(hasLines: true)
        _ = lines.handle(.paste("一\n二"))
        _ = lines.handle(.newline)
        #expect(lines.text == "一\n二\n")
    }

    @Test("Rows are never wider than the columns, and hold the text", arguments: 2...9)
    func wrapping(columns: Int) {
        let text = "康乐小区a栋\n2单元👩‍👩‍👧停水é了\n"
        let field = TextField(text, hasLines: true)
        let (rows, cursor) = field.rows(columns: columns)
        #expect(rows.allSatisfy { DisplayWidth.width($0) <= columns })
        #expect(rows.joined() == text.filter { $0 != "\n" })
        #expect(cursor == Frame.Position(row: rows.count - 1, column: 0))
    }

    @Test("The cursor goes up and down as it stands on the screen")
    func rows() {
        var field = TextField("一二三四五六", hasLines: true)
        #expect(field.rows(columns: 4).rows == ["一二", "三四", "五六", ""])
        func moved(_ step: Int) -> Int? { field.moveRow(step, columns: 4) ? field.cursor : nil }
        #expect(moved(-1) == 4)
        _ = field.handle(.right)
        for (step, cursor) in [(-1, 3), (-1, 1), (-1, nil), (1, 3)] { #expect(moved(step) == cursor) }
    }
}

struct PickerTests {
    private let choices = [
        Picker.Choice(value: "a", label: "供水", keys: ["gongshui", "gs"]),
        Picker.Choice(value: "b", label: "物业服务", keys: ["wuyefuwu", "wyfw"]),
        Picker.Choice(value: "c", label: "物业服务/电梯", keys: ["dianti", "dt"]),
    ]

    private func typed(_ text: String) -> Picker {
        var picker = Picker(choices)
        _ = picker.handle(.text(text))
        return picker
    }

    @Test(
        "Name, pinyin, initials and the end of a path narrow the list",
        arguments: [
            ("物", "b"), ("wyfw", "b"), ("WYFW", "b"), ("电梯", "c"), ("dian", "c"), ("水", "a"), ("gs", "a"),
        ])
    func narrowing(text: String, value: String) {
        #expect(typed(text).choice?.value == value)
    }

    @Test("What fits better comes first, else the order stays")
    func order() {
        #expect(typed("物业服务").fitting.map(\.value) == ["b", "c"])
        #expect(typed("u").fitting.map(\.value) == ["a", "b"])
    }

    @Test("Nothing is marked where nothing fits; emptied it shows all again")
    func nothing() {
        var picker = typed("没有")
        #expect(picker.choice == nil && picker.fitting.isEmpty)
        _ = picker.handle(.down)
        #expect(picker.choice == nil)
        _ = picker.handle(.control("u"))
        #expect(picker.fitting == choices)
    }

    @Test("Arrows stay within the list; without a first choice nothing is marked before")
    func arrows() {
        var picker = Picker(choices, marksFirst: false)
        #expect(picker.choice == nil)
        _ = picker.handle(.down)
        #expect(picker.choice?.value == "a")
        _ = picker.handle(.up)
        #expect(picker.choice?.value == "a")
        for _ in 0..<9 { _ = picker.handle(.down) }
        #expect(picker.choice?.value == "c")
        #expect(Picker(choices, value: "b").choice?.value == "b")
    }
}

struct FrameTests {
    @Test("Only lines that differ are written, and the cursor is put where it belongs")
    func updates() {
        let before = Frame(lines: ["一", "二", "三"])
        let after = Frame(lines: ["一", "贰"], cursor: Frame.Position(row: 1, column: 2))
        let text = after.update(from: before, rows: 3)
        #expect(text == "\u{1B}[?25l\u{1B}[2;1H\u{1B}[2K贰\u{1B}[3;1H\u{1B}[2K\u{1B}[2;3H\u{1B}[?25h")
        #expect(after.update(from: nil, rows: 1).contains("\u{1B}[2J"))
    }
}
