import Casework
import Desk

struct SignCommand: HandlingCommand {
    static let about = About("sign", "签收", "签收：承办单位接下工单，可一次签几件")
    static let examples = [
        "yousu sign 123",
        "yousu sign 123 124 125",
        "yousu sign 123 --unit 城中区        （协办单位签收）",
    ]

    let globals = Globals()
    @Arguments("工单号", "工单号，可写几个") var numbers: [String]
    @Option("unit", "单位", "协办单位签收时写明是哪个单位") var unit: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.sign, numbers: numbers)
        request.unit = unit
        return request
    }
}

struct PassCommand: HandlingCommand {
    static let about = About("pass", "下派", "下派：转给本单位的下级，期限不变")
    static let examples = [
        "yousu pass 123 --to 大众街街道办事处"
    ]

    let globals = Globals()
    @Arguments("工单号", "工单号，可写几个") var numbers: [String]
    @Option("to", "单位", "下级单位") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.pass, numbers: numbers)
        request.unit = unit
        request.coUnits = coUnits
        return request
    }
}

struct ReturnCommand: HandlingCommand {
    static let about = About("return", "退单", "退单：退回工单，写明原因和建议的承办单位")
    static let examples = [
        "yousu return 123 --reason 不属本单位职责 --to 西宁市城市管理局",
        "yousu return 123 --reason 不在本辖区 --note \"地址在城北区\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "退单原因，见 workflow.yml 的 returnReasons") var reason: String?
    @Option("to", "单位", "建议的承办单位") var unit: String?
    @Option("note", "文字", "备注，只留档") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.sendBack, numbers: [number])
        request.reason = reason
        request.unit = unit
        request.note = note
        return request
    }
}

struct ExtendCommand: HandlingCommand {
    static let about = About("extend", "延期", "延期：申请、批准或不批准")
    static let examples = [
        "yousu extend 123 --reason \"配件三天后到货\" --amount 3",
        "yousu extend 123 --grant",
        "yousu extend 123 --refuse --reason \"可以先临时供水\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "申请或不批准的理由") var reason: String?
    @Option("amount", "数量", "延多久，按配置的单位；不写则按上限") var amount: String?
    @Flag("grant", "批准申请") var grant: Bool
    @Flag("refuse", "不批准申请") var refuses: Bool
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.extend, numbers: [number])
        request.verdict = try verdict(grant, refuses, ("--grant", "--refuse"))
        request.reason = reason
        request.amount = amount
        return request
    }
}

struct ReplyCommand: HandlingCommand {
    static let about = About("reply", "答复", "答复：承办单位办完，写给诉求人的话和内部办理情况")
    static let examples = [
        "yousu reply 123 --public \"电梯已修好\" --internal \"电话告知诉求人，物业已更换钢丝绳\"",
        "yousu reply 123 --unit 城中区 --internal \"已派人疏导\"        （协办单位交自己的部分）",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("public", "文字", "公开答复，给诉求人；写 - 则从标准输入读") var reply: String?
    @Option("internal", "文字", "办理情况和联系诉求人的记录，只留档") var note: String?
    @Option("unit", "单位", "协办单位交自己的部分时写明是哪个单位") var unit: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.reply, numbers: [number])
        var input = Input()
        request.reply = try input.rest(reply, field: "--public")
        request.note = note
        request.unit = unit
        return request
    }
}

struct StrikeCommand: HandlingCommand {
    static let about = About("strike", "销号", "销号：挂账的事项已解决")
    static let examples = [
        "yousu strike 123 --reply \"管网改造完工，已恢复供水\""
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reply", "文字", "怎样解决的，给诉求人") var reply: String?
    @Option("note", "文字", "备注，只留档") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.strike, numbers: [number])
        request.reply = reply
        request.note = note
        return request
    }
}
