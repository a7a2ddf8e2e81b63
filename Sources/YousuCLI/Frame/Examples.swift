import ArgumentParser

/// A command whose help shows how it is used.
protocol YousuCommand: ParsableCommand {
    /// Whole command lines.
    static var examples: [String] { get }
}
