/// When supervisors watch over a case without being told to (督办).
public struct SupervisionRule: Hashable, Sendable {
    /// From so often rework on.
    public var reworks = 3
    /// From so many units that returned it on.
    public var returns = 3
    /// From so many seconds overdue on.
    public var overdue: Int64 = 259_200

    /// The rule that holds where a city says nothing.
    public init() {}

    /// Why supervisors watch over a case at a moment; empty where they do not.
    ///
    /// - Parameters:
    ///   - isByHand: whether somebody said so.
    ///   - returns: how many units returned it.
    ///   - due: when the case is due; nil where it is not.
    public func reasons(
        stage: Stage, isByHand: Bool, reworks: Int, returns: Int, due: Instant?, now: Instant
    ) -> [Supervision] {
        guard stage.isWithUnit || [.received, .disputed, .replied].contains(stage) else { return [] }
        var reasons: [Supervision] = isByHand ? [.byHand] : []
        guard stage.isWithUnit || stage == .disputed else { return reasons }
        if reworks >= self.reworks { reasons.append(.reworks(reworks)) }
        if returns >= self.returns { reasons.append(.returns(returns)) }
        if stage.isWithUnit, let due, now.seconds - due.seconds >= overdue {
            reasons.append(.overdue(seconds: now.seconds - due.seconds))
        }
        return reasons
    }

    /// Why supervisors watch over a case in a state.
    public func reasons(_ state: CaseState, due: Instant?, now: Instant) -> [Supervision] {
        reasons(
            stage: state.stage, isByHand: state.isSupervised, reworks: state.reworks,
            returns: state.returners.count, due: due, now: now)
    }
}

/// Why supervisors watch over a case.
public enum Supervision: Hashable, Sendable {
    /// Somebody said so.
    case byHand
    /// It had to be done again so often.
    case reworks(Int)
    /// So many units returned it.
    case returns(Int)
    /// It has been due for so long.
    case overdue(seconds: Int64)
}
