/// A chart of a DOCX file (DrawingML), which Word and LibreOffice draw from the figures in it.
struct DOCXChart {
    private static let tints = ["1F5FA8", "D9822B", "2E7D5B", "8A6BB8"]

    private let chart: Document.Chart

    init(_ chart: Document.Chart) { self.chart = chart }

    /// Height in 360,000ths of a centimetre: 7 cm, and for bars as much as they need, to 20 cm.
    var height: Int {
        guard chart.shape == .bars else { return 2_520_000 }
        return min(20, 2 + chart.labels.count * (chart.series.count + 1) / 2) * 360_000
    }

    var content: String {
        var xml = Markup()
        xml.element(
            "c:chartSpace",
            [
                "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
                "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
            ]
        ) { xml in
            xml.raw(#"<c:roundedCorners val="0"/>"#)
            xml.element("c:chart") { xml in
                xml.raw(#"<c:autoTitleDeleted val="1"/>"#)
                xml.element("c:plotArea") { xml in
                    xml.raw("<c:layout/>")
                    plot(in: &xml)
                    xml.raw(axes)
                }
                if chart.series.count > 1 {
                    xml.raw(#"<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>"#)
                }
                xml.raw(#"<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>"#)
            }
            xml.raw(
                #"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000">"#
                    + #"<a:latin typeface="黑体"/><a:ea typeface="黑体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>"#
            )
        }
        return xml.text
    }

    private func plot(in xml: inout Markup) {
        let isLine = chart.shape == .line
        xml.element(isLine ? "c:lineChart" : "c:barChart") { xml in
            if !isLine { xml.raw(#"<c:barDir val="\#(chart.shape == .bars ? "bar" : "col")"/>"#) }
            xml.raw(#"<c:grouping val="\#(isLine ? "standard" : "clustered")"/><c:varyColors val="0"/>"#)
            for index in chart.series.indices { series(index, in: &xml) }
            xml.raw(isLine ? #"<c:marker val="1"/>"# : #"<c:gapWidth val="50"/>"#)
            xml.raw(#"<c:axId val="1"/><c:axId val="2"/>"#)
        }
    }

    private func series(_ index: Int, in xml: inout Markup) {
        let series = chart.series[index]
        let column = Cells.column(index + 1)
        let last = chart.labels.count + 1
        let fill = #"<a:solidFill><a:srgbClr val="\#(Self.tints[index % Self.tints.count])"/></a:solidFill>"#
        xml.element("c:ser") { xml in
            xml.raw(#"<c:idx val="\#(index)"/><c:order val="\#(index)"/>"#)
            xml.element("c:tx") { values("c:str", [series.name], at: "$\(column)$1", in: &$0) }
            if chart.shape == .line {
                xml.raw(#"<c:spPr><a:ln w="22225">\#(fill)</a:ln></c:spPr>"#)
                xml.raw(
                    #"<c:marker><c:symbol val="circle"/><c:size val="4"/><c:spPr>\#(fill)</c:spPr></c:marker>"#
                )
            } else {
                xml.raw(#"<c:spPr>\#(fill)</c:spPr><c:invertIfNegative val="0"/>"#)
            }
            if chart.shape == .bars { xml.raw(Self.labels) }
            xml.element("c:cat") { values("c:str", chart.labels, at: "$A$2:$A$\(last)", in: &$0) }
            xml.element("c:val") {
                values(
                    "c:num", series.values.map { $0.map(String.init) }, at: "$\(column)$2:$\(column)$\(last)",
                    in: &$0)
            }
            if chart.shape == .line { xml.raw(#"<c:smooth val="0"/>"#) }
        }
    }

    /// Values as they would be remembered from a workbook; there is none.
    private func values(_ kind: String, _ values: [String?], at cells: String, in xml: inout Markup) {
        xml.element(kind + "Ref") { xml in
            xml.element("c:f", text: "Sheet1!\(cells)")
            xml.element(kind + "Cache") { xml in
                xml.empty("c:ptCount", ["val": "\(values.count)"])
                for (index, value) in values.enumerated() {
                    guard let value else { continue }
                    xml.element("c:pt", ["idx": "\(index)"]) { $0.element("c:v", text: value) }
                }
            }
        }
    }

    private static let labels = """
        <c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
        <c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
        """

    /// Bars name their values themselves and begin at the top.
    private var axes: String {
        let isBars = chart.shape == .bars
        let line =
            #"<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="999999"/></a:solidFill></a:ln></c:spPr>"#
        return """
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="\(isBars ? "maxMin" : "minMax")"/></c:scaling>\
            <c:delete val="0"/><c:axPos val="\(isBars ? "l" : "b")"/><c:majorTickMark val="none"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\(line)\
            <c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>\
            <c:crossAx val="2"/>\
            <c:tickLblSkip val="\(isBars ? 1 : 1 + chart.labels.count / 8)"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>\
            <c:delete val="\(isBars ? 1 : 0)"/><c:axPos val="\(isBars ? "b" : "l")"/>\
            \(isBars ? "" : "<c:majorGridlines>\(line)</c:majorGridlines>")<c:numFmt formatCode="0" sourceLinked="0"/>\
            <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/></c:valAx>
            """
    }
}
