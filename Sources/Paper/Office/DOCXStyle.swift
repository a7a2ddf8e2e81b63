/// The looks of a DOCX file's paragraphs (GB/T 9704).
enum DOCXStyle {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private static let title = "方正小标宋简体"
    private static let body = "仿宋_GB2312"
    private static let heading = "黑体"
    private static let second = "楷体_GB2312"

    /// The part with the styles. Sizes are half points (三号 is 32), distances twentieths of a point. Characters
    /// of 16 points stand a quarter of a point closer, so that 28 of them find room in 156 mm; the grid that
    /// Word has for this is drawn otherwise by LibreOffice.
    static let content =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\(font(body))\
        <w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>\
        <w:widowControl w:val="0"/>\(exactly(560))<w:jc w:val="both"/></w:pPr></w:style>

        """ + styles.joined(separator: "\n") + "\n</w:styles>"

    private static let indent = #"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#
    private static let lined =
        #"<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="FF0000"/></w:pBdr>"#
    private static let keep = "<w:keepNext/><w:keepLines/>"
    private static let left = #"<w:jc w:val="left"/>"#
    private static let centred = #"<w:jc w:val="center"/>"#
    private static let red = #"<w:color w:val="FF0000"/>"#

    private static let styles = [
        style("Issuer", exactly(800) + centred, font(title) + red + size(52)),
        style("IssuerLined", lined + exactly(800) + centred, font(title) + red + size(52)),
        style("Number", exactly(560) + centred),
        style("NumberLined", lined + exactly(560) + centred),
        style("Title", keep + exactly(640, around: 560) + centred, font(title) + size(44)),
        style("Heading1", name: "heading 1", keep + indent + level(0), font(heading)),
        style("Heading2", name: "heading 2", keep + indent + level(1), font(second)),
        style("Heading3", name: "heading 3", keep + indent + level(2), "<w:b/>"),
        style("Body", indent),
        style("Note", exactly(360) + left, size(24)),
        style(
            "Signature",
            keep
                + #"<w:spacing w:before="840"/><w:ind w:rightChars="200" w:right="640"/><w:contextualSpacing/><w:jc w:val="right"/>"#
        ),
        style("Caption", keep + atLeast(480) + centred, font(heading) + size(24)),
        style("Cell", atLeast(340) + left, size(24)),
        style("CellRight", atLeast(340) + #"<w:jc w:val="right"/>"#, size(24)),
        style("CellHead", atLeast(340) + centred, font(heading) + size(24)),
        style("Gap", exactly(240), size(10)),
        style("Figure", atLeast(240) + centred),
        style("PageNumber", exactly(360), font("宋体") + size(28)),
        style("Mark", exactly(240) + left, #"<w:color w:val="595959"/>"# + size(18)),
    ]

    /// A table's look: lines around each cell.
    static func table(width: Int) -> String {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        let borders = sides.map { #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"# }
        return """
            <w:tblPr><w:tblW w:w="\(width)" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblBorders>\(borders.joined())</w:tblBorders><w:tblLayout w:type="fixed"/>\
            <w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>
            """
    }

    /// The part that tells odd pages from even ones.
    static let settings = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:settings xmlns:w="\(namespace)"><w:evenAndOddHeaders/>\
        <w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """

    /// The part that says which font stands in for one that is not there.
    static let fonts = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="\(namespace)">\
        \(substitute(title, "方正小标宋_GBK,华文中宋"))\(substitute(body, "仿宋,FangSong"))\
        \(substitute(second, "楷体,KaiTi"))\(substitute(heading, "SimHei"))\(substitute("宋体", "SimSun"))</w:fonts>
        """

    private static func substitute(_ font: String, _ others: String) -> String {
        #"<w:font w:name="\#(font)"><w:altName w:val="\#(others)"/><w:charset w:val="86"/></w:font>"#
    }

    private static func style(
        _ id: String, name: String? = nil, _ paragraph: String, _ character: String = ""
    ) -> String {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name ?? id)"/><w:basedOn w:val="Normal"/>\
        <w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(character)</w:rPr></w:style>
        """
    }

    private static func font(_ name: String) -> String {
        #"<w:rFonts w:ascii="\#(name)" w:hAnsi="\#(name)" w:eastAsia="\#(name)" w:cs="\#(name)"/>"#
    }

    private static func size(_ halfPoints: Int) -> String {
        #"<w:sz w:val="\#(halfPoints)"/><w:szCs w:val="\#(halfPoints)"/>"#
    }

    private static func level(_ number: Int) -> String { #"<w:outlineLvl w:val="\#(number)"/>"# }

    private static func exactly(_ line: Int, around: Int = 0) -> String {
        #"<w:spacing w:before="\#(around)" w:after="\#(around)" w:line="\#(line)" w:lineRule="exact"/>"#
    }

    /// Lines that grow with what is in them.
    private static func atLeast(_ line: Int) -> String {
        #"<w:spacing w:line="\#(line)" w:lineRule="atLeast"/>"#
    }
}
