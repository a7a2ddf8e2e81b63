import CaseStore
import Casework
import Console
import Desk
import Lettering

/// One case as a page to read, with its history in sentences.
struct CasePage {
    let view: CaseView
    let clock: CityClock
    let style: Style
    /// The moment beside which times are told; nil where only the times themselves are.
    var now: Instant?
    /// Whether what can be done now is told, with its commands.
    var tellsPossible = true

    /// The page.
    var text: String {
        var lines: [String] = []
        let stage = Terms.name(view.file.state.stage)
        let signal = view.signal.map { style.paint("（\(Terms.name($0))）", $0.ink) } ?? ""
        lines.append(style.paint("工单 \(view.file.number)", .bold) + "  \(stage)\(signal)")
        if !view.unit.isEmpty {
            add(
                "承办单位",
                view.unit + (view.coUnits.isEmpty ? "" : "（协办：\(view.coUnits.joined(separator: "、"))）"),
                &lines)
        }
        addCourse(&lines)
        for contact in view.contacts { lines += [""] + page(contact) }
        addAttachments(&lines)
        lines += ["", style.paint("经过", .bold)]
        for event in view.events { lines.append("  \(when(event.event.at))  \(harmless(sentence(event)))") }
        if tellsPossible, !view.possible.isEmpty {
            lines += [
                "",
                "现在可以："
                    + view.possible.map { "\(Terms.name($0))（\(Terms.command($0))）" }.joined(separator: "、"),
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func addAttachments(_ lines: inout [String]) {
        guard !view.attachments.isEmpty else { return }
        lines += ["", style.paint("附件", .bold)]
        for attachment in view.attachments {
            let words = [
                attachment.name, Terms.size(attachment.attachment.size), attachment.event.staff,
                clock.plain(attachment.event.at), Terms.name(attachment.state),
            ]
            add("\(attachment.place)", words.joined(separator: "，"), &lines)
        }
    }

    /// Deadlines, and what is out of the ordinary.
    private func addCourse(_ lines: inout [String]) {
        let state = view.file.state
        if let ending = state.ending { add("办结情形", Terms.name(ending), &lines) }
        if let target = state.target { add("并入", target.description, &lines) }
        if !view.merged.isEmpty {
            add("并入本单的", view.merged.map(\.description).joined(separator: "、"), &lines)
        }
        if let signBy = view.signBy?.instant {
            add("签收期限", "\(clock.plain(signBy)) 前\(left(until: signBy))", &lines)
        }
        if let reckoning = view.reckoning {
            let moment =
                reckoning.deadline.instant.map {
                    "\(clock.plain($0)) 前（\(view.grade)）\(state.stage.isWithUnit ? left(until: $0) : "")"
                } ?? "未定"
            add("办结期限", moment, &lines)
            add("期限算法", Wording.sentence(reckoning, clock: clock), &lines)
        }
        if let asked = state.asked { add("延期申请", "\(Terms.name(asked))，等待批复", &lines) }
        if let suspension = state.suspension, state.stage == .suspended {
            add("挂账", "\(suspension.until) 前解决，包保领导：\(view.leader)", &lines)
        }
        if !view.supervision.isEmpty {
            let reasons = view.supervision.map { Terms.words($0) }.joined(separator: "、")
            add("督办", "", red: reasons, &lines)
        }
        for raised in view.alerts {
            let seen = raised.acknowledgement.map { "\($0.staff) \(clock.plain($0.at)) 已确认" }
            add(
                "警示 \(raised.id)", "\(Wording.alert(raised.alert))，\(seen ?? "")",
                red: seen == nil ? "未确认" : "", &lines)
        }
        for issue in view.tracked { add("专题 \(issue.id)", "\(issue.place) \(issue.problem)", &lines) }
        guard view.assignments.count > 1 else { return }
        for assignment in view.assignments { add("承办过程", sentence(assignment), &lines) }
    }

    /// A unit's time with the case, by its own clock.
    private func sentence(_ view: AssignmentView) -> String {
        let assignment = view.assignment
        var words = "\(view.unit) \(clock.plain(assignment.since)) 起"
        if let due = view.deadline?.instant { words += "，本单位期限 \(clock.plain(due))" }
        guard let end = assignment.end, let moment = assignment.endedAt else { return words + "，承办中" }
        return words + "，\(clock.plain(moment)) \(Terms.name(end))"
    }

    /// A moment, and how long ago that was.
    private func when(_ moment: Instant) -> String {
        Wording.beside(moment, now: now, clock: clock)
    }

    /// How long it is until a deadline.
    private func left(until moment: Instant) -> String {
        now.map { "，\(Wording.until(moment, now: $0))" } ?? ""
    }

    /// - Parameter end: the end of the value, which is set off.
    private func add(_ label: String, _ value: String, red end: String = "", _ lines: inout [String]) {
        guard !value.isEmpty || !end.isEmpty else { return }
        lines.append("  \(label)：\(harmless(value))\(style.paint(harmless(end), .red))")
    }

    /// Made so before anything is painted.
    private func harmless(_ text: String) -> String { Visible.visible(text, keepNewlines: false) }

    private func page(_ contact: ContactView) -> [String] {
        var lines: [String] = []
        var mark = contact.state.standing == .counted ? Terms.name(contact.state.disposition) : ""
        if contact.state.standing == .void { mark = "已作废" }
        if contact.state.standing == .invalid { mark = "无效来电" }
        lines.append(style.paint("诉求 \(contact.number)", .bold) + "  \(mark)")
        add("受理", "\(when(contact.state.receivedAt)) \(contact.channel)", &lines)
        let urgency = contact.contact.urgency == .normal ? "" : " \(Terms.name(contact.contact.urgency))"
        add(
            "分类", [contact.kind, contact.category].filter { !$0.isEmpty }.joined(separator: " ") + urgency,
            &lines)
        add(
            "地点",
            (contact.areas + [contact.state.place.spot, contact.state.place.address]).filter { !$0.isEmpty }
                .joined(separator: " "), &lines)
        add("诉求人", [contact.name, contact.phone].filter { !$0.isEmpty }.joined(separator: " "), &lines)
        add("标题", contact.contact.title, &lines)
        if !contact.contact.content.isEmpty {
            let content = Visible.visible(contact.contact.content, keepNewlines: true)
            lines.append(
                "  内容："
                    + content.split(separator: "\n", omittingEmptySubsequences: false).joined(
                        separator: "\n        "))
        }
        add("诉求目标", contact.contact.wants, &lines)
        return lines
    }

    /// What was decided, in words.
    private func decision(_ view: EventView) -> String {
        let event = view.event
        let name = Terms.name(event.action)
        let helpers = view.coUnits.isEmpty ? "" : "，协办：\(view.coUnits.joined(separator: "、"))"
        switch event.action {
        case .sign, .reply: return view.unit.isEmpty ? name : "\(name)（协办：\(view.unit)）"
        case .sendBack:
            guard view.to == .returned else { return "\(name)给上级单位" }
            return view.unit.isEmpty ? name : "\(name)，建议：\(view.unit)"
        case .review: return event.verdict == true ? "同意退单，改派\(view.unit)\(helpers)" : "不同意退单"
        case .rule: return "会商裁定由\(view.unit)办理\(helpers)"
        case .pass, .rework: return "\(name)：\(view.unit)\(helpers)"
        case .extend:
            guard let verdict = event.verdict else {
                return "申请延期\(event.allowance.map { Terms.name($0) } ?? "")"
            }
            return verdict ? "批准延期\(event.allowance.map { Terms.name($0) } ?? "")" : "不批准延期"
        case .suspend: return "\(name)至 \(event.until?.description ?? "")，包保领导：\(view.leader)"
        case .supervise: return event.verdict == false ? "解除督办" : name
        case .attach: return "附上“\(event.note)”"
        case .relay: return "转\(event.reason)"
        case .merge: return "\(name)，并入 \(event.target?.description ?? "")"
        case .dispute: return "并入的 \(event.target?.description ?? "") 回访未解决或不满意"
        case .follow:
            return event.verdict == true ? "主单已答复，可以回访" : event.verdict == false ? "主单还没有办完" : "随主单处置"
        case .attempt:
            guard event.ending == .unreachable else { return name }
            return event.toStage == .closed ? "\(name)，按未接通办结" : "\(name)，不再回访"
        default: return name
        }
    }

    /// An event in words.
    private func sentence(_ view: EventView) -> String {
        let event = view.event
        var parts = ["\(event.staff) \(what(view))"]
        if !event.reply.isEmpty { parts.append("答复：\(event.reply)") }
        if !event.reason.isEmpty, event.action != .relay { parts.append("原因：\(event.reason)") }
        if !event.note.isEmpty, event.action != .attach {
            parts.append("\(Self.noteName(event))：\(event.note)")
        }
        if event.recordedAt.seconds - event.at.seconds > 60 {
            parts.append("\(clock.plain(event.recordedAt)) 补录")
        }
        return parts.joined(separator: "；")
    }

    /// What a note is, by what was done.
    private static func noteName(_ event: Event) -> String {
        switch event.action {
        case .direct: "依据"
        case .suspend: "计划"
        case .reply: "办理情况"
        default: "备注"
        }
    }

    private func what(_ view: EventView) -> String {
        let event = view.event
        let contact = event.sequence.map { self.view.file.contacts.count > 1 ? "（诉求 \($0)）" : "" } ?? ""
        switch event.action {
        case .contact: return view.to == .invalid ? "登记无效来电" : "登记诉求" + contact
        case .dispatch:
            let helpers = view.coUnits.isEmpty ? "" : "，协办：\(view.coUnits.joined(separator: "、"))"
            return "转交\(view.unit)\(helpers)"
        case .callback:
            guard let outcome = event.outcome else { return "回访" }
            let responded = outcome.responded ? "已响应" : "未响应"
            return
                "回访\(contact)：\(responded)，\(Terms.name(outcome.resolved))，\(Terms.name(outcome.satisfaction))"
        case .amend:
            let changes = view.corrections.map { "\($0.field)改为“\($0.value)”" }
            return "更正\(contact)：" + changes.joined(separator: "，")
        default: return decision(view) + contact
        }
    }
}
