extension Transition.Condition {
    /// Whether it holds of a case, and of what is asked for.
    ///
    /// - Parameter event: nil where only the case is known.
    func holds(for event: Event?, on file: CaseFile, policy: WorkflowPolicy) -> Bool {
        let state = file.state
        switch self {
        case .openContact:
            return event?.sequence.map { file.undisposed.contains($0) } ?? !file.undisposed.isEmpty
        case .passedDown: return !state.passers.isEmpty
        case .fromCity: return state.passers.isEmpty && !state.isRuled && !state.isOwnAgain
        case .contested: return state.returners.count >= policy.rulingAfter
        case .uncontested: return state.returners.count < policy.rulingAfter
        case .extensionAsked: return state.asked != nil
        case .noExtensionAsked: return state.asked == nil
        case .extensionsLeft: return state.grants.count < policy.extensions.times
        case .signedBefore: return state.signedAt != nil
        case .unsigned: return state.signedAt == nil
        case .called: return policy.callbacks.asks(file.number, direct: false)
        case .uncalled: return !policy.callbacks.asks(file.number, direct: false)
        case .directlyCalled: return policy.callbacks.asks(file.number, direct: true)
        case .directlyUncalled: return !policy.callbacks.asks(file.number, direct: true)
        case .askable:
            return state.ending?.isAnswer != false
                && (event?.sequence.map { file.callers.contains($0) } ?? !file.callers.isEmpty)
        case .lastAttempt:
            return file.attempts(event?.sequence ?? state.lead) + 1 >= policy.callbacks.attempts
        case .counting, .excluded:
            let called = file.events.filter { $0.action == .callback }.compactMap(\.sequence).filter {
                event?.sequence == nil || event?.sequence == $0
            }
            // Of a contact that was voided no callback counts, and none can be left out.
            return called.contains { sequence in
                guard let contact = file.contactStates[sequence], contact.standing != .void else {
                    return false
                }
                return contact.isExcluded == (self == .excluded)
            }
        case .hadUnit: return state.unit != nil
        case .hadNoUnit: return state.unit == nil
        case .leading: return event?.unit == nil
        case .helping: return event?.unit != nil
        case .upheld: return event?.verdict == true
        case .rejected: return event?.verdict == false
        case .asking: return event?.verdict == nil
        case .settled:
            return event?.outcome?.settles == true && !file.isDisputed(besides: event?.sequence)
        case .unsettled:
            return event?.outcome?.settles != true || file.isDisputed(besides: event?.sequence)
        case .allAsked: return file.unasked.allSatisfy { $0 == event?.sequence }
        case .othersUnasked: return file.unasked.contains { $0 != event?.sequence }
        case .lastCaller: return file.callers.allSatisfy { $0 == event?.sequence }
        case .furtherCallers: return file.callers.contains { $0 != event?.sequence }
        case .lastContact: return file.standing == event?.sequence.map { [$0] }
        case .furtherContacts: return file.standing != event?.sequence.map { [$0] }
        }
    }
}

extension Transition.Need {
    /// Whether an event says it.
    func isGiven(in event: Event) -> Bool {
        switch self {
        case .reply: !event.reply.isEmpty
        case .note, .plan: !event.note.isEmpty
        case .unit: event.unit != nil
        case .reason: !event.reason.isEmpty
        case .outcome: event.outcome != nil
        case .amendment: event.amendment?.isEmpty == false
        case .allowance: event.allowance != nil
        case .until: event.until != nil
        case .leader: event.leader != nil
        case .target: event.target != nil
        case .file: event.attachment != nil && !event.note.isEmpty
        }
    }
}
