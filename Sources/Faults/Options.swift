/// What is asked of the trial.
struct Options {
    var program = "yousu"
    /// The library that lets calls fail.
    var shim = "libFaultShim.so"
    /// The configuration of the stores.
    var city = "Tests/TestSupport/Cities/yunzhou"
    /// Where the trial works.
    var folder: String?
    var seed: UInt64 = 1
    /// How much of a long run is done.
    var percent = 100
    /// How many things are tried at once.
    var lanes = 2
    var kinds: [Fault] = []

    static let usage = """
        scripts/faults [FOLDER] [--percent 100] [--seed 1] [--lanes 2] [WHAT…]

        Tries faults on the built program and tells what it promised and did not keep. FOLDER is where it works (a folder
        in memory is quicker); WHAT is some of:

        \(Fault.all.map { "  \($0.name): \($0.meaning)" }.joined(separator: "\n"))

        Exit status: 0 all was kept, 1 a promise was broken (the folders in which it was stay, at most twenty), 64 wrong
        usage, 70 it could not go on.

        """

    /// Nil where they are not understood.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if let kind = Fault.all.first(where: { $0.name == word }) {
                kinds.append(kind)
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--program": program = value
            case "--shim": shim = value
            case "--city": city = value
            case "--folder": folder = value
            case "--seed":
                guard let number = UInt64(value) else { return nil }
                seed = number
            case "--percent", "--lanes":
                guard let number = Int(value), (1...10_000).contains(number) else { return nil }
                if word == "--lanes" { lanes = number } else { percent = number }
            default: return nil
            }
        }
        if kinds.isEmpty { kinds = Fault.all }
    }
}
