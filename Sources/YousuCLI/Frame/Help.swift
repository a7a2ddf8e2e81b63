import ArgumentParser
import Console

/// Help in Chinese, made from what the commands declare.
struct Help {
    let root: any ParsableCommand.Type

    /// The page of the command that a path of words leads to; unknown words end the path.
    func page(_ path: [String]) throws -> String {
        var command = root
        var names = [root.configuration.commandName ?? "yousu"]
        for word in path {
            guard
                let next = command.configuration.subcommands.first(where: {
                    Help.names(of: $0).contains(word)
                })
            else {
                if command == root {
                    throw UsageComplaint.unknownCommand(word, near: near(word, below: root))
                }
                break
            }
            command = next
            names.append(Help.names(of: next)[0])
        }
        return page(of: command, names: names)
    }

    /// The command that the first words name, and the words after them.
    func command(of arguments: [String]) throws -> (any ParsableCommand.Type, [String]) {
        var command = root
        var rest = arguments[...]
        while let word = rest.first, !word.hasPrefix("-") {
            let next = command.configuration.subcommands.first { Help.names(of: $0).contains(word) }
            guard let next else {
                if command.configuration.subcommands.isEmpty { break }
                throw UsageComplaint.unknownCommand(word, near: near(word, below: command))
            }
            command = next
            rest = rest.dropFirst()
        }
        return (command, Array(rest))
    }

    /// The command that was probably meant: one letter is another, or two are too many or too few.
    private func near(_ word: String, below command: any ParsableCommand.Type) -> String? {
        var best: (name: String, changes: Int)?
        for name in command.configuration.subcommands.flatMap(Help.names) {
            let changes = name.difference(from: word).count
            guard changes <= 2, changes < name.count + word.count, changes < best?.changes ?? .max else {
                continue
            }
            best = (name, changes)
        }
        return best?.name
    }

    private func page(of command: any ParsableCommand.Type, names: [String]) -> String {
        let arguments = HelpArgument.all(of: command).sorted { !$0.isGlobal && $1.isGlobal }
        var blocks = [command.configuration.abstract]
        var usage = "用法：" + names.joined(separator: " ")
        if !command.configuration.subcommands.isEmpty { usage += " 命令" }
        for argument in arguments where argument.isPositional || !argument.isOptional {
            usage += " " + argument.usage
        }
        if arguments.contains(where: { !$0.isPositional && $0.isOptional }) { usage += " [选项]…" }
        blocks.append(usage)
        if !command.configuration.discussion.isEmpty { blocks.append(command.configuration.discussion) }
        let commands = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
        add(
            "命令", commands.map { (Help.names(of: $0).joined(separator: "、"), $0.configuration.abstract) },
            to: &blocks)
        add("参数", arguments.filter(\.isPositional).map { ($0.label, $0.abstract) }, to: &blocks)
        add("选项", arguments.filter { !$0.isPositional }.map { ($0.label, $0.abstract) }, to: &blocks)
        if let examples = (command as? any YousuCommand.Type)?.examples, !examples.isEmpty {
            blocks.append("例子：\n" + examples.map { "  \($0)" }.joined(separator: "\n"))
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

    /// A command's name and its Chinese aliases.
    static func names(of command: any ParsableCommand.Type) -> [String] {
        [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
}
