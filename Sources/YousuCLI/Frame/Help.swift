import Console
import Lettering

/// Help in Chinese, made from what the commands declare.
struct Help {
    let root: any Command.Type

    /// The page of the command that a path of words leads to; words after the command's name do not matter.
    func page(_ path: [String]) throws -> String {
        var names: [String] = []
        let command = try Self.command(root, path[...]) { names.append($0.about.names[0]) }.command
        return page(of: command, names: names)
    }

    /// The command that the first words name, and the words after them.
    func command(of arguments: [String]) throws -> (command: any Command.Type, rest: [String]) {
        try Self.command(root, arguments[...]) { _ in }
    }

    private static func command(
        _ root: any Command.Type, _ words: ArraySlice<String>, passing: (any Command.Type) -> Void
    ) throws -> (command: any Command.Type, rest: [String]) {
        passing(root)
        guard let word = words.first, !word.hasPrefix("-"), !root.about.parts.isEmpty else {
            return (root, Array(words))
        }
        guard let next = root.about.parts.first(where: { $0.about.names.contains(word) }) else {
            // What is no part may be an argument of the command itself.
            if root.declared().declarations.contains(where: { $0.kind == .argument }) {
                return (root, Array(words))
            }
            let names = root.about.parts.flatMap { $0.about.names }
            throw UsageComplaint.unknownCommand(word, near: nearest(to: word, among: names))
        }
        return try command(next, words.dropFirst(), passing: passing)
    }

    private func page(of command: any Command.Type, names: [String]) -> String {
        let declarations = command.declared().declarations
        let arguments = declarations.filter { $0.kind == .argument }
        // What every command takes comes last.
        let options =
            declarations.filter { $0.kind != .argument && !$0.isGlobal }
            + declarations.filter(\.isGlobal)
        let parts = command.about.parts
        let usage =
            [names.joined(separator: " ")] + (parts.isEmpty ? [] : [arguments.isEmpty ? "命令" : "[命令]"])
            + arguments.map { $0.isRequired ? $0.label : "[\($0.label)]" }
            + (options.isEmpty ? [] : ["[选项]…"])
        var blocks = [command.about.meaning, "用法：" + usage.joined(separator: " ")]
        add("命令", parts.map { ($0.about.names.joined(separator: "、"), $0.about.meaning) }, to: &blocks)
        add("参数", arguments.map { ($0.label, $0.meaning) }, to: &blocks)
        add("选项", options.map { ($0.label, $0.meaning) }, to: &blocks)
        if !command.examples.isEmpty {
            blocks.append("例子：\n" + command.examples.map { "  \($0)" }.joined(separator: "\n"))
        }
        if command == root {
            blocks.append("某个命令的用法：yousu 命令 --help。库文件用 --db 指定，姓名用 --as 指定，都写在命令前面或后面。")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func add(_ title: String, _ rows: [(String, String)], to blocks: inout [String]) {
        guard !rows.isEmpty else { return }
        let width = rows.map { DisplayWidth.width($0.0) }.max() ?? 0
        let lines = rows.map { "  " + DisplayWidth.fit($0.0, columns: width, pad: .left) + "  " + $0.1 }
        blocks.append("\(title)：\n" + lines.joined(separator: "\n"))
    }
}

extension Declaration {
    /// `--unit 单位`, or the name of an argument.
    var label: String {
        let value = valueName + (isRepeating ? "…" : "")
        return switch kind {
        case .option: "--\(name) \(value)"
        case .flag: "--\(name)"
        case .argument: value
        }
    }

    /// Whether every command takes it.
    fileprivate var isGlobal: Bool {
        ["db", "as"].contains(name)
    }
}
