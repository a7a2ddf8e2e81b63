import Testing

@testable import Paper

/// The structure that office programs look for.
struct OfficeTests {
    private let notice = MadeUpNotice.document

    @Test func `every part has a type and every relation a part`() throws {
        for package in [notice.docxPackage, notice.xlsxPackage] {
            let paths = package.files.map(\.path)
            #expect(Set(paths).count == paths.count)
            let types = try XMLTree.read(package.files[0].content).all("Override").map {
                $0.attributes["PartName"]
            }
            #expect(types == ([package.main] + package.parts).map { "/" + $0.path })
            let relations = try XMLTree.read(package.files[2].content).all("Relationship")
            for (relation, part) in zip(relations, package.parts) {
                #expect("\(package.folder)/\(relation.attributes["Target"] ?? "")" == part.path)
            }
            let named = try XMLTree.read(package.main.content).references
            #expect(named.isSubset(of: Set(relations.compactMap { $0.attributes["Id"] })))
            #expect(!named.isEmpty)
        }
    }

    @Test func `the page is that of official documents`() throws {
        let body = try XMLTree.read(notice.docxPackage.main.content)
        // 37, 26, 35 and 28 mm, and 210 by 297 mm, in twentieths of a point.
        let margins = try #require(body.all("w:pgMar").first).attributes
        for (side, millimetres) in ["top": 37.0, "right": 26, "bottom": 35, "left": 28] {
            let twips = try #require(margins["w:" + side].flatMap(Double.init))
            #expect(abs(twips / 1440 * 25.4 - millimetres) < 0.05)
        }
        #expect(body.all("w:pgSz").first?.attributes == ["w:w": "11906", "w:h": "16838"])
        let styles = try XMLTree.read(DOCXStyle.content)
        let known = Set(styles.all("w:style").compactMap { $0.attributes["w:styleId"] })
        let footers = notice.docxPackage.parts.filter { $0.relation == "footer" }
        let used = try ([body] + footers.map { try XMLTree.read($0.content) })
            .flatMap { $0.all("w:pStyle") }.compactMap { $0.attributes["w:val"] }
        #expect(Set(used).isSubset(of: known))
        for (style, font, size) in [
            ("Title", "方正小标宋简体", "44"), ("Heading1", "黑体", nil), ("Heading2", "楷体_GB2312", nil),
        ] {
            let look = try #require(styles.all("w:style").first { $0.attributes["w:styleId"] == style })
            #expect(look.all("w:rFonts").first?.attributes["w:eastAsia"] == font)
            #expect(look.all("w:sz").first?.attributes["w:val"] == size)
        }
        let normal = try #require(styles.all("w:docDefaults").first)
        #expect(normal.all("w:rFonts").first?.attributes["w:eastAsia"] == "仿宋_GB2312")
        #expect(normal.all("w:sz").first?.attributes["w:val"] == "32")
    }

    @Test func `long tables repeat their heading and a page break begins a page`() throws {
        let body = try XMLTree.read(notice.docxPackage.main.content)
        for table in body.all("w:tbl") {
            #expect(table.all("w:tr").first?.all("w:tblHeader").count == 1)
            #expect(table.all("w:tblHeader").count == 1)
            #expect(table.all("w:tr").allSatisfy { $0.all("w:cantSplit").count == 1 })
            let grid = table.all("w:gridCol").compactMap { $0.attributes["w:w"].flatMap(Int.init) }
            #expect(grid.reduce(0, +) <= 8844)
        }
        let breaking = body.all("w:p").filter { !$0.all("w:pageBreakBefore").isEmpty }
        #expect(breaking.map(\.text) == ["三、承办单位"])
    }

    @Test func `the mark and the number stand at the foot of every page`() throws {
        for part in notice.docxPackage.parts where part.relation == "footer" {
            let footer = try XMLTree.read(part.content)
            #expect(footer.all("w:fldSimple").first?.attributes["w:instr"] == " PAGE ")
            #expect(footer.text.contains(notice.mark ?? "-"))
        }
        for part in notice.xlsxPackage.parts where part.relation == "worksheet" {
            #expect(
                try XMLTree.read(part.content).all("oddFooter").first?.text.contains(notice.mark ?? "-")
                    == true)
        }
    }

    @Test func `the drawn figures are those of the chart`() throws {
        let chart = try #require(notice.docxPackage.parts.first { $0.relation == "chart" })
        let series = try XMLTree.read(chart.content).all("c:ser")
        #expect(series.compactMap { $0.all("c:tx").first?.all("c:v").first?.text } == ["来电", "网民留言"])
        #expect(series.map { $0.all("c:val").first?.all("c:pt").count } == [31, 30])
    }

    @Test func `numbers are numbers, shares are shares, text is text`() throws {
        let table = Document.Table(
            "表", columns: [Document.Column("甲")],
            rows: [
                [1153], [.number(-4)], [.share(0.9896, printed: "98.96%")], ["1153"], ["=1+1"],
                ["2031-06-03"],
            ])
        let document = Document(title: "题", blocks: [.table(table)])
        let sheet = try XMLTree.read(document.xlsxPackage.parts[0].content)
        let cells = sheet.all("c").dropFirst()
        #expect(cells.prefix(3).map { $0.all("v").first?.text } == ["1153", "-4", "0.9896"])
        #expect(cells.prefix(3).allSatisfy { $0.attributes["t"] == nil })
        #expect(cells.dropFirst(3).map(\.text) == ["1153", "=1+1", "2031-06-03"])
        #expect(cells.dropFirst(3).allSatisfy { $0.attributes["t"] == "inlineStr" })
        #expect(sheet.all("c").map { $0.attributes["r"] } == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"])
        #expect(sheet.all("pane").first?.attributes["state"] == "frozen")
    }

    @Test func `the words of a document stand on a sheet of their own, before its tables`() throws {
        let document = Document(
            title: "日报",
            blocks: [
                .paragraph("3月19日，接听来电926件次。"), .heading(.first, "一、热点"),
                .table(Document.Table("表", columns: [Document.Column("甲")], rows: [[1]])),
                .paragraph([.bold("1."), Document.Run("物业服务49件。")]),
            ])
        let parts = document.xlsxPackage.parts
        let words = try XMLTree.read(parts[0].content).all("c")
        #expect(words.map(\.text) == ["日报", "3月19日，接听来电926件次。", "一、热点", "1.物业服务49件。"])
        let names = try XMLTree.read(document.xlsxPackage.main.content).all("sheet")
        #expect(names.map { $0.attributes["name"] } == ["正文", "表"])
        #expect(Document(title: "日报", blocks: [.paragraph("全文。")]).xlsxPackage.parts.count == 2)
    }

    @Test(arguments: [
        (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ])
    func `columns have letters`(number: Int, letters: String) {
        #expect(Cells.column(number) == letters)
    }

    @Test func `a cell holds what it can and shows that there was more`() throws {
        let long = String(repeating: "诉", count: 32_766) + "𠀀𠀀"
        let table = Document.Table("表", columns: [Document.Column("甲")], rows: [[.text(long)]])
        let document = Document(title: "题", blocks: [.table(table)])
        let cell = try XMLTree.read(document.xlsxPackage.parts[0].content).all("c").last?.text
        #expect(cell == String(repeating: "诉", count: 32_766) + "…")
    }

    @Test func `sheets have names of their own that are allowed`() {
        let titles = [
            "承办单位", "承办单位", "a/b:c*?[d]\\'", "", "ABC", "abc", String(repeating: "长", count: 40),
            String(repeating: "长", count: 41),
        ]
        let names = XLSXSheets(titles.map { Document.Table($0, columns: [], rows: []) }).sheets.map(\.name)
        #expect(names.prefix(6) == ["承办单位", "承办单位（2）", "a b c   d   ", "表", "ABC", "abc（2）"])
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.contains { ":\\/?*[]'".contains($0) } })
    }

    @Test func `rows that one sheet cannot hold go on in the next`() {
        let table = Document.Table("表", columns: [Document.Column("甲")], rows: (1...7).map { [.number($0)] })
        let sheets = XLSXSheets([table], mostRows: 4).sheets
        #expect(sheets.map(\.name) == ["表", "表（2）", "表（3）"])
        #expect(sheets.map(\.table.rows.count) == [3, 3, 1])
        #expect(sheets.flatMap(\.table.rows) == table.rows)
    }
}

extension XMLTree {
    /// The relations that elements within name.
    fileprivate var references: Set<String> {
        children.reduce(into: Set(attributes["r:id"].map { [$0] } ?? [])) { $0.formUnion($1.references) }
    }
}
