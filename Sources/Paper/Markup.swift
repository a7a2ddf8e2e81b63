import Lettering

/// XML or HTML in the making. Whatever text goes in is escaped and made harmless here and nowhere else.
struct Markup {
    private(set) var text: String

    /// Markup that begins with such a line.
    init(_ prolog: String = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n") {
        text = prolog
    }

    /// An element with what is within it.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        text += ">"
        content(&self)
        text += "</\(name)>"
    }

    /// An element that holds a text.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String
    ) {
        element(name, attributes) { $0.write(content) }
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        open(name, attributes)
        text += "/>"
    }

    /// A text.
    mutating func write(_ content: String) { text += Self.escaped(content) }

    /// Lines of text with something between them.
    mutating func write(lines content: String, between: (inout Markup) -> Void) {
        for (index, line) in content.visibleLines.enumerated() {
            if index > 0 { between(&self) }
            write(line)
        }
    }

    /// A line end, where one makes the file readable.
    mutating func newline() { text += "\n" }

    /// Markup that is ours and needs no escaping.
    mutating func raw(_ markup: String) { text += markup }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    }

    /// Line ends become ⏎; where they are wanted, texts are written line by line.
    private static func escaped(_ text: String) -> String {
        let text = Visible.visible(text, keepNewlines: false)
        guard text.utf8.contains(where: { isSpecial($0) }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}

extension String {
    /// The text's lines, made harmless and without their ends.
    var visibleLines: [String] {
        Visible.visible(self, keepNewlines: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
