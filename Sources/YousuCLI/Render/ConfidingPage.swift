import CaseStore
import Casework
import Console
import Desk
import Lettering
import Reports

extension Sheet {
    /// What was sealed of a case, opened: the callers, then the texts in which something is hidden.
    static func text(of revealed: Revealed, clock: CityClock) -> String {
        let callers = Sheet(
            ["诉求号", "姓名", "电话", "身份证号", "住址"].map { TableColumn($0) },
            rows: revealed.callers.map { contact, caller in
                ["\(contact)", caller.name, caller.phone, caller.identity, caller.home].map { TableCell($0) }
            })
        guard !revealed.originals.isEmpty else { return callers.drawn }
        let texts = revealed.originals.map { event, field, text in
            "\(clock.plain(event.at)) \(Terms.name(event.action))，\(Terms.field(field))：\(Visible.visible(text, keepNewlines: true))\n"
        }
        return callers.drawn + "\n" + texts.joined()
    }

    /// Who saw what.
    init(_ disclosures: [Disclosure], clock: CityClock) {
        self.init(
            [
                TableColumn("时间"), TableColumn("人员"), TableColumn("做了什么"), TableColumn("工单号", minWidth: 14),
                TableColumn("人数", alignment: .right), TableColumn("原因", isFlexible: true),
            ],
            rows: disclosures.map { disclosure in
                [
                    clock.plain(disclosure.at), disclosure.staff, Terms.name(disclosure.deed),
                    disclosure.number.map { "\($0)" } ?? "", "\(disclosure.people)", disclosure.reason,
                ].map { TableCell($0) }
            })
    }
}

extension JSONShapes {
    static func revealed(_ revealed: Revealed, clock: CityClock) -> JSON {
        .object([
            "schema": schema, "number": .string(revealed.number.description),
            "callers": .array(
                revealed.callers.map { contact, caller in
                    .object([
                        "contact": .string(contact.description), "name": .string(caller.name),
                        "phone": .string(caller.phone), "identity": .string(caller.identity),
                        "home": .string(caller.home),
                    ])
                }),
            "texts": .array(
                revealed.originals.map { event, field, text in
                    .object([
                        "at": .string(clock.iso(event.at)), "action": .string(event.action.rawValue),
                        "field": .string(field), "text": .string(text),
                    ])
                }),
        ])
    }

    static func audit(_ disclosures: [Disclosure], clock: CityClock) -> JSON {
        .object([
            "schema": schema,
            "disclosures": .array(
                disclosures.map { disclosure in
                    .object([
                        "at": .string(clock.iso(disclosure.at)), "by": .string(disclosure.staff),
                        "deed": .string(disclosure.deed.rawValue),
                        "number": .optional(disclosure.number?.description),
                        "people": .int(disclosure.people), "reason": .string(disclosure.reason),
                    ])
                }),
        ])
    }
}
