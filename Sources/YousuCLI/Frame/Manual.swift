import CaseStore
import Foundation

/// Pages for `man`, made from what the commands declare: one for the program and one for each command.
struct Manual {
    let root: any Command.Type

    /// Writes all pages into a folder, which is made where it is not there.
    func write(into folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, page) in pages {
                try page.write(toFile: "\(folder)/\(name).1", atomically: true, encoding: .utf8)
            }
        } catch {
            throw StoreError.cannotCreate(path: folder, reason: "里面的文件写不成")
        }
    }

    /// The pages by their names: `yousu`, `yousu-call`, `yousu-config-check` …
    var pages: [(name: String, page: String)] {
        pages(of: root, names: [])
    }

    private func pages(of command: any Command.Type, names: [String]) -> [(name: String, page: String)] {
        let names = names + [command.about.names[0]]
        return [(names.joined(separator: "-"), page(of: command, names: names))]
            + command.about.parts.flatMap { pages(of: $0, names: names) }
    }

    private func page(of command: any Command.Type, names: [String]) -> String {
        let declarations = command.declared().declarations
        let title = names.joined(separator: "-")
        var lines = [
            #".TH "\#(title.uppercased())" "1" "" "yousu \#(Yousu.version)" "有诉""#, ".SH 名称",
            Self.text("\(title) - \(command.about.meaning)"), ".SH 用法",
            #".B "\#(names.joined(separator: " "))""#,
        ]
        lines += [Help.usage(of: command)].filter { !$0.isEmpty }.map(Self.text)
        lines += Self.section(
            "命令", command.about.parts.map { ($0.about.names.joined(separator: "、"), $0.about.meaning) })
        lines += Self.section(
            "参数", declarations.filter { $0.kind == .argument }.map { ($0.label, $0.meaning) })
        lines += Self.section(
            "选项", declarations.filter { $0.kind != .argument }.map { ($0.label, $0.meaning) })
        if !command.examples.isEmpty {
            lines += [".SH 例子", ".nf"] + command.examples.map(Self.text) + [".fi"]
        }
        let others =
            command == root ? command.about.parts.map { "yousu-\($0.about.names[0])(1)" } : ["yousu(1)"]
        lines += [".SH 另见", Self.text(others.joined(separator: "、"))]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ rows: [(String, String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        return [".SH \(title)"] + rows.flatMap { [".TP", ".B " + text($0.0), text($0.1)] }
    }

    /// A line of text in which nothing is a request to roff.
    private static func text(_ line: String) -> String {
        let escaped = line.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(
            of: "-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
