import Casework
import Testing

struct WorkflowTableTests {
    /// What can be done in each stage, written from the rules and not from the table.
    private static let expected: [Stage: Set<Action>] = [
        .received: [.contact, .direct, .dispatch, .urge, .amend, .void],
        .answered: [.contact, .direct, .dispatch, .callback, .attempt, .urge, .amend, .void],
        .dispatched: [.contact, .direct, .sign, .reply, .callback, .attempt, .urge, .amend, .void],
        .signed: [.contact, .direct, .reply, .callback, .attempt, .urge, .amend, .void],
        .returned: [.contact, .direct, .callback, .attempt, .urge, .amend, .void],
        .suspended: [.contact, .direct, .callback, .attempt, .urge, .amend, .void],
        .rework: [.contact, .direct, .sign, .reply, .callback, .attempt, .urge, .amend, .void],
        .replied: [.contact, .direct, .dispatch, .callback, .attempt, .urge, .amend, .void],
        .disputed: [.contact, .direct, .dispatch, .callback, .attempt, .urge, .amend, .void],
        .closed: [.contact, .direct, .dispatch, .callback, .attempt, .urge, .amend, .void],
        .void: [],
        .invalid: [.void],
    ]

    @Test("Every stage and action has a defined answer", arguments: Stage.allCases)
    func closedWorld(stage: Stage) throws {
        let expected = try #require(Self.expected[stage])
        for action in Action.allCases {
            let rows = Workflow.transitions.filter { $0.action == action && $0.from.contains(stage) }
            #expect(!rows.isEmpty == expected.contains(action), "\(action) in \(stage)")
            for row in rows { #expect(!row.roles.isEmpty) }
        }
    }

    @Test("A role that may not act is refused with those that may", arguments: Action.allCases)
    func roles(action: Action) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        let stage = try #require(Workflow.transitions.first { $0.action == action }?.from.first)
        builder.force(stage, at: 1)
        let rows = Workflow.transitions.filter { $0.action == action && $0.from.contains(stage) }
        let allowed = rows.reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
        for role in Role.allCases where !allowed.contains(role) {
            #expect(throws: WorkflowError.notAllowed(action, roles: allowed)) {
                try builder.act(action, at: 2, roles: [role])
            }
        }
        #expect(builder.events.count == 2)
    }

    @Test("Two rows for one action and stage differ by a condition, so that one of them decides")
    func rowsAreTellable() {
        for stage in Stage.allCases {
            for action in Action.allCases {
                let rows = Workflow.transitions.filter { $0.action == action && $0.from.contains(stage) }
                #expect(Set(rows.map(\.condition)).count == rows.count)
            }
        }
    }

    @Test("An action that is not possible names those that are, and changes nothing")
    func notPossible() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        #expect(
            throws: WorkflowError.notPossible(
                .reply, .received, possible: [.contact, .direct, .dispatch, .urge, .amend, .void])
        ) {
            try builder.act(.reply, at: 1)
        }
        #expect(builder.file.state.stage == .received)
    }

    @Test("What must be given is asked for")
    func needs() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        #expect(throws: WorkflowError.missing(.direct, .reply)) {
            try builder.act(.direct, at: 1) { $0.reply = "" }
        }
        #expect(throws: WorkflowError.missing(.dispatch, .unit)) {
            try builder.act(.dispatch, at: 1) { $0.unit = nil }
        }
        #expect(throws: WorkflowError.missing(.void, .reason)) {
            try builder.act(.void, at: 1) { $0.reason = "" }
        }
        #expect(throws: WorkflowError.missing(.amend, .amendment)) { try builder.act(.amend, at: 1) }
    }

    @Test("An action is never dated before the last one of its case")
    func order() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 10)
        #expect(throws: WorkflowError.beforeLast(CaseBuilder.minute(9), last: CaseBuilder.minute(10))) {
            try builder.act(.sign, at: 9)
        }
        try builder.act(.sign, at: 10)
        #expect(builder.file.state.stage == .signed)
    }

    @Test("The clock runs from the first dispatch and never restarts")
    func clock() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 5) { $0.grade = 3 }
        try builder.act(.reply, at: 20)
        try builder.callback(at: 30)
        try builder.contact(at: 40)
        try builder.act(.dispatch, at: 50) { $0.grade = 4 }
        #expect(builder.file.state.dispatchedAt == CaseBuilder.minute(5))
        #expect(builder.file.state.grade == 3)
        #expect(builder.file.state.stage == .dispatched)
    }

    @Test("An unsettled callback proposes and a settled one closes, whichever was before")
    func callbacks() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.direct, at: 1)
        try builder.callback(at: 2, settles: false)
        #expect(builder.file.state.stage == .disputed)
        try builder.callback(at: 3)
        #expect(builder.file.state.stage == .closed)
        try builder.callback(at: 4, settles: false)
        #expect(builder.file.state.stage == .disputed)
    }

    @Test(
        "A callback while the unit is at work is recorded and moves nothing",
        arguments: Stage.allCases.filter(\.isWithUnit))
    func callbackWithUnit(stage: Stage) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        builder.force(stage, at: 1)
        try builder.callback(at: 2, settles: false)
        #expect(builder.file.state.stage == stage)
    }
}
