import CaseStore
import Casework
import Console
import Desk
import Insight
import Lettering
import Reports

/// One issue that is followed up, as a page to read.
struct TrackedPage {
    let view: TrackedView
    let clock: CityClock
    let style: Style

    var text: String {
        let issue = view.issue
        func harmless(_ text: String) -> String { Visible.visible(text, keepNewlines: false) }
        var lines = [
            style.paint("专题 \(issue.id)", .bold)
                + "  \(harmless(Sheet.name(issue)))（\(view.isClosed ? "已办结" : "跟踪中")）",
            "  牵头单位：\(harmless(view.owner))",
            "  发现于：\(issue.found.fullName)，诉求 \(issue.contacts.count) 件；至今 \(view.contacts.count) 件",
            "  近 \(view.weekly.count) 周：\(Sheet.sparkline(view.weekly))（每周 \(view.weekly.map { String($0) }.joined(separator: "、")) 件）",
        ]
        if let effect = view.effect { lines.append("  成效：\(Sheet.sentence(effect))") }
        lines += ["", style.paint("经过", .bold)]
        for step in view.steps {
            var deeds = step.step.decision.isEmpty ? [] : ["定：\(step.step.decision)"]
            if step.step.isClosed { deeds.append("办结") }
            let deed = deeds.isEmpty ? "由\(step.owner)牵头" : deeds.joined(separator: "；")
            lines.append("  \(clock.plain(step.step.at))  \(harmless("\(step.step.staff)  \(deed)"))")
        }
        let numbers = Set(view.contacts.map(\.caseNumber)).sorted(by: >)
        lines += ["", style.paint("工单", .bold) + "（新的在前）"]
        lines += numbers.prefix(20).map { "  \($0)" }
        if numbers.count > 20 { lines.append("  ……共 \(numbers.count) 件，用 --format json 列全") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Sheet {
    /// Issues that are followed up.
    init(_ tracked: [TrackedView], clock: CityClock) {
        let right = ["定前每周", "定后每周"].map { TableColumn($0, alignment: .right) }
        self.init(
            [
                TableColumn("编号", alignment: .right),
                TableColumn("问题", minWidth: 10, maxWidth: 40, isFlexible: true),
                TableColumn("牵头单位", maxWidth: 20), TableColumn("件数", alignment: .right),
                TableColumn("定了什么", maxWidth: 30), TableColumn("哪天定的"),
            ] + right + [TableColumn("成效"), TableColumn("状态")],
            rows: tracked.map { view in
                let decided = view.issue.decided
                return [
                    "\(view.issue.id)", Self.name(view.issue), view.owner, "\(view.contacts.count)",
                    decided?.decision ?? "—", decided.map { clock.day(of: $0.at).description } ?? "—",
                    view.effect.map { Self.weekly($0.before) } ?? "—",
                    view.effect.map { Self.weekly($0.after) } ?? "—",
                    view.effect.map { Self.words($0.verdict) } ?? (decided == nil ? "还没有定" : "—"),
                    view.isClosed ? "已办结" : "跟踪中",
                ].map { TableCell($0) }
            })
    }

    static func name(_ issue: TrackedIssue) -> String {
        [issue.place, issue.problem].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What became of it, with the figures on which that rests.
    static func sentence(_ effect: Effect) -> String {
        let (before, after) = (effect.before, effect.after)
        let figures = "定前 \(before.days) 天 \(before.complaints) 人次，定后 \(after.days) 天 \(after.complaints) 人次"
        switch effect.verdict {
        case .tooEarly: return "\(words(effect.verdict))（\(figures)）"
        default:
            return
                "\(words(effect.verdict))（\(figures)；偶然相差这么多的可能 \(Share(Int((effect.chance * 10_000).rounded()), of: 10_000).text)）"
        }
    }

    private static func weekly(_ span: Effect.Span) -> String {
        span.days > 0 ? "\(span.weekly.rounded(decimals: 1))" : "—"
    }

    private static func words(_ verdict: Effect.Verdict) -> String {
        switch verdict {
        case .fell: "少了"
        case .rose: "多了"
        case .unclear: "看不出变化"
        case .tooEarly: "时间还短"
        }
    }
}

extension JSONShapes {
    static func tracked(_ tracked: [TrackedView], clock: CityClock) -> JSON {
        .object(["schema": schema, "issues": .array(tracked.map { .object(issue($0, clock)) })])
    }

    private static func issue(_ view: TrackedView, _ clock: CityClock) -> [String: JSON] {
        let issue = view.issue
        func numbers(_ contacts: [ContactNumber]) -> JSON { .array(contacts.map { .string($0.description) }) }
        func span(_ span: Effect.Span) -> JSON {
            .object(["complaints": .int(span.complaints), "days": .int(span.days)])
        }
        return [
            "id": .int(Int(issue.id)), "place": .string(issue.place), "problem": .string(issue.problem),
            "owner": .string(view.owner), "closed": .bool(view.isClosed),
            "from": .string(issue.found.first.description), "to": .string(issue.found.last.description),
            "found": numbers(issue.contacts), "numbers": numbers(view.contacts),
            "weekly": .array(view.weekly.map { .int($0) }),
            "steps": .array(
                view.steps.map {
                    .object([
                        "at": .string(clock.iso($0.step.at)), "by": .string($0.step.staff),
                        "owner": .string($0.owner), "decision": .string($0.step.decision),
                        "closed": .bool($0.step.isClosed),
                    ])
                }),
            "effect": view.effect.map {
                .object([
                    "verdict": .string($0.verdict.rawValue), "before": span($0.before),
                    "after": span($0.after),
                    "chance": .double($0.chance),
                ])
            } ?? .null,
        ]
    }
}
