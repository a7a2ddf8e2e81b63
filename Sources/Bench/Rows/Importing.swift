import Casework
import Foundation

/// A table of rows to import, of days on which no store has cases.
struct ImportPart {
    let path: String
    let rows: Int
    /// The cases that it makes.
    let numbers: ClosedRange<Int64>

    private static let parts = 5
    private static let casesPerPart = 9000
    private static let daysPerPart = 12

    /// Makes up the tables: some 50,000 rows with callers, replies and callbacks.
    static func make(program: String, empty: String, in folder: String) throws -> [ImportPart] {
        guard let first = CivilDay(compact: 20_260_201) else { return [] }
        return try (0..<parts).map { place in
            let from = first.advanced(by: place * daysPerPart)
            let to = from.advanced(by: daysPerPart - 1)
            let portion = StorePlan.Portion(cases: casesPerPart, from: from, to: to, seed: 201 + place)
            let path = "\(folder)/import-\(place + 1).csv"
            _ = try Launcher.run(
                [program, "--db", empty, "simulate"] + Stores.arguments(portion) + ["--csv", path])
            let lines = try Data(contentsOf: URL(filePath: path)).reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
            let range = CaseNumber.range(of: from)
            return ImportPart(
                path: path, rows: lines - 1,
                numbers: range.lowerBound...CaseNumber.range(of: to).upperBound)
        }
    }
}

extension Site {
    /// Tables imported by the program, each against the rows that it added, written with commits as often.
    func importing() throws -> [Row] {
        let reader = try Bare(stores.ours)
        var (ours, floor, runs) = (Samples(), Samples(), [Finished]())
        for part in imports {
            let finished = try Launcher.run(command(stores.ours, ["import", part.path]))
            let rows = try FloorRows(
                reader, above: part.numbers.lowerBound - 1, through: part.numbers.upperBound)
            // A connection of its own, as the program has for each table.
            let writer = try FloorWriter(stores.floor, isBulk: true)
            let least = try timed {
                try writer.write(rows, every: .milliseconds(50))
                try writer.finish()
            }.took
            ours.add(Double(part.rows) / finished.took.seconds)
            floor.add(Double(part.rows) / least.seconds)
            runs.append(finished)
        }
        return [
            Row.more("import", size, "rows/s", ours).over(floor.median, "bare C calls")
                .with(runs)
        ]
    }
}
