import Desk

/// What is asked for in turn while a call or message is taken down.
enum FormField: CaseIterable {
    case kind, channel, phone, name, confidential, district, street, community, spot, content, wants,
        category,
        urgency, disposition, reply, unit

    var title: String {
        switch self {
        case .kind: "类型"
        case .channel: "渠道"
        case .phone: "电话"
        case .name: "姓名"
        case .confidential: "保密"
        case .district: "区县"
        case .street: "街道"
        case .community: "社区"
        case .spot: "点位"
        case .content: "内容"
        case .wants: "希望"
        case .category: "分类"
        case .urgency: "紧急"
        case .disposition: "处置"
        case .reply: "答复"
        case .unit: "单位"
        }
    }

    /// What is to be typed or picked, where nothing is there yet.
    var hint: String {
        switch self {
        case .phone: "来电号码，可以不写"
        case .name: "可以不写"
        case .spot: "小区、市场、路口，可以不写"
        case .content: "说了什么；Alt+回车换行"
        case .wants: "希望怎么办，可以不写"
        case .reply: "当场怎么答复的；Alt+回车换行"
        default: "打字查找：名称、代码、拼音或首字母"
        }
    }

    /// The list from which it is picked; nil where it is typed, or has a list of its own.
    var list: ListedField? {
        switch self {
        case .kind: .kind
        case .channel: .channel
        case .district: .district
        case .street: .street
        case .community: .community
        case .category: .category
        case .urgency: .urgency
        case .unit: .unit
        case .phone, .name, .confidential, .spot, .content, .wants, .disposition, .reply: nil
        }
    }

    /// Where it stands in an intake; nil for what is more than a text.
    var path: WritableKeyPath<IntakeRequest, String?>? {
        switch self {
        case .kind: \.kind
        case .channel: \.channel
        case .phone: \.phone
        case .name: \.name
        case .district: \.district
        case .street: \.street
        case .community: \.community
        case .spot: \.spot
        case .content: \.content
        case .wants: \.wants
        case .category: \.category
        case .urgency: \.urgency
        case .reply: \.reply
        case .unit: \.unit
        case .confidential, .disposition: nil
        }
    }

    /// Whether nothing can be registered without it.
    var isRequired: Bool {
        switch self {
        case .kind, .channel, .content, .category, .reply, .unit: true
        default: false
        }
    }

    /// What can be left open first has a choice that says so.
    var isOptionalList: Bool { self == .district || self == .street || self == .community }

    var hasLines: Bool { self == .content || self == .reply }

    /// Characters that are taken.
    var limit: Int { hasLines ? 100_000 : 1000 }
}

/// How a request is dealt with at once.
enum FormDisposition: String, CaseIterable {
    case transfer, direct, later

    var name: String {
        switch self {
        case .transfer: "转交责任单位办理"
        case .direct: "直接办理"
        case .later: "先登记，以后再处置"
        }
    }

    var keys: [String] {
        switch self {
        case .transfer: ["zj", "zhuanjiao", "转交"]
        case .direct: ["zjbl", "zhijiebanli", "直接办理", "dafu", "df"]
        case .later: ["xdj", "xiandengji", "later"]
        }
    }
}
