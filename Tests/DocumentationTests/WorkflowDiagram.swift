import Casework
import Desk

/// The life of a case as Mermaid state diagrams, drawn from the workflow's table.
///
/// One diagram with all arrows is a ball of wool, so each draws some of the actions, and each action stands in one.
/// What leaves a case in its stage is left out, and what is possible in many stages starts from one box that names
/// them.
struct WorkflowDiagram {
    /// The heading.
    let title: String
    /// What is drawn.
    let actions: Set<Action>
    /// From so many stages on one box stands for them.
    let many: Int

    /// The diagrams, in the order in which a case may come to them.
    static let all = [
        WorkflowDiagram(
            title: "平常的一件：接、派、办、评",
            actions: [.contact, .direct, .dispatch, .sign, .reply, .callback, .attempt, .dispute], many: 4),
        WorkflowDiagram(
            title: "下派、退单、审核、会商", actions: [.pass, .sendBack, .review, .rule], many: 5),
        WorkflowDiagram(title: "挂账、销号、重办、说明办结", actions: [.suspend, .strike, .rework, .close], many: 5),
        WorkflowDiagram(
            title: "不办的、并的、错的",
            actions: [.relay, .refuse, .withdraw, .merge, .split, .void], many: 5),
    ]

    /// The diagram with its heading, as the guide prints it.
    var markdown: String {
        "### \(title)\n\n```mermaid\n\(mermaid)\n```"
    }

    /// The diagram.
    var mermaid: String {
        var ways: [Way] = []
        var labels: [Way: [String]] = [:]
        for (way, label) in arrows {
            if labels[way] == nil { ways.append(way) }
            if labels[way]?.contains(label) != true { labels[way, default: []].append(label) }
        }
        var places: [Place] = []
        for place in ways.flatMap({ [$0.from, $0.to] }) where !places.contains(place) { places.append(place) }
        let boxes = places.compactMap { place in
            place.words.map { "    state \"\($0)\" as \(place.key)" }
        }
        let lines = ways.map { way in
            "    \(way.from.key) --> \(way.to.key) : \((labels[way] ?? []).joined(separator: "<br/>"))"
        }
        return (["stateDiagram-v2"] + boxes + lines).joined(separator: "\n")
    }

    private var arrows: [(way: Way, label: String)] {
        let beginning: [(Way, String)] =
            actions.contains(.contact)
            ? [
                (Way(from: .beginning, to: .stage(.received)), "登记诉求"),
                (Way(from: .beginning, to: .stage(.invalid)), "登记无效来电"),
            ] : []
        return beginning + Workflow.transitions.filter { actions.contains($0.action) }.flatMap(arrows)
    }

    private func arrows(_ row: Transition) -> [(Way, String)] {
        guard let to = Place(row.to) else { return [] }
        let moving = row.from.filter { .stage($0) != to }
        if moving.count >= many { return [(Way(from: .several(moving), to: to), Self.label(row))] }
        return Stage.allCases.filter(moving.contains).map {
            (Way(from: .stage($0), to: to), Self.label(row))
        }
    }

    /// The action; with its conditions where without them it leads elsewhere.
    private static func label(_ row: Transition) -> String {
        let isForked = Workflow.transitions.contains {
            $0.action == row.action && $0.to != row.to && !$0.from.isDisjoint(with: row.from)
        }
        guard isForked, !row.conditions.isEmpty else { return Terms.name(row.action) }
        return "\(Terms.name(row.action))（\(row.conditions.map(Terms.name).joined(separator: "，"))）"
    }
}

/// An arrow without its label.
private struct Way: Hashable {
    let from: Place
    let to: Place
}

/// An end of an arrow: a stage, or a box that stands for several.
private enum Place: Hashable {
    case beginning
    case stage(Stage)
    case several(Set<Stage>)
    case before

    /// Where a row leads; nil where the case stays.
    init?(_ destination: Transition.Destination) {
        switch destination {
        case .stays: return nil
        case .back: self = .before
        case .stage(let stage): self = .stage(stage)
        }
    }

    /// What arrows call it.
    var key: String {
        switch self {
        case .beginning: "[*]"
        case .stage(let stage): stage.rawValue
        case .several(let stages):
            Stage.allCases.filter(stages.contains).map(\.rawValue).joined(separator: "_")
        case .before: "before"
        }
    }

    /// What the box says.
    var words: String? {
        switch self {
        case .beginning: nil
        case .stage(let stage): Terms.name(stage)
        case .several(let stages): WorkflowTable.stages(stages)
        case .before: "并单前的环节"
        }
    }
}
