import Foundation

/// How long the tests by chance run: shortly with the suite, as long as the environment says in scripts/walk.
enum Runs {
    /// How many there are to be: what a variable of the environment says, or so many.
    static func count(_ variable: String, otherwise count: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? count
    }

    /// The seed: what a variable of the environment says, or this one.
    static func seed(_ variable: String = "YOUSU_SEED", otherwise seed: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[variable].flatMap { UInt64($0) } ?? seed
    }
}
