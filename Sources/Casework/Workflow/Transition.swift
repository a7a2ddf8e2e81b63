/// One row of the workflow: in which stages an action is possible, who may do it, and what it does.
public struct Transition: Hashable, Sendable {
    /// What must be true of the request for the row to hold.
    public enum Condition: String, Sendable, CaseIterable {
        /// The callback's outcome lets the case rest.
        case settled
        /// The callback's outcome does not.
        case unsettled
        /// The case has no other contact that counts.
        case lastContact
        /// The case has other contacts that count.
        case furtherContacts
        /// A contact of the case is undisposed.
        case openContact
    }

    /// What must be given.
    public enum Need: String, Sendable, CaseIterable {
        /// What the caller is told.
        case reply
        /// The unit.
        case unit
        /// Why.
        case reason
        /// What the caller said.
        case outcome
        /// What is corrected.
        case amendment
    }

    /// What happens to the case's clock.
    public enum ClockEffect: String, Sendable, CaseIterable {
        /// Nothing.
        case none
        /// It begins, if it has not begun before.
        case starts
        /// It ends.
        case stops
    }

    /// What is done.
    public let action: Action
    /// The stages in which it can be done.
    public let from: Set<Stage>
    /// When the row holds; nil for always.
    public let condition: Condition?
    /// The stage afterwards; nil where it stays.
    public let to: Stage?
    /// Who may do it.
    public let roles: Set<Role>
    /// What must be given.
    public let needs: [Need]
    /// What happens to the case's clock.
    public let clock: ClockEffect

    init(
        _ action: Action, from: Set<Stage>, when condition: Condition? = nil, to: Stage? = nil,
        by roles: Set<Role>,
        needs: [Need] = [], clock: ClockEffect = .none
    ) {
        self.action = action
        self.from = from
        self.condition = condition
        self.to = to
        self.roles = roles
        self.needs = needs
        self.clock = clock
    }
}
