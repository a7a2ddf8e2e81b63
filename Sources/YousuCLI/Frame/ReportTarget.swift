import Console
import Desk
import Glibc
import Lettering

/// Where a report goes and as what: into a new file by the ending of its name, or to standard output by `--format`.
struct ReportTarget {
    let kind: Report.Kind
    /// Nil for standard output.
    private let path: String?
    private var file: NewFile?

    /// Refuses what cannot be written, before anything is counted or recorded.
    ///
    /// - Parameter kinds: what the report can be.
    init(_ output: String?, format: String?, among kinds: [Report.Kind] = Report.Kind.papers) throws {
        if let output {
            if format != nil { throw DeskError.excludes("--output", "--format") }
            guard let kind = Report.Kind(file: output), kinds.contains(kind) else {
                throw DeskError.badChoice(
                    field: "--output", value: output, choices: kinds.map { "文件名.\($0.ending)" })
            }
            self.kind = kind
            path = output
            try NewFile.check(output)
        } else {
            let name = format ?? "text"
            guard let kind = kinds.first(where: { $0.name == name }) else {
                throw DeskError.badChoice(field: "--format", value: name, choices: kinds.compactMap(\.name))
            }
            self.kind = kind
            path = nil
        }
    }

    /// Where a list goes that is written into a file; nil for standard output, on which lists have formats of their own.
    static func table(_ output: String?, format: String?) throws -> ReportTarget? {
        try output.map { try ReportTarget($0, format: format, among: Report.Kind.tables) }
    }

    /// Makes the file before something is done that cannot be taken back.
    mutating func begin() throws {
        file = try path.map { try NewFile($0, dashIsOutput: false) }
    }

    /// Writes it: a file whole or not at all, for its owner alone, and then said in one line.
    func write(_ bytes: [UInt8], summary: String) throws {
        guard let path else { return try Descriptor.write(bytes, to: STDOUT_FILENO) }
        let file = try file ?? NewFile(path, dashIsOutput: false)
        try file.write(bytes)
        try file.finish()
        try Output.line(Visible.visible("\(summary)，已写入 \(path)", keepNewlines: false))
    }
}
