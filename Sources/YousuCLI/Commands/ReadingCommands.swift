import ArgumentParser
import Casework
import Desk
import Reports

struct ShowCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "查看一件工单和它的经过", aliases: ["查看"])
    static let examples = [
        "yousu show 20240319000123", "yousu show 123 --format json",
        "yousu show 123 --as-of \"2024-03-19 12:00\"",
    ]

    @OptionGroup var globals: Globals
    @Argument(help: ArgumentHelp("工单号，今天的序号，或只有一件工单有的尾号", valueName: "工单号")) var number: String
    @Option(
        name: .customLong("as-of"), parsing: .unconditional, help: ArgumentHelp("那个时刻的情形", valueName: "时间"))
    var asOf: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("table 或 json", valueName: "格式"))
    var format: String?

    func run() throws {
        let format = try Format(format)
        if format == .csv {
            throw DeskError.badChoice(field: "format", value: "csv", choices: ["table", "json"])
        }
        let desk = try globals.desk()
        // A contact's number shows its case.
        let view = try desk.show(number, asOf: asOf)
        let clock = try desk.settings().clock
        if format == .json {
            try Output.line(JSONShapes.show(view, clock: clock).text)
        } else {
            try Output.show(CasePage(view: view, clock: clock, style: Output.style).text)
        }
    }
}

struct ListCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "工单列表，新的在前", aliases: ["列表"])
    static let examples = [
        "yousu list --from 2024-03-19 --to 2024-03-19 --category 物业服务", "yousu list --stage 待处置",
        "yousu list --district 城东区 --limit 50 --format csv",
    ]

    @OptionGroup var globals: Globals
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("从哪天起", valueName: "日期")) var from:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("到哪天止", valueName: "日期")) var to: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("分类，含下级", valueName: "分类")) var category:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("区县", valueName: "区县")) var district:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("街道、乡镇", valueName: "街道")) var street:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("社区、村", valueName: "社区")) var community:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("点位", valueName: "点位")) var spot: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("承办单位", valueName: "单位")) var unit:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("渠道", valueName: "渠道")) var channel:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("诉求类型", valueName: "类型")) var kind:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("环节，如 待处置、已办结", valueName: "环节"))
    var stage: String?
    @Option(
        name: .long, parsing: .unconditional, help: ArgumentHelp("信号：red、yellow 或 green", valueName: "信号"))
    var signal: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("最多几件", valueName: "件数")) var limit:
        String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("跳过前几件", valueName: "件数")) var offset:
        String?
    @Flag(name: .long, help: "总数超过一万也数清楚") var count = false
    @Option(
        name: .customLong("as-of"), parsing: .unconditional, help: ArgumentHelp("那个时刻的情形", valueName: "时间"))
    var asOf: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("table、json 或 csv", valueName: "格式"))
    var format: String?

    func run() throws {
        let format = try Format(format)
        var request = ListRequest()
        request.from = from
        request.to = to
        request.category = category
        request.district = district
        request.street = street
        request.community = community
        request.spot = spot
        request.unit = unit
        request.channel = channel
        request.kind = kind
        request.stage = stage
        request.signal = signal
        request.limit = try limit.map { try Counting.number($0, field: "--limit") }
        request.offset = try offset.map { try Counting.number($0, field: "--offset") } ?? 0
        request.counts = count
        request.asOf = asOf
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let list = try desk.list(request)
        switch format {
        case .json: try Output.line(JSONShapes.list(list, clock: clock).text)
        case .csv: try Output.write(Sheet(list, clock: clock).csv)
        case .table:
            try Output.show(Sheet(list, clock: clock).drawn)
            Output.notice(list.total.words)
        }
    }
}

extension CaseList.Total {
    /// The total in words.
    fileprivate var words: String {
        switch self {
        case .exactly(let count): "共 \(count) 件"
        case .moreThan(let count): "超过 \(count) 件；要准确的总数请加 --count"
        }
    }
}

/// Counts as people type them.
enum Counting {
    static func number(_ text: String, field: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw DeskError.badCount(field: field, value: text) }
        return number
    }
}
