import CSV
import CaseStore
import Casework
import Foundation
import Trials

/// A table of rows to import, of days on which no store has cases.
struct ImportPart {
    let path: String
    let rows: Int
    /// The cases that it makes.
    let numbers: ClosedRange<Int64>
    /// Whether it says who called.
    let hasCallers: Bool

    private static let parts = 10
    private static let casesPerPart = 9000
    private static let daysPerPart = 12

    /// Makes up the tables: some 100,000 rows with replies and callbacks, every second table with callers.
    static func make(program: String, empty: String, in folder: String) throws -> [ImportPart] {
        guard let first = CivilDay(compact: 20_260_201) else { return [] }
        return try (0..<parts).map { place in
            let from = first.advanced(by: place * daysPerPart)
            let to = from.advanced(by: daysPerPart - 1)
            let portion = StorePlan.Portion(cases: casesPerPart, from: from, to: to, seed: 201 + place)
            let path = "\(folder)/import-\(place + 1).csv"
            _ = try Launcher.run(
                [program, "--db", empty, "simulate"] + Stores.arguments(portion) + ["--csv", path])
            let hasCallers = place % 2 == 0
            if !hasCallers { try removeCallers(from: path) }
            let lines = try Data(contentsOf: URL(filePath: path)).reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
            let range = CaseNumber.range(of: from)
            return ImportPart(
                path: path, rows: lines - 1,
                numbers: range.lowerBound...CaseNumber.range(of: to).upperBound, hasCallers: hasCallers)
        }
    }

    /// Leaves the columns that say who called empty.
    private static func removeCallers(from path: String) throws {
        var bytes: [UInt8]? = Array(try Data(contentsOf: URL(filePath: path)))
        var reader = CSVReader {
            defer { bytes = nil }
            return bytes
        }
        var (text, columns) = ("", [Int]())
        while let record = try reader.next() {
            var fields = record.fields
            if text.isEmpty {
                columns = fields.indices.filter { ["name", "phone"].contains(fields[$0]) }
                guard columns.count == 2 else { throw Trouble("\(path) does not say who called.") }
            } else {
                for column in columns { fields[column] = "" }
            }
            text += CSVWriter.row(fields)
        }
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}

extension Site {
    /// Tables imported by the program, those with callers against the rows that they added, written with commits as
    /// often, and against those without, of which nothing is sealed.
    func importing() throws -> [Row] {
        let reader = try Bare(stores.ours)
        var (ours, floor, runs, open) = (Samples(), Samples(), [Finished](), Samples())
        for part in imports {
            let finished = try Launcher.run(command(stores.ours, ["import", part.path]))
            let rows = try FloorRows(
                reader, above: part.numbers.lowerBound - 1, through: part.numbers.upperBound)
            // A connection of its own, as the program has for each table. Both stores grow alike.
            let writer = try FloorWriter(stores.floor, for: .bulk)
            let least = try timed {
                try writer.write(rows, every: .milliseconds(50))
                try writer.finish()
            }.took
            guard part.hasCallers else {
                open.add(Double(part.rows) / finished.took.seconds)
                continue
            }
            ours.add(Double(part.rows) / finished.took.seconds)
            floor.add(Double(part.rows) / least.seconds)
            runs.append(finished)
        }
        return [
            Row.more("import", size, "rows/s", ours).over(floor.median, "bare C calls")
                .with(runs),
            .more("import without callers", size, "rows/s", open),
            Row.more("import / without callers", size, "rows/s", ours).over(open.median, "without callers"),
        ]
    }
}
