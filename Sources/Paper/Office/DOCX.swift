extension Document {
    /// The document for Word and LibreOffice (WordprocessingML), in the layout of official documents: 22 lines
    /// of 28 characters to an A4 page, fonts by name.
    public func docx() -> [UInt8] { docxPackage.archive }

    var docxPackage: Package {
        let charts = blocks.compactMap { block in
            if case .chart(let chart) = block, chart.hasData { chart } else { nil }
        }
        let fixed = [
            Self.part("styles", DOCXStyle.content), Self.part("settings", DOCXStyle.settings),
            Self.part("fontTable", DOCXStyle.fonts),
            Self.part("footer1", type: "footer", DOCXFooter.content(mark, onEvenPage: false)),
            Self.part("footer2", type: "footer", DOCXFooter.content(mark, onEvenPage: true)),
        ]
        let drawings = charts.enumerated().map { index, chart in
            Package.Part(
                path: "word/charts/chart\(index + 1).xml", type: "drawingml.chart+xml", relation: "chart",
                content: DOCXChart(chart).content)
        }
        let main = Package.Part(
            path: "word/document.xml", type: "wordprocessingml.document.main+xml", relation: "officeDocument",
            content: DOCXBody(self, firstChart: fixed.count + 1).content)
        return Package(folder: "word", main: main, parts: fixed + drawings)
    }

    /// rId4 and rId5 of these are the footers of odd and even pages.
    private static func part(_ name: String, type: String? = nil, _ content: String) -> Package.Part {
        Package.Part(
            path: "word/\(name).xml", type: "wordprocessingml.\(type ?? name)+xml", relation: type ?? name,
            content: content)
    }
}

/// The foot of a page: its number outside, on the right of odd pages and on the left of even ones, and below it
/// the mark.
enum DOCXFooter {
    static func content(_ mark: String?, onEvenPage isEven: Bool) -> String {
        var xml = Markup()
        xml.element("w:ftr", ["xmlns:w": DOCXStyle.namespace]) { xml in
            xml.element("w:p") { xml in
                xml.raw(
                    """
                    <w:pPr><w:pStyle w:val="PageNumber"/>\
                    <w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>\
                    <w:jc w:val="\(isEven ? "left" : "right")"/></w:pPr>\
                    <w:r><w:t xml:space="preserve">— </w:t></w:r>\
                    <w:fldSimple w:instr=" PAGE "><w:r><w:t>\(isEven ? 2 : 1)</w:t></w:r></w:fldSimple>\
                    <w:r><w:t xml:space="preserve"> —</w:t></w:r>
                    """)
            }
            if let mark {
                xml.element("w:p") { xml in
                    xml.raw(#"<w:pPr><w:pStyle w:val="Mark"/></w:pPr>"#)
                    xml.element("w:r") { xml in
                        xml.element(
                            "w:t", ["xml:space": "preserve"], text: mark.visibleLines.joined(separator: " "))
                    }
                }
            }
        }
        return xml.text
    }
}
