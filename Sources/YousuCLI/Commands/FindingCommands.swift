import Casework
import Desk
import Reports

/// Which days are looked at.
struct StretchOptions {
    @Option("from", "日期", "从哪天起") private var from: String?
    @Option("to", "日期", "到哪天止；不写则到今天") private var to: String?
    @Option("days", "天数", "到那天止的几天；不写则 30 天") private var days: String?

    var stretch: Stretch {
        get throws {
            Stretch(from: from, to: to, days: try days.map { try Counting.number($0, field: "--days") })
        }
    }
}

/// Which days are looked at, and how much of what is found is shown.
struct FindingOptions {
    private let days = StretchOptions()
    @Option private var top: String?
    private let usual: Int

    /// - Parameters:
    ///   - usual: how many are shown where nothing is said.
    ///   - measure: the measure word of what is found.
    init(usual: Int, _ measure: String = "个") {
        self.usual = usual
        _top = Option("top", "\(measure)数", "最多几\(measure)；不写则 \(usual)")
    }

    var stretch: Stretch {
        get throws { try days.stretch }
    }

    var count: Int {
        get throws { try top.map { try Counting.number($0, field: "--top") } ?? usual }
    }
}

struct HotCommand: Command {
    static let about = About("hot", "热点", "热点：一段时间里什么最多，什么多得不像偶然")
    static let examples = [
        "yousu hot --days 7", "yousu hot --from 2024-03-19 --to 2024-03-19 --by district",
        "yousu hot --days 30 --phrases", "yousu hot --days 30 --top 5 --format json",
    ]

    let globals = Globals()
    let finding = FindingOptions(usual: 10)
    @Option("by", "方式", "按什么：category 分类、district 区县、street 街道、spot 点位；不写则按分类") var by: String?
    @Flag("phrases", "也列出比以前多得多的词") var phrases: Bool
    @Flag("concentration", "超过一周的时段也找集中反映的地址和问题") var concentrations: Bool
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = HotRequest()
        request.stretch = try finding.stretch
        request.top = try finding.count
        request.by = by
        request.phrases = phrases
        request.concentrations = concentrations
        request.asOf = asOf
        let report = try globals.desk().hot(request)
        try format.answer(
            JSONShapes.hot(report), Sheet(report), page: HotPage(report: report, style: Output.style).text)
    }
}

struct IssuesCommand: Command {
    static let about = About("issues", "问题", "具体问题：一个地点或对象、一件事，多少人反映")
    static let examples = [
        "yousu issues --days 30", "yousu issues --from 2024-03-01 --to 2024-03-31 --district 城东区",
        "yousu issues --days 90 --top 5 --by score --format json",
        "yousu issues --days 30 --track 1 --owner 城东区 --decision \"限期整改\"",
    ]

    let globals = Globals()
    let finding = FindingOptions(usual: 20)
    @Option("by", "方式", "排序：callers 人数、score 热度（人数、远近、点赞）；不写则按人数") var by: String?
    @Option("callers", "人数", "至少几个人反映；不写则 3") var callers: String?
    @Option("category", "分类", "分类，含下级") var category: String?
    @Option("district", "区县", "区县") var district: String?
    @Option("track", "名次", "把这个名次的问题立为专题跟踪（每月一题），输出专题编号") var track: String?
    @Option("owner", "单位", "专题由哪个单位牵头") var owner: String?
    @Option("decision", "文字", "立专题时已定的办法") var decision: String?
    @Option("at", "时间", "什么时候立的专题；补记时用，不能晚于现在") var at: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = IssuesRequest()
        request.stretch = try finding.stretch
        request.top = try finding.count
        request.by = by
        request.callers = try callers.map { try Counting.number($0, field: "--callers") }
        request.category = category
        request.district = district
        request.asOf = asOf
        guard track == nil else { return try follow(request, format) }
        if owner != nil || decision != nil || at != nil { throw DeskError.missing("--track") }
        let report = try globals.desk().issues(request)
        try format.answer(
            JSONShapes.issues(report), Sheet(report),
            none: "\(report.period.fullName)的 \(report.contacts) 件诉求里，没有哪个问题突出。")
    }

    private func follow(_ issues: IssuesRequest, _ format: Format) throws {
        guard let owner else { throw DeskError.missing("--owner") }
        let rank = try Counting.number(track ?? "", field: "--track")
        var request = TrackRequest(issues, rank: rank, owner: owner)
        request.decision = decision
        request.at = at
        try Output.tracked(try globals.desk().track(request), format)
    }
}

struct RepeatsCommand: Command {
    static let about = About("repeats", "重复", "重复：哪些工单像是同一件事，可以并单；或一段话以前有没有人反映过")
    static let examples = [
        "yousu repeats --days 7", "yousu repeats --from 2024-03-01 --to 2024-03-19 --format json",
        "yousu repeats --content \"康乐小区3号楼电梯又停了\"",
    ]

    let globals = Globals()
    let finding = FindingOptions(usual: 20, "组")
    @Option("category", "分类", "分类，含下级") var category: String?
    @Option("district", "区县", "区县") var district: String?
    @Option("content", "文字", "要登记的话；写 - 则从标准输入读") var content: String?
    @Option("spot", "点位", "要登记的点位") var spot: String?
    @Option("phone", "电话", "要登记的电话；写 - 则从标准输入读一行") var phone: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        if content != nil { return try showSimilar(format, desk, clock) }
        var request = IssuesRequest()
        request.stretch = try finding.stretch
        request.top = try finding.count
        request.category = category
        request.district = district
        let report = try desk.repeats(request)
        try format.answer(
            JSONShapes.repeats(report), Sheet(report, clock: clock),
            none: "\(report.period.fullName)的 \(report.contacts) 件诉求里，没有像是重复的工单。")
        guard format == .table else { return }
        for group in report.groups {
            let others = group.others.map(\.description).joined(separator: " ")
            Output.notice("同意合并就运行：yousu merge \(others) --into \(group.target)")
        }
    }

    private func showSimilar(_ format: Format, _ desk: Desk, _ clock: CityClock) throws {
        var input = Input()
        var request = IntakeRequest()
        request.phone = try input.line(phone, prompt: "电话")
        request.content = try input.rest(content, field: "--content")
        request.spot = spot
        let similar = try desk.similar(to: request)
        try format.answer(
            JSONShapes.similar(similar), Sheet(similar, clock: clock), none: "没有找到像是同一件事的工单。")
    }
}

struct LearnCommand: Command {
    static let about = About("learn", "学习", "学习：从本库给定分类的诉求里学怎么分类，供登记和导入时建议")
    static let examples = ["yousu learn", "yousu learn --evaluate", "yousu learn --evaluate --format json"]

    let globals = Globals()
    @Flag("evaluate", "只评估能学得多准：分五份，轮流用四份学、考一份") var evaluate: Bool
    @Option("format", "格式", "评估时 table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        let desk = try globals.desk()
        guard evaluate else {
            let lesson = try desk.learn()
            try Output.line(
                "学好第 \(lesson.version) 版：诉求 \(lesson.examples) 件，分类 \(lesson.categories) 个。")
            if !lesson.leftOut.isEmpty {
                Output.notice("诉求太少没有学：\(lesson.leftOut.joined(separator: "、"))")
            }
            return
        }
        let report = try desk.evaluateLearning()
        try format.answer(
            JSONShapes.learning(report), Sheet(report), page: LearningPage(report: report).text)
    }
}
