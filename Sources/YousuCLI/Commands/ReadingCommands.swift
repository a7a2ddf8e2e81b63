import Casework
import Desk
import Reports

struct ShowCommand: Command {
    static let about = About("show", "查看", "查看一件工单和它的经过")
    static let examples = [
        "yousu show 20240319000123", "yousu show 123 --format json",
        "yousu show 123 --as-of \"2024-03-19 12:00\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号，今天的序号，或只有一件工单有的尾号") var number: String
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table 或 json") var format: String?

    func run() throws {
        let format = try Format(format, among: [.table, .json])
        let desk = try globals.desk()
        // A contact's number shows its case.
        let view = try desk.show(number, asOf: asOf)
        let clock = try desk.settings().clock
        if format == .json {
            try Output.line(JSONShapes.show(view, clock: clock).text)
        } else {
            try Output.show(
                CasePage(view: view, clock: clock, style: Output.style, now: Output.moment(asOf: asOf)).text)
        }
    }
}

struct ListCommand: Command {
    static let about = About("list", "列表", "工单列表，新的在前")
    static let examples = [
        "yousu list --from 2024-03-19 --to 2024-03-19 --category 物业服务", "yousu list --stage 待处置",
        "yousu list --district 城东区 --limit 50 --format csv",
    ]

    let globals = Globals()
    let filter = FilterOptions()
    @Option("limit", "件数", "最多几件") var limit: String?
    @Option("offset", "件数", "跳过前几件") var offset: String?
    @Flag("count", "总数超过一万也数清楚") var count: Bool
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("output", "文件", "写到文件，按结尾定格式：.csv .xlsx .docx .html .md .txt .json") var output: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let target = try ReportTarget.table(output, format: self.format)
        let format = try Format(self.format)
        var request = filter.request
        request.limit = try limit.map { try Counting.number($0, field: "--limit") }
        request.offset = try offset.map { try Counting.number($0, field: "--offset") } ?? 0
        request.counts = count
        request.asOf = asOf
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let list = try desk.list(request)
        if let target {
            try Report(Sheet(list, clock: clock), title: "工单列表", desk: desk) {
                JSONShapes.list(list, clock: clock)
            }.write(to: target)
            return
        }
        try format.answer(JSONShapes.list(list, clock: clock), Sheet(list, clock: clock))
        if format == .table { Output.notice(list.total.words) }
    }
}

struct FindCommand: Command {
    static let about = About("find", "查找", "查找：按诉求、答复里的词找工单，新的在前")
    static let examples = [
        "yousu find 电梯", "yousu find 电梯 停运 -物业费 --district 城东区",
        "yousu find 下水堵塞 --from 2024-03-01 --format json",
    ]

    /// Without `--limit` so many are shown to people.
    private static let usual = 50

    let globals = Globals()
    @Arguments("词", "要找的词，都要有；带空格的加引号，前面写 - 则不要有这个词的", isText: true) var words: [String]
    let filter = FilterOptions()
    @Option("limit", "件数", "最多几件；不写则表格 50 件，json、csv 全部") var limit: String?
    @Option("offset", "件数", "跳过前几件") var offset: String?
    @Flag("count", "总数超过一万也数清楚") var count: Bool
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = filter.request
        request.limit =
            try limit.map { try Counting.number($0, field: "--limit") }
            ?? (format == .table ? Self.usual : nil)
        request.offset = try offset.map { try Counting.number($0, field: "--offset") } ?? 0
        request.counts = count
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let found = try desk.find(words.joined(separator: " "), request)
        try format.answer(
            JSONShapes.found(found, clock: clock),
            Sheet(found, clock: clock, now: format == .table ? Output.moment(asOf: nil) : nil))
        if format == .table { Output.notice(found.total.words) }
    }
}

extension CaseList.Total {
    /// The total in words.
    var words: String {
        switch self {
        case .exactly(let count): "共 \(count) 件"
        case .moreThan(let count): "超过 \(count) 件；要准确的总数请加 --count"
        }
    }
}
