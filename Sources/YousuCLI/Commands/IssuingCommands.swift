import Casework
import Desk
import Reports

/// Where a bulletin that was signed goes.
struct IssueOutput {
    @Option("output", "文件", "写进 .txt 或 .json 文件，屏幕上只说一行；文件不能已经有") var output: String?
    @Option("format", "格式", "text 或 json") var format: String?

    /// Runs the signing and prints what was signed.
    func print(_ sign: () throws -> IssueReceipt) throws {
        // A file that cannot be written is to stop it before anything is signed.
        var target = try ReportTarget(output, format: format, among: Report.Kind.signed)
        try target.begin()
        let receipt = try sign()
        let text = target.kind == .json ? JSONShapes.issued(receipt).text : receipt.text
        let name = receipt.number == 0 ? "日报" : "更正第\(receipt.number)号"
        try target.write(
            Array((text + "\n").utf8),
            summary: "\(receipt.day) \(name)\(receipt.isIssued ? "已签发" : "待签发")")
        for notice in receipt.notices { Output.notice(Wording.words(notice)) }
    }
}

extension BulletinCommand {
    struct Issue: Command {
        static let about = About("issue", "签发", "签发：定下一天的日报，以后不再变；数字对不上或有未处置的不能签发")
        static let examples = [
            "yousu bulletin issue 2024-03-19", "yousu bulletin issue yesterday --output 日报.txt",
        ]

        let globals = Globals()
        let output = IssueOutput()
        @OptionalArgument("日期", "哪一天；不写或写 yesterday 为昨天") var day: String?

        func run() throws {
            try output.print { try globals.desk().issue(day) }
        }
    }

    struct Approve: Command {
        static let about = About("approve", "会签", "会签：城市定了两人签发的，由另一位编辑或督办员签第二个字")
        static let examples = ["yousu bulletin approve 2024-03-19"]

        let globals = Globals()
        let output = IssueOutput()
        @OptionalArgument("日期", "哪一天；不写或写 yesterday 为昨天") var day: String?

        func run() throws {
            try output.print { try globals.desk().approve(day) }
        }
    }

    struct Correct: Command {
        static let about = About("correct", "更正", "更正：在签发过的日报旁边出一份编号的更正，原文不动")
        static let examples = ["yousu bulletin correct 2024-03-19 --reason \"补录一件\""]

        let globals = Globals()
        let output = IssueOutput()
        @Argument("日期", "哪一天") var day: String
        @Option("reason", "原因", "为什么更正；会印在更正上") var reason: String?

        func run() throws {
            try output.print { try globals.desk().correct(day, reason: reason) }
        }
    }

    struct Diff: Command {
        static let about = About("diff", "比对", "比对：签发时的数字和现在的，差在哪些诉求、因为什么")
        static let examples = [
            "yousu bulletin diff 2024-03-19", "yousu bulletin diff 2024-03-19 --format csv",
        ]

        let globals = Globals()
        @OptionalArgument("日期", "哪一天；不写或写 yesterday 为昨天") var day: String?
        @Option("format", "格式", "table、json 或 csv；csv 只有诉求") var format: String?

        func run() throws {
            let format = try Format(format)
            let desk = try globals.desk()
            let clock = try desk.settings().clock
            let difference = try desk.difference(day)
            try format.answer(
                JSONShapes.difference(difference, clock: clock), Sheet(difference, clock: clock),
                none: Sheet.figures(difference).drawn + "\n没有变化。",
                page: Sheet.figures(difference).drawn + "\n" + Sheet(difference, clock: clock).drawn)
        }
    }

    struct List: Command {
        static let about = About("list", "清单", "清单：哪些天签发了、更正过、还没有签发")
        static let examples = [
            "yousu bulletin list", "yousu bulletin list --from 2024-03-01 --to 2024-03-31",
        ]

        let globals = Globals()
        let days = StretchOptions()
        @Option("format", "格式", "table、json 或 csv") var format: String?

        func run() throws {
            let format = try Format(format)
            let desk = try globals.desk()
            let clock = try desk.settings().clock
            let states = try desk.bulletins(try days.stretch)
            try format.answer(
                JSONShapes.issueList(states, clock: clock), Sheet(states, clock: clock), none: "这段时间没有过完的日子。")
            let missing = states.filter(\.isMissing).count
            if format == .table, missing > 0 { Output.notice("未签发 \(missing) 天") }
        }
    }
}
