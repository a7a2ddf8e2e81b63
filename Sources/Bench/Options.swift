/// What is asked of the bench.
struct Options: Equatable {
    var sizes = [10_000, 1_000_000]
    var json: String?
    var keep: String?
    /// The program that is measured, and the configuration of its stores.
    var program = "yousu"
    var city = "config/xining"
    var comparison: (String, String)? {
        comparedFiles.count == 2 ? (comparedFiles[0], comparedFiles[1]) : nil
    }
    private var comparedFiles: [String] = []

    static let usage = """
        scripts/bench [--full] [--sizes 10000,1000000] [--json FILE] [--keep FOLDER]
        scripts/bench --compare A.json B.json

        Measures the program on stores of these sizes; --full adds 5,000,000 cases. --keep keeps the stores there for
        the next run, which does not measure their making. --json writes the figures to a file; --compare puts two
        such files side by side.
        Exit status: 0 done, 1 a budget is missed or something could not be measured, 64 wrong usage, 70 it could not
        go on.

        """

    /// The cases that a store can be measured with.
    private static let possible = 1000...1_000_000_000

    /// Nil where they are not understood.
    init?(_ words: [String]) {
        var rest = words[...]
        var isFull = false
        while let word = rest.popFirst() {
            if word == "--full" {
                isFull = true
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--sizes":
                let numbers = value.split(separator: ",").map { Int($0) }
                guard !numbers.isEmpty, numbers.allSatisfy({ $0.map { Self.possible.contains($0) } ?? false })
                else { return nil }
                sizes = numbers.compactMap { $0 }
            case "--json": json = value
            case "--keep": keep = value
            case "--program": program = value
            case "--city": city = value
            case "--compare":
                guard let other = rest.popFirst() else { return nil }
                comparedFiles = [value, other]
            default: return nil
            }
        }
        sizes = Set(sizes + (isFull ? [5_000_000] : [])).sorted()
    }
}
