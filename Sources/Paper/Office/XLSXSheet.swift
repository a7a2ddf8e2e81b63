import Lettering

/// A sheet of a workbook: the heading in the first row, which stays in sight.
struct XLSXSheet {
    /// The name on its tab.
    let name: String
    let table: Document.Table

    /// The sheet's part. The document's title and its mark stand at the head and the foot of printed pages.
    func content(header: String, footer: String?) -> String {
        var xml = Markup()
        xml.element("worksheet", ["xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"]) {
            xml in
            xml.raw(
                """
                <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
                <sheetViews><sheetView workbookViewId="0">\
                <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
                </sheetView></sheetViews><sheetFormatPr defaultRowHeight="\(XLSXRows.lineHeight)" customHeight="1"/>
                """)
            let widths = table.widths.map { min($0, 120) + 3 }
            write(widths, to: &xml)
            xml.element("sheetData") { writeRows(widths, to: &$0) }
            xml.raw(
                #"<pageMargins left="0.7" right="0.7" top="0.9" bottom="0.9" header="0.4" footer="0.4"/>"#
                    + #"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#)
            xml.element("headerFooter") { xml in
                xml.element("oddHeader", text: "&C" + Self.printed(header))
                xml.element("oddFooter", text: "&L" + Self.printed(footer ?? "") + "&R— &P —")
            }
        }
        return xml.text
    }

    private func write(_ widths: [Int], to xml: inout Markup) {
        guard !widths.isEmpty else { return }
        xml.element("cols") { xml in
            for (index, width) in widths.enumerated() {
                let column = "\(index + 1)"
                xml.empty("col", ["min": column, "max": column, "width": "\(width)", "customWidth": "1"])
            }
        }
    }

    private func writeRows(_ widths: [Int], to xml: inout Markup) {
        xml.newline()
        var writer = XLSXRows(widths)
        writer.write(table.columns.map { (.text($0.heading), .heading) }, to: &xml)
        let styles = table.columns.map { $0.alignment == .right ? XLSXStyle.right : .left }
        for row in table.rows { writer.write(Array(zip(table.cells(row), styles)), to: &xml) }
        if table.rows.isEmpty { writer.write([(.text(Document.noData), .left)], to: &xml) }
    }

    /// A text for the head or the foot of a page, where & begins a code and there is room for 255 characters.
    private static func printed(_ text: String) -> String {
        text.visibleLines.joined(separator: " ").cut(toUTF16: 80).replacing("&", with: "&&")
    }
}
