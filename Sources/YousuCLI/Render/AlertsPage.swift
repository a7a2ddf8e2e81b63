import CaseStore
import Casework
import Console
import Desk
import Lettering
import Reports

extension Sheet {
    /// Alerts, and who saw to them.
    init(_ alerts: [RaisedAlert], clock: CityClock) {
        self.init(
            [
                TableColumn("编号", alignment: .right), TableColumn("受理时间"), TableColumn("诉求号"),
                TableColumn("警示"),
                TableColumn("原因", minWidth: 10, maxWidth: 40, isFlexible: true),
                TableColumn("告知", maxWidth: 30), TableColumn("确认", maxWidth: 30),
            ],
            rows: alerts.map { raised in
                let seen = raised.acknowledgement
                return [
                    "\(raised.id)", clock.plain(raised.receivedAt), "\(raised.contact)", raised.alert.rule,
                    Wording.reason(raised.alert), raised.alert.told.joined(separator: "、"),
                    seen.map { "\(clock.plain($0.at)) \($0.staff) \($0.note)" } ?? "未确认",
                ].map { TableCell($0) }
            })
    }

    /// How often the rules in force would have warned, with the newest example.
    init(_ tried: [(rule: String, alerts: [TriedAlert])], clock: CityClock) {
        self.init(
            [
                TableColumn("警示"), TableColumn("件数", alignment: .right), TableColumn("最近一件"),
                TableColumn("受理时间"),
                TableColumn("原因", minWidth: 10, maxWidth: 40, isFlexible: true),
            ],
            rows: tried.map { rule, alerts in
                let last = alerts.last
                return [
                    rule, "\(alerts.count)", last.map { "\($0.contact)" } ?? "—",
                    last.map { clock.plain($0.receivedAt) } ?? "—",
                    last.map { Wording.reason($0.alert) } ?? "—",
                ].map { TableCell($0) }
            })
    }
}

extension JSONShapes {
    static func alerts(_ alerts: [RaisedAlert], clock: CityClock) -> JSON {
        .object([
            "schema": schema, "alerts": .array(alerts.map { .object(alert($0, clock: clock)) }),
        ])
    }

    static func alert(_ raised: RaisedAlert, clock: CityClock) -> [String: JSON] {
        var values = alert(raised.alert, raised.contact, raised.receivedAt, clock)
        values["id"] = .int(Int(raised.id))
        values["acknowledged"] =
            raised.acknowledgement.map {
                .object([
                    "at": .string(clock.iso($0.at)), "by": .string($0.staff), "note": .string($0.note),
                ])
            } ?? .null
        return values
    }

    static func triedAlerts(_ tried: [(rule: String, alerts: [TriedAlert])], clock: CityClock) -> JSON {
        .object([
            "schema": schema,
            "rules": .array(
                tried.map { rule, alerts in
                    .object([
                        "rule": .string(rule), "count": .int(alerts.count),
                        "alerts": .array(
                            alerts.map { .object(alert($0.alert, $0.contact, $0.receivedAt, clock)) }),
                    ])
                }),
        ])
    }

    private static func alert(
        _ alert: Alert, _ contact: ContactNumber, _ receivedAt: Instant, _ clock: CityClock
    ) -> [String: JSON] {
        var values: [String: JSON] = [
            "contact": .string(contact.description), "receivedAt": .string(clock.iso(receivedAt)),
            "rule": .string(alert.rule), "told": .array(alert.told.map { .string($0) }),
        ]
        switch alert.reason {
        case .words(let words):
            values["words"] = .array(words.filter { !$0.isNegated }.map { .string($0.word) })
            values["denied"] = .array(words.filter(\.isNegated).map { .string($0.word) })
        case .repeated(let callers, let contacts):
            values["callers"] = .int(callers)
            values["contacts"] = .array(contacts.map { .string($0.description) })
        }
        return values
    }
}
