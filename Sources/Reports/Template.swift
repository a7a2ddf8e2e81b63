/// A text with places for values.
///
/// `{{name}}` prints a value. `{{#name}}…{{/name}}` is repeated for each entry of a list, and printed once for
/// a number other than 0, a text that is not empty, or a truth; `{{^name}}…{{/name}}` is printed when the
/// section of that name is not. Within a list's entry, `first` and `last` are truths. Names are looked up from
/// the inside out. A line that holds nothing but section tags leaves no line behind.
public struct Template: Hashable, Sendable {
    indirect enum Part: Hashable, Sendable {
        case text(String)
        case value(String, line: Int)
        case section(String, inverted: Bool, [Part], line: Int)
    }

    let parts: [Part]

    /// Reads a template.
    public init(_ text: String) throws(TemplateError) {
        var parser = TemplateParser(text)
        parts = try parser.parse()
    }

    /// What of the template does not fit the values that a report offers: every mistake, in the template's order.
    public func mistakes(against shape: TemplateShape) -> [TemplateError] {
        Self.mistakes(parts, [shape])
    }

    /// The text with its values.
    ///
    /// - Throws: ``TemplateError/unknownName(_:line:)`` for a name that the values lack.
    public func render(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
        var text = ""
        try Self.render(parts, [values], into: &text)
        return text
    }

    private static func mistakes(_ parts: [Part], _ shapes: [TemplateShape]) -> [TemplateError] {
        parts.flatMap { part -> [TemplateError] in
            switch part {
            case .text: return []
            case .value(let name, let line):
                switch shapes.lazy.compactMap({ $0.fields[name] }).first {
                case nil: return [.unknownName(name, line: line)]
                case .list, .truth: return [.sectionAsValue(name, line: line)]
                case .value: return []
                }
            case .section(let name, let inverted, let inner, let line):
                switch shapes.lazy.compactMap({ $0.fields[name] }).first {
                case nil: return [.unknownName(name, line: line)] + mistakes(inner, shapes)
                case .list(let entry) where !inverted: return mistakes(inner, [entry] + shapes)
                case .list, .truth, .value: return mistakes(inner, shapes)
                }
            }
        }
    }

    private static func render(
        _ parts: [Part], _ scopes: [[String: TemplateValue]], into text: inout String
    ) throws(TemplateError) {
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .value(let name, let line):
                guard let value = scopes.lazy.compactMap({ $0[name] }).first else {
                    throw .unknownName(name, line: line)
                }
                guard let literal = value.text else { throw .sectionAsValue(name, line: line) }
                text += literal
            case .section(let name, let inverted, let inner, let line):
                guard let value = scopes.lazy.compactMap({ $0[name] }).first else {
                    throw .unknownName(name, line: line)
                }
                if inverted {
                    if !value.isPresent { try render(inner, scopes, into: &text) }
                } else if case .list(let entries) = value {
                    for (index, entry) in entries.enumerated() {
                        var scope = entry
                        scope["first"] = .truth(index == 0)
                        scope["last"] = .truth(index == entries.count - 1)
                        try render(inner, [scope] + scopes, into: &text)
                    }
                } else if value.isPresent {
                    try render(inner, scopes, into: &text)
                }
            }
        }
    }
}

/// A value for a template.
public enum TemplateValue: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number, printed in ASCII digits.
    case number(Int)
    /// A truth, for sections only.
    case truth(Bool)
    /// A list; each entry has values of its own.
    case list([[String: TemplateValue]])

    var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .truth, .list: nil
        }
    }

    var isPresent: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .number(let number): number != 0
        case .truth(let truth): truth
        case .list(let entries): !entries.isEmpty
        }
    }
}

/// The names that a report offers to its template.
public struct TemplateShape: Hashable, Sendable {
    /// What a name stands for.
    public indirect enum Field: Hashable, Sendable {
        /// A text or a number.
        case value
        /// A truth: for sections only, there is nothing in it to print.
        case truth
        /// A list whose entries have names of their own.
        case list(TemplateShape)
    }

    let fields: [String: Field]

    /// Single values, truths and lists by their names.
    public init(values: [String], truths: [String] = [], lists: [String: TemplateShape] = [:]) {
        var fields: [String: Field] = [:]
        for name in values { fields[name] = .value }
        for name in truths { fields[name] = .truth }
        for (name, entry) in lists {
            fields[name] = .list(
                TemplateShape(
                    fields: entry.fields.merging(["first": .truth, "last": .truth]) { own, _ in own }))
        }
        self.fields = fields
    }

    private init(fields: [String: Field]) {
        self.fields = fields
    }
}

/// What is wrong with a template; lines count from 1.
public enum TemplateError: Error, Hashable, Sendable {
    /// `{{` without `}}`.
    case unclosedTag(line: Int)
    /// A tag without a name, or with a name of other than letters.
    case badName(String, line: Int)
    /// A section that is not closed.
    case unclosedSection(String, line: Int)
    /// A closing tag that closes nothing, or something else.
    case strayClose(String, line: Int)
    /// A name that the report does not offer.
    case unknownName(String, line: Int)
    /// A list or a truth where a text or a number is wanted.
    case sectionAsValue(String, line: Int)

    /// The line.
    public var line: Int {
        switch self {
        case .unclosedTag(let line), .badName(_, let line), .unclosedSection(_, let line),
            .strayClose(_, let line), .unknownName(_, let line), .sectionAsValue(_, let line):
            line
        }
    }

    /// The name in the tag.
    public var name: String {
        switch self {
        case .unclosedTag: "{{"
        case .badName(let name, _), .unclosedSection(let name, _), .strayClose(let name, _),
            .unknownName(let name, _), .sectionAsValue(let name, _):
            name
        }
    }
}
