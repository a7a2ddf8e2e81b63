import Foundation
import Glibc

extension Fault {
    /// No room, or a disk that fails: at a size of a file, at a write, at a sync, and on a disk that is really full.
    static let disk = Fault(
        name: "disk", meaning: "no room and failing disks at random points", rounds: 300
    ) { site, count in
        let sizes = try Deed.recording.map { deed in
            let (place, words) = try deed.prepared(site)
            defer { place.remove() }
            _ = try place.run(words, input: deed.input)
            return max(File.size(place.store), File.size(place.store + "-wal"))
        }
        var tally = try site.rounds(count) { round, chance in
            let deed = round % Deed.recording.count
            let shim: Shim
            let kind: String
            switch round / Deed.recording.count % 3 {
            case 0: (kind, shim) = ("size", Shim(size: chance.below(sizes[deed])))
            case 1:
                (kind, shim) = (
                    "write",
                    Shim(only: "w", at: 1 + chance.below(30), stays: chance.below(2) == 0, error: ENOSPC)
                )
            default:
                (kind, shim) = ("sync", Shim(only: "s", at: 1 + chance.below(4), stays: chance.below(2) == 0))
            }
            return try Deed.recording[deed].hindered(site, shim, "\(kind), round \(round)")
        }
        tally += try smallDisk(site)
        return tally
    }

    /// A disk of two megabytes, until it is full.
    private static func smallDisk(_ site: Site) throws -> Tally {
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        let disk = try site.emptyPlace()
        defer { disk.remove() }
        guard mount("tmpfs", disk.folder, "tmpfs", 0, "size=2m") == 0 else {
            Faults.say("  Left out: a disk that is really full, because none may be mounted.")
            return tally
        }
        defer {
            // What can be kept is on the other disk.
            if !tally.broken.isEmpty {
                for name in (try? FileManager.default.contentsOfDirectory(atPath: disk.folder)) ?? [] {
                    try? File.copy("\(disk.folder)/\(name)", to: "\(place.folder)/\(name)")
                }
            }
            umount2(disk.folder, Int32(MNT_DETACH))
        }
        for name in ["store.sqlite", "key"] {
            try File.copy("\(place.folder)/\(name)", to: "\(disk.folder)/\(name)")
        }
        var numbers: [String] = []
        var refused = 0
        for number in 0..<2000 where refused < 20 {
            let run = try disk.run(
                number % 5 == 0 ? ["import", "-", "--source", "旧系统"] : Work.call(number),
                input: number % 5 == 0 ? Array(Work.table(30, from: number * 30 + 1).utf8) : [])
            tally.count("commands on a small disk")
            numbers += run.numbers.filter { $0.count == 14 }
            if run.status != 0 {
                refused += 1
                tally.promise(run.status == 74, "small disk: status \(run.status), \(run.complaint)")
            }
        }
        tally.count("refused on a full disk", refused)
        tally.promise(refused > 0, "the small disk did not become full")
        let cases = try disk.cases()
        tally.promise(cases.isSuperset(of: numbers), "small disk: numbers that were printed are lost")
        if let wrong = try disk.verified() { tally.isBroken("small disk: \(wrong)") }
        return tally
    }
}

extension Deed {
    /// Runs it while something hinders it, and once more when nothing does.
    fileprivate func hindered(_ site: Site, _ shim: Shim, _ round: String) throws -> Tally {
        var tally = Tally()
        let (place, words) = try prepared(site)
        defer { place.remove(after: tally) }
        let run = try place.run(words, input: input, shim: shim)
        let name = "\(self.name), \(round)"
        tally.count("commands hindered")
        tally.count(run.status == 0 ? "of no consequence" : "refused with \(run.status)")
        tally.promise([0, 74].contains(run.status), "\(name): status \(run.status), \(run.complaint)")
        tally.promise(run.status == 0 || run.complaint.contains("错误："), "\(name): nothing was said")
        try place.checkKept(run, self, name, &tally)
        guard run.status != 0 else { return tally }
        let again = try place.run(words, input: input)
        // What is there in spite of the refusal cannot be done twice.
        tally.promise(
            again.status == 0 || again.status == 77 || again.status == 66 || again.status == 75,
            "\(name): again ended with \(again.status), \(again.complaint)")
        if let wrong = try place.verified() { tally.isBroken("\(name), again: \(wrong)") }
        return tally
    }
}
