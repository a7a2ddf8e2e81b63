import CaseStore
import Console
import Foundation
import Lettering
import Trials

/// What was measured, and where.
struct Report: Codable {
    let machine: String
    let cores: Int
    let sqlite: String
    /// Processes that wanted to run in the minute before.
    let load: Double
    /// In UTC, ISO 8601.
    let date: String
    var rows: [Row]
    /// What failed while it was measured; nil where nothing did.
    let failed: [String]?

    init(_ rows: [Row], failed: [String] = [], load: Double = 0) {
        self.load = load
        self.failed = failed.isEmpty ? nil : failed
        machine = Self.processor ?? "unknown"
        cores = ProcessInfo.processInfo.activeProcessorCount
        sqlite = Store.sqliteVersion
        date = Date.now.formatted(.iso8601)
        self.rows = rows
    }

    init(file: String) throws {
        do {
            self = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: file)))
        } catch {
            throw Trouble("\(file) holds no figures of the bench: \(error.localizedDescription)")
        }
    }

    func write(to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(self)
        data.append(10)
        try data.write(to: URL(filePath: file))
    }

    /// One line about the machine.
    var place: String {
        "\(machine), \(cores) cores, load \(Cells.number(load)), SQLite \(sqlite), \(date)"
    }

    /// The rows as a table, a part for each size.
    var text: String {
        var lines = [place]
        for size in Set(rows.map(\.size)).sorted() {
            lines += ["", "\(Cells.count(size)) cases"]
            lines += Self.table.lines(rows.filter { $0.size == size }.map(Self.cells))
        }
        let judged = rows.filter { $0.met != nil }
        func list(_ title: String, _ names: [String]) -> String {
            "\(title): \(names.isEmpty ? "none" : names.joined(separator: ", "))"
        }
        lines += [
            "", "Budgets met: \(judged.filter { $0.met == true }.count) of \(judged.count)",
            list("Missed", judged.filter { $0.met == false }.map(Self.place)),
            list("Not measured", unmeasured),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What failed, and what has a budget for a size that was measured, and no figure.
    var unmeasured: [String] {
        let sizes = Set(rows.map(\.size))
        return (failed ?? [])
            + Budget.all.flatMap { budget in
                let names = [budget.name, Row.ofEarlierRun(budget.name)]
                return budget.sizes.filter { size in
                    sizes.contains(size) && !rows.contains { names.contains($0.name) && $0.size == size }
                }.map { "\(budget.name) (\(Cells.count($0)))" }
            }
    }

    private static func place(_ row: Row) -> String {
        "\(row.name) (\(Cells.count(row.size)))"
    }

    private static let table = Table(
        [TableColumn("what")]
            + ["median", "worst"].map { TableColumn($0, alignment: .right) } + [TableColumn("unit")]
            + ["floor", "ratio"].map { TableColumn($0, alignment: .right) } + [TableColumn("the floor is")]
            + ["growth", "CPU ms", "MB", "hyperfine"].map { TableColumn($0, alignment: .right) }
            + [TableColumn("budget"), TableColumn("")])

    private static func cells(_ row: Row) -> [String] {
        [
            row.name, Cells.number(row.median), row.runs > 1 ? Cells.number(row.worst) : "", row.unit,
            Cells.number(row.floor), Cells.times(row.ratio), row.floorIs ?? "", Cells.times(row.growth),
            Cells.number(row.processor), Cells.number(row.memory), Cells.number(row.outside),
            row.budget ?? "",
            row.met.map { $0 ? "met" : "MISSED" } ?? "",
        ]
    }

    /// How many processes want to run, on average over the last minute.
    static var currentLoad: Double {
        var load = [0.0]
        return getloadavg(&load, 1) == 1 ? load[0] : 0
    }

    private static var processor: String? {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
        return text.split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
