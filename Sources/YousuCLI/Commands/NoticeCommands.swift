import Casework
import Desk
import Reports

/// Of what, and where it goes.
struct NoticeOptions {
    @Option("unit", "单位", "承办单位，含下级：按转办给它的计") var unit: String?
    @Option("district", "区县", "区县：按诉求所在地计") var district: String?
    @Option("issues", "个数", "最多列几个集中反映的问题，0 为不找；不写则一周以内列 5 个，更长的不找") var issues: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("output", "文件", "写到文件，按结尾定格式：.txt .md .html .docx .xlsx .json") var output: String?
    @Option("format", "格式", "text、markdown、html 或 json") var format: String?
    @Flag("draft", "是草稿也照常输出，退出码为 0") var draft: Bool

    func run(_ globals: Globals, _ span: NoticeRequest.Span) throws {
        let target = try ReportTarget(output, format: format)
        var request = NoticeRequest(span)
        request.unit = unit
        request.district = district
        request.asOf = asOf
        if let issues { request.issues = try Counting.number(issues, field: "--issues") }
        let desk = try globals.desk()
        let answer = try desk.notice(request)
        let settings = try desk.settings()
        let report = Report(
            document: {
                answer.notice.document(
                    text: answer.text, settings: settings, mark: try desk.mark(),
                    isDraft: !answer.obstacles.isEmpty)
            },
            json: { JSONShapes.notice(answer, clock: settings.clock) }, summary: answer.notice.summary)
        try report.write(to: target)
        for notice in answer.obstacles { Output.notice(Wording.words(notice)) }
        if !answer.obstacles.isEmpty, !draft {
            Output.notice("以上是草稿，不能公布；只想看看就加 --draft。")
            throw Outcome(.data)
        }
    }
}

extension Reports.Notice {
    /// In one line, for a log.
    fileprivate var summary: String {
        "\(scope)\(window.period.fullName)通报：诉求 \(total) 件，转办 \(work.received) 件，办结 \(work.finished) 件"
    }
}

struct NoticeCommand: Command {
    static let about = About(
        "notice", "通报", "通报：一周、一月、一个假期或一段时间的数字，按公布的格式",
        parts: [Week.self, Month.self, Holiday.self, Range.self])
    static let examples = [
        "yousu notice month 2024-03", "yousu notice week last --output 周报.docx",
        "yousu notice month last --unit 城东区 --output 城东区.xlsx",
    ]

    struct Week: Command {
        static let about = About("week", "周", "一周的通报")
        static let examples = ["yousu notice week 2024-W12", "yousu notice week last --output 周报.html"]

        let globals = Globals()
        @OptionalArgument("周", "如 2024-W12；last 或不写为上一周") var week: String?
        let options = NoticeOptions()

        func run() throws { try options.run(globals, .week(week)) }
    }

    struct Month: Command {
        static let about = About("month", "月", "一月的通报")
        static let examples = [
            "yousu notice month 2024-03", "yousu notice month last --district 城东区 --format markdown",
            "yousu notice month last --output 月报.docx",
        ]

        let globals = Globals()
        @OptionalArgument("月", "如 2024-03；last 或不写为上一月") var month: String?
        let options = NoticeOptions()

        func run() throws { try options.run(globals, .month(month)) }
    }

    struct Holiday: Command {
        static let about = About("holiday", "假期", "一个假期的通报，放假的日子按工作日历")
        static let examples = ["yousu notice holiday 春节", "yousu notice holiday 2024国庆节 --format html"]

        let globals = Globals()
        @Argument("假期", "元旦、春节、清明节、劳动节、端午节、中秋节或国庆节，前面可写年份；不写年份为最近的一次") var name: String
        let options = NoticeOptions()

        func run() throws { try options.run(globals, .holiday(name)) }
    }

    struct Range: Command {
        static let about = About("range", "区间", "一段时间的通报")
        static let examples = ["yousu notice range 2024-03-01 2024-03-19 --unit 城东区"]

        let globals = Globals()
        @Argument("起", "从哪天起") var from: String
        @Argument("止", "到哪天止") var to: String
        let options = NoticeOptions()

        func run() throws { try options.run(globals, .range(from, to)) }
    }
}
