import Desk

/// What can be said of a call or message.
struct IntakeOptions {
    @Option("kind", "类型", "诉求类型：投诉、咨询、求助、建议、感谢、举报") var kind: String?
    @Option("category", "分类", "分类，如 物业服务/电梯、电梯 或 wyfw") var category: String?
    @Option("district", "区县", "事发区县") var district: String?
    @Option("street", "街道", "事发街道、乡镇") var street: String?
    @Option("community", "社区", "事发社区、村") var community: String?
    @Option("spot", "点位", "小区、市场、路口等点位") var spot: String?
    @Option("address", "地址", "事发详细地址") var address: String?
    @Option("title", "文字", "标题") var title: String?
    @Option("content", "文字", "诉求内容；写 - 则从标准输入读") var content: String?
    @Option("wants", "文字", "诉求人希望怎么办") var wants: String?
    @Option("urgency", "程度", "紧急程度：一般、紧急、特急") var urgency: String?
    @Option("name", "姓名", "诉求人姓名；写 - 则从标准输入读一行") var name: String?
    @Option("phone", "电话", "诉求人电话；写 - 则从标准输入读一行") var phone: String?
    @Option("identity", "号码", "诉求人身份证号；写 - 则从标准输入读一行") var identity: String?
    @Option("home", "住址", "诉求人住址，不是事发地；写 - 则从标准输入读一行") var home: String?
    @Flag("confidential", "诉求人要求保密") var confidential: Bool
    @Option("external-id", "编号", "别的系统里的编号") var externalID: String?
    @Option("about", "工单号", "追加到哪件工单") var about: String?
    @Option("direct", "答复", "直接办理，写答复内容；写 - 则从标准输入读") var direct: String?
    @Option("knowledge", "编号", "直接办理，引用哪条知识；不写 --direct 就用它的答复") var knowledge: String?
    @Option("to", "单位", "转交给哪个承办单位（主办）") var unit: String?
    @Options("with", "单位", "协办单位，可写几次") var coUnits: [String]

    /// The name of one that was given, for a complaint: reflection is slow. Nil where none was.
    var firstGiven: String? {
        Mirror(reflecting: self).children.lazy.compactMap { ($0.value as? any Declared)?.declaration }
            .first(where: \.isGiven)?.name
    }

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
        request.identity = try input.line(identity, prompt: "身份证号")
        request.home = try input.line(home, prompt: "住址", hidden: false)
        if content == "-", direct == "-" { throw DeskError.excludes("--content -", "--direct -") }
        request.content = try input.rest(content, field: "--content")
        request.confidential = confidential
        request.externalID = externalID
        request.about = about
        request.reply = try input.rest(direct, field: "--direct")
        request.knowledge = knowledge
        request.unit = unit
        request.coUnits = coUnits
        request.at = at
        return request
    }
}
