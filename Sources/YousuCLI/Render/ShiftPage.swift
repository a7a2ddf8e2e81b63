import CaseStore
import Casework
import Console
import Desk
import Lettering
import Reports

/// A shift as a page to read: what the shift before left, what was done, and what is left.
struct ShiftPage {
    let shift: Shift
    /// Intakes that were left before they were registered; nil where that is not known.
    let drafts: [IntakeRequest]?
    let clock: CityClock
    let style: Style

    /// So many of each kind are shown.
    private static let most = 20

    var text: String {
        let head =
            style.paint("交班", .bold)
            + "  \(harmless(shift.staff))  \(clock.plain(shift.since)) 至 \(clock.plain(shift.until))"
        let parts = [notes, taken, undisposed, turned, alerts, others].filter { !$0.isEmpty }
        return ([head] + parts.flatMap { [""] + $0 }).joined(separator: "\n") + "\n"
    }

    private var notes: [String] {
        part("上一班留的话", shift.notes) { "\(clock.plain($0.at))  \($0.staff)：\($0.note)" }
    }

    private var taken: [String] {
        let counts = Shift.Outcome.allCases.map { ($0, shift.taken($0).count) }.filter { $0.1 > 0 }
        let words = counts.map { "\(Self.name($0)) \($1)" }.joined(separator: "，")
        return [
            style.paint("接了 \(shift.taken.count) 件", .bold) + (words.isEmpty ? "" : "：\(words)")
        ]
    }

    private var undisposed: [String] {
        part("还没有处置", shift.taken(.undisposed)) { $0.description }
    }

    private var turned: [String] {
        part("这一班里变红", shift.turned, .red) {
            "\($0.number)  \($0.matter)（\(Terms.name($0.stage))，\(clock.plain($0.due)) 前）"
        }
    }

    private var alerts: [String] {
        part("没有人确认的警示", shift.alerts, .red) {
            "警示 \($0.id)  \($0.contact)  \(Wording.alert($0.alert))"
        }
    }

    private var others: [String] {
        left(isMessage: false, "放下没登记的来电", "call") + left(isMessage: true, "放下没登记的留言", "message")
            + (shift.note.map { ["留给下一班：\(harmless($0))"] } ?? [])
    }

    /// Drafts of one kind, and the command that takes them up.
    private func left(isMessage: Bool, _ words: String, _ command: String) -> [String] {
        let count = (drafts ?? []).count { $0.isMessage == isMessage }
        return count == 0 ? [] : ["\(words) \(count) 件：yousu \(command) --resume 接着登记"]
    }

    /// A heading with its count, and the first of its lines.
    private func part<Value>(
        _ heading: String, _ values: [Value], _ ink: Ink? = nil, _ words: (Value) -> String
    ) -> [String] {
        guard !values.isEmpty else { return [] }
        let rest = values.count - Self.most
        return [style.paint("\(heading)（\(values.count)）", ink ?? .bold)]
            + values.prefix(Self.most).map { "  " + harmless(words($0)) }
            + (rest > 0 ? ["  ……还有 \(rest) 件，用 --format json 列全"] : [])
    }

    private func harmless(_ text: String) -> String { Visible.visible(text, keepNewlines: false) }

    private static func name(_ outcome: Shift.Outcome) -> String {
        switch outcome {
        case .direct: "直接办理"
        case .transferred: "转交"
        case .undisposed: "未处置"
        case .invalid: "无效来电"
        case .void: "已作废"
        }
    }
}

extension JSONShapes {
    static func shift(_ shift: Shift, drafts: [IntakeRequest]?, clock: CityClock) -> JSON {
        let counts = Shift.Outcome.allCases.map { ($0.rawValue, JSON.int(shift.taken($0).count)) }
        return .object([
            "schema": schema, "staff": .string(shift.staff), "since": .string(clock.iso(shift.since)),
            "until": .string(clock.iso(shift.until)), "taken": .int(shift.taken.count),
            "outcomes": .object(Dictionary(counts) { first, _ in first }),
            "undisposed": .array(shift.taken(.undisposed).map { .string($0.description) }),
            "turnedRed": .array(
                shift.turned.map {
                    .object([
                        "number": .string($0.number.description), "stage": .string($0.stage.rawValue),
                        "matter": .string($0.matter), "nextDueAt": .string(clock.iso($0.due)),
                    ])
                }),
            "alerts": .array(shift.alerts.map { .object(alert($0, clock: clock)) }),
            "drafts": drafts.map { .int($0.count) } ?? .null,
            "notes": .array(
                shift.notes.map {
                    .object([
                        "at": .string(clock.iso($0.at)), "by": .string($0.staff), "note": .string($0.note),
                    ])
                }),
            "note": .optional(shift.note),
        ])
    }
}
