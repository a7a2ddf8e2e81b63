extension Transition {
    /// What happens to a clock of a case.
    public enum ClockEffect: Sendable {
        /// The case's begins, if it has not begun before.
        case begins
        /// One of the unit's own begins.
        case assigns
        /// All stand still, if the city wants it so.
        case pauses
        /// All run on.
        case resumes
        /// All have longer to run.
        case extends
        /// All end.
        case ends
    }

    /// What happens to the clocks. It follows from who gets the case and where it goes.
    public var clocks: [ClockEffect] {
        if action.assigns, !conditions.contains(.rejected) {
            // Whatever else assigns finds a case that a unit has had.
            if action == .dispatch || conditions.contains(.hadNoUnit) { return [.begins, .assigns] }
            return isFromStandstill ? [.resumes, .assigns] : [.assigns]
        }
        if action == .extend { return conditions.contains(.upheld) ? [.extends] : [] }
        switch to {
        case .stays: return []
        case .stage(.returned), .stage(.suspended): return [.pauses]
        // What nobody has sent on has no clock.
        case .stage(.closed), .stage(.merged), .stage(.void): return from == [.received] ? [] : [.ends]
        case .back: return [.resumes]
        case .stage: return isFromStandstill ? [.resumes] : []
        }
    }

    private var isFromStandstill: Bool {
        from.contains(.returned) || from.contains(.suspended)
    }
}
