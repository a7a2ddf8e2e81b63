import CaseStore
import Casework

/// Writes a record of the past as the events that must have happened. Rules about required fields don't bind it.
struct History {
    let writer: StoreWriter
    let staff: String
    let now: Instant

    /// What a row says of a contact beside the contact itself.
    struct Course {
        var disposition: Disposition
        var unit: Unit.ID?
        var coUnits: [Unit.ID] = []
        var reply = ""
        var repliedAt: Instant?
        var outcome: CallbackOutcome?
        var isAttempt = false
        var callbackAt: Instant?
    }

    /// Registers a contact and what became of it.
    func add(_ contact: Contact, caller: Caller, course: Course, on file: CaseFile) throws {
        let number = contact.number.caseNumber
        let sequence = contact.number.sequence
        let stage = file.asOf(contact.receivedAt).state.stage
        var registration = event(.contact, number, sequence, at: contact.receivedAt)
        // With a unit already at work, a follow-up needs no dispatch of its own.
        registration.disposition =
            stage.isWithUnit && course.disposition != .direct ? course.disposition : .undisposed
        try writer.add(contact, caller: caller, event: registration)
        var state = stage
        switch course.disposition {
        case .direct:
            var direct = event(
                .direct, number, stage == .received ? nil : sequence,
                at: course.repliedAt ?? contact.receivedAt)
            direct.disposition = .direct
            direct.toStage = stage == .received ? .answered : nil
            if stage == .received, try !callbacks().asks(number, direct: true) { direct.ending = .uncalled }
            direct.reply = course.reply
            state = direct.toStage ?? stage
            try writer.add(direct)
        case .transferred where !stage.isWithUnit:
            var dispatch = event(.dispatch, number, nil, at: contact.receivedAt)
            dispatch.disposition = .transferred
            dispatch.toStage = .dispatched
            dispatch.unit = course.unit
            dispatch.coUnits = course.coUnits
            dispatch.grade = try Grading(reader: writer.reader)
                .grade(
                    urgency: contact.urgency, channel: contact.channel, kind: contact.kind,
                    category: contact.category)?.id
            state = .dispatched
            try writer.add(dispatch)
        case .transferred, .undisposed: break
        }
        state = try reply(course, number, receivedAt: contact.receivedAt, stage: state)
        try callback(course, number, sequence, stage: state, unit: course.unit ?? file.state.unit)
    }

    /// Adds what came later to a contact that is there already. Returns whether anything was new.
    func update(_ contact: ContactNumber, course: Course, of file: CaseFile) throws -> Bool {
        let receivedAt = file.contactStates[contact.sequence]?.receivedAt ?? now
        var isNew = false
        var stage = file.state.stage
        let replies = file.events.filter { $0.action == .reply || $0.action == .direct }
        if !course.reply.isEmpty || course.repliedAt != nil, course.disposition != .direct,
            !replies.contains(where: { $0.reply == course.reply })
        {
            stage = try reply(course, file.number, receivedAt: receivedAt, stage: stage)
            isNew = true
        }
        if let at = course.callbackAt, !knows(file, contact.sequence, at: at, course) {
            try callback(course, file.number, contact.sequence, stage: stage, unit: file.state.unit)
            isNew = true
        }
        return isNew
    }

    /// Whether a case has this callback already.
    func knows(_ file: CaseFile, _ sequence: Int, at: Instant, _ course: Course) -> Bool {
        file.events.contains {
            $0.sequence == sequence && $0.at == at && $0.outcome == course.outcome
                && $0.action == (course.isAttempt ? .attempt : .callback)
        }
    }

    /// A unit's reply; returns the stage afterwards.
    private func reply(
        _ course: Course, _ number: CaseNumber, receivedAt: Instant, stage: Stage
    ) throws -> Stage {
        guard course.disposition != .direct, !course.reply.isEmpty || course.repliedAt != nil else {
            return stage
        }
        var reply = event(.reply, number, nil, at: course.repliedAt ?? receivedAt)
        reply.reply = course.reply
        let isAsked = try course.callbackAt != nil || callbacks().asks(number, direct: false)
        reply.toStage = isAsked ? .replied : .closed
        reply.ending = isAsked ? nil : .uncalled
        try writer.add(reply)
        return isAsked ? .replied : .closed
    }

    private func callbacks() throws -> CallbackRule {
        try writer.reader.settings().policy.callbacks
    }

    /// A callback in a stage.
    func callback(_ course: Course, _ number: CaseNumber, _ sequence: Int, stage: Stage, unit: Unit.ID?)
        throws
    {
        guard let at = course.callbackAt else { return }
        var callback = event(course.isAttempt ? .attempt : .callback, number, sequence, at: at)
        callback.outcome = course.outcome
        if let outcome = course.outcome {
            callback.unit = unit
            guard stage.isFinished else { return try writer.add(callback) }
            callback.toStage = outcome.settles ? .closed : .disputed
            callback.ending = outcome.settles ? .settled : nil
        }
        try writer.add(callback)
    }

    private func event(_ action: Action, _ number: CaseNumber, _ sequence: Int?, at: Instant) -> Event {
        Event(caseNumber: number, sequence: sequence, at: at, recordedAt: now, staff: staff, action: action)
    }
}
