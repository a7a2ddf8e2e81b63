import Lettering
import Testing

@testable import Paper

/// What each format makes of a document's parts.
struct DocumentTests {
    private let empty = Document(
        title: "空表",
        blocks: [
            .table(
                Document.Table("挂账事项", columns: [Document.Column("事项"), Document.Column("期限")], rows: [])),
            .chart(
                Document.Chart(
                    .line, "趋势", axis: "日期", labels: ["1日"], series: [Document.Chart.Series("来电", [nil])])),
        ])

    @Test func `a format is told by the file's ending`() {
        #expect(Document.Format(file: "日报.docx") == .docx)
        #expect(Document.Format(file: "a.b.HTML") == .html)
        #expect(Document.Format(file: "通报.txt") == .text)
        #expect(Document.Format(file: "通报.md") == .markdown)
        #expect(Document.Format(file: "docx") == nil)
        #expect(Document.Format(file: "通报.pdf") == nil)
        #expect(Document.Format(file: "") == nil)
    }

    @Test func `what has no data says so in every format`() throws {
        let office = [empty.docxPackage.main.content] + empty.xlsxPackage.parts.prefix(2).map(\.content)
        let texts = [empty.text(), empty.markdown(), empty.html(), office[0]]
        for text in texts { #expect(text.split(separator: "无数据").count == 3) }
        for text in office { #expect(text.contains("无数据")) }
    }

    @Test func `a document without anything is still a file`() throws {
        let document = Document(title: "")
        for file in document.docxPackage.files + document.xlsxPackage.files {
            _ = try XMLTree.read(file.content)
        }
        _ = try XMLTree.read(document.html())
        #expect(document.xlsxPackage.parts.contains { $0.relation == "worksheet" })
    }

    @Test func `tables of plain text stand straight`() {
        let lines = MadeUpNotice.document.text().split(separator: "\n").map(String.init)
        let heading = lines.firstIndex { $0.hasPrefix("序号") } ?? 0
        let widths = Set(lines[heading...(heading + 45)].map { DisplayWidth.width($0) })
        #expect(widths.count == 1)
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test func `a long cell goes on in the next line, whole characters only`() {
        let text = String(repeating: "诉求", count: 15)
        let table = Document.Table(
            "表", columns: [Document.Column("内容"), Document.Column("数", .right)], rows: [[.text(text), 7]])
        let lines = Document(title: "题", blocks: [.table(table)]).text().split(separator: "\n").map(
            String.init)
        #expect(
            lines.suffix(2) == [
                String(repeating: "诉求", count: 10) + "   7", String(repeating: "诉求", count: 5),
            ])
    }

    @Test func `a row's missing cells are empty and further ones are not shown`() throws {
        let table = Document.Table(
            "表", columns: [Document.Column("甲"), Document.Column("乙")], rows: [["1"], ["1", "2", "3"]])
        let document = Document(title: "题", blocks: [.table(table)])
        let cells = try XMLTree.read(document.docxPackage.main.content).all("w:tc").map(\.text)
        #expect(cells == ["甲", "乙", "1", "", "1", "2"])
        #expect(document.markdown().hasSuffix("| 甲 | 乙 |\n| --- | --- |\n| 1 |  |\n| 1 | 2 |\n"))
    }

    @Test func `a form has no heading`() throws {
        let table = Document.Table(
            "工单", columns: [Document.Column(""), Document.Column("")], rows: [["编号", "1"], ["类别", "供水"]])
        let document = Document(title: "转办单", blocks: [.table(table)])
        #expect(document.text() == "转办单\n\n工单\n编号  1\n类别  供水\n")
        #expect(try XMLTree.read(document.html()).all("tr").map(\.text) == ["编号1", "类别供水"])
        let rows = try XMLTree.read(document.docxPackage.main.content).all("w:tr")
        #expect(rows.map(\.text) == ["编号1", "类别供水"])
    }

    @Test(arguments: [1, 3, 10, 24])
    func `columns find room on a page as long as each has a few characters`(count: Int) {
        let columns = (0..<count).map { Document.Column("第\($0)栏", width: $0 % 3 == 0 ? 60 : nil) }
        let widths = Document.Table("表", columns: columns, rows: [["字"]]).pageWidths
        #expect(widths.count == count && widths.allSatisfy { $0 >= 4 })
        if count <= 10 { #expect(widths.reduce(0, +) <= Document.Table.pageWidth) }
    }

    @Test func `a chart's series have one value for each label`() {
        let chart = Document.Chart(
            .bars, "图", axis: "类", labels: ["甲", "乙"],
            series: [Document.Chart.Series("少", [1]), Document.Chart.Series("多", [1, 2, 3])])
        #expect(chart.series.map(\.values) == [[1, nil], [1, 2]])
        #expect(chart.table.rows == [["甲", 1, 1], ["乙", "未记录", 2]])
        #expect(chart.description == "少：甲 1；多：甲 1，乙 2")
    }

    @Test(arguments: [
        (0, [0, 1]), (1, [0, 1]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (11, [0, 5, 10, 15]),
        (26, [0, 10, 20, 30]), (926, [0, 200, 400, 600, 800, 1000]),
        (2500, [0, 500, 1000, 1500, 2000, 2500]),
    ])
    func `a scale has round steps and reaches the greatest value`(greatest: Int, ticks: [Int]) {
        #expect(ChartScale(greatest: greatest).ticks == ticks)
    }
}
