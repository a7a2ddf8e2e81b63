/// One row of the workflow: in which stages an action is possible, who may do it, and what it does.
public struct Transition: Hashable, Sendable {
    /// What must be true for the row to hold.
    public enum Condition: String, Sendable, CaseIterable {
        // Of the case.

        /// A contact of the case is undisposed.
        case openContact
        /// The unit has the case from a unit above it.
        case passedDown
        /// The unit has it from the city, not by a joint ruling, and not to do again what it did itself.
        case fromCity
        /// So many units have returned it that a joint ruling is due.
        case contested
        /// Not so many units have returned it.
        case uncontested
        /// An extension is asked for.
        case extensionAsked
        /// No extension is asked for.
        case noExtensionAsked
        /// The case has not had all the extensions that it can have.
        case extensionsLeft
        /// The unit has signed before.
        case signedBefore
        /// The unit has not signed.
        case unsigned
        /// By the city's rule the caller is asked about a unit's reply.
        case called
        /// By the city's rule the caller is not asked about a unit's reply.
        case uncalled
        /// By the city's rule the caller is asked about an answer on the spot.
        case directlyCalled
        /// By the city's rule the caller is not asked about an answer on the spot.
        case directlyUncalled
        /// Somebody can be asked: neither was the request taken back, nor did the case end without an answer.
        case askable
        /// One attempt more and the caller counts as not reached.
        case lastAttempt
        /// A caller was asked, and the outcome counts.
        case counting
        /// A callback is left out of the rates.
        case excluded
        /// A unit has had the case before.
        case hadUnit
        /// No unit has had the case.
        case hadNoUnit

        // Of what is asked for.

        /// The unit that acts leads.
        case leading
        /// The unit that acts helps.
        case helping
        /// The return is upheld or the extension granted.
        case upheld
        /// The return is rejected or the extension refused.
        case rejected
        /// Nothing is decided: something is asked for.
        case asking
        /// After the callback no contact's last outcome keeps the case from resting.
        case settled
        /// A contact's last outcome does.
        case unsettled
        /// No other caller waits to be asked, and no contact's last outcome keeps the case from resting.
        case allAsked
        /// Another caller is still to be asked.
        case othersUnasked
        /// Nobody else still wants the matter dealt with.
        case lastCaller
        /// Somebody else still does.
        case furtherCallers
        /// The case has no other contact that counts.
        case lastContact
        /// The case has other contacts that count.
        case furtherContacts

        /// Whether the case alone decides, and not what is asked for.
        public var isOfCase: Bool {
            switch self {
            case .openContact, .passedDown, .fromCity, .contested, .uncontested, .extensionAsked,
                .noExtensionAsked, .extensionsLeft, .signedBefore, .unsigned, .called, .uncalled,
                .directlyCalled,
                .directlyUncalled, .askable, .lastAttempt, .counting, .excluded, .hadUnit,
                .hadNoUnit:
                true
            case .leading, .helping, .upheld, .rejected, .asking, .settled, .unsettled, .allAsked,
                .othersUnasked,
                .lastCaller, .furtherCallers, .lastContact,
                .furtherContacts:
                false
            }
        }
    }

    /// What must be given.
    public enum Need: String, Sendable, CaseIterable {
        /// What the caller is told.
        case reply
        /// The record of what was done and how the caller was contacted.
        case note
        /// The unit.
        case unit
        /// Why.
        case reason
        /// What the caller said.
        case outcome
        /// What is corrected.
        case amendment
        /// How much more time.
        case allowance
        /// How the matter is to be solved.
        case plan
        /// Until when.
        case until
        /// Who answers for it.
        case leader
        /// The other case.
        case target
        /// The file.
        case file
    }

    /// The stage afterwards.
    public enum Destination: Hashable, Sendable {
        /// Where it was.
        case stays
        /// Another.
        case stage(Stage)
        /// The one that it had before it was merged.
        case back
    }

    /// What is done.
    public let action: Action
    /// The stages in which it can be done.
    public let from: Set<Stage>
    /// When the row holds: all of these.
    public let conditions: [Condition]
    /// The stage afterwards.
    public let to: Destination
    /// How the case ends, or nil.
    public let ending: Ending?
    /// Who may do it.
    public let roles: Set<Role>
    /// What must be given.
    public let needs: [Need]

    init(
        _ action: Action, from: Set<Stage>, when conditions: [Condition] = [], to: Destination = .stays,
        ending: Ending? = nil, by roles: Set<Role>, needs: [Need] = []
    ) {
        self.action = action
        self.from = from
        self.conditions = conditions
        self.to = to
        self.ending = ending
        self.roles = roles
        self.needs = needs
    }
}
