/// What is done to a case.
public enum Action: String, Sendable, CaseIterable {
    /// A call or message is registered: the first opens the case, others follow up.
    case contact
    /// The agent answers (直接办理).
    case direct
    /// The case goes to a unit (转交责任单位办理).
    case dispatch
    /// The matter belongs to 110, 119, 120 or 122 and was passed on at once.
    case relay
    /// The hotline may not take the matter; the caller is told the lawful route (不予受理).
    case refuse
    /// The unit takes it on.
    case sign
    /// The unit sends it down to a unit below it (下派).
    case pass
    /// The unit gives it back, with a reason and the unit that it thinks is responsible (退单).
    case sendBack = "return"
    /// A return is upheld, and the case goes to another unit, or rejected, and it goes back.
    case review
    /// A joint ruling names the unit (会商研判).
    case rule
    /// More time is asked for, granted or refused (延期).
    case extend
    /// The unit has dealt with it; a unit that helps hands in its part.
    case reply
    /// It cannot be solved yet: hung up with a plan, a date and an answerable leader (挂账).
    case suspend
    /// What was hung up is solved (销号).
    case strike
    /// The unit has to do it again (重办).
    case rework
    /// The reviewer ends it with an explanation.
    case close
    /// The caller was asked.
    case callback
    /// The caller was called and not reached.
    case attempt
    /// A progress question (催办).
    case urge
    /// The supervisors watch over it (督办).
    case supervise
    /// It is the same matter as another case and is dealt with there (并单).
    case merge
    /// A merger is undone (拆单).
    case split
    /// The caller takes it back.
    case withdraw
    /// A callback is left out of the rates (甄别).
    case exclude
    /// A callback that was left out counts again.
    case include
    /// A photo, a recording or another file is attached.
    case attach
    /// A field of a contact is corrected.
    case amend
    /// A contact was entered by mistake.
    case void
    /// The case follows the one into which it was merged. The program does it, nobody else.
    case follow
    /// A callback of a case merged into this one was unsettled. The program does it, nobody else.
    case dispute

    /// Whether the program does it by itself, as a consequence of what somebody did.
    public var isConsequence: Bool {
        self == .follow || self == .dispute
    }

    /// Whether the city gives the case to a unit by it, whose own clock begins then. What goes down or comes back up
    /// was given to the unit above.
    var assigns: Bool {
        self == .dispatch || self == .review || self == .rule || self == .rework
    }
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

/// What a person may do, and for whom.
public struct Authority: Hashable, Sendable {
    /// The person's roles.
    public let roles: Set<Role>
    /// The units for which a handler acts; nil for all.
    public let units: Set<Unit.ID>?

    /// An authority; without units it holds for all of them.
    public init(roles: Set<Role>, units: Set<Unit.ID>? = nil) {
        self.roles = roles
        self.units = units
    }
}

extension Action {
    /// All by their names: with so many, quicker to look up than to compare.
    public static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
