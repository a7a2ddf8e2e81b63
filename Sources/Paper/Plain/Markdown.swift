import Lettering

extension Document {
    /// The document as Markdown (CommonMark with GitHub's tables). Charts are tables.
    public func markdown() -> String {
        var parts = [issuer, number].compactMap(\.self).map(Markdown.paragraph)
        parts.append("# " + Markdown.line(title))
        parts += blocks.map(Markdown.text)
        parts += signature.map(Markdown.paragraph)
        if let mark { parts += ["---", Markdown.paragraph(mark)] }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

/// Parts of a Markdown text.
private enum Markdown {
    static func text(_ block: Document.Block) -> String {
        switch block {
        case .heading(let level, let text):
            String(repeating: "#", count: level.rawValue + 1) + " " + line(text)
        case .paragraph(let runs): paragraph(runs)
        case .table(let table): text(table)
        case .chart(let chart): text(chart.table)
        case .note(let text): "> " + escaped(text).split(separator: "\n").joined(separator: "\\\n> ")
        case .pageBreak: "---"
        }
    }

    static func paragraph(_ text: String) -> String { paragraph([Document.Run(text)]) }

    /// A text on one line.
    static func line(_ text: String) -> String {
        escaped(text).split(separator: "\n").joined(separator: " ")
    }

    private static func paragraph(_ runs: [Document.Run]) -> String {
        runs.map { $0.isBold ? bold(escaped($0.text)) : escaped($0.text) }.joined()
            .split(separator: "\n").joined(separator: "\\\n")
    }

    private static func text(_ table: Document.Table) -> String {
        let rules = table.columns.map { $0.alignment == .right ? "---:" : "---" }
        let rows =
            [table.columns.map { cell($0.heading) }, rules]
            + table.rows.map { table.cells($0).map { cell($0.text) } }
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        return paragraph([.bold(table.title)]) + "\n\n" + lines
            + (table.rows.isEmpty ? "\n\n" + Document.noData : "")
    }

    private static func cell(_ text: String) -> String {
        escaped(text).split(separator: "\n").joined(separator: "<br>")
    }

    /// Asterisks beside punctuation do not make bold where a letter follows, tags always do.
    private static func bold(_ text: String) -> String {
        let isPlain = [text.first, text.last].allSatisfy { $0.map { $0.isLetter || $0.isNumber } ?? false }
        return isPlain ? "**\(text)**" : "<strong>\(text)</strong>"
    }

    /// The text with a backslash before whatever could be taken for a mark. What is one only at the beginning
    /// of a line gets it there, and blanks there, which would make it code, go.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isAtStart = true
        var isNumber = false
        for scalar in Visible.visible(text, keepNewlines: true).unicodeScalars {
            if isAtStart, scalar == " " { continue }
            if "\\`*_[]<>&|~$".unicodeScalars.contains(scalar)
                || isAtStart && "#+-=".unicodeScalars.contains(scalar)
                || isNumber && ".)".unicodeScalars.contains(scalar)
            {
                escaped.append("\\")
            }
            escaped.append(scalar)
            isNumber = (isAtStart || isNumber) && ("0"..."9").contains(scalar)
            isAtStart = scalar == "\n"
        }
        return String(escaped)
    }
}
