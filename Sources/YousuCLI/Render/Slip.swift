import Casework
import Desk
import Paper

/// A case on one sheet of paper: for a unit that works without the program, or for who calls back.
struct Slip {
    enum Kind: String {
        case dispatch = "转办单"
        case callback = "回访单"
    }

    let kind: Kind
    let view: CaseView
    let settings: CitySettings
    /// Who called, opened; nil where they stay masked.
    let revealed: Revealed?
    let mark: String

    /// The sheet.
    var document: Document {
        let contacts = view.contacts.filter { $0.state.standing == .counted }
        var blocks: [Document.Block] = [.table(form("工单", course))]
        blocks += contacts.map { .table(form("诉求 \($0.number.sequence)", rows($0))) }
        blocks.append(.table(form(kind == .dispatch ? "办理（由承办单位填写）" : "回访（由回访员填写）", blanks)))
        blocks.append(
            .note(revealed == nil ? "诉求人信息已隐去。本单仅供办理使用，请勿外传。" : "本单写有诉求人信息，仅供办理使用，请妥善保管，不得外传。"))
        return Document(title: settings.hotline + kind.rawValue, blocks: blocks, mark: mark)
    }

    /// Lines of a label and what stands beside it; lines without a value are left out.
    private func form(_ title: String, _ lines: [(label: String, value: String)]) -> Document.Table {
        Document.Table(
            title, columns: [Document.Column("", width: 12), Document.Column("", width: 58)],
            rows: lines.map { [.text($0.label), .text($0.value)] })
    }

    private var course: [(String, String)] {
        let clock = settings.clock
        let due = view.deadline.map { deadline in
            deadline.instant.map { "\(clock.plain($0)) 前（\(view.grade)）" } ?? "未定"
        }
        let replies = view.events.filter { !$0.event.reply.isEmpty }
        let lines: [(String, String?)] = [
            ("工单号", view.file.number.description),
            ("承办单位", view.unit), ("协办单位", view.coUnits.joined(separator: "、")),
            ("转办时间", view.assignments.last.map { clock.plain($0.assignment.since) }),
            ("签收期限", view.signBy?.instant.map { "\(clock.plain($0)) 前" }), ("办结期限", due),
            ("答复", replies.last?.event.reply),
        ]
        return lines.compactMap { label, value in
            value.flatMap { $0.isEmpty ? nil : (label, $0) }
        }
    }

    private func rows(_ contact: ContactView) -> [(String, String)] {
        let caller = caller(contact)
        let place = contact.areas + [contact.state.place.spot, contact.state.place.address]
        let lines = [
            ("受理时间", settings.clock.plain(contact.state.receivedAt)), ("渠道", contact.channel),
            ("类型", contact.kind), ("分类", contact.category),
            ("紧急程度", Terms.name(contact.contact.urgency)),
            ("地点", place.filter { !$0.isEmpty }.joined(separator: " ")), ("诉求人", caller.name),
            ("联系电话", caller.phone), ("标题", contact.contact.title), ("内容", contact.contact.content),
            ("诉求目标", contact.contact.wants),
        ]
        return lines.filter { !$0.1.isEmpty }
    }

    private func caller(_ contact: ContactView) -> (name: String, phone: String) {
        guard let caller = revealed?.callers.first(where: { $0.contact == contact.number })?.caller else {
            return (contact.name, contact.phone)
        }
        return (caller.name, caller.phone)
    }

    private var blanks: [(String, String)] {
        switch kind {
        case .dispatch:
            [
                ("签收", "签收人：\n时间：　　　年　　月　　日　　时"), ("办理情况", "\n\n"),
                ("公开答复", "\n\n"), ("联系诉求人", "时间：　　　年　　月　　日　　时\n方式：□电话　□上门　□其他"),
                ("承办人", "\n负责人：　　　　　　　　（盖章）"),
            ]
        case .callback:
            [
                ("接通", "□接通　□未接通（第　　次）"), ("是否响应", "□是　□否"),
                ("是否解决", "□解决　□部分解决　□未解决"), ("满意度", "□满意　□基本满意　□不满意　□未评价"),
                ("诉求人意见", "\n\n"), ("回访人", "\n时间：　　　年　　月　　日　　时"),
            ]
        }
    }
}
