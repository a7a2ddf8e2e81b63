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

    /// An alert by the rule of that name.
    public init(rule: String, told: [String], reason: Reason) {
        self.rule = rule
        self.told = told
        self.reason = reason
    }
}

/// A word of a rule in a text.
public struct FoundWord: Hashable, Sendable {
    /// The word as the rule has it.
    public let word: String
    /// Whether the text says that it is not so (没有漏气). It is told all the same: callers can be wrong, and so can we.
    public let isNegated: Bool

    /// A word that was found.
    public init(word: String, isNegated: Bool) {
        self.word = word
        self.isNegated = isNegated
    }
}
