import Casework
import Desk

struct DirectCommand: HandlingCommand {
    static let about = About("direct", "直办", "直接办理：当场答复")
    static let examples = [
        "yousu direct 123 --reply \"已告知办理地点和所需材料\"", "yousu direct 123 --knowledge 12",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号；今天的可只写序号") var number: String
    @Option("reply", "文字", "答复内容；写 - 则从标准输入读") var reply: String?
    @Option("knowledge", "编号", "引用哪条知识；不写 --reply 就用它的答复") var knowledge: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.direct, numbers: [number])
        var input = Input()
        request.reply = try input.rest(reply, field: "--reply")
        request.knowledge = knowledge
        return request
    }
}

struct TransferCommand: HandlingCommand {
    static let about = About("transfer", "转交", "转交：转交责任单位办理，可一次转几件")
    static let examples = [
        "yousu transfer 123 --to 城东区",
        "yousu transfer 123 124 125 --to 西宁市公安交通管理局 --with 城中区",
        "yousu transfer 123        （不写 --to：看派单规则建议转给谁）",
    ]

    let globals = Globals()
    @Arguments("工单号", "工单号，可写几个") var numbers: [String]
    @Option("to", "单位", "承办单位（主办）") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.dispatch, numbers: numbers)
        request.unit = unit
        request.coUnits = coUnits
        return request
    }
}

struct RelayCommand: HandlingCommand {
    static let about = About("relay", "转紧急", "转紧急热线：属110、119、120、122的当即转过去")
    static let examples = [
        "yousu relay 123 --to 110 --note \"已三方通话转接\""
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("to", "号码", "110、119、120 或 122") var hotline: String?
    @Option("note", "文字", "备注，只留档") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.relay, numbers: [number])
        request.reason = hotline
        request.note = note
        return request
    }
}

struct RefuseCommand: HandlingCommand {
    static let about = About("refuse", "不受理", "不予受理：告知依法处理的途径")
    static let examples = [
        "yousu refuse 123 --reason 诉讼 --route \"请向有管辖权的人民法院起诉\""
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "原因，如 诉讼、信访") var reason: String?
    @Option("route", "文字", "告知诉求人的途径") var route: String?
    @Option("note", "文字", "备注，只留档") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.refuse, numbers: [number])
        request.reason = reason
        request.reply = route
        request.note = note
        return request
    }
}
