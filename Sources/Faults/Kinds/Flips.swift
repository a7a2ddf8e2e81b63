import Synchronization

extension Fault {
    /// Bytes of a store are changed as a bad disk would. Either `verify` says so, or nothing that is printed is any other.
    static let flips = Fault(
        name: "flips", meaning: "bytes of a store changed at random", rounds: 10_000
    ) { site, count in
        let sound = try Sound(site)
        var tally = try site.rounds(count) { round, chance in try sound.damaged(round, &chance) }
        tally.count("stores", count)
        return tally
    }
}

/// A store that nothing is wrong with, and all that is printed of it.
struct Sound: Sendable {
    static let questions = [
        ["list", "--format", "csv"], ["bulletin", "2024-03-06", "--draft"],
        ["rates", "--from", "2024-03-01", "--to", "2024-03-31", "--by", "unit"], ["export"],
        ["export", "--callers"],
    ]

    let site: Site
    let bytes: [UInt8]
    let answers: [Run]
    private let tables: [String: [[String]]]

    init(_ site: Site) throws {
        self.site = site
        let place = try site.place()
        defer { place.remove() }
        bytes = try File.bytes(place.store)
        tables = try Self.tables(place.store)
        answers = try Self.questions.map { try place.run($0) }
    }

    private static func tables(_ store: String) throws -> [String: [[String]]] {
        let names = try Rows.of(
            store,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name[0], (try? Rows.of(store, "SELECT * FROM \"\(name[0])\"")) ?? [["unreadable"]])
            })
    }

    fileprivate func damaged(_ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        var bytes = bytes
        for _ in 0...chance.below(3) {
            var spot = chance.below(bytes.count)
            // Much of a small store is empty; damage there is rarely of any consequence.
            for _ in 0..<4 where bytes[spot] == 0 { spot = chance.below(bytes.count) }
            bytes[spot] ^= UInt8(1 + chance.below(255))
        }
        try File.write(bytes, to: place.store)
        let verify = try place.run("verify", "--callers")
        tally.promise(
            verify.isOrderly, "round \(round): verify ended with \(verify.status): \(verify.complaint)")
        tally.most("most ms of verify", verify.milliseconds)
        guard verify.status == 0 else {
            tally.count("found by verify")
            return tally
        }
        try compare(place, "round \(round)", &tally)
        return tally
    }

    /// What verify has nothing to say about.
    func compare(_ place: Place, _ name: String, _ tally: inout Tally) throws {
        // Some questions leave an entry behind.
        let changed =
            (try? Self.tables(place.store))?.filter { tables[$0.key] != $0.value }.keys.sorted() ?? []
        var isOther = false
        var isRefused = false
        for (question, answer) in zip(Self.questions, answers) {
            let run = try place.run(question)
            tally.promise(
                run.isOrderly, "\(name): \(question[0]) ended with \(run.status): \(run.complaint)")
            if run.status != answer.status {
                isRefused = true
            } else if run.output != answer.output {
                isOther = true
            }
        }
        guard isOther || isRefused else { return tally.count("of no consequence") }
        let what = isOther ? "not found, other output" : "not found, output refused"
        tally.count(what)
        tally.count("\(what): \(changed.isEmpty ? "no table" : changed.joined(separator: "+"))")
        tally.promise(!isOther, "\(name): other output, verify silent, \(changed)")
    }
}
