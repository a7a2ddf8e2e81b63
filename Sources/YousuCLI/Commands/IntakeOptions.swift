import Desk

/// What can be said of a call or message.
struct IntakeOptions {
    @Option("诉求类型：投诉、咨询、求助、建议、感谢、举报", "类型") var kind: String?
    @Option("分类，如 物业服务/电梯、电梯 或 wyfw", "分类") var category: String?
    @Option("事发区县", "区县") var district: String?
    @Option("事发街道、乡镇", "街道") var street: String?
    @Option("事发社区、村", "社区") var community: String?
    @Option("小区、市场、路口等点位", "点位") var spot: String?
    @Option("事发详细地址", "地址") var address: String?
    @Option("标题", "文字") var title: String?
    @Option("诉求内容；写 - 则从标准输入读", "文字") var content: String?
    @Option("诉求人希望怎么办", "文字") var wants: String?
    @Option("紧急程度：一般、紧急、特急", "程度") var urgency: String?
    @Option("诉求人姓名；写 - 则从标准输入读一行", "姓名") var name: String?
    @Option("诉求人电话；写 - 则从标准输入读一行", "电话") var phone: String?
    @Flag("诉求人要求保密") var confidential: Bool
    @Option("别的系统里的编号", "编号", name: "external-id") var externalID: String?
    @Option("追加到哪件工单", "工单号") var about: String?
    @Option("直接办理，写答复内容；写 - 则从标准输入读", "答复") var direct: String?
    @Option("转交给哪个承办单位（主办）", "单位", name: "to") var unit: String?
    @Options("协办单位，可写几次", "单位", name: "with") var coUnits: [String]

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
        if content == "-", direct == "-" { throw DeskError.excludes("--content -", "--direct -") }
        request.content = try input.rest(content, field: "content")
        request.confidential = confidential
        request.externalID = externalID
        request.about = about
        request.reply = try input.rest(direct, field: "direct")
        request.unit = unit
        request.coUnits = coUnits
        request.at = at
        return request
    }
}
