import Reports

/// One mistake in a city's configuration.
public struct Problem: Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// The file is not there.
        case missingFile
        /// The file is no YAML; the parser's words.
        case notYAML(String)
        /// A key that must be there is not.
        case missingKey
        /// A key that nobody knows, and those that are known here.
        case unknownKey(known: [String])
        /// A list, a map or a text was wanted.
        case wrongShape(wanted: String)
        /// The value is not what it must be; what it must be.
        case badValue(wanted: String)
        /// The code or name stands there twice.
        case duplicate
        /// There is no row with this code in that file.
        case unknownReference(file: String)
        /// The same category and area lead to another unit elsewhere.
        case twoUnits(other: String)
        /// A category of the first level without an owner.
        case withoutOwner
        /// A category of the first level for which the dispatch directory has no unit.
        case withoutRule
        /// A mistake in a template.
        case template(TemplateError)
    }

    /// The file, from the city's folder.
    public let file: String
    /// The way to the value, `units[3].parent`, or the line of a template.
    public let keyPath: String
    /// The value as written; empty where there is none.
    public let value: String
    /// What is wrong.
    public let fault: Fault
}

/// All mistakes of a configuration.
public struct CityProblems: Error, Hashable, Sendable {
    /// The mistakes in the order of the files.
    public let problems: [Problem]
}

/// Collects mistakes while a configuration is read.
final class ProblemList {
    private(set) var problems: [Problem] = []

    func add(_ problem: Problem) {
        problems.append(problem)
    }
}
