import Casework
import Desk
import Reports

struct BulletinCommand: Command {
    static let about = About(
        "bulletin", "日报", "日报：一天的数字和热点，按公布的格式；签发以后就是签发的原文",
        parts: [
            Issue.self, Approve.self, Correct.self, Diff.self, List.self, Edit.self, Read.self,
        ])
    static let examples = [
        "yousu bulletin 2024-03-19", "yousu bulletin 2024-03-19 --format json",
        "yousu bulletin 2024-03-19 --explain 1", "yousu bulletin issue yesterday",
        "yousu bulletin 2024-03-19 --explain 微信 --format csv",
    ]

    let globals = Globals()
    @OptionalArgument("日期", "哪一天；不写则为昨天") var day: String?
    @Option("explain", "数字", "列出一个数字背后的诉求：热点序号、calls、messages、direct、transfer、callback 或渠道") var explain:
        String?
    @Flag("draft", "按现在的记录算，签发过的也一样；是草稿也照常输出，退出码为 0") var draft: Bool
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("output", "文件", "写到文件，按结尾定格式：.txt .md .html .docx .xlsx .json") var output: String?
    @Option("format", "格式", "text、markdown、html 或 json；用 --explain 时为 table、json 或 csv") var format: String?

    func run() throws {
        if let explain {
            if output != nil { throw DeskError.excludes("--explain", "--output") }
            try self.explain(explain)
            return
        }
        let target = try ReportTarget(output, format: format)
        let desk = try globals.desk()
        let daily = try desk.bulletin(day, asOf: asOf, computed: draft)
        try Report(daily, desk: desk, asOf: asOf, computed: draft).write(to: target)
        for notice in daily.obstacles + daily.warnings { Output.notice(Wording.words(notice)) }
        if !daily.obstacles.isEmpty, !draft {
            Output.notice("以上是草稿，不能公布；只想看看就加 --draft。")
            throw Outcome(.data)
        }
    }

    private func explain(_ figure: String) throws {
        let format = try Format(format)
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let explanation = try desk.explain(figure, of: day, asOf: asOf, computed: draft)
        let sheet = Sheet(explanation, clock: clock)
        try format.answer(JSONShapes.explanation(explanation, clock: clock), sheet)
        if format == .table { Output.notice("共 \(sheet.rows.count) 件") }
    }
}
