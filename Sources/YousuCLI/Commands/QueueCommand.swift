import Casework
import Console
import Desk
import Reports

struct QueueCommand: Command {
    static let about = About("queue", "待办", "待办：等着办的工单，最急的在前")
    static let examples = [
        "yousu queue", "yousu queue handle --unit 城东区", "yousu queue callback --limit 50 --format json",
        "yousu queue dispatch --as-of \"2024-03-19 16:00\"",
    ]

    /// Without `--limit` so many of each list are shown.
    private static let usual = 50

    let globals = Globals()
    @OptionalArgument(
        "dispatch 待处置、sign 待签收、handle 办理中、callback 待回访、returned 退单、suspended 挂账、disputed 待复核、helping 协办、extensions 延期待批、supervised 督办",
        "队列")
    var name: String?
    @Option("承办单位，含下级", "单位") var unit: String?
    @Option("每个队列最多几件；不写则 50", "件数") var limit: String?
    @Option("那个时刻的情形", "时间", name: "as-of") var asOf: String?
    @Option("table、json 或 csv", "格式") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = QueueRequest()
        request.name = name
        request.unit = unit
        request.limit = try limit.map { try Counting.number($0, field: "--limit") } ?? Self.usual
        request.asOf = asOf
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let queues = try desk.queue(request)
        switch format {
        case .json: try Output.line(JSONShapes.queues(queues, clock: clock).text)
        case .csv: try Output.write(Sheet(queues, clock: clock).csv)
        case .table: try Output.show(queues.lists.map { page($0, clock) }.joined(separator: "\n"))
        }
        for notice in queues.notices { Output.notice(Wording.words(notice)) }
    }

    private func page(_ queue: Queue, _ clock: CityClock) -> String {
        let title = "\(Terms.name(queue.name))：\(queue.total.words)"
        return Output.style.paint(title, .bold) + "\n"
            + (queue.lines.isEmpty ? "" : Sheet(queue, clock: clock).drawn)
    }
}
