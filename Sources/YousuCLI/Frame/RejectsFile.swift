import CSV
import Desk

/// The rows that an import did not take, with line and reason before their own cells. There is a file only if there
/// are any.
final class RejectsFile {
    private let file: NewFile
    private var hasRows = false

    init(_ path: String) throws {
        file = try NewFile(path, dashIsOutput: false)
    }

    func begin(headings: [String]) throws {
        try file.write(CSVWriter.row(["行号", "原因"] + headings))
    }

    func add(_ row: RejectedRow) throws {
        hasRows = true
        try file.write(CSVWriter.row([String(row.line), Wording.words(row.fault)] + row.fields))
    }

    func finish() throws {
        guard hasRows else { return }
        try file.finish()
    }
}
