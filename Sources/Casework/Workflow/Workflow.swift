/// The life of a case as one table. Whatever is allowed, shown, documented or tested about it comes from here.
public enum Workflow {
    private static let withUnit = Set(Stage.allCases.filter(\.isWithUnit))
    private static let finished = Set(Stage.allCases.filter(\.isFinished))
    private static let live = Set(Stage.allCases.filter { !$0.isAside })
    private static let desk: Set<Role> = [.agent, .dispatcher]
    private static let reviewers: Set<Role> = [.supervisor]
    private static let senders: Set<Role> = [.dispatcher, .supervisor]
    private static let askers: Set<Role> = [.callback, .agent]

    /// All that can be done. Of several rows for one action and stage, the first whose conditions hold decides.
    public static let transitions: [Transition] = intake + unitWork + review + afterwards + corrections

    /// 接、派: taking down, answering, sending on.
    private static let intake: [Transition] = [
        Transition(.contact, from: live.subtracting([.merged]), by: desk.union([.handler])),
        Transition(
            .direct, from: [.received], when: [.directlyCalled], to: .stage(.answered), by: desk,
            needs: [.reply]),
        Transition(
            .direct, from: [.received], when: [.directlyUncalled], to: .stage(.answered), ending: .uncalled,
            by: desk, needs: [.reply]),
        Transition(
            .direct, from: withUnit.union(finished), when: [.openContact, .directlyCalled], by: desk,
            needs: [.reply]),
        Transition(
            .direct, from: withUnit.union(finished), when: [.openContact, .directlyUncalled],
            ending: .uncalled, by: desk, needs: [.reply]),
        Transition(.dispatch, from: [.received], to: .stage(.dispatched), by: desk, needs: [.unit]),
        Transition(
            .dispatch, from: finished, when: [.openContact], to: .stage(.dispatched), by: desk,
            needs: [.unit]),
        Transition(
            .relay, from: [.received], to: .stage(.closed), ending: .relayed, by: desk, needs: [.reason]),
        Transition(
            .refuse, from: [.received, .returned], to: .stage(.closed), ending: .refused,
            by: desk.union(reviewers), needs: [.reason, .reply]),
    ]

    /// 办: what units do.
    private static let unitWork: [Transition] = [
        Transition(
            .sign, from: [.dispatched, .rework], when: [.leading], to: .stage(.signed), by: [.handler]),
        Transition(.sign, from: withUnit, when: [.helping], by: [.handler]),
        Transition(
            .pass, from: [.dispatched, .signed, .rework], to: .stage(.dispatched), by: [.handler],
            needs: [.unit]),
        Transition(
            .sendBack, from: [.dispatched, .signed, .rework], when: [.passedDown], to: .stage(.signed),
            by: [.handler], needs: [.reason]),
        Transition(
            .sendBack, from: [.dispatched, .signed, .rework], when: [.fromCity], to: .stage(.returned),
            by: [.handler], needs: [.reason]),
        Transition(
            .extend, from: [.signed, .rework], when: [.noExtensionAsked, .extensionsLeft, .asking],
            by: [.handler],
            needs: [.allowance, .reason]),
        Transition(
            .reply, from: [.dispatched, .signed, .rework], when: [.leading, .called], to: .stage(.replied),
            by: [.handler], needs: [.reply, .note]),
        Transition(
            .reply, from: [.dispatched, .signed, .rework], when: [.leading, .uncalled], to: .stage(.closed),
            ending: .uncalled, by: [.handler], needs: [.reply, .note]),
        Transition(.reply, from: withUnit, when: [.helping], by: [.handler], needs: [.note]),
        Transition(
            .strike, from: [.suspended], when: [.called], to: .stage(.replied),
            by: reviewers.union([.handler]), needs: [.reply]),
        Transition(
            .strike, from: [.suspended], when: [.uncalled], to: .stage(.closed), ending: .uncalled,
            by: reviewers.union([.handler]), needs: [.reply]),
    ]

    /// 督: what reviewers decide.
    private static let review: [Transition] = [
        Transition(
            .review, from: [.returned], when: [.upheld, .uncontested], to: .stage(.dispatched), by: senders,
            needs: [.unit]),
        Transition(
            .review, from: [.returned], when: [.rejected, .signedBefore], to: .stage(.signed), by: senders,
            needs: [.reason]),
        Transition(
            .review, from: [.returned], when: [.rejected, .unsigned], to: .stage(.dispatched), by: senders,
            needs: [.reason]),
        Transition(
            .rule, from: [.returned, .dispatched, .signed, .rework], to: .stage(.dispatched), by: reviewers,
            needs: [.unit, .reason]),
        Transition(
            .extend, from: [.signed, .rework], when: [.extensionAsked, .upheld], by: senders),
        Transition(
            .extend, from: [.signed, .rework], when: [.extensionAsked, .rejected], by: senders,
            needs: [.reason]),
        Transition(
            .suspend, from: [.dispatched, .signed, .rework, .disputed], to: .stage(.suspended),
            by: reviewers, needs: [.plan, .until, .leader]),
        Transition(
            .rework, from: [.disputed, .suspended], when: [.hadUnit], to: .stage(.rework),
            by: reviewers, needs: [.reason]),
        Transition(
            .rework, from: [.disputed, .suspended], when: [.hadNoUnit], to: .stage(.rework), by: reviewers,
            needs: [.unit, .reason]),
        Transition(
            .close, from: [.disputed, .suspended], to: .stage(.closed),
            ending: .explained, by: reviewers, needs: [.reason]),
        Transition(
            .supervise, from: withUnit.union([.received, .disputed, .replied]), by: reviewers,
            needs: [.reason]),
    ]

    /// 评: asking the caller, and what callers do themselves.
    private static let afterwards: [Transition] = [
        Transition(
            .callback, from: finished, when: [.askable, .settled, .allAsked], to: .stage(.closed),
            ending: .settled, by: askers, needs: [.outcome]),
        Transition(
            .callback, from: [.disputed], when: [.askable, .settled, .othersUnasked], to: .stage(.closed),
            ending: .settled, by: askers, needs: [.outcome]),
        Transition(
            .callback, from: [.answered, .replied, .closed], when: [.askable, .settled, .othersUnasked],
            by: askers, needs: [.outcome]),
        Transition(
            .callback, from: finished, when: [.askable, .unsettled], to: .stage(.disputed), by: askers,
            needs: [.outcome]),
        Transition(
            .callback, from: withUnit.union([.merged]), when: [.askable], by: askers, needs: [.outcome]),
        Transition(
            .attempt, from: [.answered, .replied], when: [.askable, .lastAttempt, .allAsked],
            to: .stage(.closed), ending: .unreachable, by: askers),
        Transition(
            .attempt, from: finished.union([.merged]), when: [.askable, .lastAttempt], ending: .unreachable,
            by: askers),
        Transition(.attempt, from: withUnit.union(finished).union([.merged]), when: [.askable], by: askers),
        Transition(.urge, from: live, by: desk.union([.callback])),
        Transition(
            .withdraw, from: live.subtracting([.closed, .merged]), when: [.lastCaller], to: .stage(.closed),
            ending: .withdrawn, by: askers.union([.dispatcher]), needs: [.reason]),
        Transition(
            .withdraw, from: live.subtracting([.closed]), when: [.furtherCallers],
            by: askers.union([.dispatcher]), needs: [.reason]),
        Transition(
            .withdraw, from: [.merged], when: [.lastCaller], by: askers.union([.dispatcher]),
            needs: [.reason]),
        Transition(
            .dispute, from: [.answered, .replied, .closed], when: [.askable], to: .stage(.disputed),
            by: askers, needs: [.target]),
        Transition(.dispute, from: [.disputed], by: askers, needs: [.target]),
    ]

    /// Mergers, what is left out of the rates, and corrections.
    private static let corrections: [Transition] = [
        Transition(
            .merge, from: live.subtracting([.merged]), to: .stage(.merged), by: desk.union(reviewers),
            needs: [.target]),
        Transition(
            .split, from: [.merged], to: .back, by: desk.union(reviewers), needs: [.reason]),
        Transition(.follow, from: [.merged], by: Set(Role.allCases)),
        Transition(.exclude, from: live, when: [.counting], by: reviewers, needs: [.reason]),
        Transition(.include, from: live, when: [.excluded], by: reviewers, needs: [.reason]),
        Transition(
            .attach, from: live, by: desk.union([.handler, .callback, .supervisor]), needs: [.file]),
        Transition(
            .amend, from: live, by: desk.union([.supervisor, .editor]), needs: [.amendment, .reason]),
        Transition(.void, from: live, when: [.furtherContacts], by: [.agent, .supervisor], needs: [.reason]),
        Transition(
            .void, from: live.union([.invalid]), when: [.lastContact], to: .stage(.void),
            by: [.agent, .supervisor], needs: [.reason]),
    ]
}
