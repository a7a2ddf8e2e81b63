import Casework

/// Somebody must be told of a contact.
public struct Alert: Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
        /// Words were said, in their order, each as often as it was.
        case words([FoundWord])
        /// A matter came so often within the rule's time: how many different people, and their contacts, rising.
        case repeated(callers: Int, contacts: [ContactNumber])
    }

    /// The name of the rule.
    public let rule: String
    /// Who must be told.
    public let told: [String]
    /// Why.
    public let reason: Reason
}

/// A word of a rule in a text.
public struct FoundWord: Hashable, Sendable {
    /// The word as the rule has it.
    public let word: String
    /// Whether the text says that it is not so (没有漏气). It is told all the same: callers can be wrong, and so can we.
    public let isNegated: Bool
}

/// What is said again and again: one place, one category.
public struct Matter: Hashable, Sendable {
    /// The same for all ways of writing the place.
    public var place: String
    /// The category.
    public var category: Casework.Category.ID

    /// A place and what is wrong there.
    public init(place: String, category: Casework.Category.ID) {
        self.place = place
        self.category = category
    }
}

/// That a matter was reported once.
public struct Occurrence: Hashable, Sendable {
    /// In which contact.
    public var contact: ContactNumber
    /// When.
    public var receivedAt: Instant
    /// By whom; nil where it is not known, then by somebody of whom nothing else is known.
    public var caller: Int64?
    /// What.
    public var matter: Matter

    /// A report of a matter.
    public init(contact: ContactNumber, receivedAt: Instant, caller: Int64?, matter: Matter) {
        self.contact = contact
        self.receivedAt = receivedAt
        self.caller = caller
        self.matter = matter
    }
}
