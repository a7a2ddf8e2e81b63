extension JSON {
    /// Reads a value as ``text`` writes it; nil for anything that is no JSON.
    public init?(_ text: String) {
        var reader = JSONReader(text)
        guard let value = reader.value(), reader.isAtEnd else { return nil }
        self = value
    }

    /// The value of a key of an object.
    public subscript(key: String) -> JSON? {
        if case .object(let values) = self { values[key] } else { nil }
    }

    /// The whole number, if it is one.
    public var int: Int? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The text, if it is one.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The list, if it is one.
    public var array: [JSON]? {
        if case .array(let values) = self { values } else { nil }
    }
}

/// Reads JSON, scalar by scalar.
private struct JSONReader {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { place == scalars.count }

    private var next: Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

    mutating func value() -> JSON? {
        skipBlanks()
        defer { skipBlanks() }
        switch next {
        case "{": return object()
        case "[": return list("]") { $0.value() }.map { .array($0) }
        case "\"": return string().map { .string($0) }
        case "t": return take("true") ? .bool(true) : nil
        case "f": return take("false") ? .bool(false) : nil
        case "n": return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object() -> JSON? {
        let entries = list("}") { reader -> (String, JSON)? in
            reader.skipBlanks()
            guard let key = reader.string() else { return nil }
            reader.skipBlanks()
            guard reader.take(":"), let value = reader.value() else { return nil }
            return (key, value)
        }
        return entries.map { .object(Dictionary($0) { _, last in last }) }
    }

    /// What stands between two brackets, parted by commas.
    private mutating func list<Entry>(
        _ end: Unicode.Scalar, _ entry: (inout JSONReader) -> Entry?
    ) -> [Entry]? {
        place += 1
        skipBlanks()
        if take(end) { return [] }
        var entries: [Entry] = []
        while let value = entry(&self) {
            entries.append(value)
            skipBlanks()
            if take(end) { return entries }
            guard take(",") else { return nil }
        }
        return nil
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != "\"" {
            place += 1
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let escaped = escaped() else { return nil }
            text.append(escaped)
        }
        return take("\"") ? String(text) : nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard let letter = next else { return nil }
        place += 1
        switch letter {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            guard place + 4 <= scalars.count else { return nil }
            let digits = String(String.UnicodeScalarView(scalars[place..<place + 4]))
            place += 4
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        default: return letter
        }
    }

    private mutating func number() -> JSON? {
        var text = ""
        while let scalar = next, "+-.eE0123456789".unicodeScalars.contains(scalar) {
            text.unicodeScalars.append(scalar)
            place += 1
        }
        return Int(text).map { .int($0) } ?? Double(text).map { .double($0) }
    }

    private mutating func skipBlanks() {
        while let scalar = next, scalar.properties.isWhitespace { place += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func take(_ word: String) -> Bool {
        let letters = Array(word.unicodeScalars)
        guard place + letters.count <= scalars.count,
            Array(scalars[place..<place + letters.count]) == letters
        else { return false }
        place += letters.count
        return true
    }
}
