import ArgumentParser
import Casework
import Desk

struct DirectCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "direct", abstract: "直接办理：当场答复", aliases: ["直办"])
    private static let replyField = "reply"
    static let examples = ["yousu direct 123 --reply \"已告知办理地点和所需材料\""]

    @OptionGroup var globals: Globals
    @Argument("工单号；今天的可只写序号", "工单号") var number: String
    @Option("答复内容；写 - 则从标准输入读", "文字") var reply: String?
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var request = HandlingRequest(.direct, numbers: [number])
        var input = Input()
        request.reply = try input.rest(reply, field: Self.replyField)
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct TransferCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer", abstract: "转交：转交责任单位办理，可一次转几件", aliases: ["转交"])
    static let examples = [
        "yousu transfer 123 --to 城东区", "yousu transfer 123 124 125 --to 西宁市公安交通管理局 --with 城中区",
        "yousu transfer 123        （不写 --to：看派单规则建议转给谁）",
    ]

    @OptionGroup var globals: Globals
    @Argument("工单号，可写几个", "工单号") var numbers: [String]
    @Option("承办单位（主办）", "单位", name: .customLong("to")) var unit: String?
    @Option("协办单位，可写几次", "单位", name: .customLong("with")) var coUnits: [String] = []
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var request = HandlingRequest(.dispatch, numbers: numbers)
        request.unit = unit
        request.coUnits = coUnits
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct SignCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "签收：承办单位接下工单，可一次签几件", aliases: ["签收"])
    static let examples = ["yousu sign 123", "yousu sign 123 124 125"]

    @OptionGroup var globals: Globals
    @Argument("工单号，可写几个", "工单号") var numbers: [String]
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var request = HandlingRequest(.sign, numbers: numbers)
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct ReplyCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "答复：承办单位办完，写给诉求人的话和内部办理情况", aliases: ["答复"])
    static let examples = ["yousu reply 123 --public \"电梯已修好\" --internal \"物业已更换钢丝绳，现场核实\""]

    private static let replyField = "public"

    @OptionGroup var globals: Globals
    @Argument("工单号", "工单号") var number: String
    @Option("公开答复，给诉求人；写 - 则从标准输入读", "文字", name: .customLong("public")) var reply: String?
    @Option("办理情况，只留档", "文字", name: .customLong("internal")) var note: String?
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        guard reply != nil else { throw DeskError.missing("--public") }
        var request = HandlingRequest(.reply, numbers: [number])
        var input = Input()
        request.reply = try input.rest(reply, field: Self.replyField)
        request.note = note
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct CallbackCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "callback", abstract: "回访：问诉求人是否响应、解决、满意", aliases: ["回访"])
    static let examples = [
        "yousu callback 123 --responded yes --resolved yes --satisfaction 满意",
        "yousu callback 20240319000123-2 --responded yes --resolved partly --satisfaction 不满意 --note \"还漏水\"",
        "yousu callback 123 --unreachable",
    ]

    @OptionGroup var globals: Globals
    @Argument("工单号或诉求号，可写几个", "工单号") var numbers: [String]
    @Option("单位是否联系过诉求人：yes 或 no", "是否") var responded: String?
    @Option("是否解决：yes、partly 或 no", "是否") var resolved: String?
    @Option("满意、基本满意、不满意或未评价", "满意度") var satisfaction: String?
    @Option("备注", "文字") var note: String?
    @Flag(name: .long, help: "打了没有接通") var unreachable = false
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        if unreachable, responded != nil || resolved != nil || satisfaction != nil {
            throw DeskError.excludes("--unreachable", "--responded、--resolved、--satisfaction")
        }
        var request = HandlingRequest(unreachable ? .attempt : .callback, numbers: numbers)
        request.responded = responded
        request.resolved = resolved
        request.satisfaction = satisfaction
        request.note = note
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct UrgeCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "urge", abstract: "催办：诉求人只问进度，不算新诉求", aliases: ["催办"])
    static let examples = ["yousu urge 123", "yousu urge 20240319000123 --note \"问什么时候来修\""]

    @OptionGroup var globals: Globals
    @Argument("工单号", "工单号") var number: String
    @Option("备注", "文字") var note: String?
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var request = HandlingRequest(.urge, numbers: [number])
        request.note = note
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct VoidCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "void", abstract: "作废：登记错了或登记了两次", aliases: ["作废"])
    static let examples = ["yousu void 123 --reason 重复登记", "yousu void 20240319000123-2 --reason 登记错了"]

    @OptionGroup var globals: Globals
    @Argument("工单号或诉求号", "工单号") var number: String
    @Option("原因", "原因") var reason: String?
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var request = HandlingRequest(.void, numbers: [number])
        request.reason = reason
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

struct AmendCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend", abstract: "更正：改正一件诉求的分类、类型、渠道、地点、处置方式或受理时间", aliases: ["更正"])
    static let examples = [
        "yousu amend 123 --category 供水 --reason 选错了分类",
        "yousu amend 20240319000123-2 --disposition direct --reason 当场已答复",
    ]

    @OptionGroup var globals: Globals
    @Argument("工单号或诉求号", "工单号") var number: String
    @Option("分类", "分类") var category: String?
    @Option("诉求类型", "类型") var kind: String?
    @Option("渠道", "渠道") var channel: String?
    @Option("区县", "区县") var district: String?
    @Option("街道、乡镇", "街道") var street: String?
    @Option("社区、村", "社区") var community: String?
    @Option("点位；写空则去掉", "点位") var spot: String?
    @Option("详细地址；写空则去掉", "地址") var address: String?
    @Option("处置方式：direct 或 transfer", "方式") var disposition: String?
    @Option("受理时间", "时间", name: .customLong("received-at")) var receivedAt: String?
    @Option("更正的原因", "原因") var reason: String?
    @OptionGroup var recording: Recording

    func run() throws {
        try recording.check()
        var correction = Correction()
        correction.category = category
        correction.kind = kind
        correction.channel = channel
        correction.district = district
        correction.street = street
        correction.community = community
        correction.spot = spot
        correction.address = address
        correction.disposition = disposition
        correction.receivedAt = receivedAt
        var request = HandlingRequest(.amend, numbers: [number])
        request.correction = correction
        request.reason = reason
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}
