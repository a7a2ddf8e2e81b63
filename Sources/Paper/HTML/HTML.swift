import Lettering

extension Document {
    /// The document as one HTML file that needs nothing beside it: printed on A4 in the layout of official
    /// documents, readable on a telephone, light and dark.
    public func html() -> String {
        var page = Markup("<!DOCTYPE html>\n")
        page.element("html", ["lang": "zh-CN"]) { page in
            page.newline()
            page.element("head") { head(&$0) }
            page.newline()
            page.element("body") { page in
                page.element("article") { body(&$0) }
            }
            page.newline()
        }
        page.newline()
        return page.text
    }

    private func head(_ page: inout Markup) {
        page.newline()
        page.empty("meta", ["charset": "utf-8"])
        page.newline()
        page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.newline()
        page.empty(
            "meta",
            [
                "http-equiv": "Content-Security-Policy",
                "content": "default-src 'none'; style-src 'unsafe-inline'",
            ])
        page.newline()
        page.element("title", text: title.visibleLines.joined(separator: " "))
        page.newline()
        page.element("style") { $0.raw("\n" + HTMLStyle.text(mark: mark)) }
        page.newline()
    }

    private func body(_ page: inout Markup) {
        page.newline()
        page.element("header") { page in
            if let issuer { page.element("p", ["class": "issuer"]) { $0.write(htmlLines: issuer) } }
            if let number { page.element("p", ["class": "number"]) { $0.write(htmlLines: number) } }
            if issuer != nil { page.empty("hr") }
            page.element("h1") { $0.write(htmlLines: title) }
        }
        page.newline()
        for (index, block) in blocks.enumerated() {
            page.write(block, id: "c\(index + 1)")
            page.newline()
        }
        if !signature.isEmpty {
            page.element("p", ["class": "signature"]) {
                $0.write(htmlLines: signature.joined(separator: "\n"))
            }
            page.newline()
        }
        if let mark {
            page.element("footer", text: mark)
            page.newline()
        }
    }
}

extension Markup {
    fileprivate mutating func write(htmlLines text: String) { write(lines: text) { $0.empty("br") } }

    fileprivate mutating func write(_ block: Document.Block, id: String) {
        switch block {
        case .heading(let level, let text): element("h\(level.rawValue + 1)") { $0.write(htmlLines: text) }
        case .paragraph(let runs):
            element("p") { page in
                for run in runs {
                    if run.isBold {
                        page.element("b") { $0.write(htmlLines: run.text) }
                    } else {
                        page.write(htmlLines: run.text)
                    }
                }
            }
        case .table(let table): write(table, id: id)
        case .chart(let chart): write(chart, id: id)
        case .note(let text): element("p", ["class": "note"]) { $0.write(htmlLines: text) }
        case .pageBreak: empty("hr", ["class": "page"])
        }
    }

    /// A table in a region of its own, which scrolls where the screen is narrow.
    private mutating func write(_ table: Document.Table, id: String) {
        let widths = table.pageWidths
        let sum = max(1, widths.reduce(0, +))
        element("figure", ["class": "long"]) { page in
            page.element("figcaption", ["id": id]) { $0.write(htmlLines: table.title) }
            page.element("div", ["role": "region", "aria-labelledby": id, "tabindex": "0"]) { page in
                // Half-width characters are half an em wide; a little more, so that lines do not break.
                page.element("table", ["style": "min-width:\(sum * 3 / 5)em"]) { page in
                    page.element("colgroup") { page in
                        for width in widths { page.empty("col", ["style": "width:\(width * 100 / sum)%"]) }
                    }
                    page.newline()
                    if table.hasHeading { page.writeHeading(of: table) }
                    page.element("tbody") { $0.writeRows(of: table) }
                }
            }
        }
    }

    private mutating func writeHeading(of table: Document.Table) {
        element("thead") { page in
            page.element("tr") { page in
                for column in table.columns {
                    page.element("th", ["scope": "col"]) { $0.write(htmlLines: column.heading) }
                }
            }
        }
        newline()
    }

    private mutating func writeRows(of table: Document.Table) {
        newline()
        for row in table.rows {
            element("tr") { page in
                for (column, cell) in zip(table.columns, table.cells(row)) {
                    page.element("td", column.alignment == .right ? ["class": "right"] : [:]) {
                        $0.write(htmlLines: cell.text)
                    }
                }
            }
            newline()
        }
        if table.rows.isEmpty {
            element("tr") {
                $0.element(
                    "td", ["class": "none", "colspan": "\(max(1, table.columns.count))"],
                    text: Document.noData)
            }
        }
    }

    private mutating func write(_ chart: Document.Chart, id: String) {
        element("figure") { page in
            page.element("figcaption") { $0.write(htmlLines: chart.title) }
            guard chart.hasData else {
                page.element("p", ["class": "none"], text: Document.noData)
                return
            }
            page.newline()
            ChartDrawing(chart, id: id).draw(on: &page)
            guard chart.series.count > 1 else { return }
            page.element("p", ["class": "legend"]) { page in
                for (index, series) in chart.series.enumerated() {
                    page.element("span") { page in
                        page.element("i", ["class": "s\(index % ChartDrawing.tints)"], text: "")
                        page.write(series.name)
                    }
                }
            }
        }
    }
}
