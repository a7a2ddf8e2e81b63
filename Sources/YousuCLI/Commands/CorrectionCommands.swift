import Casework
import Desk

struct AmendCommand: HandlingCommand {
    static let about = About("amend", "更正", "更正：改正一件诉求的分类、类型、渠道、地点、处置方式或受理时间")
    static let examples = [
        "yousu amend 123 --category 供水 --reason 选错了分类",
        "yousu amend 20240319000123-2 --disposition direct --reason 当场已答复",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号或诉求号") var number: String
    @Option("category", "分类", "分类") var category: String?
    @Option("kind", "类型", "诉求类型") var kind: String?
    @Option("channel", "渠道", "渠道") var channel: String?
    @Option("district", "区县", "区县") var district: String?
    @Option("street", "街道", "街道、乡镇") var street: String?
    @Option("community", "社区", "社区、村") var community: String?
    @Option("spot", "点位", "点位；写空则去掉") var spot: String?
    @Option("address", "地址", "详细地址；写空则去掉") var address: String?
    @Option("disposition", "方式", "处置方式：direct 或 transfer") var disposition: String?
    @Option("received-at", "时间", "受理时间") var receivedAt: String?
    @Option("reason", "原因", "更正的原因") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
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
        return request
    }
}

struct VoidCommand: HandlingCommand {
    static let about = About("void", "作废", "作废：登记错了或登记了两次")
    static let examples = [
        "yousu void 123 --reason 重复登记",
        "yousu void 20240319000123-2 --reason 登记错了",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号或诉求号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.void, numbers: [number])
        request.reason = reason
        return request
    }
}

struct MergeCommand: HandlingCommand {
    static let about = About("merge", "并单", "并单：同一件事并到另一件工单去办，各自回访")
    static let examples = [
        "yousu merge 125 126 --into 123"
    ]

    let globals = Globals()
    @Arguments("工单号", "工单号，可写几个") var numbers: [String]
    @Option("into", "工单号", "并入的工单") var target: String?
    @Option("reason", "原因", "说明") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.merge, numbers: numbers)
        request.target = target
        request.reason = reason
        return request
    }
}

struct SplitCommand: HandlingCommand {
    static let about = About("split", "拆单", "拆单：撤销并单")
    static let examples = [
        "yousu split 125 --reason \"不是同一处漏水\"",
        "yousu split 20240319000125-1 --reason \"并错了\"",
    ]

    let globals = Globals()
    @Argument("工单号", "并过去的工单号或诉求号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.split, numbers: [number])
        request.reason = reason
        return request
    }
}
