import Casework
import Console
import Desk
import Reports

struct QueueCommand: Command {
    static let about = About("queue", "待办", "待办：等着办的工单，最急的在前")
    static let examples = [
        "yousu queue", "yousu queue handle --unit 城东区", "yousu queue callback --limit 50 --format json",
        "yousu queue handle --watch", "yousu queue dispatch --as-of \"2024-03-19 16:00\"",
    ]

    /// Without `--limit` so many of each list are shown.
    private static let usual = 50

    let globals = Globals()
    @OptionalArgument(
        "队列",
        "dispatch 待处置、sign 待签收、handle 办理中、callback 待回访、returned 退单、suspended 挂账、disputed 待复核、helping 协办、extensions 延期待批、supervised 督办"
    )
    var name: String?
    @Option("unit", "单位", "承办单位，含下级") var unit: String?
    @Option("limit", "件数", "每个队列最多几件；不写则 50") var limit: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Flag("watch", "留在屏幕上，随时更新；回车打开一件，一个键办一件事") var watches: Bool
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = QueueRequest()
        request.name = name
        request.unit = unit
        request.limit = try limit.map { try Counting.number($0, field: "--limit") } ?? Self.usual
        request.asOf = asOf
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        if watches { return try watch(request, desk, clock) }
        let queues = try desk.queue(request)
        try format.answer(
            JSONShapes.queues(queues, clock: clock), Sheet(queues, clock: clock),
            page: queues.lists.map { page($0, clock) }.joined(separator: "\n"))
        for notice in queues.notices { Output.notice(Wording.words(notice)) }
    }

    private func watch(_ request: QueueRequest, _ desk: Desk, _ clock: CityClock) throws {
        guard asOf == nil else { throw DeskError.excludes("--watch", "--as-of") }
        guard format == nil else { throw DeskError.excludes("--watch", "--format") }
        guard Canvas.isPossible else { throw UsageComplaint.noTerminal("--watch") }
        try QueueSession(desk: desk, request: request, clock: clock).run()
    }

    private func page(_ queue: Queue, _ clock: CityClock) -> String {
        let title = "\(Terms.name(queue.name))：\(queue.total.words)"
        return Output.style.paint(title, .bold) + "\n"
            + (queue.lines.isEmpty ? "" : Sheet(queue, clock: clock, now: Output.moment(asOf: asOf)).drawn)
    }
}
