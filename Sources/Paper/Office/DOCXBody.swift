import Lettering

/// The text of a DOCX file, paragraph by paragraph.
struct DOCXBody {
    /// Width of the text in twentieths of a point: 156 mm.
    private static let width = 8844

    private var xml = Markup()
    /// Whether the next paragraph begins a page.
    private var beginsPage = false
    private var nextChart: Int

    /// The document's body; its charts are parts with relations from `firstChart` on.
    init(_ document: Document, firstChart: Int) {
        nextChart = firstChart
        xml.raw(
            """
            <w:document xmlns:w="\(DOCXStyle.namespace)" xmlns:r="\(Package.relations)" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>

            """)
        writeHead(document)
        for block in document.blocks { write(block) }
        for line in document.signature { paragraph("Signature", line) }
        xml.raw(Self.section + "</w:body></w:document>")
    }

    var content: String { xml.text }

    private mutating func writeHead(_ document: Document) {
        // The red line stands under the last of the two.
        if let issuer = document.issuer {
            paragraph(document.number == nil ? "IssuerLined" : "Issuer", issuer)
        }
        if let number = document.number {
            paragraph(document.issuer == nil ? "Number" : "NumberLined", number)
        }
        paragraph("Title", document.title)
    }

    private mutating func write(_ block: Document.Block) {
        switch block {
        case .heading(let level, let text): paragraph("Heading\(level.rawValue)", text)
        case .paragraph(let runs): paragraph("Body", runs)
        case .table(let table): write(table)
        case .chart(let chart): write(chart)
        case .note(let text): paragraph("Note", text)
        case .pageBreak: beginsPage = true
        }
    }

    private mutating func paragraph(_ style: String, _ text: String) {
        paragraph(style, [Document.Run(text)])
    }

    private mutating func paragraph(_ style: String, _ runs: [Document.Run]) {
        paragraph(style) { xml in
            for run in runs { Self.write(run, to: &xml) }
        }
    }

    private mutating func paragraph(_ style: String, _ content: (inout Markup) -> Void) {
        Self.paragraph(style, beginsPage: beginsPage, to: &xml, content)
        xml.newline()
        beginsPage = false
    }

    private static func paragraph(
        _ style: String, beginsPage: Bool = false, to xml: inout Markup, _ content: (inout Markup) -> Void
    ) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": style])
                if beginsPage { xml.empty("w:pageBreakBefore") }
            }
            content(&xml)
        }
    }

    private static func write(_ run: Document.Run, to xml: inout Markup) {
        xml.element("w:r") { xml in
            if run.isBold { xml.raw("<w:rPr><w:b/></w:rPr>") }
            for (index, line) in run.text.visibleLines.enumerated() {
                if index > 0 { xml.empty("w:br") }
                xml.element("w:t", ["xml:space": "preserve"], text: line)
            }
        }
    }

    /// A table whose heading is repeated on each page and whose rows stay whole.
    private mutating func write(_ table: Document.Table) {
        paragraph("Caption", table.title)
        guard !table.columns.isEmpty else { return }
        let sum = table.pageWidths.reduce(0, +)
        let widths = table.pageWidths.map { $0 * Self.width / sum }
        xml.element("w:tbl") { xml in
            xml.raw(DOCXStyle.table(width: Self.width))
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.empty("w:gridCol", ["w:w": "\(width)"]) }
            }
            xml.newline()
            let headings = table.columns.map { Document.Cell.text($0.heading) }
            if table.hasHeading {
                Self.row(zip(widths, headings).map { ($0, $1, "CellHead") }, isHeading: true, to: &xml)
            }
            for row in table.rows {
                let styles = table.columns.map { $0.alignment == .right ? "CellRight" : "Cell" }
                Self.row(
                    zip(zip(widths, table.cells(row)), styles).map { ($0.0, $0.1, $1) }, to: &xml)
            }
            if table.rows.isEmpty {
                Self.row([(Self.width, .text(Document.noData), "CellHead")], span: widths.count, to: &xml)
            }
        }
        // Else two tables that follow each other would be one.
        paragraph("Gap") { _ in }
    }

    private static func row(
        _ cells: [(width: Int, cell: Document.Cell, style: String)], span: Int = 1, isHeading: Bool = false,
        to xml: inout Markup
    ) {
        xml.element("w:tr") { xml in
            xml.raw("<w:trPr><w:cantSplit/>\(isHeading ? "<w:tblHeader/>" : "")</w:trPr>")
            for (width, cell, style) in cells {
                xml.element("w:tc") { xml in
                    xml.element("w:tcPr") { xml in
                        xml.empty("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
                        if span > 1 { xml.empty("w:gridSpan", ["w:val": "\(span)"]) }
                    }
                    paragraph(style, to: &xml) { write(Document.Run(cell.text), to: &$0) }
                }
            }
        }
        xml.newline()
    }

    private mutating func write(_ chart: Document.Chart) {
        paragraph("Caption", chart.title)
        guard chart.hasData else {
            paragraph("CellHead", Document.noData)
            return
        }
        let number = nextChart
        nextChart += 1
        paragraph("Figure") { xml in
            xml.element("w:r") { xml in
                xml.element("w:drawing") { xml in
                    xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) {
                        xml in
                        xml.empty("wp:extent", ["cx": "5580000", "cy": "\(DOCXChart(chart).height)"])
                        xml.empty(
                            "wp:docPr",
                            ["id": "\(number)", "name": chart.title, "descr": chart.description])
                        xml.raw(
                            """
                            <wp:cNvGraphicFramePr/><a:graphic>\
                            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
                            <c:chart r:id="rId\(number)"/></a:graphicData></a:graphic>
                            """)
                    }
                }
            }
        }
    }

    /// A4 with margins of 37, 26, 35 and 28 mm.
    private static let section = """
        <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>\
        <w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="964" w:gutter="0"/></w:sectPr>
        """
}
