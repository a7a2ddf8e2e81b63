import Console
import Lettering

/// Two runs side by side.
struct Comparison {
    struct Line: Equatable {
        let name: String
        let size: Int
        let unit: String
        let before: Row?
        let after: Row?

        /// The second median as a multiple of the first.
        var change: Double? {
            guard let before, let after, before.median > 0 else { return nil }
            return after.median / before.median
        }
    }

    let first: Report
    let second: Report

    /// A line for whatever either run measured, in the order of the second.
    var lines: [Line] {
        func line(_ row: Row) -> Line {
            func same(_ other: Row) -> Bool { other.name == row.name && other.size == row.size }
            return Line(
                name: row.name, size: row.size, unit: row.unit, before: first.rows.first(where: same),
                after: second.rows.first(where: same))
        }
        let lines = second.rows.map(line)
        return lines + first.rows.map(line).filter { $0.after == nil }
    }

    var text: String {
        var text = ["A: \(first.place)", "B: \(second.place)"]
        for size in Set(lines.map(\.size)).sorted() {
            text += ["", "\(Cells.count(size)) cases"]
            text += Self.table.lines(lines.filter { $0.size == size }.map(Self.cells))
        }
        return text.joined(separator: "\n") + "\n"
    }

    private static let table = Table(
        [TableColumn("what")] + ["A", "B"].map { TableColumn($0, alignment: .right) } + [TableColumn("unit")]
            + ["B / A", "ratio A", "ratio B"].map { TableColumn($0, alignment: .right) }
            + [TableColumn("budget"), TableColumn("")])

    private static func cells(_ line: Line) -> [String] {
        func verdict(_ row: Row?) -> String { row?.met.map { $0 ? "met" : "MISSED" } ?? "" }
        let (before, after) = (verdict(line.before), verdict(line.after))
        return [
            line.name, Cells.number(line.before?.median), Cells.number(line.after?.median), line.unit,
            Cells.times(line.change), Cells.times(line.before?.ratio), Cells.times(line.after?.ratio),
            line.after?.budget ?? line.before?.budget ?? "",
            before == after ? after : "\(before) -> \(after)",
        ]
    }
}
