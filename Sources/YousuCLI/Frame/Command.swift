/// One command of the program. What it takes are its properties: options, flags, arguments, and groups of these.
protocol Command: SendableMetatype {
    /// What it is called and what it does.
    static var about: About { get }
    /// Whole command lines.
    static var examples: [String] { get }

    init()

    /// Does the work, when what was given has been read.
    func run() throws
}

extension Command {
    static var examples: [String] { [] }

    /// A command of which only the parts can be run.
    func run() throws {
        throw UsageComplaint.missingCommand
    }
}

/// What a command is called and what it does.
struct About: Sendable {
    /// The English name and the Chinese one.
    let names: [String]
    let meaning: String
    /// The commands below it.
    let parts: [any Command.Type]

    init(_ name: String, _ chineseName: String?, _ meaning: String, parts: [any Command.Type] = []) {
        names = [name] + [chineseName].compactMap(\.self)
        self.meaning = meaning
        self.parts = parts
    }
}
