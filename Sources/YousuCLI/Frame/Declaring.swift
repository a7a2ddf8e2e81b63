import Synchronization

// What a command takes, declared as its properties. All values are texts and are read in `run`, so that what is wrong
// with them is said in one way; and whatever follows an option is its value, also where it begins with a hyphen.

/// An option, a flag or an argument: what it means, and the values that were given.
final class Declaration: Sendable {
    enum Kind {
        case option, flag, argument
    }

    let kind: Kind
    /// Without hyphens; an argument has none.
    let name: String
    /// What the value is called in help; empty for a flag.
    let valueName: String
    let meaning: String
    let isRepeating: Bool
    let isRequired: Bool
    /// Whether the values are words of a text, which may begin with a hyphen.
    let isText: Bool
    private let given = Mutex<[String]?>(nil)

    fileprivate init(
        _ kind: Kind, _ name: String, _ valueName: String, _ meaning: String, isRepeating: Bool = false,
        isRequired: Bool = false, isText: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.valueName = valueName
        self.meaning = meaning
        self.isRepeating = isRepeating
        self.isRequired = isRequired
        self.isText = isText
        Listener.current?.hear(self)
    }

    /// In their order; none for a flag.
    var values: [String] {
        given.withLock { $0 ?? [] }
    }

    var isGiven: Bool {
        given.withLock { $0 != nil }
    }

    /// Takes a value, or that a flag was given.
    func take(_ value: String?) {
        given.withLock { $0 = ($0 ?? []) + (value.map { [$0] } ?? []) }
    }
}

/// Hears of the declarations that are made while a command is made. To find them by reflection would take longer than
/// all the rest of the parsing.
private final class Listener: Sendable {
    @TaskLocal static var current: Listener?
    private let heard = Mutex<[Declaration]>([])

    var declarations: [Declaration] {
        heard.withLock { $0 }
    }

    func hear(_ declaration: Declaration) {
        heard.withLock { $0.append(declaration) }
    }
}

extension Command {
    /// A command, and what it takes in its order, with the groups in their places.
    static func declared() -> (command: any Command, declarations: [Declaration]) {
        let listener = Listener()
        let command = Listener.$current.withValue(listener) { Self() }
        return (command, listener.declarations)
    }
}

/// A property that is declared.
protocol Declared {
    var declaration: Declaration { get }
}

/// An option with one value; of several the last one holds.
@propertyWrapper struct Option: Declared {
    let declaration: Declaration

    init(_ name: String, _ valueName: String, _ meaning: String) {
        declaration = Declaration(.option, name, valueName, meaning)
    }

    var wrappedValue: String? { declaration.values.last }
}

/// An option that can be given several times.
@propertyWrapper struct Options: Declared {
    let declaration: Declaration

    init(_ name: String, _ valueName: String, _ meaning: String) {
        declaration = Declaration(.option, name, valueName, meaning, isRepeating: true)
    }

    var wrappedValue: [String] { declaration.values }
}

/// An option without a value.
@propertyWrapper struct Flag: Declared {
    let declaration: Declaration

    init(_ name: String, _ meaning: String) {
        declaration = Declaration(.flag, name, "", meaning)
    }

    var wrappedValue: Bool { declaration.isGiven }
}

/// An argument.
@propertyWrapper struct Argument {
    private let declaration: Declaration

    init(_ valueName: String, _ meaning: String) {
        declaration = Declaration(.argument, "", valueName, meaning, isRequired: true)
    }

    // Without it the command is not run.
    var wrappedValue: String { declaration.values.first ?? "" }
}

/// An argument that may be left out.
@propertyWrapper struct OptionalArgument {
    private let declaration: Declaration

    init(_ valueName: String, _ meaning: String) {
        declaration = Declaration(.argument, "", valueName, meaning)
    }

    var wrappedValue: String? { declaration.values.first }
}

/// One argument or several.
@propertyWrapper struct Arguments {
    private let declaration: Declaration

    init(_ valueName: String, _ meaning: String, isText: Bool = false) {
        declaration = Declaration(
            .argument, "", valueName, meaning, isRepeating: true, isRequired: true, isText: isText)
    }

    var wrappedValue: [String] { declaration.values }
}
