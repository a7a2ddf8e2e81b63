import Console
import Lettering

/// Help in Chinese, made from what the commands declare.
struct Help {
    let root: any Command.Type

    /// A command that words name, and the words after its names.
    struct Named {
        var command: any Command.Type
        /// Its English names from the program's on.
        var names: [String]
        var rest: [String]
    }

    /// The command that the first words name.
    func command(of words: [String]) throws -> Named {
        var named = Named(command: root, names: [root.about.names[0]], rest: words)
        while let word = named.rest.first, !word.hasPrefix("-") {
            let parts = named.command.about.parts
            guard !parts.isEmpty else { break }
            guard let next = parts.first(where: { $0.about.names.contains(word) }) else {
                // What is no part may be an argument of the command itself.
                if named.command.declared().declarations.contains(where: { $0.kind == .argument }) { break }
                let names = parts.flatMap { $0.about.names }
                throw UsageComplaint.unknownCommand(word, near: nearest(to: word, among: names))
            }
            named.command = next
            named.names.append(next.about.names[0])
            named.rest.removeFirst()
        }
        return named
    }

    /// What stands after a command's names, as it is written: `工单号 [选项]…`.
    static func usage(of command: any Command.Type) -> String {
        let declarations = command.declared().declarations
        let arguments = declarations.filter { $0.kind == .argument }
        let part = command.about.parts.isEmpty ? [] : [arguments.isEmpty ? "命令" : "[命令]"]
        let options = declarations.contains { $0.kind != .argument } ? ["[选项]…"] : []
        return (part + arguments.map { $0.isRequired ? $0.label : "[\($0.label)]" } + options)
            .joined(separator: " ")
    }

    /// The page of a command.
    func page(of named: Named) -> String {
        let command = named.command
        let declarations = command.declared().declarations
        let arguments = declarations.filter { $0.kind == .argument }
        // What every command takes comes last.
        let options =
            declarations.filter { $0.kind != .argument && !$0.isGlobal }
            + declarations.filter(\.isGlobal)
        let usage = (named.names + [Self.usage(of: command)]).filter { !$0.isEmpty }
        var blocks = [command.about.meaning, "用法：" + usage.joined(separator: " ")]
        let parts = command.about.parts
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
