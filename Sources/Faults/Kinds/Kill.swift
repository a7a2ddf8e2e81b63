import Glibc
import Trials

extension Fault {
    /// Killed at a random moment: by the clock, or at one of its calls to the system.
    static let kill = Fault(
        name: "kill", meaning: "kill -9 at random moments of commands that record, copy and restore",
        rounds: 500
    ) { site, count in
        let undisturbed = try (Deed.recording + Deed.copying).map { try Undisturbed($0, site) }
        var tally = try site.rounds(count) { round, chance in
            let run = undisturbed[round % undisturbed.count]
            return try run.killed(round, &chance)
        }
        tally.count("rounds", count)
        return tally
    }
}

/// A deed that nothing disturbed, beside which a killed one is held.
private struct Undisturbed: Sendable {
    let deed: Deed
    let site: Site
    let calls: Int
    let microseconds: Int
    let records: [String: String]
    let result: [[String]]

    init(_ deed: Deed, _ site: Site) throws {
        self.deed = deed
        self.site = site
        let (place, words) = try deed.prepared(site)
        defer { place.remove() }
        let list = "\(place.folder).calls"
        defer { unlink(list) }
        let began = ContinuousClock.now
        let run = try place.run(words, input: deed.input)
        microseconds = Int((ContinuousClock.now - began) / .microseconds(1))
        guard run.status == 0 else { throw Trouble("\(deed.name): \(run.status), \(run.complaint)") }
        records = try place.records()
        result = try place.result()
        // Once more, counted.
        let (other, same) = try deed.prepared(site)
        defer { other.remove() }
        _ = try other.run(same, input: deed.input, shim: Shim(calls: list))
        calls = try File.bytes(list).count { $0 == 10 }
    }

    func killed(_ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let (place, words) = try deed.prepared(site)
        defer { place.remove(after: tally) }
        let before = try place.cases()
        let bytes = words.map { Array($0.utf8) }
        let run: Run
        if round % 2 == 0 {
            let process = try place.start(bytes, input: deed.input)
            usleep(UInt32(chance.below(max(1, microseconds))))
            process.kill()
            run = try process.end()
        } else {
            let shim = Shim(at: 1 + chance.below(calls), kills: true)
            run = try place.start(bytes, input: deed.input, shim: shim).end()
        }
        let name = "\(deed.name), round \(round)"
        tally.count(run.status == 137 ? "killed" : "over before the kill")
        tally.promise([0, 137].contains(run.status), "\(name): status \(run.status), \(run.complaint)")
        if let wrong = try place.verified() { tally.isBroken("\(name): \(wrong)") }
        if let wrong = try deed.wrong(place) { tally.isBroken("\(name): \(wrong)") }

        let after = try place.cases()
        tally.promise(after.isSuperset(of: before), "\(name): cases of before are lost")
        for number in run.numbers where number.count == 14 {
            tally.count("numbers that were printed")
            tally.promise(after.contains(number), "\(name): \(number) was printed and is lost")
        }
        let rows = try place.records()
        tally.count("imported records found after the kill", rows.count)
        for (record, entries) in rows {
            tally.promise(records[record] == entries, "\(name): record \(record) has \(entries) entries")
        }
        try again(place, words, name, &tally)
        return tally
    }

    /// Run again, it completes what was begun.
    private func again(_ place: Place, _ words: [String], _ name: String, _ tally: inout Tally) throws {
        guard ["import", "config apply", "key rotate"].contains(deed.name) else { return }
        // What was applied already is not expected any more.
        let words = words.filter { $0 != "--expect" && $0 != "1" }
        let run = try place.run(words, input: deed.input)
        tally.promise(run.status == 0, "\(name): again ended with \(run.status), \(run.complaint)")
        let result = try place.result()
        tally.promise(result == self.result, "\(name): again gave \(result), undisturbed gave \(self.result)")
        let export = try place.run("export", "--callers")
        tally.promise(export.status == 0, "\(name): callers cannot be read: \(export.complaint)")
        if let wrong = try place.verified() { tally.isBroken("\(name), again: \(wrong)") }
        tally.count("completed by running again")
    }
}

extension Place {
    /// What does not depend on how often something was begun.
    fileprivate func result() throws -> [[String]] {
        try Rows.of(
            store,
            """
            SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM contacts), (SELECT count(*) FROM events),
                (SELECT max(version) FROM config_versions), (SELECT count(*) FROM callers),
                (SELECT count(*) FROM originals), (SELECT count(*) FROM callers WHERE key_id < (SELECT max(id) FROM keys))
            """)
    }
}
