import CaseStore
import Casework

/// What the directory and the city's lists say about an action, beyond the workflow.
extension Handling {
    func check(_ event: Event, of request: HandlingRequest, on file: CaseFile) throws {
        let policy = settings.policy
        switch event.action {
        case .dispatch
        where event.unit == nil && Workflow.possible(on: file, policy: policy).contains(.dispatch):
            throw try suggestion(for: file)
        case .review where request.verdict == nil: throw DeskError.missing("--uphold 或 --reject")
        case .review where event.unit == nil && event.verdict == true && file.state.stage == .returned:
            if let wanted = file.events.last(where: { $0.toStage == .returned })?.unit,
                let name = try reader.unit(id: wanted)?.name
            {
                throw DeskError.unitSuggested(name, why: "退单单位的建议")
            }
            throw try suggestion(for: file)
        case .review where event.verdict == true:
            if let unit = event.unit, unit == file.state.unit {
                throw DeskError.sameUnit(try reader.unit(id: unit)?.name ?? "")
            }
        case .pass:
            if let unit = event.unit, let lead = file.state.unit { try checkBelow(unit, lead) }
        case .sendBack: try checkReason(event.reason, among: policy.returnReasons)
        case .refuse: try checkReason(event.reason, among: policy.refusalReasons)
        case .relay: try checkReason(event.reason, among: WorkflowPolicy.emergencyLines, field: "--to")
        case .void, .withdraw:
            let rest = event.action == .void ? file.standing : file.callers
            let merged = try reader.followers(of: file.number)
            if rest.count <= 1, !merged.isEmpty {
                throw DeskError.hasFollowers(event.action, file.number, merged)
            }
        default: break
        }
    }

    private func checkReason(_ reason: String, among choices: [String], field: String = "--reason") throws {
        guard reason.isEmpty || choices.contains(reason) else {
            throw DeskError.badChoice(field: field, value: reason, choices: choices)
        }
    }

    /// A case is passed down within the unit's own tree only.
    private func checkBelow(_ unit: Unit.ID, _ lead: Unit.ID) throws {
        guard let target = try reader.unit(id: unit), let above = try reader.unit(id: lead) else { return }
        let tree = try reader.tree(ofUnit: above.code)
        guard target.code != above.code, tree.contains(target.code) else {
            let below = try tree.dropFirst().prefix(8).compactMap { try reader.unit(code: $0)?.name }
            throw DeskError.notBelow(unit: target.name, above: above.name, below: below)
        }
    }

    /// The case into which another is merged: never one that was merged itself.
    func target(_ text: String, of file: CaseFile) throws -> CaseNumber {
        let choice = try reader.recordingNumber(text, today: settings.clock.day(of: now))
        let target = try reader.existingFile(choice, named: text)
        if target.state.stage == .merged, let final = try reader.finalTarget(of: target) {
            throw final.number == file.number
                ? DeskError.targetFollows(target.number)
                : DeskError.targetMerged(target.number, into: final.number)
        }
        if target.state.stage.isAside { throw DeskError.targetAside(target.number) }
        // Work must not vanish into a case that nobody works on any more.
        if target.state.ending?.isAnswer == false
            || (file.state.stage.isWithUnit && target.state.stage.isFinished)
        {
            throw DeskError.targetOver(target.number)
        }
        return target.number
    }

    /// Without a unit nothing is sent, but the person learns whom the rules name.
    private func suggestion(for file: CaseFile) throws -> DeskError {
        let category = try file.leadCategory(reader)
        let area = try file.leadArea(reader)
        if let suggestion = try Suggestion(category: category, area: area, reader: reader) {
            return .unitSuggested(suggestion.unit.name, why: suggestion.why)
        }
        let path = category?.path ?? ""
        guard let category, area == nil,
            try !reader.dispatchRules(ofCategories: reader.lineage(ofCategory: category.code)).isEmpty
        else { return .noRule(category: path) }
        return .noDistrict(category: path)
    }

    /// A ruling becomes an entry of the dispatch directory: the matter's category in its district.
    func makeRule(of file: CaseFile) throws {
        guard let category = try file.leadCategory(reader),
            let unit = try file.state.unit.flatMap({ try reader.unit(id: $0) })
        else { return }
        guard let district = try file.leadArea(reader)?.codes.first else {
            throw DeskError.noDistrictForRule(category: category.path)
        }
        try writer.addDispatchRule(
            DispatchRule(category: category.code, area: district, target: .unit(unit.code)),
            by: desk.actor.staff, at: now)
    }
}

extension WorkflowPolicy {
    /// The lines to which an emergency is passed on (relay).
    fileprivate static let emergencyLines = ["110", "119", "120", "122"]
}

extension StoreReader {
    /// The words among which something that must be given can be chosen; nil where it is free.
    func choices(_ need: Transition.Need, of action: Action, _ policy: WorkflowPolicy) throws -> [String]? {
        switch (action, need) {
        case (.sendBack, .reason): return policy.returnReasons
        case (.refuse, .reason): return policy.refusalReasons
        case (.relay, .reason): return WorkflowPolicy.emergencyLines
        case (_, .leader):
            var seen: Set<String> = []
            return try names(of: .leader).map(\.code).filter { seen.insert($0).inserted }
                .compactMap { try leader(code: $0)?.name }
        default: return nil
        }
    }
}

extension CaseFile {
    /// The category of the contact that speaks for the case.
    func leadCategory(_ reader: StoreReader) throws -> Category? {
        try contactStates[state.lead]?.category.flatMap { try reader.category(id: $0) }
    }

    /// The area of the contact that speaks for the case.
    func leadArea(_ reader: StoreReader) throws -> Area? {
        try contactStates[state.lead]?.place.area.flatMap { try reader.area(id: $0) }
    }
}
