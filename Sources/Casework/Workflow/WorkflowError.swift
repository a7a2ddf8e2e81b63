/// Why the workflow refuses an action.
public enum WorkflowError: Error, Hashable, Sendable {
    /// The action is not possible on the case as it is, which is in this stage; these are.
    case notPossible(Action, Stage, possible: [Action])
    /// None of the actor's roles may do it; these may.
    case notAllowed(Action, roles: Set<Role>)
    /// The actor's unit is not the one whose turn it is; this one is.
    case otherUnit(Action, Unit.ID)
    /// The unit named neither leads nor helps.
    case notInvolved(Unit.ID)
    /// Something that must be given is not.
    case missing(Action, Transition.Need)
    /// The case has several contacts to which the action could apply.
    case whichContact([ContactNumber])
    /// The case has no such contact.
    case noSuchContact(ContactNumber)
    /// The contact was voided.
    case contactAside(ContactNumber)
    /// The caller took it back, and is not asked about it.
    case contactWithdrawn(ContactNumber)
    /// The contact is not dealt with yet, so there is nothing about it to correct: it can still be dealt with.
    case notSettled(ContactNumber)
    /// The action would be dated before the last one of its case.
    case beforeLast(Instant, last: Instant)
    /// Several units have returned the case: only a joint ruling sends it on.
    case rulingDue(returns: Int)
    /// A joint ruling named the unit: it cannot return the case.
    case ruled
    /// The unit has to do again what it did before: it cannot return the case.
    case ownAgain
    /// The case was merged into this one, where it is dealt with.
    case mergedInto(CaseNumber)
    /// An extension has been asked for already, or none has.
    case extensionAsked(Bool)
    /// Extensions can be asked for up to this second of the day.
    case afterCutoff(second: Int64)
    /// The case is overdue already.
    case overdue
    /// The case has had all the extensions that it can have.
    case noMoreExtensions(Int)
    /// More time is asked for than can be given.
    case allowanceTooLong(Allowance, most: Allowance)
    /// A case cannot be merged into itself.
    case mergedIntoItself
    /// The contact has no callback that could be left out of the rates, or counted again.
    case nothingToExclude(ContactNumber)
    /// The day by which the matter is to be solved is not in the future.
    case untilPast(CivilDay)
}
