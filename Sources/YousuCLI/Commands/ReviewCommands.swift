import Casework
import Desk

struct ReviewCommand: HandlingCommand {
    static let about = About("review", "审核", "审核退单：同意则改派，不同意则退回原单位")
    static let examples = [
        "yousu review 123 --uphold --to 西宁市城市管理局",
        "yousu review 123 --reject --reason \"属地管理职责明确\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Flag("uphold", "同意退单") var uphold: Bool
    @Flag("reject", "不同意退单") var reject: Bool
    @Option("to", "单位", "同意时改派的承办单位；不写则给出建议") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]
    @Option("reason", "原因", "不同意的理由") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.review, numbers: [number])
        request.verdict = try verdict(uphold, reject, ("--uphold", "--reject"))
        request.unit = unit
        request.coUnits = coUnits
        request.reason = reason
        return request
    }
}

struct RuleCommand: HandlingCommand {
    static let about = About("rule", "会商", "会商裁定：几家都退的，裁定由谁办，可同时定为派单规则")
    static let examples = [
        "yousu rule 123 --to 西宁市城市管理局 --reason \"会商纪要第5号\"",
        "yousu rule 123 --to 城东区 --reason \"会商纪要第6号\" --make-rule",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("to", "单位", "裁定的承办单位") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]
    @Option("reason", "原因", "理由") var reason: String?
    @Flag("make-rule", "同类事项以后都按此派单（本区县的这个分类）") var makesRule: Bool
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.rule, numbers: [number])
        request.unit = unit
        request.coUnits = coUnits
        request.reason = reason
        request.makesRule = makesRule
        return request
    }
}

struct SuspendCommand: HandlingCommand {
    static let about = About("suspend", "挂账", "挂账：一时解决不了的，定计划、期限和包保领导")
    static let examples = [
        "yousu suspend 123 --plan \"列入明年管网改造\" --until 2027-06-30 --leader 城建副市长"
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("plan", "文字", "解决的计划") var plan: String?
    @Option("until", "日期", "到哪天解决") var until: String?
    @Option("leader", "姓名或职务", "包保领导") var leader: String?
    @Option("reason", "原因", "原因") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.suspend, numbers: [number])
        request.note = plan
        request.until = until
        request.leader = leader
        request.reason = reason
        return request
    }
}

struct ReworkCommand: HandlingCommand {
    static let about = About("rework", "重办", "重办：退给承办单位重新办理")
    static let examples = [
        "yousu rework 123 --reason \"诉求人说仍在漏水\"",
        "yousu rework 123 --to 城东区 --reason \"原直接办理未解决\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    @Option("to", "单位", "承办单位；不写则仍由原单位办") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.rework, numbers: [number])
        request.reason = reason
        request.unit = unit
        request.coUnits = coUnits
        return request
    }
}

struct CloseCommand: HandlingCommand {
    static let about = About("close", "办结", "说明办结：复核后向诉求人说明，不再办理")
    static let examples = [
        "yousu close 123 --reason \"政策不允许，已当面说明\""
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "说明") var reason: String?
    @Option("note", "文字", "备注，只留档") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.close, numbers: [number])
        request.reason = reason
        request.note = note
        return request
    }
}

struct SuperviseCommand: HandlingCommand {
    static let about = About("supervise", "督办", "督办：由督办员盯办")
    static let examples = [
        "yousu supervise 123 --reason \"领导批示\"",
        "yousu supervise 123 --lift --reason \"已解决\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    @Flag("lift", "解除督办") var lift: Bool
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.supervise, numbers: [number])
        request.reason = reason
        request.verdict = lift ? false : nil
        return request
    }
}

struct ExcludeCommand: HandlingCommand {
    static let about = About("exclude", "甄别", "甄别：一次回访不计入考核，要有原因；原始数据照样保留")
    static let examples = [
        "yousu exclude 20240319000123-1 --reason \"诉求超出职权范围\"",
        "yousu exclude 123 --undo --reason \"复核有误\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号或诉求号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    @Flag("undo", "恢复计入") var undo: Bool
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(undo ? .include : .exclude, numbers: [number])
        request.reason = reason
        return request
    }
}
