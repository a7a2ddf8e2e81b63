import CaseStore
import Casework

/// Tells which events must have happened for a record of the past. Rules about required fields don't bind it.
struct History {
    let staff: String
    let now: Instant
    /// Who is asked after an answer.
    let callbacks: CallbackRule

    /// What a row says of a contact beside the contact itself.
    struct Course {
        var disposition: Disposition
        var unit: Unit.ID?
        var coUnits: [Unit.ID] = []
        /// The grade of a dispatch.
        var grade: Grade.ID?
        var reply = ""
        var repliedAt: Instant?
        var outcome: CallbackOutcome?
        var isAttempt = false
        var callbackAt: Instant?
    }

    /// The registration of a contact and what became of it.
    func entries(_ contact: Contact, caller: Caller, course: Course, on file: CaseFile) -> [HistoryEntry] {
        let number = contact.number.caseNumber
        let sequence = contact.number.sequence
        let then = file.events.isEmpty ? file.state : file.asOf(contact.receivedAt).state
        let stage = then.stage
        var registration = event(.contact, number, sequence, at: contact.receivedAt)
        // With a unit already at work, a follow-up needs no dispatch of its own.
        registration.disposition =
            then.isWithUnit && course.disposition != .direct ? course.disposition : .undisposed
        var entries = [HistoryEntry.registration(registration, contact, of: caller)]
        var state = stage
        switch course.disposition {
        case .direct:
            var direct = event(
                .direct, number, stage == .received ? nil : sequence,
                at: course.repliedAt ?? contact.receivedAt)
            direct.disposition = .direct
            direct.toStage = stage == .received ? .answered : nil
            if stage == .received, !callbacks.asks(number, direct: true) { direct.ending = .uncalled }
            direct.reply = course.reply
            state = direct.toStage ?? stage
            entries.append(HistoryEntry(direct))
        case .transferred where !then.isWithUnit:
            var dispatch = event(.dispatch, number, nil, at: contact.receivedAt)
            dispatch.disposition = .transferred
            dispatch.toStage = .dispatched
            dispatch.unit = course.unit
            dispatch.coUnits = course.coUnits
            dispatch.grade = course.grade
            state = .dispatched
            entries.append(HistoryEntry(dispatch))
        case .transferred, .undisposed: break
        }
        if let reply = reply(course, number, receivedAt: contact.receivedAt, stage: state) {
            state = reply.toStage ?? state
            entries.append(HistoryEntry(reply))
        }
        let callback = callback(
            course, number, sequence, stage: state, unit: course.unit ?? file.state.unit,
            isDisputed: state == stage && file.isDisputed(besides: sequence))
        return entries + (callback.map { [HistoryEntry($0)] } ?? [])
    }

    /// What came later to a contact that is there already; empty where nothing is new.
    ///
    /// - Parameter mask: what is hidden in texts of the case; asked for where there is one that may be new.
    func additions(
        to contact: ContactNumber, course: Course, of file: CaseFile, hiding mask: () throws -> TextMask
    ) rethrows -> [HistoryEntry] {
        let receivedAt = file.contactStates[contact.sequence]?.receivedAt ?? now
        var entries: [HistoryEntry] = []
        var stage = file.state.stage
        let replies = file.events.filter { $0.action == .reply || $0.action == .direct }.map(\.reply)
        if !replies.contains(course.reply),
            let reply = reply(course, file.number, receivedAt: receivedAt, stage: stage),
            // What is stored may say less than the row.
            try !replies.contains(mask().masked(course.reply) ?? course.reply)
        {
            stage = reply.toStage ?? stage
            entries.append(HistoryEntry(reply))
        }
        if let at = course.callbackAt, !knows(file, contact.sequence, at: at, course),
            let callback = callback(
                course, file.number, contact.sequence, stage: stage, unit: file.state.unit,
                isDisputed: stage == file.state.stage && file.isDisputed(besides: contact.sequence))
        {
            entries.append(HistoryEntry(callback))
        }
        return entries
    }

    /// Whether a case has this callback already.
    func knows(_ file: CaseFile, _ sequence: Int, at: Instant, _ course: Course) -> Bool {
        file.events.contains {
            $0.sequence == sequence && $0.at == at && $0.outcome == course.outcome
                && $0.action == (course.isAttempt ? .attempt : .callback)
        }
    }

    /// A unit's reply; nil where there was none.
    private func reply(_ course: Course, _ number: CaseNumber, receivedAt: Instant, stage: Stage) -> Event? {
        guard course.disposition != .direct, !course.reply.isEmpty || course.repliedAt != nil else {
            return nil
        }
        var reply = event(.reply, number, nil, at: course.repliedAt ?? receivedAt)
        reply.reply = course.reply
        let isAsked = course.callbackAt != nil || callbacks.asks(number, direct: false)
        // What is void or dealt with elsewhere stays so.
        if !stage.isAside, stage != .merged {
            reply.toStage = isAsked ? .replied : .closed
            reply.ending = isAsked ? nil : .uncalled
        }
        return reply
    }

    /// A callback in a stage; nil where there was none.
    func callback(
        _ course: Course, _ number: CaseNumber, _ sequence: Int, stage: Stage, unit: Unit.ID?,
        isDisputed: Bool = false
    ) -> Event? {
        guard let at = course.callbackAt else { return nil }
        var callback = event(course.isAttempt ? .attempt : .callback, number, sequence, at: at)
        callback.outcome = course.outcome
        guard let outcome = course.outcome else { return callback }
        callback.unit = unit
        if stage.isFinished {
            let settles = outcome.settles && !isDisputed
            callback.toStage = settles ? .closed : .disputed
            callback.ending = settles ? .settled : nil
        }
        return callback
    }

    private func event(_ action: Action, _ number: CaseNumber, _ sequence: Int?, at: Instant) -> Event {
        Event(caseNumber: number, sequence: sequence, at: at, recordedAt: now, staff: staff, action: action)
    }
}
