/// A column of the exchange format. Chinese headings of the same meaning are taken too.
public enum Column: String, CaseIterable, Sendable {
    case record
    case externalID = "external_id"
    case number
    case contact
    case about
    case receivedAt = "received_at"
    case channel
    case kind
    case category
    case district
    case street
    case community
    case spot
    case address
    case title
    case content
    case wants
    case name
    case phone
    /// The number of the caller's identity card.
    case identity
    /// Where the caller lives.
    case home
    case confidential
    case urgency
    case disposition
    case unit
    case coUnits = "co_units"
    case reply
    case repliedAt = "replied_at"
    case callbackAt = "callback_at"
    case responded
    case resolved
    case satisfaction
    /// `suggested` where the program named the category.
    case categorySource = "category_source"
    case callerID = "caller_id"
    case likes
    /// Which system a record comes from; without it, what `--source` says.
    case source
    /// Which store wrote the file: its case numbers are this store's.
    case origin
    /// The place of the entry in the history of its case, from 1. Rows with it are taken exactly as they were
    /// recorded; nothing is concluded from their other columns.
    case step
    /// How a contact was registered: undisposed, direct or transfer.
    case registeredAs = "registered_as"
    /// What was done, in a row that is an event.
    case action
    /// When it happened.
    case at
    /// When it was entered.
    case recordedAt = "recorded_at"
    /// Who did it.
    case staff
    /// The stage that the case is in afterwards; empty where it stays.
    case stage
    /// The code of the grade whose limits hold.
    case grade
    /// Whether a return was upheld, an extension granted or supervision lifted: yes or no.
    case verdict
    /// How the case ended.
    case ending
    /// More time: `5 workday`.
    case allowance
    /// Whether the clock stands still from then on.
    case pauses
    /// The day by which a matter that was hung up is to be solved.
    case until
    /// The code of the leader who answers for it.
    case leader
    /// The number of the other case, of a merger.
    case target
    /// Why.
    case reason
    /// What stays in the file; of an attachment its name.
    case note
    /// SHA-256 of an attached file as it is stored, in hex. The file itself is not in the table.
    case fileHash = "file_hash"
    /// How many bytes an attached file has, unsealed.
    case fileSize = "file_size"

    /// The Chinese headings that are taken for a column.
    var headings: [String] {
        switch self {
        case .record: ["记录"]
        case .externalID: ["外部编号", "编号"]
        case .number: ["工单号", "工单编号"]
        case .contact: ["诉求号", "诉求编号"]
        case .about: ["关联编号", "关联"]
        case .receivedAt: ["受理时间", "来电时间", "接收时间"]
        case .channel: ["渠道", "来源渠道"]
        case .kind: ["诉求类型", "类型"]
        case .category: ["分类", "诉求分类", "类别"]
        case .district: ["区县"]
        case .street: ["街道", "街道乡镇"]
        case .community: ["社区"]
        case .spot: ["点位", "小区"]
        case .address: ["地址"]
        case .title: ["标题", "主题"]
        case .content: ["内容", "诉求内容"]
        case .wants: ["诉求目标"]
        case .name: ["姓名", "诉求人"]
        case .phone: ["电话", "联系电话"]
        case .identity: ["身份证号"]
        case .home: ["住址"]
        case .confidential: ["保密"]
        case .urgency: ["紧急程度"]
        case .disposition: ["处置方式", "办理方式"]
        case .unit: ["承办单位", "主办单位"]
        case .coUnits: ["协办单位"]
        case .reply: ["答复", "答复意见"]
        case .repliedAt: ["答复时间"]
        case .callbackAt: ["回访时间"]
        case .responded: ["是否响应"]
        case .resolved: ["是否解决"]
        case .satisfaction: ["满意度"]
        case .callerID: ["诉求人编号"]
        case .likes: ["点赞数"]
        case .categorySource: ["分类来源"]
        case .source: ["数据来源"]
        case .origin: ["来源库"]
        case .step: ["步骤"]
        case .registeredAs: ["登记为"]
        case .action: ["动作"]
        case .at: ["发生时间"]
        case .recordedAt: ["录入时间"]
        case .staff: ["经办人"]
        case .stage: ["环节"]
        case .grade: ["时限等级"]
        case .verdict: ["裁定"]
        case .ending: ["办结情形"]
        case .allowance: ["延期"]
        case .pauses: ["暂停计时"]
        case .until: ["挂账期限"]
        case .leader: ["包保领导"]
        case .target: ["并入工单"]
        case .reason: ["原因"]
        case .note: ["备注"]
        case .fileHash: ["文件校验值"]
        case .fileSize: ["文件字节数"]
        }
    }

    /// The column with this heading, or nil.
    static func named(_ heading: String) -> Column? {
        Column(rawValue: heading) ?? allCases.first { $0.headings.contains(heading) }
    }
}

/// Which column of a file is which of ours.
struct Headings {
    private let places: [Column: Int]
    /// Headings that are none of ours.
    let ignored: [String]

    /// Reads the first line.
    ///
    /// - Parameter mapping: their names for our columns, before ours are looked for.
    init(_ fields: [String], mapping: [String: Column]) throws {
        var places: [Column: Int] = [:]
        var ignored: [String] = []
        for (index, field) in fields.enumerated() {
            let heading = Texts.trimmed(field)
            if let column = mapping[heading] ?? Column.named(heading),
                places[column] == nil || mapping[heading] != nil
            {
                places[column] = index
            } else if !heading.isEmpty {
                ignored.append(heading)
            }
        }
        for heading in mapping.keys.sorted() where !fields.contains(where: { Texts.trimmed($0) == heading }) {
            throw DeskError.badColumn(heading, choices: fields)
        }
        self.places = places
        self.ignored = ignored
    }

    /// Whether the file has a column.
    func has(_ column: Column) -> Bool {
        places[column] != nil
    }

    /// The cell of a column, without blanks around it and with its guard against formulas taken off; empty where
    /// the row has none.
    func cell(_ column: Column, of fields: [String], unguard: (String) -> String) -> String {
        guard let place = places[column], fields.indices.contains(place) else { return "" }
        return Texts.trimmed(unguard(fields[place]))
    }
}

extension Column {
    /// Reads `--columns THEIRS=OURS,THEIRS=OURS`.
    static func mapping(_ text: String) throws -> [String: Column] {
        var mapping: [String: Column] = [:]
        for pair in text.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { Texts.trimmed(String($0)) }
            guard sides.count == 2, !sides[0].isEmpty else {
                throw DeskError.badChoice(field: "--columns", value: String(pair), choices: ["对方列名=本系统列名"])
            }
            guard let column = Column.named(sides[1]) else {
                throw DeskError.badColumn(sides[1], choices: Column.allCases.map(\.rawValue))
            }
            mapping[sides[0]] = column
        }
        return mapping
    }
}
