import Casework

/// What random people ask for.
extension Walk {
    /// Does something, possible or not.
    mutating func step() {
        minute += chance(15) ? 0 : Int.random(in: 1...(chance(30) ? 4000 : 300), using: &random)
        let possible = Workflow.possible(on: file, policy: policy)
        let any = Action.allCases.randomElement(using: &random) ?? .urge
        // What keeps a case alive is done more often than what ends it.
        let ends: Set<Action> = [.void, .merge, .withdraw, .close, .refuse, .relay]
        var action = chance(75) ? possible.randomElement(using: &random) ?? any : any
        if ends.contains(action), chance(85) { action = possible.randomElement(using: &random) ?? any }
        if action == .void, chance(80) { action = .urge }
        if action.isConsequence {
            follow(action)
            return
        }
        let before = file
        let event = ask(action)
        let authority = authority()
        do throws(WorkflowError) {
            // A typed throw: the workflow can refuse with nothing but its own errors.
            var decided = try Workflow.decide(
                event, on: file, by: authority,
                in: context(due: clocks.finishing(file.state)?.deadline.instant))
            hold(possible.contains(action), "\(action) was taken, but not offered")
            taken += 1
            if decided.unit != nil, file.state.grade == nil, [.dispatch, .rework].contains(action) {
                decided.grade = grade.id
            }
            if action == .contact {
                register(at: decided.at, disposition: decided.disposition)
            } else {
                add(decided)
                checkEffects(of: decided, from: before)
            }
            if let late = events.last?.at, late < before.events.last?.at ?? late {
                reached.removeAll { $0.at >= late }
            } else {
                reached.append((decided.at, file.state, file.contactStates))
            }
        } catch {
            refused += 1
            hold(
                file.state == before.state && file.events == before.events, "a refusal changed the case")
        }
        check(after: before)
    }

    /// What the program does by itself, as a consequence of what happened to another case.
    private mutating func follow(_ action: Action) {
        let before = file
        var event = blank(action, at: instant)
        if action == .follow, file.state.stage == .merged {
            event.disposition = [nil, .direct, .transferred].randomElement(using: &random) ?? nil
            event.verdict = [nil, true, false].randomElement(using: &random) ?? nil
        } else if action == .dispute, file.state.stage.isFinished, file.state.ending?.isAnswer != false {
            event.target = Self.other
            event.toStage = .disputed
        } else {
            return
        }
        add(event)
        taken += 1
        reached.append((event.at, file.state, file.contactStates))
        check(after: before)
    }

    static let other = CaseNumber("20240101000099")

    private mutating func authority() -> Authority {
        let roles: Set<Role> =
            chance(80) ? Set(Role.allCases) : [Role.allCases.randomElement(using: &random) ?? .agent]
        let own = Int64.random(in: 1...5, using: &random)
        return Authority(roles: roles, units: chance(80) ? nil : [own])
    }

    /// What somebody asks for; now and then something is left out, or comes from another day.
    private mutating func ask(_ action: Action) -> Event {
        var moment = instant
        if action == .contact ? chance(20) : chance(3) {
            moment = moment.advanced(bySeconds: -60 * Int64.random(in: 1...5000, using: &random))
        }
        var event = blank(action, at: moment)
        event.sequence =
            chance(40) ? Int.random(in: 1...contacts.count + (chance(5) ? 1 : 0), using: &random) : nil
        if action == .contact {
            event.sequence = contacts.count + 1
            event.disposition = chance(30) ? .undisposed : nil
            return event
        }
        if [.sign, .reply].contains(action) {
            event.unit = chance(70) ? nil : (file.state.coUnits + [1, 2]).randomElement(using: &random)
        } else if chance(90) {
            event.unit = Int64.random(in: 1...5, using: &random)
            event.coUnits = (1...5).filter { $0 != event.unit && chance(25) }
        }
        event.verdict = [nil, true, false].randomElement(using: &random) ?? nil
        event.target = chance(95) ? Self.other : number
        event.attachment = action == .attach && chance(95) ? Attachment(hash: [1], size: 1) : nil
        event.until = CivilDay(number: 19_700 + Int.random(in: -10...1200, using: &random))
        event.leader = chance(95) ? 1 : nil
        event.allowance =
            chance(80)
            ? Allowance(
                amount: Int.random(in: 1...6, using: &random), measure: .workday) : nil
        event.outcome = CallbackOutcome(
            responded: true, resolved: Resolution.allCases.randomElement(using: &random) ?? .yes,
            satisfaction: Satisfaction.allCases.randomElement(using: &random) ?? .satisfied)
        var amendment = Amendment()
        amendment.category = Int64.random(in: 1...4, using: &random)
        if chance(20) { amendment.disposition = chance(50) ? .direct : .transferred }
        event.amendment = amendment
        if action != .amend { event.amendment = nil }
        event.reason = chance(95) ? "有原因" : ""
        event.reply = chance(95) ? "已办" : ""
        event.note = chance(95) ? "已联系" : ""
        return event
    }
}
