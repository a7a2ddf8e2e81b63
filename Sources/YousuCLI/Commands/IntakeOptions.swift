import ArgumentParser
import Desk

/// What can be said of a call or message.
struct IntakeOptions: ParsableArguments {
    @Option(
        name: .long, parsing: .unconditional, help: ArgumentHelp("诉求类型：投诉、咨询、求助、建议、感谢、举报", valueName: "类型"))
    var kind: String?
    @Option(
        name: .long, parsing: .unconditional, help: ArgumentHelp("分类，如 物业服务/电梯、电梯 或 wyfw", valueName: "分类"))
    var category: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("事发区县", valueName: "区县"))
    var district: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("事发街道、乡镇", valueName: "街道"))
    var street: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("事发社区、村", valueName: "社区"))
    var community: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("小区、市场、路口等点位", valueName: "点位"))
    var spot: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("事发详细地址", valueName: "地址"))
    var address: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("标题", valueName: "文字"))
    var title: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("诉求内容；写 - 则从标准输入读", valueName: "文字"))
    var content: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("诉求人希望怎么办", valueName: "文字"))
    var wants: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("紧急程度：一般、紧急、特急", valueName: "程度"))
    var urgency: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("诉求人姓名；写 - 则从标准输入读一行", valueName: "姓名"))
    var name: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("诉求人电话；写 - 则从标准输入读一行", valueName: "电话"))
    var phone: String?
    @Flag(name: .long, help: "诉求人要求保密") var confidential = false
    @Option(
        name: .customLong("external-id"), parsing: .unconditional,
        help: ArgumentHelp("别的系统里的编号", valueName: "编号"))
    var externalID: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("追加到哪件工单", valueName: "工单号"))
    var about: String?
    @Option(name: .long, parsing: .unconditional, help: ArgumentHelp("直接办理，写答复内容", valueName: "答复"))
    var direct: String?
    @Option(
        name: .customLong("to"), parsing: .unconditional, help: ArgumentHelp("转交给哪个承办单位（主办）", valueName: "单位")
    )
    var unit: String?
    @Option(
        name: .customLong("with"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("协办单位，可写几次", valueName: "单位"))
    var coUnits: [String] = []

    /// The request, with what is to be read from standard input.
    func request(channel: String?, at: String?) throws -> IntakeRequest {
        var input = Input()
        var request = IntakeRequest()
        request.channel = channel
        request.kind = kind
        request.category = category
        request.district = district
        request.street = street
        request.community = community
        request.spot = spot
        request.address = address
        request.title = title
        request.wants = wants
        request.urgency = urgency
        request.name = try input.line(name, prompt: "姓名", hidden: false)
        request.phone = try input.line(phone, prompt: "电话")
        request.content = try input.rest(content, field: "content")
        request.confidential = confidential
        request.externalID = externalID
        request.about = about
        request.reply = direct
        request.unit = unit
        request.coUnits = coUnits
        request.at = at
        return request
    }
}
