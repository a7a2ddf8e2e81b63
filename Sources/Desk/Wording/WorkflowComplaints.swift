import Casework

extension Wording {
    /// The wording of what the workflow refuses.
    static func complaint(_ error: WorkflowError) -> Complaint {
        switch error {
        case .notPossible(let action, let stage, let possible):
            Complaint(
                .refused, "工单现在是“\(Terms.name(stage))”，不能\(Terms.name(action))",
                possible.isEmpty
                    ? "这件工单不能再办理。"
                    : "现在可以：\(list(possible.map { "\(Terms.name($0))（\(Terms.command($0))）" }))。")
        case .notAllowed(let action, let roles):
            // Handlers ask for more time; others give it.
            Complaint(
                .refused,
                "没有权限\(action == .extend && !roles.contains(.handler) ? "批复延期" : Terms.name(action))",
                "可以办的有：\(list(roles.map { Terms.name($0) }.sorted()))。")
        case .missing(let action, let need):
            Complaint(.usage, "\(Terms.name(action))缺少 \(Terms.option(need, of: action))", "补上再试；用法见 --help。")
        case .whichContact(let numbers):
            Complaint(.usage, "这件工单有几次诉求，要写明是哪一次", "可选：\(list(numbers.map(\.description)))。")
        case .noSuchContact(let number):
            Complaint(.notFound, "没有诉求 \(number)", "用 yousu show \(number.caseNumber) 查看。")
        case .contactAside(let number): Complaint(.refused, "诉求 \(number) 已作废", "不能再办理。")
        case .contactWithdrawn(let number):
            Complaint(.refused, "诉求 \(number) 已撤诉", "撤诉的不再回访。")
        case .notSettled(let number):
            Complaint(.refused, "诉求 \(number) 还没有处置，不用更正处置方式", "用 direct 直接办理，或用 transfer 转交。")
        case .beforeLast(let at, let last): beforeLast(at, last, clock: CityClock(offset: 0))
        case .otherUnit(let action, _): complaint(DeskError.otherUnit(action, unit: "别的单位"))
        case .notInvolved: complaint(DeskError.notInvolved(unit: "该单位"))
        case .rulingDue(let returns):
            Complaint(.refused, "已有 \(returns) 个单位退单，不能再直接改派", "请会商裁定：rule --to 单位 --reason 理由。")
        case .ownAgain: Complaint(.refused, "这件是本单位办过的重办件，不能退单", "请重新办理后答复；不归本单位管的请督办员会商（rule）。")
        case .ruled: Complaint(.refused, "这件工单经会商裁定，不能退单", "有异议请督办员重新会商（rule）。")
        case .mergedInto(let number): Complaint(.refused, "这件工单已并入 \(number)", "请在 \(number) 上办，或先拆单（split）。")
        case .extensionAsked(let isAsked):
            isAsked
                ? Complaint(.refused, "已有一个延期申请等待批复", "请批复：extend --grant 或 extend --refuse --reason 理由。")
                : Complaint(.refused, "没有等待批复的延期申请", "先由承办单位申请：extend --reason 理由。")
        case .afterCutoff(let second):
            Complaint(.refused, "延期须在每天 \(time(second)) 前申请，现在已过", "期限未到的明天再申请；已到期的按超期办理。")
        case .overdue: Complaint(.refused, "这件工单已经超期，不能再申请延期", "请尽快答复。")
        case .noMoreExtensions(let times): Complaint(.refused, "每件最多延期 \(times) 次，已经用完", "请按期办结，或请督办员挂账。")
        case .allowanceTooLong(let asked, let most):
            Complaint(.refused, "一次最多延期\(Terms.name(most))，申请的是\(Terms.name(asked))", "把 --amount 改小。")
        case .mergedIntoItself: Complaint(.refused, "工单不能并入自己", "--into 写另一件工单。")
        case .nothingToExclude(let number):
            Complaint(.refused, "诉求 \(number) 没有可以甄别的回访", "用 yousu show \(number.caseNumber) 查看。")
        case .untilPast(let day): Complaint(.refused, "挂账期限 \(day) 不晚于挂账当天", "--until 写以后的日期。")
        }
    }

    /// An action dated before the last one of its case, in the city's time.
    static func beforeLast(_ at: Instant, _ last: Instant, clock: CityClock) -> Complaint {
        Complaint(
            .refused, "时间早于这件工单的上一步（\(clock.plain(last))）",
            "给的是 \(clock.plain(at))；办理动作不能早于上一步；没有写 --at 的，请校准系统时钟。")
    }
}
