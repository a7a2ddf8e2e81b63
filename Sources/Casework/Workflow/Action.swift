/// What is done to a case.
public enum Action: String, Sendable, CaseIterable {
    /// A call or message is registered: the first opens the case, others follow up.
    case contact
    /// The agent answers (直接办理).
    case direct
    /// The case goes to a unit (转交责任单位办理).
    case dispatch
    /// The unit takes it on.
    case sign
    /// The unit has dealt with it.
    case reply
    /// The caller was asked.
    case callback
    /// The caller was called and not reached.
    case attempt
    /// A progress question (催办).
    case urge
    /// A field of a contact is corrected.
    case amend
    /// A contact was entered by mistake.
    case void
}

/// What a person does in the service. One person can have several roles.
public enum Role: String, Sendable, CaseIterable {
    /// Takes calls.
    case agent
    /// Sends cases to units.
    case dispatcher
    /// Works in a unit.
    case handler
    /// Asks callers afterwards.
    case callback
    /// Watches over the work and reviews.
    case supervisor
    /// Makes the bulletin.
    case editor
    /// Keeps configuration and staff.
    case administrator
}
