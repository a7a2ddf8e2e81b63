import Casework
import Desk
import Reports

struct TrackedCommand: Command {
    static let about = About("tracked", "专题", "专题：跟踪中的问题，定了什么，定了以后反映少了没有")
    static let examples = ["yousu tracked", "yousu tracked 3", "yousu tracked 3 --format json"]

    let globals = Globals()
    @OptionalArgument("编号", "专题编号；不写则列出全部") var number: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table、json 或 csv") var format: String?

    func run() throws {
        let format = try Format(format)
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let tracked = try desk.tracked(number, asOf: asOf)
        let one = number == nil ? nil : tracked.first
        try format.answer(
            JSONShapes.tracked(tracked, clock: clock), Sheet(tracked, clock: clock),
            none: "还没有专题。用 yousu issues --track 名次 --owner 单位 立一个。",
            page: one.map { TrackedPage(view: $0, clock: clock, style: Output.style).text })
    }
}

struct DecideCommand: Command {
    static let about = About("decide", "决定", "决定：给专题记下定了什么、换牵头单位，或办结")
    static let examples = [
        "yousu decide 3 --decision \"月底前更换全部电梯主板\"", "yousu decide 3 --owner 城东区",
        "yousu decide 3 --close",
    ]

    let globals = Globals()
    @Argument("编号", "专题编号") var number: String
    @Option("decision", "文字", "定了什么") var decision: String?
    @Option("owner", "单位", "由哪个单位牵头") var owner: String?
    @Flag("close", "办结，不再跟踪") var closes: Bool
    @Option("at", "时间", "什么时候定的；补记时用，不能晚于现在") var at: String?
    @Option("format", "格式", "写 json 则输出一个 JSON 对象，否则只输出专题编号") var format: String?

    func run() throws {
        let format = try Format(format)
        var request = DecideRequest(number: number)
        request.decision = decision
        request.owner = owner
        request.closes = closes
        request.at = at
        try Output.tracked(try globals.desk().decide(request), format)
    }
}

extension Output {
    /// Prints the number of an issue that is followed up.
    static func tracked(_ id: Int64, _ format: Format) throws {
        try line(
            format == .json
                ? JSON.object(["schema": JSONShapes.schema, "trackedIssue": .int(Int(id))]).text : "\(id)")
    }
}
