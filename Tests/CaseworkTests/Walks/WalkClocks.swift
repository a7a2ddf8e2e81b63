import Casework

/// Deadlines of a case and of its units, counted by minutes from the bare list of events.
extension Walk {
    mutating func checkClocks() {
        guard let began = file.events.first(where: { $0.grade != nil })?.at else { return }
        let stops = stops()
        let due = count(grade.finish, from: began, until: .endOfTime, stops)
        let known = clocks.finishing(file.state)?.deadline
        hold(known == due, "due \(String(describing: known)), counted \(due)")
        var sent: Instant?
        for (index, assignment) in file.assignments.enumerated() {
            // Passing down and back up starts nothing anew.
            if ![.pass, .sendBack].contains(assignment.by) { sent = assignment.since }
            checkClocks(assignment, at: index, since: sent ?? assignment.since, stops)
        }
        guard let last = file.assignments.last else { return }
        let sign = count(grade.sign, from: last.since, until: .endOfTime, stops, extends: false)
        hold(clocks.signing(file.state)?.deadline == sign, "to sign by, counted \(sign)")
    }

    /// A unit has as long as the case, from the moment at which it was sent to it or to the unit above.
    private mutating func checkClocks(
        _ assignment: Assignment, at index: Int, since sent: Instant, _ stops: [TickCount.Standstill]
    ) {
        let end = assignment.endedAt ?? .endOfTime
        let sign = count(grade.sign, from: assignment.since, until: end, stops, extends: false)
        hold(clocks.signing(assignment, of: file.state) == sign, "\(assignment) to sign by, counted \(sign)")
        let own = count(grade.finish, from: sent, until: end, stops)
        hold(clocks.finishing(assignment: index, of: file) == own, "\(assignment) due, counted \(own)")
    }

    /// When the clocks stood still, by the stages that the case had.
    private func stops() -> [TickCount.Standstill] {
        var stops: [TickCount.Standstill] = []
        var stage = Stage.received
        for event in file.events {
            guard let next = event.toStage, next != stage else { continue }
            if pauses(stage) { stops[stops.count - 1].until = tick(event.at) }
            if pauses(next) { stops.append(TickCount.Standstill(since: tick(event.at))) }
            stage = next
        }
        return stops.filter { $0.since != $0.until }
    }

    /// A limit with the extensions granted in a time, save for stops that began only afterwards.
    private func count(
        _ limit: TimeLimit, from begin: Instant, until end: Instant, _ stops: [TickCount.Standstill],
        extends: Bool = true
    ) -> Deadline {
        var count = TickCount(
            from: tick(begin), stops: stops.filter { $0.since < tick(end) }, city: city, length: 60)
        count.count(limit)
        for event in file.events where extends && event.action == .extend && event.verdict == true {
            if event.at >= begin, event.at < end, count.failure == nil, let allowance = event.allowance {
                count.count(allowance)
            }
        }
        return count.deadline
    }

    /// What was done does to the clocks what its row of the table says.
    mutating func checkEffects(of event: Event, from before: CaseFile) {
        let rows = Workflow.rows(on: before, policy: policy)
        guard let row = rows.first(where: { $0.action == event.action && Self.fits($0, event) }) else {
            return hold(false, "no row allows \(event.action)")
        }
        let (old, new, effects) = (before.state, file.state, row.clocks)
        hold(
            effects.contains(.begins) ? new.dispatchedAt != nil : new.dispatchedAt == old.dispatchedAt,
            "when the case's clock began: \(effects)")
        // What only goes down or comes back up is given to nobody.
        let isGiven =
            file.assignments.count > before.assignments.count
            && file.assignments.last.map { ![.pass, .sendBack].contains($0.by) } == true
        hold(effects.contains(.assigns) == isGiven, "the unit's own clock: \(effects)")
        hold(effects.contains(.extends) == (new.grants.count > old.grants.count), "more time: \(effects)")
        let (stood, stands) = (old.stops.last.map { $0.until == nil }, new.stops.last.map { $0.until == nil })
        if effects.contains(.pauses) { hold((stands == true) == pauses(new.stage), "a pause: \(effects)") }
        if effects.contains(.resumes), row.to != .back { hold(stands != true, "still a pause: \(effects)") }
        if stands == true, stood != true {
            hold(effects.contains(.pauses) || row.to == .back, "an untold pause: \(effects)")
        }
        if stood == true, stands != true, old.dispatchedAt != nil {
            hold(effects.contains(.resumes) || effects.contains(.ends), "untold: no pause now, \(effects)")
        }
        if effects.contains(.ends) { hold(clocks.pressing(new) == nil, "a clock that goes on: \(effects)") }
        if let to = event.toStage, [.closed, .merged, .void].contains(to), old.dispatchedAt != nil {
            hold(effects.contains(.ends), "an untold end: \(effects)")
        }
    }

    /// Whether what an event says and did is what a row says.
    private static func fits(_ row: Transition, _ event: Event) -> Bool {
        let leads =
            switch row.to {
            case .stays: event.toStage == nil
            case .stage(let stage): event.toStage == stage
            case .back: event.toStage != nil
            }
        return leads && (!row.conditions.contains(.upheld) || event.verdict == true)
            && (!row.conditions.contains(.rejected) || event.verdict == false)
            && (!row.conditions.contains(.asking) || event.verdict == nil)
    }

    private func tick(_ instant: Instant) -> Int {
        Int((instant.seconds - city.instant(0, length: 60).seconds) / 60)
    }
}
