import Casework

/// From the receipt to the answer or the unit.
extension Course {
    /// Tells the whole case.
    mutating func tell(again: (inout Random, Bool) -> (text: String, caller: Caller?)) {
        register()
        guard dispose() else { return }
        if stage == .dispatched { work(again) }
        if stage == .answered || stage == .replied { ask(again) }
        if !isOver { reopen(again) }
    }

    /// A call without a request.
    mutating func tellInvalid(_ reason: String) {
        var event = blank(.contact, by: random.pick(Staff.agents))
        event.sequence = 1
        event.toStage = .invalid
        event.reason = reason
        add(event)
    }

    private mutating func register() {
        var event = blank(.contact, by: random.pick(Staff.agents))
        event.sequence = 1
        add(event)
    }

    /// Answers, sends on, passes to an emergency line or does not accept. False where nobody has decided yet.
    private mutating func dispose() -> Bool {
        let agent = events[0].staff
        // Calls are answered while the caller is on the line; messages wait, most of them for the morning.
        if start.isOnline {
            let waits = Int64(120 + random.below(7200))
            let read = office.second(now) < 28_800 || office.second(now) > 79_200
            guard reach(read ? office.open(now + waits, &random) : now + waits) else { return false }
        }
        if !start.isOnline, random.chance(0.006) {
            end(.relay, ending: .relayed, by: agent) {
                $0.reason = $1.pick(Papers.emergencyLines)
            }
            return false
        }
        if !start.isThanks, random.chance(0.008), !city.policy.refusalReasons.isEmpty {
            let reasons = city.policy.refusalReasons
            end(.refuse, ending: .refused, by: agent) {
                $0.reason = $1.pick(reasons)
                $0.reply = Papers.refused
            }
            return false
        }
        guard start.isDirect || start.unit == nil else { return dispatch(by: agent) }
        var event = blank(.direct, by: agent)
        event.toStage = .answered
        event.disposition = .direct
        event.ending = asks(direct: true) ? nil : .uncalled
        event.reply = random.pick(start.isThanks ? Papers.thanks : Papers.direct)
        add(event)
        return true
    }

    private mutating func end(
        _ action: Action, ending: Ending, by staff: String, edit: (inout Event, inout Random) -> Void
    ) {
        var event = blank(action, by: staff)
        event.toStage = .closed
        event.ending = ending
        event.disposition = .direct
        edit(&event, &random)
        add(event)
    }

    /// Sends it to the unit that the rules name: most at once, some by a dispatcher within hours.
    private mutating func dispatch(by agent: String) -> Bool {
        var staff = agent
        if random.chance(0.25) {
            guard reach(now + Int64(600 + random.below(10_800))) else { return false }
            staff = random.pick(Staff.dispatchers)
        }
        send(by: staff)
        return true
    }

    mutating func send(by staff: String) {
        unit = start.unit
        var event = blank(.dispatch, by: staff)
        event.toStage = .dispatched
        event.disposition = .transferred
        event.unit = lead
        if random.chance(0.03), city.bureaus.count > 1 {
            let other = random.pick(city.bureaus)
            if other != unit { event.coUnits = [city.units[other].id] }
        }
        event.grade = hasGrade ? nil : start.grade?.id
        hasGrade = true
        add(event)
        (coUnits, isSigned, isRuled, isOwnAgain, isPassed) = (event.coUnits, false, false, false, false)
        dispatchedAt = dispatchedAt ?? now
    }
}
