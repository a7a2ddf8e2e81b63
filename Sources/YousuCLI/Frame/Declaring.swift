import ArgumentParser

// All values are taken as texts and read in `run`, so that what is wrong with them is said in one way; and whatever
// follows an option is its value, also where it begins with a hyphen.

extension Option where Value == String? {
    /// An option with one value: what it means, and what its value is called in help.
    init(_ meaning: String, _ valueName: String, name: NameSpecification = .long) {
        self.init(
            name: name, parsing: .unconditional, help: ArgumentHelp(stringLiteral: meaning).named(valueName))
    }
}

extension Option where Value == [String] {
    /// An option that can be given several times.
    init(wrappedValue: [String], _ meaning: String, _ valueName: String, name: NameSpecification) {
        self.init(
            wrappedValue: wrappedValue, name: name, parsing: .unconditionalSingleValue,
            help: ArgumentHelp(stringLiteral: meaning).named(valueName))
    }
}

extension Argument where Value == String {
    /// An argument: what it means, and what it is called in help.
    init(_ meaning: String, _ valueName: String) {
        self.init(help: ArgumentHelp(stringLiteral: meaning).named(valueName))
    }
}

extension Argument where Value == String? {
    /// An argument that may be left out.
    init(_ meaning: String, _ valueName: String) {
        self.init(help: ArgumentHelp(stringLiteral: meaning).named(valueName))
    }
}

extension Argument where Value == [String] {
    /// One argument or several.
    init(_ meaning: String, _ valueName: String) {
        self.init(help: ArgumentHelp(stringLiteral: meaning).named(valueName))
    }
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}
