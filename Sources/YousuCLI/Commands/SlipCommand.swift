import Casework
import Desk

struct SlipCommand: Command {
    static let about = About("slip", "打印单", "打印单：给没有程序的单位的转办单，或回访时填的回访单")
    static let examples = [
        "yousu slip 20240319000123 --output 转办单.docx",
        "yousu slip 123 --callback --output 回访单.html",
        "yousu slip 123 --callers --reason 上门核实 --output 转办单.docx",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号，今天的序号，或只有一件工单有的尾号") var number: String
    @Flag("callback", "回访单，不写则为转办单") var callback: Bool
    @Flag("callers", "写明诉求人的姓名和电话，要有权限，并留下记录") var callers: Bool
    @Option("reason", "原因", "用 --callers 时，为什么要写明") var reason: String?
    @Option("output", "文件", "写到文件，按结尾定格式：.html .docx .txt .md .xlsx .json") var output: String?
    @Option("format", "格式", "text、markdown、html 或 json") var format: String?

    func run() throws {
        if !callers, reason != nil { throw DeskError.missing("--callers") }
        var target = try ReportTarget(output, format: format)
        // JSON is the case as show gives it, whose callers are always masked.
        if callers, target.kind == .json { throw DeskError.excludes("--callers", "json") }
        let desk = try globals.desk()
        let view = try desk.show(number)
        let kind = callback ? Slip.Kind.callback : .dispatch
        if kind == .dispatch, view.unit.isEmpty { throw DeskError.notDispatched(view.file.number) }
        let settings = try desk.settings()
        let mark = try desk.mark()
        if callers { try target.begin() }
        let slip = Slip(
            kind: kind, view: view, settings: settings,
            revealed: callers ? try desk.reveal(number, reason: reason) : nil, mark: mark)
        let report = Report(
            document: { slip.document }, json: { JSONShapes.show(view, clock: settings.clock) },
            summary: "\(view.file.number) \(kind.rawValue)")
        try report.write(to: target)
        if callers { Output.notice("已记录：\(desk.actor.staff) 查看工单 \(view.file.number) 的诉求人。") }
    }
}
