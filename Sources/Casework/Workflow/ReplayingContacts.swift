/// What an event of the history does to the contacts.
extension CaseFile {
    /// What becomes of contacts. Returns those that are touched.
    mutating func applyToContacts(_ event: Event) -> [Int] {
        switch event.action {
        case .contact: return register(event)
        case .direct:
            // Whom nobody asks counts as asked.
            if event.toStage == nil, event.ending == .uncalled, let sequence = event.sequence {
                asked.insert(sequence)
            }
            return settle(event)
        case .dispatch, .rework, .relay, .refuse, .merge, .follow: return settle(event)
        case .withdraw:
            if let sequence = event.sequence {
                withdrawn.insert(sequence)
                unsettled.remove(sequence)
            }
            return settle(event)
        case .amend:
            return change(event) { contact in
                if let amendment = event.amendment { contact.apply(amendment) }
            }
        case .void: return change(event) { $0.standing = .void }
        case .exclude: return change(event) { $0.isExcluded = true }
        case .include: return change(event) { $0.isExcluded = false }
        case .callback:
            guard let sequence = event.sequence else { return [] }
            tried[sequence] = nil
            asked.insert(sequence)
            if event.outcome?.settles == true {
                unsettled.remove(sequence)
            } else {
                unsettled.insert(sequence)
            }
            // What was left out of the rates was the callback before.
            guard contactStates[sequence]?.isExcluded == true else { return [] }
            return change(event) { $0.isExcluded = false }
        case .attempt:
            guard let sequence = event.sequence else { return [] }
            tried[sequence, default: 0] += 1
            if event.ending == .unreachable { asked.insert(sequence) }
            return []
        case .sign, .pass, .sendBack, .review, .rule, .extend, .reply, .suspend, .strike, .close, .urge,
            .supervise, .split, .attach, .dispute:
            return []
        }
    }

    /// Keeps up with what became of contacts, and with which of them speaks for the case.
    mutating func follow(_ touched: [Int], at moment: Instant) {
        for sequence in touched {
            guard let contact = contactStates[sequence] else { continue }
            if contact.standing == .void { live.remove(sequence) } else { live.insert(sequence) }
            if contact.standing == .counted, contact.disposition == .undisposed {
                open.insert(sequence)
            } else {
                open.remove(sequence)
            }
        }
        if !live.contains(state.lead) || touched.contains(where: { $0 < state.lead }) {
            state.lead = live.min() ?? contactStates.keys.min() ?? 1
        }
        state.receivedAt = contactStates[state.lead]?.receivedAt ?? moment
        // What waits is as urgent as the most urgent contact that waits.
        let waiting = open.compactMap { contact($0)?.urgency }.min { $0.rank < $1.rank }
        state.urgency = waiting ?? contact(state.lead)?.urgency ?? .normal
    }

    private mutating func register(_ event: Event) -> [Int] {
        guard let sequence = event.sequence, let contact = contact(sequence) else { return [] }
        contactStates[sequence] = ContactState(
            contact, standing: event.toStage == .invalid ? .invalid : .counted,
            disposition: event.disposition ?? .undisposed)
        if contactStates[sequence]?.disposition != .undisposed { settling[sequence] = stages.count }
        return [sequence]
    }

    private mutating func change(_ event: Event, _ edit: (inout ContactState) -> Void) -> [Int] {
        guard let sequence = event.sequence, var contact = contactStates[sequence] else { return [] }
        edit(&contact)
        contactStates[sequence] = contact
        return [sequence]
    }

    private mutating func settle(_ event: Event) -> [Int] {
        guard let disposition = event.disposition else { return [] }
        let open = (event.sequence.map { [$0] } ?? undisposed).filter {
            contactStates[$0]?.disposition == .undisposed
        }
        for sequence in open {
            contactStates[sequence]?.disposition = disposition
            settling[sequence] = stages.count
        }
        return open
    }
}
