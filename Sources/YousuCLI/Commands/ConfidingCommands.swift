import CaseStore
import Casework
import Console
import Desk
import Reports
import Sealing

struct RevealCommand: Command {
    static let about = About("reveal", "实名", "实名：打开一件工单的诉求人信息，先记下谁看的、为什么")
    static let examples = [
        "yousu reveal 123 --reason 回访", "yousu reveal 20240319000123 --reason 上门核实 --format json",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "为什么要看") var reason: String?
    @Option("format", "格式", "table 或 json") var format: String?

    func run() throws {
        let format = try Format(format, among: [.table, .json])
        let desk = try globals.desk()
        let revealed = try desk.reveal(number, reason: reason)
        let clock = try desk.settings().clock
        switch format {
        case .json: try Output.line(JSONShapes.revealed(revealed, clock: clock).text)
        default: try Output.show(Sheet.text(of: revealed, clock: clock))
        }
        Output.notice("已记录：\(desk.actor.staff) 查看工单 \(revealed.number) 的 \(revealed.callers.count) 位诉求人。")
    }
}

struct ForgetCommand: Command {
    static let about = About("forget", "清除", "清除：抹去一件工单的诉求人信息，经过不变，不能恢复")
    static let examples = ["yousu forget 20240319000123 --reason \"本人要求删除\""]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "为什么清除") var reason: String?
    @Option("format", "格式", "写 json 则输出一个 JSON 对象，否则只输出工单号") var format: String?

    func run() throws {
        let format = try Format(format, among: [.table, .json])
        let receipt = try globals.desk().forget(number, reason: reason)
        try Output.line(format == .json ? JSONShapes.receipt(receipt).text : receipt.number.description)
        Output.notice("以前的备份里还有，请按保存期限一并处理。")
    }
}

struct AuditCommand: Command {
    static let about = About("audit", "查阅", "查阅：谁看过、导出过、清除过诉求人信息")
    static let examples = [
        "yousu audit", "yousu audit --days 7 --staff 王一", "yousu audit --number 20240319000123 --format csv",
    ]

    let globals = Globals()
    let days = StretchOptions()
    @Option("number", "工单号", "只看这件工单的") var number: String?
    @Option("staff", "姓名", "只看这个人的") var staff: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        var request = AuditRequest()
        request.stretch = try days.stretch
        request.number = number
        request.staff = staff
        let disclosures = try desk.audit(request)
        try format.answer(
            JSONShapes.audit(disclosures, clock: clock), Sheet(disclosures, clock: clock),
            none: number == nil && staff == nil ? "这段时间没有人看过诉求人信息。" : "这样查没有记录。")
    }
}

struct KeyCommand: Command {
    static let about = About("key", "密钥", "密钥：密封诉求人信息的密钥", parts: [Rotate.self])
    static let examples = ["yousu key rotate"]

    struct Rotate: Command {
        static let about = About("rotate", "更换", "更换密钥：生成新密钥，把已有的诉求人信息逐批换用它；中断了再运行一次接着换")
        static let examples = ["yousu key rotate"]

        let globals = Globals()

        func run() throws {
            var progress = Console.Progress.onStandardError(started: .now)
            defer { progress.finish() }
            let count = try globals.desk().rotateKey { done, total in
                progress.update(done: done, total: total, label: "项", at: .now)
            }
            progress.finish()
            try Output.line("已换用新密钥，重新密封 \(count) 项。")
            Output.notice("旧密钥留在 \(globals.keys.path) 里，以前的备份要用；请把这个文件重新另存一份。")
        }
    }
}
