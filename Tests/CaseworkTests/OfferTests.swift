import Casework
import Testing

/// What is offered can be done: cases that random walks found.
struct OfferTests {
    private func possible(_ builder: CaseBuilder) -> [Action] {
        Workflow.possible(on: builder.file, policy: CaseBuilder.context.policy)
    }

    @Test("Of a voided contact no callback can be left out, or counted again")
    func voidedContact() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        try builder.callback(at: 2, contact: 1)
        try builder.contact(at: 3)
        #expect(possible(builder).contains(.exclude))
        try builder.act(.exclude, at: 4, contact: 1)
        #expect(possible(builder).contains(.include))
        try builder.act(.void, at: 5, contact: 1)
        #expect(!possible(builder).contains(.include))
        #expect(!possible(builder).contains(.exclude))
    }

    @Test("A case that had all its extensions is offered none, and the refusal says how many there are")
    func extensions() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        try builder.act(.sign, at: 2)
        #expect(possible(builder).contains(.extend))
        try builder.act(.extend, at: 3)
        #expect(possible(builder).contains(.extend))
        try builder.act(.extend, at: 4) { $0.verdict = true }
        #expect(!possible(builder).contains(.extend))
        #expect(throws: WorkflowError.noMoreExtensions(1)) { try builder.act(.extend, at: 5) }
        #expect(throws: WorkflowError.extensionAsked(false)) {
            try builder.act(.extend, at: 5) { $0.verdict = true }
        }
    }

    @Test("A unit that helps and is given the lead does not help any more")
    func leadAndHelp() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1) { $0.coUnits = [8, 9] }
        try builder.act(.pass, at: 2) { $0.unit = 8 }
        #expect(builder.file.state.unit == 8)
        #expect(builder.file.state.coUnits == [9])
        try builder.act(.sign, at: 3) { $0.unit = 8 }
        #expect(builder.file.state.stage == .signed)
        try builder.act(.pass, at: 4) { ($0.unit, $0.coUnits) = (10, [8]) }
        #expect(builder.file.state.coUnits == [9, 8])
        try builder.act(.sendBack, at: 5) { $0.unit = nil }
        #expect(builder.file.state.unit == 8)
        #expect(builder.file.state.coUnits == [9])
    }

    @Test("A case that comes back from a merger undecided waits again, though its contact was settled there")
    func splitCase() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.merge, at: 1) { $0.disposition = .transferred }
        #expect(builder.disposition(1) == .transferred)
        #expect(builder.file.state.worklist == nil)
        try builder.act(.split, at: 2)
        #expect(builder.file.state.stage == .received)
        #expect(builder.disposition(1) == .transferred)
        #expect(builder.file.state.worklist == .dispatch)
    }
}
