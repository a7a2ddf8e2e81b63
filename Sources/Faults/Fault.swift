/// One kind of fault.
struct Fault: Sendable {
    /// What it is called on the command line.
    let name: String
    /// What is tried, in one line.
    let meaning: String
    /// How often in a long run.
    let rounds: Int
    let run: @Sendable (Site, Int) throws -> Tally

    /// All kinds, in the order in which they are tried.
    static let all: [Fault] = [
        .kill, .calls, .power, .flips, .mutation, .crowd, .disk, .tampering, .injection, .clock, .bytes,
    ]
}
