import CaseStore
import Casework

/// What can be asked before something is done to a case.
public enum ActionField: Hashable, Sendable {
    case verdict, unit, reply, note, reason, responded, resolved, satisfaction, until, leader, target
}

/// A question that has to be answered before something can be done to a case.
public struct ActionQuestion: Hashable, Sendable {
    /// What is asked.
    public let field: ActionField
    /// The question in a word or two.
    public let title: String
    /// Among what the answer is; nil where it is free.
    public let choices: [NamedChoice]?
    /// Whether it may be left open.
    public let isOptional: Bool
}

extension HandlingRequest {
    /// Takes an answer; an empty one says nothing.
    public mutating func take(_ answer: String, for field: ActionField) {
        let text = answer.isEmpty ? nil : answer
        switch field {
        case .verdict: verdict = text.map { $0 == "yes" }
        case .unit: unit = text
        case .reply: reply = text
        case .note: note = text
        case .reason: reason = text
        case .responded: responded = text
        case .resolved: resolved = text
        case .satisfaction: satisfaction = text
        case .until: until = text
        case .leader: leader = text
        case .target: target = text
        }
    }

    fileprivate func says(_ field: ActionField) -> Bool {
        switch field {
        case .verdict: verdict != nil
        case .unit: unit != nil
        case .reply: reply != nil
        case .note: note != nil
        case .reason: reason != nil
        case .responded: responded != nil
        case .resolved: resolved != nil
        case .satisfaction: satisfaction != nil
        case .until: until != nil
        case .leader: leader != nil
        case .target: target != nil
        }
    }
}

extension Desk {
    /// What is to be asked next before something is done to a case, by the table of the workflow. Nil where all is said.
    ///
    /// - Parameter skipped: optional questions that were left open.
    public func question(
        before request: HandlingRequest, skipped: Set<ActionField> = []
    ) throws -> ActionQuestion? {
        try store.read { reader in
            let settings = try reader.settings()
            guard let number = request.numbers.first else { return nil }
            let file = try reader.existingFile(reading: number, today: settings.clock.day(of: now()))
            let asking = Asking(
                reader: reader, policy: settings.policy, request: request, file: file, skipped: skipped)
            return try asking.next()
        }
    }
}

/// Finds what is missing of a request.
private struct Asking {
    let reader: StoreReader
    let policy: WorkflowPolicy
    let request: HandlingRequest
    let file: CaseFile
    let skipped: Set<ActionField>

    func next() throws -> ActionQuestion? {
        let rows = Workflow.rows(on: file, policy: policy).filter { $0.action == request.action }
        let verdicts: Set<Transition.Condition> = [.upheld, .rejected]
        let isDecided = rows.contains { !verdicts.isDisjoint(with: $0.conditions) }
        if isDecided, request.verdict == nil { return try question(.verdict, need: nil) }
        let other: Transition.Condition = request.verdict == false ? .upheld : .rejected
        guard let row = rows.first(where: { !isDecided || !$0.conditions.contains(other) }) else {
            return nil
        }
        for need in row.needs {
            for field in Self.fields(of: need) where !request.says(field) {
                return try question(field, need: need)
            }
        }
        // Who returns a case says whose it is, if that is known.
        let isOpen = request.action == .sendBack && !request.says(.unit) && !skipped.contains(.unit)
        return isOpen ? try question(.unit, need: .unit) : nil
    }

    /// Where an answer to a need of the workflow goes; none where the city's own measure is taken.
    private static func fields(of need: Transition.Need) -> [ActionField] {
        switch need {
        case .reply: [.reply]
        case .note, .plan: [.note]
        case .unit: [.unit]
        case .reason: [.reason]
        case .outcome: [.responded, .resolved, .satisfaction]
        case .until: [.until]
        case .leader: [.leader]
        case .target: [.target]
        case .amendment, .allowance, .file: []
        }
    }

    private func question(_ field: ActionField, need: Transition.Need?) throws -> ActionQuestion {
        ActionQuestion(
            field: field, title: title(field, need), choices: try choices(field, need),
            isOptional: request.action == .sendBack && field == .unit)
    }

    private func title(_ field: ActionField, _ need: Transition.Need?) -> String {
        switch field {
        case .verdict: request.action == .extend ? "批不批" : "同不同意"
        case .unit: request.action == .sendBack ? "该归谁" : "单位"
        case .reply: request.action == .refuse ? "告知的途径" : "答复"
        case .note: need == .plan ? "解决计划" : "办理记录"
        case .reason: request.action == .relay ? "转哪里" : "原因"
        case .responded: "联系过吗"
        case .resolved: "解决了吗"
        case .satisfaction: "满意吗"
        case .until: "到哪天"
        case .leader: "包保领导"
        case .target: "并入哪件"
        }
    }

    private func choices(_ field: ActionField, _ need: Transition.Need?) throws -> [NamedChoice]? {
        func listed(_ names: [(code: String, name: String, keys: [String])]) -> [NamedChoice] {
            names.map { NamedChoice(code: $0.code, name: $0.name, keys: $0.keys) }
        }
        switch field {
        case .verdict:
            return listed([
                ("yes", request.action == .extend ? "批准" : "同意", ["y", "ty", "pz"]),
                ("no", request.action == .extend ? "不批" : "驳回", ["n", "bh", "bp"]),
            ])
        case .responded: return listed([("yes", "联系过", ["y", "s"]), ("no", "没有联系", ["n", "f"])])
        case .resolved:
            return listed([
                ("yes", "已解决", ["y", "yjj"]), ("partly", "部分解决", ["p", "bf"]), ("no", "未解决", ["n", "wjj"]),
            ])
        case .satisfaction:
            return listed(
                zip(Satisfaction.allCases, ["my", "jbmy", "bmy", "wpj"]).map {
                    (Terms.name($0), Terms.name($0), [$1])
                })
        case .unit: return try units()
        case .reason, .leader:
            return try need.flatMap { try reader.choices($0, of: request.action, policy) }.map {
                listed($0.map { ($0, $0, []) })
            }
        case .reply, .note, .until, .target: return nil
        }
    }

    /// All units, the one that was suggested first.
    private func units() throws -> [NamedChoice] {
        var choices = try Choosing(reader: reader, request: IntakeRequest()).choices(for: .unit)
        if request.action == .pass, let unit = try file.state.unit.flatMap({ try reader.unit(id: $0) }) {
            let below = Set(try reader.tree(ofUnit: unit.code).dropFirst())
            choices = choices.filter { below.contains($0.code) }
        }
        guard let (unit, why) = try suggested(),
            let place = choices.firstIndex(where: { $0.code == unit.code })
        else { return choices }
        var choice = choices.remove(at: place)
        choice.why = why
        return [choice] + choices
    }

    private func suggested() throws -> (Unit, String)? {
        if request.action == .review,
            let wanted = file.events.last(where: { $0.toStage == .returned })?.unit,
            let unit = try reader.unit(id: wanted)
        {
            return (unit, "退单单位的建议")
        }
        guard [.dispatch, .review, .rule].contains(request.action) else { return nil }
        return try Suggestion(
            category: file.leadCategory(reader), area: file.leadArea(reader), reader: reader
        ).map { ($0.unit, $0.why) }
    }
}
