import Foundation
import Trials

/// The stores of one size: one that nothing writes to, one for the program, and one for the floor.
struct Stores {
    let plan: StorePlan
    let base: String
    let ours: String
    let floor: String
    let makings: [Making]
    /// Whether this run made it.
    let isMade: Bool

    /// How long a portion took to make up and record.
    struct Making: Codable {
        let cases: Int
        let seconds: Double
    }

    /// - Parameters:
    ///   - work: where copies stand.
    ///   - keep: where the store itself stands, and may stand already.
    init(_ plan: StorePlan, program: String, city: String, work: String, keep: String) throws {
        self.plan = plan
        base = Self.place(plan, in: keep)
        ours = "\(work)/ours.sqlite"
        floor = "\(work)/floor.sqlite"
        let record = URL(filePath: base + ".json")
        if let data = try? Data(contentsOf: record), Self.exists(plan, in: keep) {
            makings = try JSONDecoder().decode([Making].self, from: data)
            isMade = false
        } else {
            Disk.removeStore(base)
            makings = try Self.make(plan, program: program, city: city, as: base)
            try JSONEncoder().encode(makings).write(to: record)
            isMade = true
        }
        for copy in [ours, floor] {
            Disk.removeStore(copy)
            try Disk.copy(base, to: copy)
        }
    }

    static func exists(_ plan: StorePlan, in folder: String) -> Bool {
        FileManager.default.fileExists(atPath: place(plan, in: folder))
    }

    private static func place(_ plan: StorePlan, in folder: String) -> String {
        "\(folder)/store-\(plan.size).sqlite"
    }

    /// Makes a store that appears under its name when it is whole.
    private static func make(_ plan: StorePlan, program: String, city: String, as path: String) throws
        -> [Making]
    {
        let draft = path + ".part"
        Disk.removeStore(draft)
        defer { Disk.removeStore(draft) }
        _ = try Launcher.run([program, "--db", draft, "--as", Callers.staff, "init", "--city", city])
        let makings = try (plan.portions + (plan.crowd.map { [$0] } ?? [])).map { portion in
            let took = try Launcher.run(
                [program, "--db", draft, "simulate"] + arguments(portion)
            ).took
            Bench.say(
                "  made up \(portion.cases) cases from \(portion.from) to \(portion.to) in "
                    + "\(Cells.number(took.seconds)) s")
            return Making(cases: portion.cases, seconds: took.seconds)
        }
        // A copy of the file alone is to be a copy of the store.
        try Bare(draft).run("PRAGMA wal_checkpoint(TRUNCATE)")
        guard rename(draft, path) == 0 else { throw Trouble("\(path) cannot be written.") }
        // Where nobody ever recorded there is none, and questions in two halves are answered by one processor.
        guard rename(draft + ".lock", path + ".lock") == 0 else { throw Trouble("\(path) has no lock.") }
        return makings
    }

    static func arguments(_ portion: StorePlan.Portion) -> [String] {
        [
            "--cases", "\(portion.cases)", "--from", "\(portion.from)", "--to", "\(portion.to)",
            "--seed", "\(portion.seed)",
        ]
    }

    func removeCopies() {
        for copy in [ours, floor] { Disk.removeStore(copy) }
    }
}
