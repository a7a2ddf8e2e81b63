/// What an event of the history does to the units that have the case.
extension CaseFile {
    /// Which unit leads, since when, and what it has done.
    mutating func applyToUnit(_ event: Event) {
        switch event.action {
        case .dispatch, .rework, .rule: assign(event, end: event.action == .rule ? .returned : .ended)
        case .review where event.verdict == true: assign(event, end: .returned)
        case .pass:
            let above = state.unit
            assign(event, end: .passed)
            if let above { state.passers.append(above) }
        case .sendBack:
            if assignments.last?.returnedAt == nil, !assignments.isEmpty {
                assignments[assignments.count - 1].returnedAt = event.at
            }
            if event.toStage == .returned {
                // The dispatch is given back, also where the unit had passed it down and taken it up again.
                if let sent = assignments.lastIndex(where: \.by.assigns) {
                    assignments[sent].returnedAt = assignments[sent].returnedAt ?? event.at
                }
                if let unit = state.unit, !state.returners.contains(unit) { state.returners.append(unit) }
            } else if let above = state.passers.popLast() {
                var back = event
                back.unit = above
                back.coUnits = state.coUnits.filter { $0 != above }
                assign(back, end: .passed)
                sign(event.at)
            }
        case .sign where event.unit == nil: sign(event.at)
        case .reply where event.unit == nil:
            if assignments.last?.signedAt == nil { sign(event.at) }
            end(.replied, at: event.at)
        case .reply:
            if let unit = event.unit { parts[unit] = event }
        case .strike: end(.replied, at: event.at)
        case .close, .withdraw, .merge, .void, .refuse, .relay:
            if event.toStage != nil { end(.ended, at: event.at) }
        case .split: resume()
        case .contact, .direct, .review, .extend, .suspend, .sign, .callback, .attempt, .urge, .supervise,
            .exclude, .include, .attach, .amend, .follow, .dispute:
            break
        }
    }

    private mutating func assign(_ event: Event, end: Assignment.End) {
        self.end(end, at: event.at)
        // Within a unit's own tree, and for who has to do it again, everything stays as it was ruled.
        if event.action.assigns {
            state.isOwnAgain = event.action == .rework && event.unit == state.unit
            if !state.isOwnAgain {
                state.passers = []
                state.isRuled = event.action == .rule
            }
        }
        state.unit = event.unit
        state.coUnits = event.coUnits
        state.dispatchedAt = state.dispatchedAt ?? event.at
        state.grade = state.grade ?? event.grade
        state.assignedAt = event.at
        state.signedAt = nil
        if let unit = event.unit {
            assignments.append(Assignment(unit: unit, since: event.at, by: event.action))
        }
    }

    private mutating func sign(_ moment: Instant) {
        state.signedAt = moment
        if !assignments.isEmpty { assignments[assignments.count - 1].signedAt = moment }
    }

    private mutating func end(_ end: Assignment.End, at moment: Instant) {
        guard let last = assignments.last, last.endedAt == nil else { return }
        assignments[assignments.count - 1].endedAt = moment
        assignments[assignments.count - 1].end = end
    }

    /// The unit leads again, as if it had never stopped: a merger was undone.
    private mutating func resume() {
        guard state.stageBefore?.isWithUnit == true, assignments.last?.end == .ended else { return }
        assignments[assignments.count - 1].endedAt = nil
        assignments[assignments.count - 1].end = nil
    }
}
