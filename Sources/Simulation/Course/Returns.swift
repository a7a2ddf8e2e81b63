import Casework

/// Units give cases back, and reviewers decide where they go.
extension Course {
    /// The unit gives it back once or twice. False where nothing more is told.
    mutating func giveBack() -> Bool {
        guard !city.policy.returnReasons.isEmpty, city.bureaus.count > 2 else { return true }
        while stage == .dispatched, !isRuled, !isOwnAgain, !isPassed {
            guard reach(office.open(now + Int64(1800 + random.below(20_000)), &random)) else { return false }
            let other = otherUnit()
            var event = blank(.sendBack, by: random.pick(Staff.handlers))
            event.toStage = .returned
            event.pauses = city.policy.pausesWhileReturned
            event.reason = random.pick(city.policy.returnReasons)
            event.unit = random.chance(0.6) ? city.units[other].id : nil
            add(event)
            if let unit, !returners.contains(unit) { returners.append(unit) }
            guard review(other) else { return false }
            if !random.chance(0.2) { break }
        }
        return true
    }

    private mutating func review(_ other: Int) -> Bool {
        guard reach(office.open(now + Int64(2400 + random.below(30_000)), &random)) else { return false }
        if returners.count >= city.policy.rulingAfter {
            var event = blank(.rule, by: random.pick(Staff.supervisors))
            event.reason = random.pick(Papers.rulings)
            event.toStage = .dispatched
            move(event, to: other)
            isRuled = true
        } else if random.chance(0.6) {
            var event = blank(.review, by: random.pick(Staff.dispatchers))
            event.verdict = true
            event.toStage = .dispatched
            move(event, to: other)
        } else {
            var event = blank(.review, by: random.pick(Staff.supervisors))
            event.verdict = false
            event.reason = random.pick(Papers.reviews)
            event.toStage = isSigned ? .signed : .dispatched
            add(event)
        }
        return true
    }

    private mutating func move(_ event: Event, to other: Int) {
        var event = event
        event.unit = city.units[other].id
        add(event)
        (unit, coUnits, isSigned, isRuled, isPassed) = (other, [], false, false, false)
    }

    /// A bureau that does not have it.
    private mutating func otherUnit() -> Int {
        while true {
            let other = random.pick(city.bureaus)
            if other != unit { return other }
        }
    }
}
