import Casework

/// Deadlines of a case and of its units, counted by minutes from the bare list of events.
extension Walk {
    mutating func checkClocks() {
        guard let began = file.events.first(where: { $0.grade != nil })?.at else { return }
        let stops = stops()
        let due = count(grade.finish, from: began, until: .endOfTime, stops)
        let known = clocks.finishing(file.state)?.deadline
        hold(known == due, "due \(String(describing: known)), counted \(due)")
        for assignment in file.assignments {
            checkClocks(assignment, stops, due)
        }
        guard let last = file.assignments.last else { return }
        let sign = count(grade.sign, from: last.since, until: .endOfTime, stops, extends: false)
        hold(clocks.signing(file.state)?.deadline == sign, "to sign by, counted \(sign)")
    }

    /// A unit has as long as the case, from the moment at which it got it; what comes from a unit above or below
    /// gains no time by that.
    private mutating func checkClocks(
        _ assignment: Assignment, _ stops: [TickCount.Standstill], _ due: Deadline
    ) {
        let end = assignment.endedAt ?? .endOfTime
        let sign = count(grade.sign, from: assignment.since, until: end, stops, extends: false)
        hold(clocks.signing(assignment, of: file.state) == sign, "\(assignment) to sign by, counted \(sign)")
        var own = count(grade.finish, from: assignment.since, until: end, stops)
        if [.pass, .sendBack].contains(assignment.by), let limit = due.instant {
            own = .at(min(own.instant ?? limit, limit))
        }
        hold(clocks.finishing(assignment, of: file.state) == own, "\(assignment) due, counted \(own)")
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
