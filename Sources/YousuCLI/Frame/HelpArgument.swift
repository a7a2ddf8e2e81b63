import ArgumentParser
import Foundation

/// An argument or option as help shows it.
struct HelpArgument {
    let isPositional: Bool
    let isOptional: Bool
    /// `--unit 单位`
    let label: String
    /// As it stands in the usage line.
    let usage: String
    let abstract: String

    /// Whether every command takes it; such options come last.
    var isGlobal: Bool {
        label.hasPrefix("--db ") || label.hasPrefix("--as ")
    }

    /// What a command takes, in its order, as its help dump tells.
    static func all(of command: any ParsableCommand.Type) -> [HelpArgument] {
        guard let data = command._dumpHelp().data(using: .utf8),
            let dump = try? JSONDecoder().decode(Dump.self, from: data)
        else { return [] }
        return (dump.command.arguments ?? []).filter {
            $0.shouldDisplay && $0.valueName != "help" && $0.valueName != "version"
        }
        .map(HelpArgument.init)
    }

    private init(_ argument: Dump.Argument) {
        isPositional = argument.kind == "positional"
        isOptional = argument.isOptional
        abstract = argument.abstract ?? ""
        let more = argument.isRepeating ? "…" : ""
        let value = (argument.valueName ?? "") + more
        if isPositional {
            label = value
            usage = isOptional ? "[\(value)]" : value
        } else {
            let name = argument.names?.map { "--" + $0.name }.joined(separator: "、") ?? ""
            label = argument.kind == "flag" ? name : "\(name) \(value)"
            usage = label
        }
    }

    private struct Dump: Decodable {
        let command: Command

        struct Command: Decodable {
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            let kind: String
            let shouldDisplay: Bool
            let isOptional: Bool
            let isRepeating: Bool
            let names: [Name]?
            let valueName: String?
            let abstract: String?
        }

        struct Name: Decodable {
            let name: String
        }
    }
}
