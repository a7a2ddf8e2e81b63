/// Reads the tags of a template.
struct TemplateParser {
    private enum Token {
        case text(String)
        case tag(String, line: Int)
    }

    private let source: String

    init(_ text: String) {
        source = text
    }

    mutating func parse() throws(TemplateError) -> [Template.Part] {
        var open: [(name: String, inverted: Bool, line: Int, parts: [Template.Part])] = []
        var parts: [Template.Part] = []
        for token in try tokens() {
            switch token {
            case .text(let text): if !text.isEmpty { parts.append(.text(text)) }
            case .tag(let tag, let line):
                let name = try name(of: tag, line: line)
                switch tag.first {
                case "#", "^":
                    open.append((name, tag.first == "^", line, parts))
                    parts = []
                case "/":
                    guard let section = open.popLast(), section.name == name else {
                        throw .strayClose(name, line: line)
                    }
                    parts =
                        section.parts
                        + [.section(name, inverted: section.inverted, parts, line: section.line)]
                default: parts.append(.value(name, line: line))
                }
            }
        }
        if let section = open.last { throw .unclosedSection(section.name, line: section.line) }
        return parts
    }

    private func name(of tag: String, line: Int) throws(TemplateError) -> String {
        let name = tag.first.map { "#^/".contains($0) } == true ? String(tag.dropFirst()) : tag
        guard !name.isEmpty, name.utf8.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) })
        else {
            throw .badName(tag, line: line)
        }
        return name
    }

    /// Texts and tags in turn. Lines of section tags alone are dropped with their line ends.
    private func tokens() throws(TemplateError) -> [Token] {
        var tokens: [Token] = []
        var text = ""
        for (index, line) in lines().enumerated() {
            var rest = line[...]
            var found: [Token] = []
            while let begin = rest.firstRange(of: "{{") {
                found.append(.text(String(rest[..<begin.lowerBound])))
                rest = rest[begin.upperBound...]
                guard let end = rest.firstRange(of: "}}") else { throw .unclosedTag(line: index + 1) }
                found.append(.tag(String(rest[..<end.lowerBound]), line: index + 1))
                rest = rest[end.upperBound...]
            }
            found.append(.text(String(rest)))
            if Self.isStandalone(found) {
                found = found.filter { if case .tag = $0 { true } else { false } }
            }
            for token in found {
                if case .text(let more) = token {
                    text += more
                } else {
                    tokens.append(.text(text))
                    tokens.append(token)
                    text = ""
                }
            }
        }
        tokens.append(.text(text))
        return tokens
    }

    private static func isStandalone(_ tokens: [Token]) -> Bool {
        guard tokens.count > 1 else { return false }
        return tokens.allSatisfy { token in
            switch token {
            case .text(let text): text.allSatisfy { $0.isWhitespace }
            case .tag(let tag, _): tag.first.map { "#^/".contains($0) } ?? false
            }
        }
    }

    /// The lines, each with its line end.
    private func lines() -> [String] {
        var lines: [String] = []
        var line = ""
        for character in source {
            line.append(character)
            if character.isNewline {
                lines.append(line)
                line = ""
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
