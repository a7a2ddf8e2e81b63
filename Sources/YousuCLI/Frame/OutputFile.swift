import Casework
import Desk
import Lettering
import Paper
import Reports

/// A report on its way to a file, in the format that the file's ending names, or to standard output.
struct Report {
    /// What is written of it as a document.
    let document: () throws -> Document
    /// What programs read of it.
    let json: () -> JSON
    /// Its rows; nil where it is no table.
    var csv: (() -> String)?
    /// Its plain text, where that is not the document's.
    var text: String?
    /// What is said of it in one line when it has been written.
    let summary: String

    /// Refuses an ending that the report has no format for, before anything is counted.
    static func check(_ path: String?, asTable: Bool) throws {
        guard let path, path.isEmpty || ending(path, asTable: asTable) == nil else { return }
        throw DeskError.badChoice(
            field: "output", value: path, choices: endings(asTable: asTable).map { "文件名.\($0)" })
    }

    /// Writes a file, whole or not at all; only the owner may read it.
    func write(to path: String) throws {
        let file = try NewFile(path, dashIsOutput: false)
        switch Self.ending(path, asTable: csv != nil) {
        case "json": try file.write(json().text + "\n")
        case "csv": try file.write(csv?() ?? "")
        case let ending?:
            guard let format = Document.Format(rawValue: ending) else { return }
            if format == .text, let text {
                try file.write(text + "\n")
            } else {
                try file.write(document().bytes(in: format))
            }
        case nil: return
        }
        try file.finish()
        try Output.line(Visible.visible("\(summary)，已写入 \(path)", keepNewlines: false))
    }

    /// Writes it as what `--format` names: text, markdown, html or json.
    func print(as format: String?) throws {
        switch format ?? "text" {
        case "text": try Output.write(text.map { $0 + "\n" } ?? document().text())
        case "markdown": try Output.write(document().markdown())
        case "html": try Output.write(document().html())
        case "json": try Output.line(json().text)
        case let other:
            throw DeskError.badChoice(
                field: "format", value: other, choices: ["text", "markdown", "html", "json"])
        }
    }

    private static func endings(asTable: Bool) -> [String] {
        Document.Format.allCases.map(\.rawValue) + ["json"] + (asTable ? ["csv"] : [])
    }

    private static func ending(_ path: String, asTable: Bool) -> String? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        return endings(asTable: asTable).contains(ending) ? ending : nil
    }
}

extension Desk {
    /// Who looked at something and when, for the foot of a page.
    func mark() throws -> String {
        "\(actor.staff) \(try settings().clock.plain(now())) 查看"
    }
}
