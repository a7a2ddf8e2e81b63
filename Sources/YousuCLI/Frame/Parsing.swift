/// Reads words into what a command declares.
struct Parsing {
    let declarations: [Declaration]

    /// Whether the words ask for help. What follows an option is its value, also `-h`.
    func asksForHelp(_ words: [String]) -> Bool {
        var words = words.prefix { $0 != "--" }
        while let word = words.popFirst() {
            if ["--help", "-h"].contains(word) { return true }
            if declaration(of: word)?.kind == .option { words = words.dropFirst() }
        }
        return false
    }

    /// Reads all words after the command's name.
    func read(_ words: [String]) throws {
        var words = words[...]
        var arguments = declarations.filter { $0.kind == .argument }[...]
        var unexpected: [String] = []
        while let word = words.popFirst() {
            if word == "--" {
                for word in words { take(word, &arguments, &unexpected) }
                break
            }
            if isOption(word) {
                try option(word, &words)
            } else {
                take(word, &arguments, &unexpected)
            }
        }
        if !unexpected.isEmpty { throw UsageComplaint.unexpectedArguments(unexpected) }
        for declaration in declarations where declaration.isRequired && declaration.values.isEmpty {
            throw UsageComplaint.missingArgument(declaration.valueName)
        }
    }

    /// A hyphen alone is standard input. One before a word belongs to the word, where the command takes words of a text and has
    /// no such option.
    private func isOption(_ word: String) -> Bool {
        if word.hasPrefix("--") { return true }
        guard word.hasPrefix("-"), let letter = word.dropFirst().first, letter.isASCII, letter.isLetter else {
            return false
        }
        return declaration(of: "-" + word) != nil || !declarations.contains(where: \.isText)
    }

    private func declaration(of option: String) -> Declaration? {
        declarations.first { $0.kind != .argument && "--" + $0.name == option }
    }

    private func take(
        _ word: String, _ arguments: inout ArraySlice<Declaration>, _ unexpected: inout [String]
    ) {
        guard let next = arguments.first else { return unexpected.append(word) }
        next.take(word)
        if !next.isRepeating { arguments.removeFirst() }
    }

    /// `--unit 城东区` or `--unit=城东区`.
    private func option(_ word: String, _ words: inout ArraySlice<String>) throws {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let option = String(parts[0])
        guard let declaration = self.declaration(of: option) else {
            let names = declarations.filter { $0.kind != .argument }.map { "--" + $0.name }
            throw UsageComplaint.unknownOption(option, near: nearest(to: option, among: names))
        }
        guard declaration.kind == .option else {
            if parts.count > 1 { throw UsageComplaint.unexpectedValue(option: option) }
            return declaration.take(nil)
        }
        guard let value = parts.count > 1 ? String(parts[1]) : words.popFirst() else {
            throw UsageComplaint.missingValue(option)
        }
        declaration.take(value)
    }
}

/// What was probably meant: one letter is another, or two are too many or too few.
func nearest(to word: String, among names: [String]) -> String? {
    var best: (name: String, changes: Int)?
    // Of words as long as a book the difference would be sought for minutes.
    for name in names where abs(name.utf8.count - word.utf8.count) <= 8 {
        let changes = name.difference(from: word).count
        guard changes <= 2, changes < name.count + word.count, changes < best?.changes ?? .max else {
            continue
        }
        best = (name, changes)
    }
    return best?.name
}
