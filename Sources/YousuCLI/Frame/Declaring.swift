// What a command takes, declared as its properties. All values are texts and are read in `run`, so that what is wrong
// with them is said in one way; and whatever follows an option is its value, also where it begins with a hyphen.
//
// These are classes with one class above them and not structures with a protocol: of each structure the runtime would
// search all conformances of the program anew, at each start.

/// An option, a flag or an argument: what it means, and the values that were given.
class Declaration {
    enum Kind {
        case option, flag, argument
    }

    let kind: Kind
    let isRepeating: Bool
    let isRequired: Bool
    let meaning: String
    /// What the value is called in help; empty for a flag.
    let valueName: String
    /// Without hyphens. Where none is declared it is the property's.
    fileprivate(set) var name: String
    var values: [String] = []
    var isGiven = false

    fileprivate init(
        _ kind: Kind, _ meaning: String, _ valueName: String = "", name: String = "",
        isRepeating: Bool = false,
        isRequired: Bool = false
    ) {
        self.kind = kind
        self.meaning = meaning
        self.valueName = valueName
        self.name = name
        self.isRepeating = isRepeating
        self.isRequired = isRequired
    }

    /// What a command takes, in its order, with the groups in their places.
    static func all(of command: any Command) -> [Declaration] {
        all(within: command)
    }

    private static func all(within value: Any) -> [Declaration] {
        Mirror(reflecting: value).children.flatMap { child in
            guard let declaration = child.value as? Declaration else { return all(within: child.value) }
            // The property behind `unit` is called `_unit`.
            if declaration.name.isEmpty { declaration.name = String((child.label ?? "").dropFirst()) }
            return [declaration]
        }
    }
}

/// An option with one value; of several the last one holds.
@propertyWrapper final class Option: Declaration {
    init(_ meaning: String, _ valueName: String, name: String = "") {
        super.init(.option, meaning, valueName, name: name)
    }

    var wrappedValue: String? { values.last }
}

/// An option that can be given several times.
@propertyWrapper final class Options: Declaration {
    init(_ meaning: String, _ valueName: String, name: String = "") {
        super.init(.option, meaning, valueName, name: name, isRepeating: true)
    }

    var wrappedValue: [String] { values }
}

/// An option without a value.
@propertyWrapper final class Flag: Declaration {
    init(_ meaning: String, name: String = "") {
        super.init(.flag, meaning, name: name)
    }

    var wrappedValue: Bool { isGiven }
}

/// An argument.
@propertyWrapper final class Argument: Declaration {
    init(_ meaning: String, _ valueName: String) {
        super.init(.argument, meaning, valueName, isRequired: true)
    }

    // Without it the command is not run.
    var wrappedValue: String { values.first ?? "" }
}

/// An argument that may be left out.
@propertyWrapper final class OptionalArgument: Declaration {
    init(_ meaning: String, _ valueName: String) {
        super.init(.argument, meaning, valueName)
    }

    var wrappedValue: String? { values.first }
}

/// One argument or several.
@propertyWrapper final class Arguments: Declaration {
    init(_ meaning: String, _ valueName: String) {
        super.init(.argument, meaning, valueName, isRepeating: true, isRequired: true)
    }

    var wrappedValue: [String] { values }
}
