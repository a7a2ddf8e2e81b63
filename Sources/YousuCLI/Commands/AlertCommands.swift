import Casework
import Desk
import Reports

struct AlertsCommand: Command {
    static let about = About("alerts", "警示", "警示：登记时发现的急事和反复反映的事，告知谁，确认了没有")
    static let examples = [
        "yousu alerts", "yousu alerts --days 7 --format json", "yousu alerts --rule 燃气 --from 2024-03-01",
        "yousu alerts --try --days 30",
    ]

    let globals = Globals()
    let days = StretchOptions()
    @Option("rule", "名称", "只看这条规则的") var rule: String?
    @Flag("try", "试算：按现在的规则，这段时间会有哪些警示；不记录") var tries: Bool
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        var request = AlertsRequest()
        request.stretch = try days.stretch
        request.rule = rule
        request.asOf = asOf
        if tries {
            let tried = try desk.triedAlerts(request)
            return try format.answer(
                JSONShapes.triedAlerts(tried, clock: clock), Sheet(tried, clock: clock))
        }
        let alerts = try desk.alerts(request)
        let isWhole = rule == nil && asOf == nil && request.stretch == Stretch()
        try format.answer(
            JSONShapes.alerts(alerts, clock: clock), Sheet(alerts, clock: clock),
            none: isWhole ? "没有未确认的警示。" : "这样查没有警示。")
    }
}

struct AcknowledgeCommand: Command {
    static let about = About("acknowledge", "知悉", "知悉：确认警示已经告知该知道的人")
    static let examples = [
        "yousu acknowledge 12 --note \"已电话告知应急局值班室\"", "yousu acknowledge 12 13 14",
    ]

    let globals = Globals()
    @Arguments("编号", "警示的编号，可写几个") var numbers: [String]
    @Option("note", "文字", "怎么办的，告诉了谁") var note: String?
    let recording = Recording()

    func run() throws {
        try recording.check()
        try recording.print(try globals.desk().acknowledge(numbers, note: note, at: recording.at))
    }
}
