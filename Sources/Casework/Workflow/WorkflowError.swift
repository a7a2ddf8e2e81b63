/// Why the workflow refuses an action.
public enum WorkflowError: Error, Hashable, Sendable {
    /// The action is not possible in this stage; these are.
    case notPossible(Action, Stage, possible: [Action])
    /// None of the actor's roles may do it; these may.
    case notAllowed(Action, roles: Set<Role>)
    /// Something that must be given is not.
    case missing(Action, Transition.Need)
    /// The case has several contacts to which the action could apply.
    case whichContact([ContactNumber])
    /// The case has no such contact.
    case noSuchContact(ContactNumber)
    /// The contact was voided.
    case contactAside(ContactNumber)
    /// The contact is not dealt with yet, so there is nothing about it to correct: it can still be dealt with.
    case notSettled(ContactNumber)
    /// No contact of the case waits to be dealt with.
    case nothingOpen(Action, Stage, possible: [Action])
    /// The action would be dated before the last one of its case.
    case beforeLast(Instant, last: Instant)
}
