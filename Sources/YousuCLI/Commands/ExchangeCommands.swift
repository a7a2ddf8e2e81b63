import CSV
import Casework
import Console
import Desk
import Glibc
import Reports

struct ImportCommand: Command {
    static let about = About("import", "导入", "导入：从 CSV 表导入以往的记录；重复导入不会重复登记")
    static let examples = [
        "yousu import seeds/2024-03-19.csv",
        "yousu import 旧系统.csv --columns 留言时间=received_at,留言详情=content --channel 微信",
        "yousu import 旧系统.csv --channel 微信 --suggest",
        "yousu import 旧系统.csv --dry-run --rejects 退回.csv",
    ]

    let globals = Globals()
    @Argument("文件", "CSV 文件；写 - 则从标准输入读") var file: String
    @Option("columns", "对照", "对方列名=本系统列名，用逗号分开") var columns: String?
    @Option("source", "名称", "记录来自哪个系统") var source: String?
    @Flag("update", "已有的记录，补上后来的答复和回访") var update: Bool
    @Option("channel", "渠道", "没写渠道的行用哪个渠道") var channel: String?
    @Option("category", "分类", "没写分类的行用哪个分类；不写则为“其他”") var category: String?
    @Flag("suggest", "没写分类的行用学到的分类，并注明是建议的") var suggest: Bool
    @Option("new-names", "做法", "配置里没有的分类和单位：refuse 不收这一行，add 加进配置") var newNames: String?
    @Option("rejects", "文件", "没收的行写到哪个文件，只有本人可读") var rejects: String?
    @Flag("dry-run", "只说会怎样，什么也不改") var dryRun: Bool

    func run() throws {
        var options = ImportOptions()
        options.columns = columns
        options.source = source ?? ""
        options.updates = update
        options.channel = channel
        options.category = category
        options.suggests = suggest
        guard [nil, "refuse", "add"].contains(newNames) else {
            throw DeskError.badChoice(
                field: "--new-names", value: newNames ?? "", choices: ["refuse", "add"])
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
            "\(prefix)诉求 \(result.contacts)，无效来电 \(result.invalid)，另行回访 \(result.callbacks)，其他经过 \(result.events)，"
                + "已有 \(result.skipped)，补充 \(result.updated)，没收 \(result.rejected)")
        if result.absentFiles > 0 { Output.notice(Wording.words(.filesAbsent(result.absentFiles))) }
        if result.alerts > 0, !dryRun { Output.notice("警示 \(result.alerts) 件，用 yousu alerts 查看。") }
        for column in result.ignoredColumns { Output.notice(Wording.words(.columnIgnored(column))) }
        for name in result.addedNames { Output.notice(Wording.words(.unowned(name))) }
        for row in result.faults { Output.notice("第 \(row.line) 行没收：\(Wording.words(row.fault))") }
        if result.rejected > result.faults.count {
            Output.notice("……还有 \(result.rejected - result.faults.count) 行没收。")
        }
        if let rejects, result.rejected > 0 { Output.notice("没收的行写在 \(rejects)，只有本人可读。") }
    }
}

struct ExportCommand: Command {
    static let about = About("export", "导出", "导出：把记录写成 CSV，可再导入")
    static let examples = [
        "yousu export > 全部.csv", "yousu export --from 2024-03-01 --to 2024-03-31 --district 城东区 > 三月.csv",
        "yousu export --format json > 全部.json",
    ]

    let globals = Globals()
    let filter = FilterOptions()
    @Flag("callers", "连诉求人的姓名和电话一起导出") var callers: Bool
    @Option("format", "格式", "csv 或 json") var format: String?

    func run() throws {
        let format = try Format(format, among: [.csv, .json])
        let desk = try globals.desk()
        var sink = ExportSink(isJSON: format == .json)
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        var rows = 0
        let count = try desk.exportTable(filter.request, showsCallers: callers) { cells in
            try sink.add(cells)
            rows += 1
            progress.update(done: rows, total: nil, label: "行", at: .now)
        }
        try sink.finish()
        Output.notice("导出 \(count) 行\(callers ? "，含诉求人信息，请妥善保管" : "")。")
    }
}

/// Writes rows as CSV or as one JSON object, in large portions.
private struct ExportSink {
    let isJSON: Bool
    private var buffer = ""
    private var headings: [String] = []
    private var isFirst = true

    init(isJSON: Bool) {
        self.isJSON = isJSON
    }

    /// Takes a row; the first are the headings.
    mutating func add(_ cells: [String]) throws {
        if !isJSON {
            buffer += CSVWriter.row(cells)
        } else if headings.isEmpty {
            headings = cells.map(JSONShapes.key)
            buffer += "{\"records\":["
        } else {
            buffer += (isFirst ? "" : ",\n") + JSONShapes.record(headings, cells).text
            isFirst = false
        }
        guard buffer.utf8.count > 65_536 else { return }
        try Output.write(buffer)
        buffer = ""
    }

    mutating func finish() throws {
        try Output.write(buffer + (isJSON ? "],\"schema\":1}\n" : ""))
    }
}
