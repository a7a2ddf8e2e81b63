import Console
import Lettering
import Testing

struct TableTests {
    private let table = Table([
        TableColumn("编号"),
        TableColumn("件数", alignment: .right),
        TableColumn("标题", minWidth: 6, isFlexible: true),
        TableColumn("单位", maxWidth: 10),
    ])
    private let rows: [[String]] = [
        ["20240319000001", "49", "康乐小区电梯坏了", "城西区政府"],
        ["2", "1234", "e\u{301}te\u{301} 👨‍👩‍👧‍👦🇨🇳1️⃣", "城东区住房和城乡建设局"],
        ["3", "7", "“引号”\n换行\u{1B}[0m", ""],
        ["4"],
    ]

    private func golden(_ lines: [String], _ expected: String) {
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `columns stand straight with Chinese, emoji and combining marks`() {
        golden(
            table.lines(rows),
            """
            编号            件数  标题              单位
            20240319000001    49  康乐小区电梯坏了  城西区政府
            2               1234  e\u{301}te\u{301} 👨‍👩‍👧‍👦🇨🇳1️⃣        城东区住…
            3                  7  “引号”⏎换行␛[0m
            4
            """)
    }

    @Test func `the flexible column gives way first`() {
        golden(
            table.lines(rows, width: 46),
            """
            编号            件数  标题          单位
            20240319000001    49  康乐小区电…   城西区政府
            2               1234  e\u{301}te\u{301} 👨‍👩‍👧‍👦🇨🇳1️⃣    城东区住…
            3                  7  “引号”⏎换行…
            4
            """)
    }

    @Test func `then the widest of the others, at last the rightmost disappears`() {
        let row = [["20240319000001", "49", "康乐小区电梯坏了", "城西区政府"]]
        golden(table.lines(row, width: 30), "编号     件数  标题    单位\n202403…    49  康乐…   城西区…")
        golden(table.lines(row, width: 10), "…  …  标题\n…  …  康…")
        golden(table.lines(row, width: 4), "…  …\n…  …")
        golden(table.lines(row, width: 1), "…\n…")
    }

    @Test(arguments: 1...80) func `no line is wider than the limit`(width: Int) {
        for line in table.lines(rows, width: width) { #expect(DisplayWidth.width(line) <= width, "\(line)") }
    }

    @Test func `cells keep their ink and colours do not disturb the columns`() {
        let table = Table([TableColumn("灯"), TableColumn("数", alignment: .right), TableColumn("x")])
        let rows: [[TableCell]] = [
            [TableCell("红灯", .red), "5", "a"], ["", TableCell("12", .dim), TableCell("\u{1B}[m", .green)],
        ]
        let lines = table.lines(rows, style: Style(enabled: true))
        #expect(lines[0] == "\u{1B}[1m灯\u{1B}[0m    \u{1B}[1m数\u{1B}[0m  \u{1B}[1mx\u{1B}[0m")
        #expect(lines[1] == "\u{1B}[31m红灯\u{1B}[0m   5  a")
        #expect(lines[2] == "      \u{1B}[2m12\u{1B}[0m  \u{1B}[32m␛[m\u{1B}[0m")
        golden(table.lines(rows), "灯    数  x\n红灯   5  a\n      12  ␛[m")
    }

    @Test func `empty cells in right-aligned columns keep the columns straight`() {
        let table = Table([
            TableColumn("", alignment: .right), TableColumn("", alignment: .right), TableColumn(""),
        ])
        golden(
            table.lines([["100", "", "a"], ["1", "20", "b"], ["", "", "c"]]),
            "100      a\n  1  20  b\n         c")
    }

    @Test func `without headings there is no heading line, without rows only that`() {
        #expect(Table([TableColumn("")]).lines([["a"], ["b", "beyond"]]) == ["a", "b"])
        #expect(Table([TableColumn("甲"), TableColumn("乙")]).lines([[String]]()) == ["甲  乙"])
        #expect(Table([]).lines([["a"]]) == [""])
    }

    @Test func `minimum and maximum width hold without a limit too`() {
        let table = Table([TableColumn("a", minWidth: 4), TableColumn("b", maxWidth: 5), TableColumn("c")])
        golden(table.lines([["1", "物业服务", "z"]]), "a     b      c\n1     物业…  z")
    }

    @Test func `words are set off wherever they stand, and nothing is wider for it`() {
        let cells = [[TableCell("小区ＡＢ电梯，小区Dt", nil, marks: ["小区", "dT", ""])]]
        let table = Table([TableColumn("")])
        let plain = table.lines(cells)
        let bright = table.lines(cells, style: Style(enabled: true))
        #expect(plain == ["小区ＡＢ电梯，小区Dt"])
        let (on, off) = ("\u{1B}[1;33m", "\u{1B}[0m")
        #expect(bright == ["\(on)小区\(off)ＡＢ电梯，\(on)小区Dt\(off)"])
        // What is cut off is not set off, and nothing half.
        let cut = table.lines(cells, width: 4, style: Style(enabled: true))
        #expect(cut == ["小…"])
        let inked = table.lines([[TableCell("a小区b", .red, marks: ["小区"])]], style: Style(enabled: true))
        #expect(inked == ["\u{1B}[31ma\(off)\(on)小区\(off)\u{1B}[31mb\(off)"])
    }
}
