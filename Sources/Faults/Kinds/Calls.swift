import Glibc
import Trials

extension Fault {
    /// Each call to the system that concerns the store fails once, and from then on.
    ///
    /// Of a command that has more calls than there are rounds, so many of them are taken, evenly.
    static let calls = Fault(
        name: "calls", meaning: "calls to the system failing, once and from then on", rounds: 150
    ) { site, count in
        var all = 0
        let trials = try Deed.all.flatMap { deed in
            let calls = try Trial.calls(of: deed, site)
            all += calls.count
            let taken = min(count, calls.count)
            return (0..<taken).flatMap { place in
                let index = place * calls.count / taken
                return [false, true].map { Trial(deed: deed, call: calls[index], at: index + 1, stays: $0) }
            }
        }
        var tally = try site.rounds(trials.count) { round, _ in try trials[round].run(site) }
        tally.count("calls that there are", all)
        return tally
    }
}

/// One call of one deed that fails.
struct Trial: Sendable {
    let deed: Deed
    /// The call and the file, for reports.
    let call: String
    let at: Int
    let stays: Bool

    /// The calls of a deed that nothing disturbs.
    static func calls(of deed: Deed, _ site: Site) throws -> [String] {
        let (place, words) = try deed.prepared(site)
        defer { place.remove() }
        let list = "\(place.folder).calls"
        defer { unlink(list) }
        let run = try place.run(words, input: deed.input, shim: Shim(calls: list))
        guard run.status == 0 else { throw Trouble("\(deed.name): \(run.status), \(run.complaint)") }
        return String(decoding: try File.bytes(list), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func run(_ site: Site) throws -> Tally {
        var tally = Tally()
        let (place, words) = try deed.prepared(site)
        defer { place.remove(after: tally) }
        // A full disk where something is written, else a broken one.
        let isWrite = call.hasPrefix("pwrite") || call.hasPrefix("write") || call.hasPrefix("ftruncate")
        let error = isWrite && at % 2 == 0 ? ENOSPC : EIO
        let run = try place.run(words, input: deed.input, shim: Shim(at: at, stays: stays, error: error))
        tally.count("calls that failed")
        let name = "\(deed.name), call \(at) (\(call))\(stays ? " and all after it" : "")"
        switch run.status {
        case 0: tally.count("of no consequence")
        case 74, 75, 66, 73: tally.count("refused with \(run.status)")
        // The keys are a part that the program needs.
        case 69 where call.contains("key"): tally.count("refused with 69, of the key file")
        // Known, and not right: SQLite and the reading of a configuration do not always tell what failed.
        case 65 where deed.name == "verify": tally.count("told by verify")
        case 65 where run.complaint.contains("已损坏"): tally.count("taken for damage (65)")
        case 78: tally.count("taken for a missing file of the configuration (78)")
        default: tally.isBroken("\(name): status \(run.status), \(run.complaint)")
        }
        if run.status != 0 {
            tally.promise(run.complaint.contains("错误："), "\(name): nothing was said")
        }
        try place.checkKept(run, deed, name, &tally)
        return tally
    }
}

extension Place {
    /// After something failed: what was acknowledged is there, and the store is sound.
    func checkKept(_ run: Run, _ deed: Deed, _ name: String, _ tally: inout Tally) throws {
        guard File.exists(store) else {
            tally.promise(deed.isMaking && run.status != 0, "\(name): the store is gone")
            return
        }
        if let wrong = try verified() {
            tally.isBroken("\(name): \(wrong)")
            return
        }
        guard !deed.isMaking else { return }
        let before = try Place.cases(of: site)
        let after = try cases()
        tally.promise(after.isSuperset(of: before), "\(name): cases of before are lost")
        for number in run.numbers where number.count == 14 {
            tally.promise(after.contains(number), "\(name): \(number) was printed and is lost")
        }
        let callers = try self.run("export", "--callers")
        tally.promise(callers.status == 0, "\(name): callers cannot be read: \(callers.complaint)")
        if deed.name == "call", run.status != 0 {
            tally.count("said to be not recorded, yet there", after.count - before.count)
        }
    }

    private static func cases(of site: Site) throws -> Set<String> {
        Set(try Rows.of("\(site.folder)/base/store.sqlite", "SELECT number FROM cases").map { $0[0] })
    }
}
