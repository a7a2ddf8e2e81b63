import Casework
import Foundation
import Trials

/// The bench as a program.
enum Bench {
    static let ownPath = "/proc/self/exe"

    static func start(_ words: [String]) -> Int32 {
        do {
            switch words.first {
            case Launcher.mode: return try Launcher.launch(Array(words.dropFirst()))
            case Recorder.mode: return try Recorder.record(Array(words.dropFirst()))
            default: break
            }
            if words.contains("--help") {
                print(Options.usage, terminator: "")
                return 0
            }
            guard let options = Options(words) else {
                say(Options.usage)
                return 64
            }
            if let (first, second) = options.comparison {
                print(Comparison(first: try Report(file: first), second: try Report(file: second)).text)
                return 0
            }
            let report = try run(options)
            print(report.text)
            try options.json.map { try report.write(to: $0) }
            return report.rows.contains { $0.met == false } || !report.unmeasured.isEmpty ? 1 : 0
        } catch {
            say("\(error)")
            return 70
        }
    }

    /// Says something about the course of things.
    static func say(_ words: String) {
        FileHandle.standardError.write(Data((words + "\n").utf8))
    }

    private static func run(_ options: Options) throws -> Report {
        let load = Report.currentLoad
        if load > 0.5 {
            say("The machine is busy (load \(Cells.number(load))); figures will be worse for it.")
        }
        let work = try WorkFolder(for: "bench")
        work.removeWhenInterrupted()
        defer { work.remove() }
        let keep = options.keep ?? work.path
        try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
        // Kept stores go on with the key that sealed them.
        setenv("YOUSU_KEY", "\(keep)/key", 1)
        let plans = options.sizes.map { StorePlan(size: $0) }
        try checkDisk(plans, keep: keep, isKept: options.keep != nil, work: work.path)

        let city = "\(work.path)/city"
        try CityCopy.make(of: options.city, at: city, years: 2016...max(2026, CityCopy.thisYear + 1))
        let empty = "\(work.path)/empty.sqlite"
        _ = try Launcher.run([options.program, "--db", empty, "--as", Callers.staff, "init", "--city", city])
        let imports = try ImportPart.make(program: options.program, empty: empty, in: work.path)

        var measured = Measured()
        for plan in plans {
            measured.trying("all (\(Cells.count(plan.size)))") { measured in
                say("\(Cells.count(plan.size)) cases: the store")
                let stores = try Stores(
                    plan, program: options.program, city: city, work: work.path, keep: keep)
                defer {
                    stores.removeCopies()
                    if options.keep == nil { Disk.removeStore(stores.base) }
                }
                let site = Site(
                    program: options.program, stores: stores, empty: empty, imports: imports,
                    work: work.path, outside: Outside(folder: work.path))
                measured += Measured(try site.parts(), size: plan.size)
            }
        }
        return Report(
            (measured.rows + flatness(measured.rows)).judged(by: Budget.all), failed: measured.failed,
            load: load)
    }

    /// The rates of imports into bigger stores beside that into the smallest.
    private static func flatness(_ rows: [Row]) -> [Row] {
        let imports = rows.filter { $0.name == "import" }.sorted { $0.size < $1.size }
        guard let smallest = imports.first else { return [] }
        return imports.dropFirst().map {
            .once("import / into the smallest store", $0.size, $0.unit, $0.median)
                .over(smallest.median, "into the smallest")
        }
    }

    private static func checkDisk(_ plans: [StorePlan], keep: String, isKept: Bool, work: String) throws {
        let largest = (plans.map(\.cases).max() ?? 0) * StorePlan.bytesPerCase
        let made = plans.filter { !Stores.exists($0, in: keep) }
        // Stores that are not kept go one after the other.
        let bases =
            isKept
            ? made.reduce(0) { $0 + $1.cases * StorePlan.bytesPerCase } : largest
        // Beside them the tables for import, and the rows that are added.
        try Disk.check([(keep, bases), (work, 2 * largest + 1_000_000_000)])
    }
}
