import Casework

/// What units do: sign, pass down, ask for more time, hang up, reply.
extension Course {
    typealias Retelling = (inout Random, Bool) -> (text: String, caller: Caller?)

    /// From the dispatch to the reply.
    mutating func work(_ again: Retelling) {
        if rounds == 0, contacts.count == 1, random.chance(0.006) { return withdraw() }
        if random.chance(0.035), !giveBack() { return }
        guard sign() else { return }
        if random.chance(0.2), passDown(), !sign() { return }
        if random.chance(0.05), !extend() { return }
        if random.chance(0.006) { return suspend() }
        reply(again)
    }

    /// The unit takes it on, mostly within the time that it has for it.
    mutating func sign() -> Bool {
        guard stage != .signed else { return true }
        let limit: Int64 =
            switch start.grade?.sign {
            case .some(let sign) where sign.measure == .hour: Int64(sign.amount) * 3600
            default: 36_000
            }
        let part = random.unit()
        let wait =
            random.chance(0.03) ? limit + Int64(part * 40_000) : Int64(part * part * Double(limit) * 0.95)
        guard reach(now + 300 + min(wait, 400_000)) else { return false }
        var event = blank(.sign, by: random.pick(Staff.handlers))
        event.toStage = .signed
        add(event)
        isSigned = true
        return true
    }

    /// A district sends it down to the street or community concerned, where it has such units. Says whether it did.
    private mutating func passDown() -> Bool {
        guard let unit, let place = start.place,
            let lower = city.below[city.units[unit].code]?.first(where: { candidate in
                city.units[candidate].areaCode.map { city.places[place].codes.contains($0) } ?? false
            }), reach(office.open(now + Int64(1200 + random.below(14_400)), &random))
        else { return false }
        var event = blank(.pass, by: random.pick(Staff.handlers))
        event.toStage = .dispatched
        event.unit = city.units[lower].id
        event.coUnits = coUnits.filter { $0 != city.units[lower].id }
        add(event)
        (self.unit, coUnits, isSigned, isPassed) = (lower, event.coUnits, false, true)
        return true
    }

    /// Asks for more time, which is granted or not. False where nothing more is told.
    private mutating func extend() -> Bool {
        let rule = city.policy.extensions
        guard stage == .signed, grants.count < rule.times, let due else { return true }
        let asked = office.near(now + (due - now) * 2 / 3, after: now, before: due, &random)
        guard asked > now, asked < due, office.second(asked) <= rule.cutoff else { return true }
        guard reach(asked) else { return false }
        var request = blank(.extend, by: random.pick(Staff.handlers))
        request.allowance = Allowance(
            amount: 1 + random.below(rule.allowance.amount), measure: rule.allowance.measure)
        request.reason = random.pick(Papers.extensions)
        add(request)
        guard reach(now + Int64(1800 + random.below(14_400))) else { return false }
        var decision = blank(.extend, by: random.pick(Staff.supervisors))
        decision.verdict = random.chance(0.85)
        if decision.verdict == true {
            decision.allowance = request.allowance
            if let allowance = request.allowance {
                grants.append(Grant(at: decision.at, allowance: allowance))
            }
        } else {
            decision.reason = random.pick(Papers.refusals)
        }
        add(decision)
        return true
    }

    /// Hangs it up, and strikes it off when it is solved.
    private mutating func suspend() {
        guard !city.leaders.isEmpty, reach(office.open(now + 86_400, &random)) else { return }
        var event = blank(.suspend, by: random.pick(Staff.supervisors))
        event.toStage = .suspended
        event.pauses = city.policy.pausesWhileSuspended
        event.unit = lead
        event.note = random.pick(Papers.plans)
        event.leader = random.pick(city.leaders)
        let days = 20 + random.below(70)
        event.until = city.clock.day(of: event.at).advanced(by: days)
        add(event)
        let part = 0.5 + 0.55 * random.unit()
        guard reach(office.open(now + Int64(Double(days) * 86_400 * part), &random)) else { return }
        var strike = blank(.strike, by: random.pick(Staff.handlers))
        strike.unit = lead
        strike.reply = random.pick(Papers.struck)
        conclude(&strike)
    }

    /// The unit has dealt with it: nearly always in time.
    mutating func reply(_ again: Retelling) {
        let end = due ?? now + 7 * 86_400
        let left = end - now
        var moment: Int64
        if left > 7200, !random.chance(0.035) {
            let part = random.unit()
            moment = office.near(
                now + Int64((0.05 + 0.85 * part * part) * Double(left)), after: now + 600, before: end,
                &random)
        } else {
            moment = office.open(max(end, now) + Int64(3600 + random.below(4 * 86_400)), &random)
        }
        guard interlude(until: moment, again) else { return }
        if moment > end + 2 * 86_400, random.chance(0.4), !supervise(between: end, and: moment) { return }
        for helper in coUnits {
            guard reach(min(moment, now + 1200)) else { return }
            var part = blank(.reply, by: random.pick(Staff.handlers))
            part.unit = helper
            part.note = random.pick(Papers.parts)
            add(part)
        }
        guard reach(moment) else { return }
        var event = blank(.reply, by: random.pick(Staff.handlers))
        event.reply = random.pick(rounds == 0 ? Papers.replies : Papers.again)
        event.note = random.pick(Papers.notes)
        conclude(&event)
    }

    private mutating func supervise(between one: Int64, and other: Int64) -> Bool {
        guard reach(max(now, one + (other - one) / 2)) else { return false }
        var event = blank(.supervise, by: random.pick(Staff.supervisors))
        event.reason = random.pick(Papers.supervisions)
        add(event)
        return true
    }

    private mutating func conclude(_ event: inout Event) {
        let asks = asks(direct: false)
        event.toStage = asks ? .replied : .closed
        event.ending = asks ? nil : .uncalled
        add(event)
    }

    private mutating func withdraw() {
        guard reach(now + Int64(3600 + random.below(80_000))) else { return }
        var event = blank(.withdraw, by: random.pick(Staff.agents))
        event.sequence = 1
        event.toStage = .closed
        event.ending = .withdrawn
        event.disposition = .direct
        event.reason = random.pick(Papers.withdrawals)
        add(event)
    }
}
