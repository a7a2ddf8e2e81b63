import Casework
import Yams

/// One place in a YAML file: reads what is wanted there and notes every mistake, so that all are known at once.
struct Cursor {
    let file: String
    let path: String
    let node: Node?
    let list: ProblemList

    /// Notes a mistake at this place.
    ///
    /// - Parameter value: what is wrong, where it is not what stands there.
    func report(_ fault: Problem.Fault, of value: String? = nil) {
        list.add(Problem(file: file, keyPath: path, value: value ?? node?.shown ?? "", fault: fault))
    }

    /// The place below a key; it may be empty.
    func at(_ key: String) -> Cursor {
        Cursor(file: file, path: path.isEmpty ? key : "\(path).\(key)", node: node?.mapping?[key], list: list)
    }

    /// Notes every key that is not among these, and a value that is no map.
    func allow(_ keys: String...) {
        guard let node else { return }
        guard let mapping = node.mapping else { return report(.wrongShape(wanted: "键值表")) }
        for key in mapping.keys.map(\.shown) where !keys.contains(key) {
            at(key).report(.unknownKey(known: keys))
        }
    }

    /// The entries of a list that must be there.
    var entries: [Cursor] {
        guard let node else {
            report(.missingKey)
            return []
        }
        guard let sequence = node.sequence else {
            report(.wrongShape(wanted: "列表"))
            return []
        }
        return sequence.enumerated().map { index, node in
            Cursor(file: file, path: "\(path)[\(index)]", node: node, list: list)
        }
    }

    /// The entries of a list that may be missing.
    var optionalEntries: [Cursor] {
        node == nil ? [] : entries
    }

    /// A text that may be missing.
    var optionalText: String? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else {
            report(.wrongShape(wanted: "文字"))
            return nil
        }
        guard text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
            report(.badValue(wanted: "不含控制字符的文字"))
            return nil
        }
        guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
            report(.badValue(wanted: "前后没有空格的文字"))
            return nil
        }
        return text
    }

    /// A text that must be there; empty after a mistake was noted.
    var text: String {
        if node == nil { report(.missingKey) }
        return optionalText ?? ""
    }

    /// A code: lower-case letters, digits and hyphens.
    var code: String {
        let code = text
        let isCode = code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        if !isCode { report(.badValue(wanted: "由小写字母、数字和连字符组成的代码")) }
        return code
    }

    /// A whole number within a range; the range's lower end after a mistake was noted.
    func number(_ range: ClosedRange<Int>) -> Int {
        if let value = Int(text), range.contains(value) { return value }
        if node != nil { report(.badValue(wanted: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数")) }
        return range.lowerBound
    }

    /// A number within a range, with or without decimals; the range's lower end after a mistake was noted.
    func decimal(_ range: ClosedRange<Double>) -> Double {
        if let value = Double(text), range.contains(value) { return value }
        if node != nil { report(.badValue(wanted: "\(range.lowerBound) 到 \(range.upperBound) 之间的数")) }
        return range.lowerBound
    }

    /// A time of the day like 17:00, in seconds since midnight; nil after a mistake was noted.
    func secondOfDay(_ range: ClosedRange<Int64> = 0...86_400, like example: String = "17:00") -> Int64? {
        if let second = Self.secondOfDay(text), range.contains(second) { return second }
        if node != nil { report(.badValue(wanted: "如 \(example)")) }
        return nil
    }

    /// The second since midnight that a time of the city's day stands for, 86,400 for 24:00; nil for all else.
    static func secondOfDay(_ text: String) -> Int64? {
        if text == "24:00" { return 86_400 }
        guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ":") }) else { return nil }
        let clock = CityClock(offset: 0)
        let time = TimeText("1970-01-01 \(text)", clock: clock)
        return time.map { clock.secondOfDay($0.instant(clock: clock)) }
    }

    /// The codes of a list that may be missing, each of a row in that file and none twice.
    func references(to codes: Set<String>, in file: String) -> [String] {
        var used: Set<String> = []
        return optionalEntries.map { entry in
            let code = entry.code
            if !codes.contains(code) {
                entry.report(.unknownReference(file: file))
            } else if !used.insert(code).inserted {
                entry.report(.duplicate)
            }
            return code
        }
    }

    /// One of a closed set of words; nil after a mistake was noted, or where nothing stands.
    func choice<Choice>(_ choices: [(word: String, value: Choice)]) -> Choice? {
        guard let text = optionalText else { return nil }
        if let choice = choices.first(where: { $0.word == text }) { return choice.value }
        report(.badValue(wanted: choices.map(\.word).joined(separator: "、")))
        return nil
    }

    /// One of a closed set of words that must be there.
    func requiredChoice<Choice>(_ choices: [(word: String, value: Choice)]) -> Choice? {
        if node == nil { report(.missingKey) }
        return choice(choices)
    }
}

extension Node {
    /// The node as a reader of the file sees it, shortened.
    var shown: String {
        switch self {
        case .scalar(let scalar): scalar.string.count > 60 ? scalar.string.prefix(60) + "…" : scalar.string
        case .mapping: "{…}"
        case .sequence: "[…]"
        case .alias: "*"
        }
    }
}
