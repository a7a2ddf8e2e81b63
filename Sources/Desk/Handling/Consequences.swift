import CaseStore
import Casework

/// What an action does to other cases, and what a person should know of it.
extension Handling {
    /// Cases that were merged into this one go with it: contacts that waited settle as it does, and their callers
    /// are asked when it was replied to. An unsettled callback of a merged case disputes the one it went into.
    func follow(_ event: Event, from before: CaseFile, to after: CaseFile) throws {
        if event.action == .callback, after.state.stage == .merged, event.outcome?.settles == false {
            try dispute(by: after)
        }
        let settled: Disposition? =
            switch event.action {
            case .dispatch: .transferred
            case .direct where event.toStage != nil: .direct
            case .relay, .refuse: .direct
            case .merge, .rework: event.disposition
            default: nil
            }
        var isDone: Bool?
        if after.state.isAnswered != before.state.isAnswered { isDone = after.state.isAnswered }
        if event.action == .merge { isDone = event.verdict }
        // They had gone with the case from which this one comes back.
        if event.action == .split { isDone = after.state.isAnswered }
        guard settled != nil || isDone != nil else { return }
        try tell(try reader.followers(of: after.number), disposition: settled, isDone: isDone, at: event.at)
    }

    /// A merger with what the other case means for this one: contacts that waited settle as that one is, and where
    /// it was dealt with already, the callers can be asked.
    func joined(_ event: Event, _ file: CaseFile) throws -> Event {
        if event.action == .callback, file.state.stage == .merged {
            // The unit that dealt with the matter is the other case's.
            var event = event
            event.unit = try reader.finalTarget(of: file)?.state.unit
            return event
        }
        guard event.action == .merge, let target = try event.target.flatMap({ try reader.caseFile($0) })
        else { return event }
        let lead = target.contactStates[target.state.lead]
        var event = event
        event.verdict = target.state.isAnswered
        event.disposition =
            target.state.isWithUnit ? .transferred : target.state.stage == .received ? nil : lead?.disposition
        if event.disposition == .undisposed { event.disposition = nil }
        return event
    }

    private func tell(
        _ numbers: [CaseNumber], disposition: Disposition?, isDone: Bool?, at moment: Instant
    ) throws {
        for number in numbers {
            guard let file = try reader.caseFile(number) else { continue }
            var event = consequence(.follow, of: number, at: moment, on: file)
            event.disposition = disposition
            event.verdict = isDone
            try writer.record(event, on: file)
            try tell(try reader.followers(of: number), disposition: disposition, isDone: isDone, at: moment)
        }
    }

    private func dispute(by merged: CaseFile) throws {
        guard let target = try reader.finalTarget(of: merged), target.state.stage.isFinished,
            target.state.ending?.isAnswer != false, let at = merged.events.last?.at
        else { return }
        var event = consequence(.dispute, of: target.number, at: at, on: target)
        event.target = merged.number
        event.toStage = .disputed
        try writer.record(event, on: target)
    }

    /// What the program does by itself is dated with what caused it, but never before the last entry.
    private func consequence(_ action: Action, of number: CaseNumber, at moment: Instant, on file: CaseFile)
        -> Event
    {
        Event(
            caseNumber: number, at: max(moment, file.events.last?.at ?? moment), recordedAt: now,
            staff: desk.actor.staff, action: action)
    }

    /// What a person should know after an action.
    func notices(_ event: Event, from before: CaseFile, to after: CaseFile) throws -> [Notice] {
        var notices = writer.clocks.notices(after)
        if [.dispatch, .pass, .rule, .rework, .review].contains(event.action), let unit = event.unit {
            notices += try streetWarning(unit, for: after)
        }
        if [.amend, .void].contains(event.action) {
            let (old, new) = (before.contactStates, after.contactStates)
            let changed = new.keys.filter { old[$0] != new[$0] }
            notices += try reader.issuedBefore(changed.flatMap { [old[$0], new[$0]] }, now: now)
        }
        switch after.events.last?.action {
        case .callback where after.state.stage == .disputed && before.state.stage != .disputed:
            notices.append(.disputed(after.number))
        case .callback where after.state.stage == .merged && event.outcome?.settles == false:
            if let target = try reader.finalTarget(of: after), target.state.stage == .disputed {
                notices.append(.disputed(target.number))
            }
        case .attempt:
            notices += attempted(before, after)
        case .reply where after.state.ending == .uncalled:
            notices.append(.notDrawn(seed: settings.policy.callbacks.seed))
        case .sendBack where after.state.returners.count >= settings.policy.rulingAfter:
            notices.append(.rulingDue(returns: after.state.returners.count))
        default: break
        }
        return notices
    }

    private func attempted(_ before: CaseFile, _ after: CaseFile) -> [Notice] {
        guard let event = after.events.last, let sequence = event.sequence else { return [] }
        if event.ending != .unreachable {
            return [.attempted(count: after.attempts(sequence), of: settings.policy.callbacks.attempts)]
        }
        // Only the last of several callers closes the case.
        return after.state.stage == before.state.stage
            ? [.givenUp(ContactNumber(caseNumber: after.number, sequence: sequence))]
            : [.unreachable(after.number)]
    }

    /// A bureau's matter must not be pushed down to a street.
    func streetWarning(_ id: Unit.ID, for file: CaseFile) throws -> [Notice] {
        guard let unit = try reader.unit(id: id), unit.level == .street || unit.level == .community,
            let suggestion = try Suggestion(
                category: file.leadCategory(reader), area: file.leadArea(reader), reader: reader),
            suggestion.unit.level == .bureau
        else { return [] }
        return [.bureauMatter(street: unit.name, bureau: suggestion.unit.name)]
    }
}

extension StoreReader {
    /// The case in which a merged one is dealt with.
    func finalTarget(of file: CaseFile) throws -> CaseFile? {
        var file = file
        // Mergers make no circle; the bound is only against a damaged store.
        for _ in 0..<100 {
            guard let next = file.state.target else { return file }
            guard let target = try caseFile(next) else { return nil }
            file = target
        }
        return nil
    }
}
