import Casework
import Desk
import Reports

/// Of what and of when.
struct RatesOptions {
    @Option("period", "时段", "时段：2024-03、2024-W12、2024 或 2024-03-19；不写则为本月") var period: String?
    @Option("from", "日期", "从哪天起") var from: String?
    @Option("to", "日期", "到哪天止") var to: String?
    @Option("unit", "单位", "承办单位，含下级") var unit: String?
    @Option("district", "区县", "区县") var district: String?
    @Option("category", "分类", "分类，含下级") var category: String?
    @Option("by", "方式", "分开统计：unit 单位、district 区县、street 街道、category 分类") var by: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("output", "文件", "写到文件，按结尾定格式：.csv .xlsx .docx .html .md .txt .json") var output: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    var request: RatesRequest {
        var request = RatesRequest()
        request.period = period
        request.from = from
        request.to = to
        request.unit = unit
        request.district = district
        request.category = category
        request.by = by
        request.asOf = asOf
        return request
    }
}

struct RatesCommand: Command {
    static let about = About("rates", "三率", "三率：响应率、解决率、满意率，以及退单、按时签收和按时办结")
    static let examples = [
        "yousu rates --period 2024-03", "yousu rates --from 2024-03-01 --to 2024-03-19 --by unit",
        "yousu rates --period 2024-W12 --district 城东区 --format json",
    ]

    let globals = Globals()
    let options = RatesOptions()

    func run() throws {
        let target = try ReportTarget.table(options.output, format: options.format)
        let format = try Format(options.format)
        let desk = try globals.desk()
        let report = try desk.rates(options.request)
        let clock = try desk.settings().clock
        if let target {
            try Report(Sheet(report), title: "\(report.title)三率", desk: desk) {
                JSONShapes.rates(report, clock: clock)
            }.write(to: target)
            return
        }
        try format.answer(
            JSONShapes.rates(report, clock: clock), Sheet(report),
            page: RatesPage(report: report, clock: clock, style: Output.style).text)
    }
}

struct RankingCommand: Command {
    static let about = About("ranking", "排名", "排名：按得分排单位或区县，月度带红黄蓝分区")
    static let examples = [
        "yousu ranking --period 2024-03", "yousu ranking --period 2024-03 --by district",
        "yousu ranking --from 2024-03-01 --to 2024-03-19 --category 物业服务 --format csv",
    ]

    let globals = Globals()
    let options = RatesOptions()

    func run() throws {
        let target = try ReportTarget.table(options.output, format: options.format)
        let format = try Format(options.format)
        let desk = try globals.desk()
        let report = try desk.ranking(options.request)
        let title = "\(report.period.fullName)\(report.scope.joined(separator: "、"))排名"
        if let target {
            try Report(Sheet(report), title: title, desk: desk) { JSONShapes.ranking(report) }
                .write(to: target)
            return
        }
        try format.answer(
            JSONShapes.ranking(report), Sheet(report),
            page: "\(title)\n" + Sheet(report).drawn + report.footnote)
    }
}

extension RankingReport {
    /// What the scores are made of.
    fileprivate var footnote: String {
        let weights = policy.weights
        let parts = [
            ("响应率", weights.response), ("解决率", weights.resolution), ("满意率", weights.satisfaction),
            ("按时签收率", weights.signing), ("按时办结率", weights.finishing), ("不退单率", weights.keeping),
        ].filter { $0.1 > 0 }
        var lines = [
            "得分＝" + parts.map { "\($0.0)×\($0.1)" }.joined(separator: "＋") + "，除以权数之和；没有分母的一项不计。",
            "三率按甄别后计算。回访不足 \(policy.minimum) 件的不排名；得分相同的名次并列。",
        ]
        if let zones = policy.zones, period.kind == .month {
            lines.append(
                "分区按三率均值：\(percent(zones.blue)) 起为蓝区，\(percent(zones.yellow)) 起为黄区，以下为红区；比上月降 \(points(zones.fall)) 个百分点以上的降一区。"
            )
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func percent(_ hundredths: Int) -> String { Rate(hundredths, of: 10_000).text }

    private func points(_ hundredths: Int) -> String { String(percent(hundredths).dropLast()) }
}
