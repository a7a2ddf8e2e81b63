import Casework
import Desk

/// The workflow's table as the guide prints it, in the service's own words.
enum WorkflowTable {
    /// The rows in Markdown, in the order of the table.
    static var markdown: String {
        let headings = ["做什么", "命令", "从", "条件", "到", "谁办", "必须写", "工单计时"]
        let rows = [headings, headings.map { _ in "---" }] + Workflow.transitions.map(cells)
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private static func cells(_ row: Transition) -> [String] {
        [
            Terms.name(row.action), command(row), stages(row.from), listed(row.conditions.map(Terms.name)),
            destination(row), roles(row), needs(row), row.clocks.map(Terms.name).joined(separator: "；"),
        ]
    }

    /// The command as it is typed, with the flag or option that makes it this row.
    static func command(_ row: Transition) -> String {
        if row.action.isConsequence { return "程序自动" }
        var words = Terms.command(row.action)
        switch row.action {
        case .extend where row.conditions.contains(.upheld): words += " --grant"
        case .extend where row.conditions.contains(.rejected): words += " --refuse"
        case .review where row.conditions.contains(.upheld): words += " --uphold"
        case .review: words += " --reject"
        case .sign where row.conditions.contains(.helping), .reply where row.conditions.contains(.helping):
            words += " --unit"
        default: break
        }
        return "`\(words)`"
    }

    /// Stages in the order of a case's life; nearly all of them are named by those that are left out.
    static func stages(_ set: Set<Stage>) -> String {
        let live = Stage.allCases.filter { !$0.isAside }
        let without = live.filter { !set.contains($0) }
        guard without.count <= 2 else { return listed(Stage.allCases.filter(set.contains).map(Terms.name)) }
        let exceptions = without.isEmpty ? "" : "（\(listed(without.map(Terms.name)))除外）"
        let further = Stage.allCases.filter { $0.isAside && set.contains($0) }.map(Terms.name)
        return listed(["各环节" + exceptions] + further)
    }

    private static func destination(_ row: Transition) -> String {
        let stage =
            switch row.to {
            case .stays: "不变"
            case .back: "并单前的环节"
            case .stage(let stage): Terms.name(stage)
            }
        return stage + (row.ending.map { "（\(Terms.name($0))）" } ?? "")
    }

    private static func roles(_ row: Transition) -> String {
        row.action.isConsequence ? "程序" : listed(Role.allCases.filter(row.roles.contains).map(Terms.name))
    }

    private static func needs(_ row: Transition) -> String {
        guard !row.action.isConsequence else { return "" }
        // What is left out of an extension is the most that can be given.
        return listed(row.needs.filter { $0 != .allowance }.map { Terms.option($0, of: row.action) })
    }

    static func listed(_ words: [String]) -> String {
        words.joined(separator: "、")
    }
}
