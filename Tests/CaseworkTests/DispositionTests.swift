import Casework
import Testing

/// How contacts settle, sentence by sentence.
struct DispositionTests {
    @Test("A first contact settles with direct")
    func direct() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        #expect(builder.disposition(1) == .undisposed)
        try builder.act(.direct, at: 1)
        #expect(builder.disposition(1) == .direct)
        #expect(builder.file.state.stage == .answered)
    }

    @Test("A first contact settles with the first dispatch")
    func dispatch() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        #expect(builder.disposition(1) == .transferred)
    }

    @Test(
        "A follow-up while a unit has the case is transferred", arguments: Stage.allCases.filter(\.isWithUnit)
    )
    func followUpWithUnit(stage: Stage) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        builder.force(stage, at: 2)
        try builder.contact(at: 3)
        #expect(builder.disposition(2) == .transferred)
        #expect(builder.file.state.stage == stage)
    }

    @Test("unless the agent answers it", arguments: Stage.allCases.filter(\.isWithUnit))
    func followUpAnswered(stage: Stage) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        builder.force(stage, at: 2)
        let sequence = try builder.contact(at: 3, answering: true)
        try builder.act(.direct, at: 3, contact: sequence)
        #expect(builder.disposition(2) == .direct)
        #expect(builder.disposition(1) == .transferred)
        #expect(builder.file.state.stage == stage)
    }

    @Test("On a case that was hung up before any unit had it, it waits, and goes with the case to a unit")
    func followUpHungUp() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        try builder.callback(at: 2, settles: false)
        try builder.act(.suspend, at: 3)
        #expect(builder.file.state.worklist == .suspended)
        try builder.contact(at: 4)
        #expect(builder.disposition(2) == .undisposed)
        #expect(builder.file.state.worklist == .dispatch)
        try builder.act(.rework, at: 5)
        #expect([1, 2].map(builder.disposition) == [.direct, .transferred])
        #expect(builder.file.state.unit == 7)
        #expect(builder.file.state.worklist == .handle)
    }

    @Test(
        "On a finished case it is undisposed until the agent answers it",
        arguments: Stage.allCases.filter(\.isFinished))
    func followUpFinishedAnswered(stage: Stage) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        builder.force(stage, at: 2)
        try builder.contact(at: 3)
        #expect(builder.disposition(2) == .undisposed)
        try builder.act(.direct, at: 4)
        #expect(builder.disposition(2) == .direct)
        #expect(builder.disposition(1) == .transferred)
        #expect(builder.file.state.stage == stage)
    }

    @Test("or sends it on, which reopens the case", arguments: Stage.allCases.filter(\.isFinished))
    func followUpFinishedSentOn(stage: Stage) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        builder.force(stage, at: 2)
        try builder.contact(at: 3)
        try builder.act(.dispatch, at: 4)
        #expect(builder.disposition(1) == .direct)
        #expect(builder.disposition(2) == .transferred)
        #expect(builder.file.state.stage == .dispatched)
    }

    @Test("On an undisposed case it waits and settles with the case")
    func followUpUndisposed() throws {
        for action in [Action.direct, .dispatch] {
            var builder = CaseBuilder()
            try builder.contact(at: 0)
            try builder.contact(at: 1)
            #expect(builder.disposition(2) == .undisposed)
            try builder.act(action, at: 2)
            #expect(builder.disposition(1) == (action == .direct ? .direct : .transferred))
            #expect(builder.disposition(2) == builder.disposition(1))
        }
    }

    @Test("Settled contacts are never settled anew by what happens later")
    func settlesOnce() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        try builder.contact(at: 2)
        try builder.act(.dispatch, at: 3)
        try builder.act(.reply, at: 4)
        try builder.contact(at: 5)
        try builder.act(.direct, at: 6)
        #expect([1, 2, 3].map(builder.disposition) == [.direct, .transferred, .direct])
    }

    @Test("Without a contact that waits, a finished case is neither answered nor sent on again")
    func nothingWaits() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        let possible: [Action] = [
            .contact, .callback, .attempt, .urge, .withdraw, .merge, .attach, .amend, .void,
        ]
        #expect(throws: WorkflowError.notPossible(.direct, .answered, possible: possible)) {
            try builder.act(.direct, at: 2)
        }
        #expect(throws: WorkflowError.notPossible(.dispatch, .answered, possible: possible)) {
            try builder.act(.dispatch, at: 2)
        }
    }

    @Test("A contact of an outage finds the case as it was when the caller rang")
    func lateEntry() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 10)
        try builder.act(.dispatch, at: 20)
        try builder.act(.reply, at: 30)
        let whileReceived = try builder.contact(at: 15)
        let whileWithUnit = try builder.contact(at: 25)
        let whileReplied = try builder.contact(at: 35)
        let beforeTheFirst = try builder.contact(at: 5)
        #expect(builder.disposition(whileReceived) == .transferred)
        #expect(builder.disposition(whileWithUnit) == .transferred)
        #expect(builder.disposition(whileReplied) == .undisposed)
        #expect(builder.disposition(beforeTheFirst) == .transferred)
        #expect(builder.file.state.stage == .replied)
    }

    @Test("Of several contacts the one must be named, and a void one takes no part")
    func whichContact() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.contact(at: 1)
        try builder.act(.direct, at: 2)
        let numbers = builder.contacts.map(\.number)
        #expect(throws: WorkflowError.whichContact(numbers)) { try builder.callback(at: 3) }
        #expect(throws: WorkflowError.noSuchContact(ContactNumber(caseNumber: builder.number, sequence: 9))) {
            try builder.callback(at: 3, contact: 9)
        }
        try builder.act(.void, at: 4, contact: 1)
        #expect(builder.file.state.lead == 2)
        #expect(throws: WorkflowError.contactAside(numbers[0])) { try builder.callback(at: 5, contact: 1) }
        try builder.callback(at: 5)
        try builder.act(.void, at: 6)
        #expect(builder.file.state.stage == .void)
        #expect(throws: WorkflowError.notPossible(.void, .void, possible: [])) {
            try builder.act(.void, at: 7, contact: 2)
        }
    }

    @Test("A correction sets the fields it names and no others; what is not settled is not corrected")
    func amend() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        #expect(throws: WorkflowError.notSettled(builder.contacts[0].number)) {
            try builder.act(.amend, at: 1) { event in
                event.amendment = Amendment()
                event.amendment?.disposition = .direct
            }
        }
        try builder.act(.dispatch, at: 1)
        try builder.act(.amend, at: 2) { event in
            var amendment = Amendment()
            amendment.category = 5
            amendment.disposition = .direct
            event.amendment = amendment
        }
        let state = try #require(builder.file.contactStates[1])
        #expect(state.category == 5)
        #expect(state.disposition == .direct)
        #expect(state.channel == 1)
        #expect(builder.file.asOf(CaseBuilder.minute(1)).contactStates[1]?.category == 1)
    }

    @Test("Spans of time cover the whole history without gaps or overlaps, and the last one still holds")
    func spans() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        try builder.act(.urge, at: 2)
        try builder.act(.sign, at: 3)
        try builder.act(.reply, at: 3)
        try builder.contact(at: 2)
        let file = builder.file
        #expect(file.caseSpans.map(\.value.stage) == [.received, .dispatched, .replied])
        #expect(file.caseSpans.map(\.since) == [0, 1, 3].map(CaseBuilder.minute))
        #expect(file.caseSpans.last?.until == .endOfTime)
        for (one, next) in zip(file.caseSpans, file.caseSpans.dropFirst()) {
            #expect(one.until == next.since)
        }
        for minute in 0...4 {
            let moment = CaseBuilder.minute(minute)
            let covering = file.caseSpans.filter { $0.since <= moment && moment < $0.until }
            #expect(covering.map(\.value.stage) == [file.asOf(moment).state.stage])
        }
    }
}
