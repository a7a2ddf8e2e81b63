import Casework

/// Callers are asked about the answer; what they are not content with is done again.
extension Course {
    /// How likely somebody is reached at the first, second and further attempts.
    private static let reached = [0.32, 0.2, 0.12]

    mutating func ask(_ again: Retelling) {
        guard asks(direct: stage == .answered) else { return }
        if random.chance(0.04) { return }
        let staff = random.pick(Staff.askers)
        let attempts = max(1, city.policy.callbacks.attempts)
        for sequence in 1...contacts.count {
            for attempt in 1...attempts {
                let wait = attempt == 1 ? 14_400 + random.below(130_000) : 5400 + random.below(80_000)
                guard reach(office.open(now + Int64(wait), &random)) else { return }
                let isLast = sequence == contacts.count
                if random.chance(Self.reached[min(attempt, Self.reached.count) - 1]) {
                    callBack(sequence, isLast: isLast, by: staff)
                    if stage == .disputed { return dispute(again) }
                    break
                }
                var event = blank(.attempt, by: staff)
                event.sequence = sequence
                if attempt == attempts {
                    event.ending = .unreachable
                    event.toStage = isLast ? .closed : nil
                }
                add(event)
            }
        }
    }

    private mutating func callBack(_ sequence: Int, isLast: Bool, by staff: String) {
        var event = blank(.callback, by: staff)
        event.sequence = sequence
        event.unit = lead
        let outcome = outcome()
        event.outcome = outcome
        if !outcome.settles {
            event.toStage = .disputed
        } else if isLast {
            event.toStage = .closed
            event.ending = .settled
        }
        add(event)
    }

    /// What callers say: nearly all were contacted, most have it solved and are content.
    private mutating func outcome() -> CallbackOutcome {
        let responded = !random.chance(0.009)
        let solved = responded ? rounds == 0 ? 0.94 : 0.9 : 0.3
        let resolved: Resolution = random.chance(solved) ? .yes : random.chance(0.5) ? .partly : .no
        let mark = random.unit()
        let satisfaction: Satisfaction =
            switch resolved {
            case .yes:
                mark < 0.915 ? .satisfied : mark < 0.975 ? .fairly : mark < 0.987 ? .dissatisfied : .unrated
            default: mark < 0.22 ? .satisfied : mark < 0.45 ? .fairly : mark < 0.93 ? .dissatisfied : .unrated
            }
        return CallbackOutcome(responded: responded, resolved: resolved, satisfaction: satisfaction)
    }

    /// A reviewer sends it back to the unit, closes it with an explanation, or has not decided yet.
    private mutating func dispute(_ again: Retelling) {
        guard reach(office.open(now + Int64(7200 + random.below(150_000)), &random)) else { return }
        let canWork = unit != nil || start.unit != nil
        guard rounds < 3, canWork, random.chance(0.78) else {
            guard random.chance(0.8) else { return }
            var event = blank(.close, by: random.pick(Staff.supervisors))
            event.toStage = .closed
            event.ending = .explained
            event.reason = random.pick(Papers.explained)
            return add(event)
        }
        rounds += 1
        var event = blank(.rework, by: random.pick(Staff.supervisors))
        event.toStage = .rework
        event.reason = random.pick(Papers.reworks)
        if unit == nil {
            unit = start.unit
            event.grade = start.grade?.id
            hasGrade = true
            dispatchedAt = now
        } else {
            isOwnAgain = true
        }
        event.unit = lead
        event.coUnits = coUnits
        add(event)
        isSigned = false
        guard sign() else { return }
        reply(again)
        if stage == .replied { ask(again) }
    }
}
