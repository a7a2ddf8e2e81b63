import Casework

/// What the workflow says can be done must be what it takes.
extension Walk {
    /// Every action that is offered is taken when given what it needs, and every other is refused.
    mutating func checkOffers() {
        let possible = Set(Workflow.possible(on: file, policy: policy))
        let everybody = Authority(roles: Set(Role.allCases))
        for action in Action.allCases where !action.isConsequence {
            let taken = fitting(action).first { accepts($0, everybody) }
            hold(
                possible.contains(action) == (taken != nil),
                possible.contains(action)
                    ? "\(action) is offered, but whatever is given, it is refused"
                    : "\(action) is not offered, but taken")
            if let taken, chance(5) {
                hold(
                    Role.allCases.contains { accepts(taken, Authority(roles: [$0])) },
                    "\(action) is taken, but no single role may do it")
            }
        }
        let stage = file.state.stage
        if ![.closed, .void, .merged].contains(stage) {
            // Something other than taking notes.
            let notes: Set<Action> = [
                .contact, .urge, .attach, .amend, .exclude, .include, .supervise, .attempt,
            ]
            hold(!possible.subtracting(notes).isEmpty, "nothing leads on from \(stage)")
        }
    }

    private func accepts(_ event: Event, _ authority: Authority) -> Bool {
        do throws(WorkflowError) {
            _ = try Workflow.decide(event, on: file, by: authority, in: context(due: nil))
            return true
        } catch {
            return false
        }
    }

    /// An action with all that it could need, in every way that could matter.
    private func fitting(_ action: Action) -> [Event] {
        var event = blank(action, at: moment(for: action))
        event.reason = "有原因"
        event.reply = "已办"
        event.note = "已联系"
        event.until = CivilDay(number: 30_000)
        event.leader = 1
        event.target = Self.other
        var amendment = Amendment()
        amendment.category = 2
        event.amendment = action == .amend ? amendment : nil
        event.attachment = action == .attach ? Attachment(hash: [1], size: 1) : nil
        let units: [Unit.ID?] =
            [.sign, .reply].contains(action)
            ? [nil] + file.state.coUnits.map(Optional.some) : [file.state.unit == 1 ? 2 : 1]
        let verdicts: [Bool?] = [.review, .extend].contains(action) ? [nil, true, false] : [nil]
        return units.flatMap { unit in
            verdicts.flatMap { verdict in
                sequences(action).flatMap { sequence in
                    [Resolution.yes, .no].prefix(action == .callback ? 2 : 1).map { resolved in
                        var event = event
                        (event.unit, event.verdict, event.sequence) = (unit, verdict, sequence)
                        event.outcome = CallbackOutcome(
                            responded: true, resolved: resolved, satisfaction: .satisfied)
                        // What was asked for is granted.
                        event.allowance = verdict == nil ? policy.extensions.allowance : nil
                        return event
                    }
                }
            }
        }
    }

    private func sequences(_ action: Action) -> [Int?] {
        switch action {
        case .contact: [contacts.count + 1]
        case .callback, .attempt, .withdraw, .amend, .void, .exclude, .include: file.standing
        case .direct where file.state.stage != .received: file.undisposed
        default: [nil]
        }
    }

    /// Now, or for an extension the next morning where it is too late in the day.
    private func moment(for action: Action) -> Instant {
        let now = max(instant, file.events.last?.at ?? instant)
        let second = ((now.seconds + city.offset) % 86_400 + 86_400) % 86_400
        guard action == .extend, second > policy.extensions.cutoff else { return now }
        return now.advanced(bySeconds: 86_400 - second)
    }
}
