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

    private func tick(_ instant: Instant) -> Int {
        Int((instant.seconds - city.instant(0, length: 60).seconds) / 60)
    }
}
