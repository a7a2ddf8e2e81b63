import Lettering
import Paper
import SplitMix

/// Texts that try to be something else than text.
enum HostileText {
    private static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "</w:t>", "</script>", "<script>alert(1)</script>",
        "</style>", "<?xml", "&amp;", "&#0;", "=1+1", "+", "-", "@SUM(A1)", "|", "`", "**", "[a](b)", "\\",
        "#",
        "_x000D_", "_x0041_x0042_", "\u{0}", "\u{1B}[31m", "\u{8}", "\u{B}", "\t", "\r", "\u{85}", "\u{9F}",
        "\u{FFFE}", "\u{FFFF}", "\u{1FFFF}", String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self),
        "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{301}", "<\u{338}",
        "👨‍👩‍👧", "𠀀", "诉求", " ", "12345", "％", "{{", "$1",
    ]

    /// Some of the pieces one after the other.
    static func make(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    /// What may be seen of a text in the end.
    static func shown(_ text: String) -> String { Visible.visible(text, keepNewlines: true) }

    /// A document that has one text wherever a document has texts.
    static func document(_ text: String) -> Document {
        Document(
            issuer: text, number: text, title: text,
            blocks: [
                .heading(.first, text), .heading(.second, text), .heading(.third, text),
                .paragraph([Document.Run(text), .bold(text)]),
                .table(
                    Document.Table(
                        text, columns: [Document.Column(text), Document.Column(text, .right)],
                        rows: [[.text(text), .share(0.5, printed: text)]])),
                .chart(
                    Document.Chart(
                        .line, text, axis: text, labels: [text, "b"],
                        series: [Document.Chart.Series(text, [1, 2]), Document.Chart.Series(text, [3])])),
                .chart(
                    Document.Chart(
                        .bars, text, axis: text, labels: [text], series: [Document.Chart.Series(text, [1])])),
                .note(text),
            ], signatory: text, date: text, mark: text)
    }
}
