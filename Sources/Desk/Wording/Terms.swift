import CaseStore
import Casework

/// The service's own words in Chinese, for what the rooms below name in English.
public enum Terms {
    /// What somebody did with what is sealed.
    public static func name(_ deed: Disclosure.Deed) -> String {
        switch deed {
        case .reveal: "查看"
        case .fetch: "取附件"
        case .export: "导出"
        case .erase: "清除"
        case .rotate: "更换密钥"
        }
    }

    /// What became of an attached file.
    public static func name(_ state: AttachmentState) -> String {
        switch state {
        case .open: "未密封"
        case .sealed: "密封"
        case .erased: "已清除"
        case .absent: "文件不在本库"
        }
    }

    /// How large a file is.
    public static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1024: "\(bytes) 字节"
        case ..<(1 << 20): "\((bytes + 1023) >> 10) KB"
        default: "\(bytes >> 20).\((bytes % (1 << 20) * 10) >> 20) MB"
        }
    }

    /// A text in which something is hidden.
    public static func field(_ name: String) -> String {
        switch name {
        case "title": "标题"
        case "content": "内容"
        case "wants": "诉求目标"
        case "spot", "amended_spot": "点位"
        case "address", "amended_address": "地址"
        case "reason": "原因"
        case "reply": "答复"
        case "note": "备注"
        default: name
        }
    }

    /// A list of what waits.
    public static func name(_ queue: QueueName) -> String {
        switch queue {
        case .dispatch: "待处置"
        case .sign: "待签收"
        case .handle: "办理中"
        case .callback: "待回访"
        case .returned: "退单待审"
        case .suspended: "已挂账"
        case .disputed: "待复核"
        case .helping: "协办"
        case .extensions: "延期待批"
        case .supervised: "督办"
        }
    }

    /// How much more time.
    public static func name(_ allowance: Allowance) -> String {
        "\(allowance.amount)\(name(allowance.measure))"
    }

    /// What a limit counts.
    public static func name(_ measure: TimeLimit.Measure) -> String {
        switch measure {
        case .hour: "小时"
        case .day: "天"
        case .workday: "个工作日"
        }
    }

    /// Why supervisors watch over a case.
    public static func words(_ supervision: Supervision) -> String {
        switch supervision {
        case .byHand: "人工督办"
        case .reworks(let count): "重办\(count)次"
        case .returns(let count): "\(count)个单位退单"
        case .overdue(let seconds): "超期\(seconds / 3600)小时"
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
        case .leader: "包保领导"
        }
    }

    /// A share from 0 to 1 in whole percent: `35%`.
    public static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded()))%"
    }
}
