import Casework

// What the workflow's table names.
extension Terms {
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
        case .merged: "已并单"
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
        case .relay: "转110等紧急热线"
        case .refuse: "不予受理"
        case .sign: "签收"
        case .pass: "下派"
        case .sendBack: "退单"
        case .review: "审核退单"
        case .rule: "会商裁定"
        case .extend: "延期"
        case .reply: "答复"
        case .suspend: "挂账"
        case .strike: "销号"
        case .rework: "重办"
        case .close: "说明办结"
        case .callback: "回访"
        case .attempt: "回访未接通"
        case .urge: "催办"
        case .supervise: "督办"
        case .merge: "并单"
        case .split: "拆单"
        case .withdraw: "撤诉"
        case .exclude: "甄别剔除"
        case .include: "恢复计入"
        case .attach: "附件"
        case .amend: "更正"
        case .void: "作废"
        case .follow: "随主单"
        case .dispute: "并入件回访不满意"
        }
    }

    /// The command that does an action.
    public static func command(_ action: Action) -> String {
        switch action {
        case .contact: "call --about"
        case .dispatch: "transfer"
        case .attempt: "callback --unreachable"
        case .include: "exclude --undo"
        default: action.rawValue
        }
    }

    /// How a case ended.
    public static func name(_ ending: Ending) -> String {
        switch ending {
        case .settled: "回访办结"
        case .unreachable: "未接通"
        case .uncalled: "不回访"
        case .explained: "说明办结"
        case .withdrawn: "诉求人撤诉"
        case .relayed: "已转紧急热线"
        case .refused: "不予受理"
        }
    }

    /// How a unit's time with a case ended.
    public static func name(_ end: Assignment.End) -> String {
        switch end {
        case .replied: "答复"
        case .returned: "改派"
        case .passed: "交给下级或上级"
        case .ended: "结束"
        }
    }

    /// A condition of the workflow, as the guide's tables say it.
    public static func name(_ condition: Transition.Condition) -> String {
        switch condition {
        case .openContact: "有未处置的诉求"
        case .passedDown: "由上级下派"
        case .fromCity: "由市级转交，未经会商，不是本单位办过的重办件"
        case .contested: "退单单位够数"
        case .uncontested: "退单单位不够数"
        case .extensionAsked: "已申请延期"
        case .noExtensionAsked: "未申请延期"
        case .extensionsLeft: "延期次数没用完"
        case .signedBefore: "签收过"
        case .unsigned: "没签收过"
        case .called: "要回访"
        case .uncalled: "不回访"
        case .directlyCalled: "要回访"
        case .directlyUncalled: "不回访"
        case .askable: "可回访"
        case .lastAttempt: "最后一次"
        case .counting: "有计入的回访"
        case .excluded: "有剔除的回访"
        case .hadUnit: "有过承办单位"
        case .hadNoUnit: "没有过承办单位"
        case .leading: "主办"
        case .helping: "协办"
        case .upheld: "同意"
        case .rejected: "不同意"
        case .asking: "申请"
        case .settled: "已解决且没有不满意"
        case .unsettled: "未解决或不满意"
        case .allAsked: "都回访过"
        case .othersUnasked: "还有别人没回访"
        case .lastCaller: "没有别的诉求人"
        case .furtherCallers: "还有别的诉求人"
        case .lastContact: "只剩这一次诉求"
        case .furtherContacts: "还有别的诉求"
        }
    }

    /// What happens to the clocks, as the guide's tables say it.
    public static func name(_ clock: Transition.ClockEffect) -> String {
        switch clock {
        case .begins: "第一次转交起算，以后不重来"
        case .assigns: "该单位另计"
        case .pauses: "按配置暂停"
        case .resumes: "暂停过的接着走"
        case .extends: "期限后延"
        case .ends: "停止"
        }
    }

    /// What must be given for an action, as an option.
    public static func option(_ need: Transition.Need, of action: Action) -> String {
        switch need {
        case .reply:
            switch action {
            case .reply: "--public"
            case .refuse: "--route"
            default: "--reply"
            }
        case .note: "--internal（办理情况和联系诉求人的记录）"
        case .unit: "--to"
        case .reason: action == .relay ? "--to" : "--reason"
        case .outcome: "--responded、--resolved、--satisfaction"
        case .amendment: "要更正的字段，如 --category"
        case .allowance: "--amount"
        case .plan: "--plan"
        case .until: "--until"
        case .leader: "--leader"
        case .target: "--into"
        case .file: "文件"
        }
    }
}
