import ArgumentParser
import Desk

/// Wrong usage in Chinese.
///
/// The parser's own errors are not public, so they are told by their English wording, which is fixed with the
/// version of the package and pinned by tests.
enum UsageComplaint: Error {
    case notUTF8(argument: Int)
    case inputNotUTF8
    case noFile(String)
    case missingValue(String)
    case unknownOption(String, near: String?)
    case unexpectedValue(option: String)
    case unexpectedArguments([String])
    case missingArgument(String)
    case unknownCommand(String, near: String?)
    case missingCommand
    case badShell(String)
    case other

    /// What an error of the parser says; nil for all other errors.
    init?(_ error: any Error, root: any ParsableCommand.Type) {
        if let error = error as? UsageComplaint {
            self = error
            return
        }
        // A command of which only the parts can be run asks for its own help.
        if error is CleanExit {
            self = .missingCommand
            return
        }
        guard root.exitCode(for: error) == .validationFailure else { return nil }
        self.init(message: root.message(for: error))
    }

    init(message: String) {
        let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let first = quoted.first ?? ""
        let option = String(first.split(separator: " ").first ?? "")
        if message.hasPrefix("Unknown option") {
            self = .unknownOption(first, near: quoted.count > 1 ? quoted[1] : nil)
        } else if message.hasPrefix("Missing value for") {
            self = .missingValue(option)
        } else if message.hasPrefix("The option"), message.contains("does not take any value") {
            self = .unexpectedValue(option: option)
        } else if message.hasPrefix("Unexpected argument") || message.contains("unexpected arguments") {
            self = .unexpectedArguments(quoted)
        } else if message.hasPrefix("Missing expected argument") || message.hasPrefix("Missing one of") {
            self = .missingArgument(first.filter { !"<>. ".contains($0) })
        } else if message.hasPrefix("Missing required subcommand") {
            self = .missingCommand
        } else if message.contains("completion scripts") {
            // "Can't generate completion scripts for 'csh'. …": the first apostrophe quotes nothing.
            let words = message.split(separator: "'", omittingEmptySubsequences: false)
            self = .badShell(words.count > 2 ? String(words[2]) : "")
        } else {
            self = .other
        }
    }

    /// What is said, with the exit status for wrong usage.
    var complaint: Complaint {
        switch self {
        case .notUTF8(let argument): Complaint(usage: "第 \(argument) 个参数不是 UTF-8 文字", remedy: "检查终端的编码。")
        case .inputNotUTF8: Complaint(usage: "标准输入的内容不是 UTF-8 文字", remedy: "换成 UTF-8 再试。")
        case .noFile(let path): Complaint(notFound: "没有文件 \(path)", remedy: "检查路径。")
        case .missingValue(let option): Complaint(usage: "\(option) 后面缺少内容", remedy: "用法见 --help。")
        case .unknownOption(let option, let near):
            Complaint(usage: "没有选项 \(option)", remedy: (near.map { "是不是 \($0)？" } ?? "") + "用法见 --help。")
        case .unexpectedValue(let option): Complaint(usage: "\(option) 后面不能带内容", remedy: "去掉等号和后面的内容。")
        case .unexpectedArguments(let words):
            Complaint(usage: "多余的参数：\(words.joined(separator: "、"))", remedy: "命令见 yousu --help；有空格的内容要加引号。")
        case .missingArgument(let name): Complaint(usage: "缺少参数 \(name)", remedy: "用法见 --help。")
        case .unknownCommand(let word, let near):
            Complaint(
                usage: "没有命令“\(word)”", remedy: (near.map { "是不是 \($0)？" } ?? "") + "全部命令见 yousu --help。")
        case .missingCommand: Complaint(usage: "缺少子命令", remedy: "用法见 --help。")
        case .badShell(let name): Complaint(usage: "不能为“\(name)”生成补全脚本", remedy: "可选：bash、zsh、fish。")
        case .other: Complaint(usage: "参数写法不对", remedy: "用法见 --help。")
        }
    }
}
