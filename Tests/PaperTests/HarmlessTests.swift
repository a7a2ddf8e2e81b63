import Lettering
import SplitMix
import Testing

@testable import Paper

/// Whatever is in a text, it stays text.
struct HarmlessTests {
    private static let seeds = 1...150

    private func hostile(_ seed: Int) -> String {
        var random = SplitMix64(seed: UInt64(seed))
        return HostileText.make(&random)
    }

    @Test(arguments: seeds)
    func `every part of an office file is well-formed`(seed: Int) throws {
        let document = HostileText.document(hostile(seed))
        for file in document.docxPackage.files + document.xlsxPackage.files {
            #expect(throws: Never.self, "seed \(seed), \(file.path)") { try XMLTree.read(file.content) }
        }
    }

    @Test(arguments: seeds)
    func `texts come back from DOCX as they are shown`(seed: Int) throws {
        let text = hostile(seed)
        let body = try XMLTree.read(HostileText.document(text).docxPackage.main.content)
        let table = try #require(body.all("w:tbl").first)
        #expect(
            table.all("w:tc").map(\.text) == Array(repeating: HostileText.shown(text), count: 4),
            "seed \(seed)")
        for style in ["Issuer", "Heading1", "Note", "Signature"] {
            let paragraph = body.all("w:p").first { $0.all("w:pStyle").first?.attributes["w:val"] == style }
            #expect(paragraph?.text == HostileText.shown(text), "seed \(seed), \(style)")
        }
    }

    @Test(arguments: seeds)
    func `texts come back from XLSX as text and never as a formula`(seed: Int) throws {
        let text = hostile(seed)
        let sheets = HostileText.document(text).xlsxPackage.parts.filter { $0.relation == "worksheet" }
        let trees = try sheets.map { try XMLTree.read($0.content) }
        #expect(trees.allSatisfy { $0.all("f").isEmpty })
        // The title, three headings, a paragraph that has the text twice, who signs and when; then the table.
        let cells = trees.prefix(2).map { $0.all("c").filter { $0.attributes["t"] == "inlineStr" } }
        #expect(cells.map(\.count) == [7, 3])
        for cell in cells[0].prefix(4) + cells[0].suffix(2) + cells[1] {
            let read = cell.text.replacing(#/_x([0-9A-F]{4})_/#) { match in
                UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
            }
            #expect(read == HostileText.shown(text), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `the page is well-formed, holds its texts, and nothing else became of them`(seed: Int) throws {
        let text = hostile(seed)
        let page = try XMLTree.read(HostileText.document(text).html())
        let plain = try XMLTree.read(HostileText.document("文").html())
        #expect(names(page) == names(plain), "seed \(seed)")
        for name in ["title", "h1", "h2", "h3", "h4", "b", "figcaption", "td", "footer"] {
            #expect(page.all(name).first?.text == HostileText.shown(text), "seed \(seed), \(name)")
        }
        let style = try #require(page.all("style").first).text
        #expect(!style.contains("<") && style.count { $0 == "{" } == style.count { $0 == "}" })
    }

    /// Names of all elements, from top to bottom, but for a chart's labels: long ones are left out.
    private func names(_ tree: XMLTree) -> [String] {
        tree.children.filter { $0.name != "text" }.flatMap { [$0.name] + names($0) }
    }

    @Test(arguments: seeds)
    func `plain text and Markdown hold no control characters`(seed: Int) {
        let document = HostileText.document(hostile(seed))
        for text in [document.text(), document.markdown()] {
            #expect(Visible.visible(text, keepNewlines: true) == text, "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("<b>", "\\<b\\>"), ("a|b", "a\\|b"), ("# a", "\\# a"), ("a # b", "a # b"), ("1. a", "1\\. a"),
        ("1.5件", "1\\.5件"), ("共1.5件", "共1.5件"), ("- a", "\\- a"), ("2024-03-19", "2024-03-19"),
        ("    a", "a"),
        ("*a*", "\\*a\\*"), ("<\u{338}b>", "\\<\u{338}b\\>"), ("[a](b)", "\\[a\\](b)"), ("&lt;", "\\&lt;"),
        ("a_b`c~~", "a\\_b\\`c\\~\\~"), ("一\n二", "一\\\n二"),
    ])
    func `marks of Markdown are escaped where they would be marks`(text: String, escaped: String) {
        let document = Document(title: "题", blocks: [.paragraph(text)])
        #expect(document.markdown() == "# 题\n\n\(escaped)\n")
    }

    @Test func `bold is bold beside punctuation too`() {
        let document = Document(
            title: "题", blocks: [.paragraph([.bold("热点："), Document.Run("物业"), .bold("49件")])])
        #expect(document.markdown() == "# 题\n\n<strong>热点：</strong>物业**49件**\n")
    }
}
