import Desk

/// Wrong usage in Chinese.
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
    case noTerminal(String)
    case noDraft

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
        case .noTerminal(let option):
            Complaint(usage: "\(option) 要在终端上用", remedy: "不在终端上，就用选项写全，见 --help。")
        case .noDraft: Complaint(notFound: "没有放下的草稿", remedy: "直接登记：yousu call 或 yousu message。")
        case .badShell(let name): Complaint(usage: "不能为“\(name)”生成补全脚本", remedy: "可选：bash、zsh、fish。")
        }
    }
}
