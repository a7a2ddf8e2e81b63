import CaseStore
import Casework

/// The service's own words in Chinese, for what the rooms below name in English.
public enum Terms {
    /// A stage.
    public static func name(_ stage: Stage) -> String {
        switch stage {
        case .received: "待处置"
        case .answered: "已直接办理"
        case .dispatched: "已转交待签收"
        case .signed: "办理中"
        case .returned: "退单待审"
        case .suspended: "已挂账"
        case .rework: "重办中"
        case .replied: "已答复待回访"
        case .disputed: "待复核"
        case .closed: "已办结"
        case .void: "已作废"
        case .invalid: "无效来电"
        }
    }

    /// An action.
    public static func name(_ action: Action) -> String {
        switch action {
        case .contact: "登记诉求"
        case .direct: "直接办理"
        case .dispatch: "转交"
        case .sign: "签收"
        case .reply: "答复"
        case .callback: "回访"
        case .attempt: "回访未接通"
        case .urge: "催办"
        case .amend: "更正"
        case .void: "作废"
        }
    }

    /// The command that does an action.
    public static func command(_ action: Action) -> String {
        switch action {
        case .contact: "call --about"
        case .dispatch: "transfer"
        case .attempt: "callback --unreachable"
        case .direct, .sign, .reply, .callback, .urge, .amend, .void: action.rawValue
        }
    }

    /// A role.
    public static func name(_ role: Role) -> String {
        switch role {
        case .agent: "话务员"
        case .dispatcher: "派单员"
        case .handler: "承办人"
        case .callback: "回访员"
        case .supervisor: "督办员"
        case .editor: "编辑"
        case .administrator: "管理员"
        }
    }

    /// How a contact was dealt with.
    public static func name(_ disposition: Disposition) -> String {
        switch disposition {
        case .undisposed: "未处置"
        case .direct: "直接办理"
        case .transferred: "转交责任单位办理"
        }
    }

    /// How urgent a request is.
    public static func name(_ urgency: Urgency) -> String {
        switch urgency {
        case .normal: "一般"
        case .urgent: "紧急"
        case .critical: "特急"
        }
    }

    /// Whether a matter is solved.
    public static func name(_ resolution: Resolution) -> String {
        switch resolution {
        case .yes: "已解决"
        case .partly: "部分解决"
        case .no: "未解决"
        }
    }

    /// How satisfied a caller is.
    public static func name(_ satisfaction: Satisfaction) -> String {
        switch satisfaction {
        case .satisfied: "满意"
        case .fairly: "基本满意"
        case .dissatisfied: "不满意"
        case .unrated: "未评价"
        }
    }

    /// A signal.
    public static func name(_ signal: Signal) -> String {
        switch signal {
        case .green: "绿"
        case .yellow: "黄"
        case .red: "红"
        }
    }

    /// A kind of row of the directory.
    public static func name(_ entity: DirectoryEntity) -> String {
        switch entity {
        case .channel: "渠道"
        case .kind: "诉求类型"
        case .category: "分类"
        case .unit: "承办单位"
        case .area: "区域"
        }
    }

    /// What must be given for an action, as an option.
    public static func option(_ need: Transition.Need, of action: Action) -> String {
        switch need {
        case .reply: action == .reply ? "--public" : "--reply"
        case .unit: "--to"
        case .reason: "--reason"
        case .outcome: "--responded、--resolved、--satisfaction"
        case .amendment: "要更正的字段，如 --category"
        }
    }
}

/// A field that takes one of a closed set of words.
enum Choice {
    static func urgency(_ text: String) throws -> Urgency {
        try pick("urgency", text, Urgency.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func stage(_ text: String) throws -> Stage {
        try pick("stage", text, Stage.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func signal(_ text: String) throws -> Signal {
        try pick("signal", text, Signal.allCases.map { ([$0.rawValue, Terms.name($0)], $0) })
    }

    static func disposition(_ text: String) throws -> Disposition {
        try pick(
            "disposition", text,
            [
                (["direct", "直接办理"], .direct),
                (["transfer", "转交责任单位办理", "转交", "transferred"], .transferred),
            ])
    }

    static func responded(_ text: String) throws -> Bool {
        try pick("responded", text, [(["yes", "是", "已响应"], true), (["no", "否", "未响应"], false)])
    }

    static func resolved(_ text: String) throws -> Resolution {
        try pick(
            "resolved", text,
            [
                (["yes", "是", "解决", "已解决"], .yes), (["partly", "部分解决", "部分"], .partly),
                (["no", "否", "未解决"], .no),
            ])
    }

    static func satisfaction(_ text: String) throws -> Satisfaction {
        try pick("satisfaction", text, Satisfaction.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func yes(_ field: String, _ text: String) throws -> Bool {
        try pick(
            field, text, [(["yes", "是", "1", "true", "保密"], true), (["no", "否", "0", "false", ""], false)])
    }

    private static func pick<Value>(
        _ field: String, _ text: String, _ choices: [(words: [String], value: Value)]
    ) throws -> Value {
        guard let choice = choices.first(where: { $0.words.contains(text) }) else {
            throw DeskError.badChoice(field: field, value: text, choices: choices.compactMap(\.words.first))
        }
        return choice.value
    }
}
