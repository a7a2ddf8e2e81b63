import CaseStore
import Casework
import Console
import Desk

/// What an operator should know, in lines; the most urgent first.
struct FormAdvice {
    let advice: Advice
    let now: Instant
    let clock: CityClock

    /// A line and its colour.
    typealias Line = (text: String, ink: Ink?)

    var lines: [Line] {
        alerts + likely + articles + deadline + earlier
    }

    private var alerts: [Line] {
        advice.alerts.map {
            ("警示 \(Wording.alert($0))。马上告知\($0.told.joined(separator: "、"))", .red)
        } + advice.notices.map { (Wording.words($0), .yellow) }
    }

    private var likely: [Line] {
        let likely = advice.similar.filter(\.isLikely)
        guard let first = likely.first else { return [] }
        let count = likely.count > 1 ? "\(likely.count) 件，最近 " : ""
        return [("可能重复：\(count)\(words(first.line))", .yellow)]
    }

    private var articles: [Line] {
        advice.articles.map { ("\(Wording.citation($0))——\($0.answer)", .green) }
    }

    private var deadline: [Line] {
        guard let times = advice.times else { return [] }
        func words(_ deadline: Deadline) -> String {
            deadline.instant.map { String(clock.plain($0).dropFirst(5).prefix(11)) } ?? "未定"
        }
        let unit = advice.rule.map { "，归\($0.unit)" } ?? ""
        return [
            (
                "转交\(unit)（\(times.grade)）：\(words(times.signing)) 前签收，\(words(times.finishing)) 前办结",
                nil
            )
        ]
    }

    private var earlier: [Line] {
        advice.earlier.enumerated().map { place, line in
            ((place == 0 ? "此号码以前：" : "　　　　　　") + words(line), nil)
        }
    }

    private func words(_ line: CaseLine) -> String {
        let matter = line.category.split(separator: "/").last.map(String.init) ?? ""
        let what = [line.spot, matter].filter { !$0.isEmpty }.joined(separator: " ")
        let ago = Wording.ago(line.receivedAt, now: now, clock: clock)
        return "\(line.number) \(what)（\(Terms.name(line.stage))，\(ago)）\(line.title.prefix(16))"
    }
}
