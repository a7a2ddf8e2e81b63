/// The deadlines of a case and of the units that had it, as they follow from its history, its grade and the calendar.
public struct CaseClocks: Sendable {
    private let grades: [Grade.ID: Grade]
    private let clock: CityClock
    private let calendar: WorkCalendar

    /// - Parameter grades: all grades that history points to, by row.
    public init(grades: [Grade.ID: Grade], clock: CityClock, calendar: WorkCalendar) {
        self.grades = grades
        self.clock = clock
        self.calendar = calendar
    }

    /// How the case's deadline comes about; nil before its first dispatch. Its clock never restarts.
    public func finishing(_ state: CaseState) -> Reckoning? {
        guard let begin = state.dispatchedAt, let grade = state.grade.flatMap({ grades[$0] }) else {
            return nil
        }
        return grade.finish.reckoning(
            from: begin, stops: state.stops, grants: state.grants.map(\.allowance), clock: clock,
            calendar: calendar)
    }

    /// By when the unit that leads has to sign; nil before a dispatch.
    public func signing(_ state: CaseState) -> Reckoning? {
        guard let begin = state.assignedAt, let grade = state.grade.flatMap({ grades[$0] }) else {
            return nil
        }
        return grade.sign.reckoning(from: begin, stops: state.stops, clock: clock, calendar: calendar)
    }

    /// When one unit's own time to finish ends: as long as the case's, but from the dispatch to that unit. What is
    /// passed down or comes back up does not gain time: the clock of the unit to which it was sent runs on.
    ///
    /// - Parameter index: the place of the assignment among those of the case.
    public func finishing(assignment index: Int, of file: CaseFile) -> Deadline? {
        let (assignments, state) = (file.assignments, file.state)
        guard assignments.indices.contains(index), let grade = state.grade.flatMap({ grades[$0] }) else {
            return nil
        }
        let assignment = assignments[index]
        let sent = assignments[...index].last { $0.by.assigns } ?? assignment
        return grade.finish.deadline(
            from: sent.since, stops: stops(assignment, state),
            grants: state.grants.filter {
                $0.at >= sent.since && $0.at < assignment.endedAt ?? .endOfTime
            }.map(\.allowance), clock: clock, calendar: calendar)
    }

    /// When one unit's time to sign ends.
    public func signing(_ assignment: Assignment, of state: CaseState) -> Deadline? {
        guard let grade = state.grade.flatMap({ grades[$0] }) else { return nil }
        return grade.sign.deadline(
            from: assignment.since, stops: stops(assignment, state), clock: clock, calendar: calendar)
    }

    /// The moment by which the next step of a case is due; nil where no clock presses.
    public func pressing(_ state: CaseState) -> Instant? {
        pressing(state, finishing: finishing(state)?.deadline.instant)
    }

    /// The same where the case's deadline is known.
    public func pressing(_ state: CaseState, finishing: Instant?) -> Instant? {
        switch state.stage {
        case .dispatched: [signing(state)?.deadline.instant, finishing].compactMap { $0 }.min()
        case .signed, .rework, .returned: finishing
        case .suspended: state.suspension.map { clock.start(of: $0.until.advanced(by: 1)) }
        case .received, .answered, .replied, .disputed, .closed, .merged, .void, .invalid: nil
        }
    }

    private func stops(_ assignment: Assignment, _ state: CaseState) -> [Stop] {
        guard let end = assignment.endedAt else { return state.stops }
        return state.stops.filter { $0.since < end }
    }
}
