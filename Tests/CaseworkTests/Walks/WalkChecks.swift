import Casework

/// What must hold after every step.
extension Walk {
    mutating func check(after before: CaseFile) {
        let (old, new) = (before.state, file.state)
        hold(old.dispatchedAt == nil || old.dispatchedAt == new.dispatchedAt, "the case's clock restarted")
        hold(old.grade == nil || old.grade == new.grade, "the grade changed")
        checkWorklist()
        checkDeadline()
        checkStops()
        checkAssignments()
        checkOffers()
    }

    /// Somebody's worklist holds every case that is not at an end, and none that is.
    private mutating func checkWorklist() {
        let state = file.state
        let expected: Set<Worklist?> =
            switch state.stage {
            case .received: [.dispatch]
            case .dispatched: [.sign]
            case .signed, .rework: [.handle]
            case .returned: [.returned]
            // Without a unit it waits for the desk.
            case .suspended: state.unit == nil && !file.undisposed.isEmpty ? [.dispatch] : [.suspended]
            case .disputed: file.undisposed.isEmpty ? [.disputed] : [.dispatch]
            case .answered, .replied, .closed: file.undisposed.isEmpty ? [nil, .callback] : [.dispatch]
            case .merged: [nil, .callback]
            case .void, .invalid: [nil]
            }
        hold(expected.contains(state.worklist), "\(state.stage) in \(String(describing: state.worklist))")
        let isAsked = state.ending == nil && [.answered, .replied].contains(state.stage)
        if isAsked, file.undisposed.isEmpty, !file.unasked.isEmpty {
            hold(state.worklist == .callback, "nobody calls back")
        }
    }

    /// The case's clock never runs backwards, also where it stood still in between.
    private mutating func checkDeadline() {
        guard let due = clocks.finishing(file.state)?.deadline.instant else { return }
        let earlier = latest ?? due
        hold(due >= earlier, "due \(due.seconds), before \(earlier.seconds)")
        latest = max(due, earlier)
    }

    private mutating func checkStops() {
        let stops = file.state.stops
        hold(
            zip(stops, stops.dropFirst()).allSatisfy { ($0.until ?? .endOfTime) <= $1.since }
                && stops.dropLast().allSatisfy { $0.until != nil }
                && stops.allSatisfy { $0.since <= $0.until ?? .endOfTime }, "stops overlap: \(stops)")
        hold((stops.last.map { $0.until == nil } ?? false) == pauses(file.state.stage), "stops: \(stops)")
    }

    /// Whether the city lets its clocks stand still in a stage.
    func pauses(_ stage: Stage) -> Bool {
        stage == .returned && policy.pausesWhileReturned || stage == .suspended && policy.pausesWhileSuspended
    }

    private mutating func checkAssignments() {
        let all = file.assignments
        for (one, next) in zip(all, all.dropFirst()) {
            hold(
                one.since <= one.endedAt ?? .endOfTime && one.endedAt ?? .endOfTime <= next.since,
                "a unit led on beside the next: \(all)")
        }
        hold(all.allSatisfy { ($0.endedAt == nil) == ($0.end == nil) }, "an end without a reason: \(all)")
        hold(all.allSatisfy { $0.since <= $0.signedAt ?? .endOfTime }, "signed before it came: \(all)")
        hold(all.last?.unit == file.state.unit, "the last unit does not lead: \(all)")
        if let unit = file.state.unit {
            hold(!file.state.coUnits.contains(unit), "the unit that leads helps itself")
        }
    }

    /// After the walk: the whole history gives what was reached step by step, in whatever order it is read.
    mutating func checkReplay() {
        let again = CaseFile(
            number: number, contacts: contacts.shuffled(using: &random),
            events: events.shuffled(using: &random))
        hold(
            again.state == file.state && again.contactStates == file.contactStates
                && again.caseSpans == file.caseSpans && again.assignments == file.assignments,
            "another order of reading gives another case")
        for (index, step) in reached.enumerated() {
            // Of several events at one moment the last one says what held.
            if reached.indices.contains(index + 1), reached[index + 1].at == step.at { continue }
            let then = file.asOf(step.at)
            hold(then.state == step.state, "as of \(step.at.seconds): \(then.state), reached \(step.state)")
            hold(then.contactStates == step.contacts, "contacts as of \(step.at.seconds)")
            let spans = file.caseSpans.filter { $0.since <= step.at && step.at < $0.until }
            hold(spans.map(\.value) == [step.state], "spans as of \(step.at.seconds)")
        }
        checkClocks()
    }
}
