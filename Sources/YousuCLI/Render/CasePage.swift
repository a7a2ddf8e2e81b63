import Casework
import Console
import Desk

/// One case as a page to read, with its history in sentences.
struct CasePage {
    let view: CaseView
    let clock: CityClock
    let style: Style

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
        add("办结期限", deadline, &lines)
        for contact in view.contacts { lines += [""] + page(contact) }
        lines += ["", style.paint("经过", .bold)]
        for event in view.events { lines.append("  \(clock.plain(event.event.at))  \(sentence(event))") }
        if !view.possible.isEmpty {
            lines += [
                "",
                "现在可以："
                    + view.possible.map { "\(Terms.name($0))（\(Terms.command($0))）" }.joined(separator: "、"),
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var deadline: String {
        switch view.deadline {
        case nil: ""
        case .at(let instant): "\(clock.plain(instant)) 前（\(view.grade)）"
        case .open(let year): "未定：\(year) 年的工作日历还没有"
        }
    }

    private func add(_ label: String, _ value: String, _ lines: inout [String]) {
        guard !value.isEmpty else { return }
        lines.append("  \(label)：\(Visible.visible(value, keepNewlines: false))")
    }

    private func page(_ contact: ContactView) -> [String] {
        var lines: [String] = []
        var mark = contact.state.standing == .counted ? Terms.name(contact.state.disposition) : ""
        if contact.state.standing == .void { mark = "已作废" }
        if contact.state.standing == .invalid { mark = "无效来电" }
        lines.append(style.paint("诉求 \(contact.number)", .bold) + "  \(mark)")
        add("受理", "\(clock.plain(contact.state.receivedAt)) \(contact.channel)", &lines)
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

    /// An event in words.
    private func sentence(_ view: EventView) -> String {
        let event = view.event
        let staff = Visible.visible(event.staff, keepNewlines: false)
        var parts = ["\(staff) \(what(view))"]
        if !event.reply.isEmpty { parts.append("答复：\(Visible.visible(event.reply, keepNewlines: false))") }
        if !event.reason.isEmpty { parts.append("原因：\(Visible.visible(event.reason, keepNewlines: false))") }
        if !event.note.isEmpty { parts.append("备注：\(Visible.visible(event.note, keepNewlines: false))") }
        if event.recordedAt.seconds - event.at.seconds > 60 {
            parts.append("\(clock.plain(event.recordedAt)) 补录")
        }
        return parts.joined(separator: "；")
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
            let changes = view.corrections.map {
                "\($0.field)改为“\(Visible.visible($0.value, keepNewlines: false))”"
            }
            return "更正\(contact)：" + changes.joined(separator: "，")
        case .direct, .sign, .reply, .attempt, .urge, .void: return Terms.name(event.action) + contact
        }
    }
}
