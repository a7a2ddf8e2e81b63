import ArgumentParser
import CSV
import Casework
import Console
import Desk
import Glibc
import Reports

struct ImportCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入：从 CSV 表导入以往的记录；重复导入不会重复登记", aliases: ["导入"])
    static let examples = [
        "yousu import seeds/2024-03-19.csv",
        "yousu import 旧系统.csv --columns 留言时间=received_at,留言详情=content --channel 微信",
        "yousu import 旧系统.csv --dry-run --rejects 退回.csv",
    ]

    @OptionGroup var globals: Globals
    @Argument(help: ArgumentHelp("CSV 文件；写 - 则从标准输入读", valueName: "文件")) var file: String
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("对方列名=本系统列名，用逗号分开", valueName: "对照"))
    var columns: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("记录来自哪个系统", valueName: "名称")) var source:
        String?
    @Flag(name: .long, help: "已有的记录，补上后来的答复和回访") var update = false
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("没写渠道的行用哪个渠道", valueName: "渠道"))
    var channel: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("没写分类的行用哪个分类；不写则为“其他”", valueName: "分类"))
    var category: String?
    @Option(
        name: .customLong("new-names"), parsing: .unconditional,
        help: ArgumentHelp("配置里没有的分类和单位：refuse 不收这一行，add 加进配置", valueName: "做法"))
    var newNames: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("没收的行写到哪个文件，只有本人可读", valueName: "文件"))
    var rejects: String?
    @Flag(name: .customLong("dry-run"), help: "只说会怎样，什么也不改") var dryRun = false

    func run() throws {
        var options = ImportOptions()
        options.columns = columns
        options.source = source ?? ""
        options.updates = update
        options.channel = channel
        options.category = category
        guard [nil, "refuse", "add"].contains(newNames) else {
            throw DeskError.badChoice(field: "new-names", value: newNames ?? "", choices: ["refuse", "add"])
        }
        options.addsNames = newNames == "add"
        let desk = try globals.desk()
        let input = try FileSource(file)
        let result =
            try dryRun ? desk.rehearse { try take(input, at: $0, options) } : take(input, at: desk, options)
        try report(result)
        if result.rejected > 0 { throw Outcome(.data) }
    }

    private func take(_ input: FileSource, at desk: Desk, _ options: ImportOptions) throws -> ImportResult {
        let sink = try rejects.map { try RejectsFile($0) }
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        let result = try desk.importTable(
            { try input.next() }, options: options, headings: { try sink?.begin(headings: $0) },
            rejected: { try sink?.add($0) },
            progress: { progress.update(done: $0.rows, total: nil, label: "行", at: .now) })
        try sink?.finish()
        return result
    }

    private func report(_ result: ImportResult) throws {
        let prefix = dryRun ? "试算，什么也没有改：" : ""
        try Output.line(
            "\(prefix)诉求 \(result.contacts)，无效来电 \(result.invalid)，另行回访 \(result.callbacks)，"
                + "已有 \(result.skipped)，补充 \(result.updated)，没收 \(result.rejected)")
        for column in result.ignoredColumns { Output.notice(Wording.words(.columnIgnored(column))) }
        for name in result.addedNames { Output.notice(Wording.words(.unowned(name))) }
        for row in result.faults { Output.notice("第 \(row.line) 行没收：\(Wording.words(row.fault))") }
        if result.rejected > result.faults.count {
            Output.notice("……还有 \(result.rejected - result.faults.count) 行没收。")
        }
        if let rejects, result.rejected > 0 { Output.notice("没收的行写在 \(rejects)，只有本人可读。") }
    }
}

struct ExportCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出：把记录写成 CSV，可再导入", aliases: ["导出"])
    static let examples = ["yousu export > 全部.csv", "yousu export --format json > 全部.json"]

    @OptionGroup var globals: Globals
    @Flag(name: .long, help: "连诉求人的姓名和电话一起导出") var callers = false
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("csv 或 json", valueName: "格式"))
    var format: String?

    func run() throws {
        let format = try format.map { try Format($0) } ?? .csv
        if format == .table {
            throw DeskError.badChoice(field: "format", value: "table", choices: ["csv", "json"])
        }
        let desk = try globals.desk()
        var buffer = ""
        var headings: [String] = []
        func emit(_ text: String) throws {
            buffer += text
            if buffer.utf8.count > 65_536 {
                try Output.write(buffer)
                buffer = ""
            }
        }
        let count = try desk.exportTable(showsCallers: callers) { cells in
            if format == .csv {
                try emit(CSVWriter.row(cells))
            } else if headings.isEmpty {
                headings = cells
                try emit("{\"records\":[")
            } else {
                try emit(JSONShapes.record(headings, cells).text + ",\n")
            }
        }
        if format == .json {
            if count > 0 { buffer.removeLast(2) }
            buffer += "],\"schema\":1}\n"
        }
        try Output.write(buffer)
        Output.notice("导出 \(count) 行\(callers ? "，含诉求人信息，请妥善保管" : "")。")
    }
}
