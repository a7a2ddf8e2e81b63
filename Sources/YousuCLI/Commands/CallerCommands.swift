import Casework
import Desk

struct CallbackCommand: HandlingCommand {
    static let about = About("callback", "回访", "回访：问诉求人是否响应、解决、满意")
    static let examples = [
        "yousu callback 123 --responded yes --resolved yes --satisfaction 满意",
        "yousu callback 20240319000123-2 --responded yes --resolved partly --satisfaction 不满意 --note \"还漏水\"",
        "yousu callback 123 --unreachable",
    ]

    let globals = Globals()
    @Arguments("工单号", "工单号或诉求号，可写几个") var numbers: [String]
    @Option("responded", "是否", "单位是否联系过诉求人：yes 或 no") var responded: String?
    @Option("resolved", "是否", "是否解决：yes、partly 或 no") var resolved: String?
    @Option("satisfaction", "满意度", "满意、基本满意、不满意或未评价") var satisfaction: String?
    @Option("note", "文字", "备注") var note: String?
    @Flag("unreachable", "打了没有接通") var unreachable: Bool
    let recording = Recording()

    func request() throws -> HandlingRequest {
        if unreachable, responded != nil || resolved != nil || satisfaction != nil {
            throw DeskError.excludes("--unreachable", "--responded、--resolved、--satisfaction")
        }
        var request = HandlingRequest(unreachable ? .attempt : .callback, numbers: numbers)
        request.responded = responded
        request.resolved = resolved
        request.satisfaction = satisfaction
        request.note = note
        return request
    }
}

struct UrgeCommand: HandlingCommand {
    static let about = About("urge", "催办", "催办：诉求人只问进度，不算新诉求")
    static let examples = [
        "yousu urge 123",
        "yousu urge 20240319000123 --note \"问什么时候来修\"",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("note", "文字", "备注") var note: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.urge, numbers: [number])
        request.note = note
        return request
    }
}

struct WithdrawCommand: HandlingCommand {
    static let about = About("withdraw", "撤诉", "撤诉：诉求人撤回诉求")
    static let examples = [
        "yousu withdraw 123 --reason \"问题已自行解决\""
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Option("reason", "原因", "原因") var reason: String?
    let recording = Recording()

    func request() throws -> HandlingRequest {
        var request = HandlingRequest(.withdraw, numbers: [number])
        request.reason = reason
        return request
    }
}
