import Casework
import Testing

struct WorkflowTableTests {
    private static let always: Set<Action> = [
        .contact, .urge, .attach, .amend, .void, .exclude, .include, .merge,
    ]
    private static let withUnit = always.union([.direct, .callback, .attempt, .withdraw])
    private static let done = always.union([.direct, .dispatch, .callback, .attempt])

    /// What can be done in each stage, written from the rules and not from the table.
    private static let expected: [Stage: Set<Action>] = [
        .received: always.union([.direct, .dispatch, .relay, .refuse, .withdraw, .supervise]),
        .answered: done.union([.withdraw, .dispute]),
        .dispatched: withUnit.union([.sign, .reply, .pass, .sendBack, .rule, .suspend, .supervise]),
        .signed: withUnit.union([
            .sign, .reply, .pass, .sendBack, .extend, .rule, .suspend, .supervise,
        ]),
        .returned: withUnit.union([.review, .rule, .refuse, .sign, .reply, .supervise]),
        .suspended: withUnit.union([.strike, .rework, .close, .sign, .reply, .supervise]),
        .rework: withUnit.union([
            .sign, .reply, .pass, .sendBack, .extend, .rule, .suspend, .supervise,
        ]),
        .replied: done.union([.withdraw, .supervise, .dispute]),
        .disputed: done.union([.rework, .suspend, .close, .withdraw, .supervise, .dispute]),
        .closed: done.union([.dispute]),
        .merged: [
            .withdraw, .callback, .attempt, .urge, .split, .follow, .exclude, .include, .attach, .amend,
            .void,
        ],
        .void: [],
        .invalid: [.void],
    ]

    /// Who may do what, written from the rules and not from the table.
    private static let permitted: [Action: Set<Role>] = [
        .contact: [.agent, .dispatcher, .handler], .direct: [.agent, .dispatcher],
        .dispatch: [.agent, .dispatcher], .relay: [.agent, .dispatcher],
        .refuse: [.agent, .dispatcher, .supervisor], .sign: [.handler], .pass: [.handler],
        .sendBack: [.handler], .review: [.dispatcher, .supervisor], .rule: [.supervisor],
        .extend: [.handler, .dispatcher, .supervisor], .reply: [.handler], .suspend: [.supervisor],
        .strike: [.handler, .supervisor], .rework: [.supervisor], .close: [.supervisor],
        .callback: [.callback, .agent], .attempt: [.callback, .agent],
        .urge: [.agent, .dispatcher, .callback], .supervise: [.supervisor],
        .merge: [.agent, .dispatcher, .supervisor], .split: [.agent, .dispatcher, .supervisor],
        .withdraw: [.agent, .dispatcher, .callback], .exclude: [.supervisor], .include: [.supervisor],
        .attach: [.agent, .dispatcher, .handler, .callback, .supervisor],
        .amend: [.agent, .dispatcher, .supervisor, .editor], .void: [.agent, .supervisor],
        .follow: Set(Role.allCases), .dispute: [.callback, .agent],
    ]

    @Test("Every stage, action and role has a defined answer", arguments: Stage.allCases)
    func closedWorld(stage: Stage) throws {
        let expected = try #require(Self.expected[stage])
        for action in Action.allCases {
            let permitted = try #require(Self.permitted[action])
            let rows = Workflow.transitions.filter { $0.action == action && $0.from.contains(stage) }
            #expect(!rows.isEmpty == expected.contains(action), "\(action) in \(stage)")
            let roles = rows.reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
            for role in Role.allCases where !rows.isEmpty {
                #expect(roles.contains(role) == permitted.contains(role), "\(role) \(action) in \(stage)")
            }
        }
    }

    @Test("Every stage but the closed ones can be left, and every stage can be reached")
    func noDeadEnd() {
        let moves = Workflow.transitions.flatMap { row in
            row.from.compactMap { from -> (Stage, Stage)? in
                if case .stage(let to) = row.to { (from, to) } else { nil }
            }
        }
        for stage in Stage.allCases where ![.closed, .void, .merged].contains(stage) {
            #expect(moves.contains { $0.0 == stage && $0.1 != stage }, "\(stage) cannot be left")
        }
        // A contact registers in these.
        var reached: Set<Stage> = [.received, .invalid]
        for _ in Stage.allCases {
            for move in moves where reached.contains(move.0) { reached.insert(move.1) }
        }
        #expect(reached == Set(Stage.allCases))
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

    @Test("Two rows for one action and stage differ by their conditions, so that one of them decides")
    func rowsAreTellable() {
        for stage in Stage.allCases {
            for action in Action.allCases {
                let rows = Workflow.transitions.filter { $0.action == action && $0.from.contains(stage) }
                #expect(Set(rows.map { Set($0.conditions) }).count == rows.count)
            }
        }
    }

    @Test("An action that is not possible names those that are, and changes nothing")
    func notPossible() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        #expect(
            throws: WorkflowError.notPossible(
                .reply, .received,
                possible: [
                    .contact, .direct, .dispatch, .relay, .refuse, .supervise, .urge, .withdraw, .merge,
                    .attach, .amend, .void,
                ])
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
        #expect(throws: WorkflowError.missing(.attach, .file)) {
            try builder.act(.attach, at: 1) { $0.attachment = nil }
        }
        #expect(throws: WorkflowError.missing(.amend, .amendment)) {
            try builder.act(.amend, at: 1) { $0.amendment = nil }
        }
        try builder.act(.dispatch, at: 1)
        #expect(throws: WorkflowError.missing(.reply, .reply)) {
            try builder.act(.reply, at: 2) { $0.reply = "" }
        }
        #expect(throws: WorkflowError.missing(.reply, .note)) {
            try builder.act(.reply, at: 2) { $0.note = "" }
        }
        #expect(throws: WorkflowError.missing(.sendBack, .reason)) {
            try builder.act(.sendBack, at: 2) { $0.reason = "" }
        }
        #expect(throws: WorkflowError.missing(.suspend, .leader)) {
            try builder.act(.suspend, at: 2) { $0.leader = nil }
        }
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
        "Nobody is asked about what was taken back, relayed or not accepted",
        arguments: [Action.withdraw, .relay, .refuse])
    func nothingToAskAbout(action: Action) throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(action, at: 1)
        let possible = Workflow.possible(on: builder.file, policy: CaseBuilder.context.policy)
        #expect(!possible.contains(.callback) && !possible.contains(.attempt))
        #expect(throws: WorkflowError.self) { try builder.callback(at: 2, settles: false) }
        #expect(throws: WorkflowError.self) { try builder.act(.attempt, at: 2) }
        #expect(builder.file.state.stage == .closed)
    }

    @Test("Of several callers who took it back is not asked, and the others are")
    func withdrawnContact() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.contact(at: 1)
        try builder.act(.dispatch, at: 2)
        try builder.act(.withdraw, at: 3, contact: 2)
        try builder.act(.reply, at: 4)
        #expect(throws: WorkflowError.contactWithdrawn(builder.contacts[1].number)) {
            try builder.callback(at: 5, contact: 2, settles: false)
        }
        try builder.callback(at: 5)
        #expect(builder.file.state.ending == .settled)
        // The one that is left can be asked again without being named.
        try builder.callback(at: 6, settles: false)
        #expect(builder.file.state.stage == .disputed)
    }

    @Test("What a unit has to do again it cannot return either after it went down and came back up")
    func ownAgain() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        try builder.act(.reply, at: 2)
        try builder.callback(at: 3, settles: false)
        try builder.act(.rework, at: 4)
        try builder.act(.pass, at: 5) { $0.unit = 8 }
        try builder.act(.sendBack, at: 6)
        #expect(builder.file.state.unit == 7)
        #expect(throws: WorkflowError.ownAgain) { try builder.act(.sendBack, at: 7) }
    }

    @Test("A unit that has to do again what another did can return it before it signs")
    func reworkElsewhere() throws {
        var builder = CaseBuilder()
        try builder.contact(at: 0)
        try builder.act(.dispatch, at: 1)
        try builder.act(.reply, at: 2)
        try builder.callback(at: 3, settles: false)
        try builder.act(.rework, at: 4) { $0.unit = 9 }
        try builder.act(.sendBack, at: 5)
        #expect(builder.file.state.stage == .returned)
        #expect(builder.file.state.returners == [9])
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
