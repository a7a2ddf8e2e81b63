import Casework

/// What somebody does to a case. Names are what people type; nil is what was not given.
public struct HandlingRequest: Hashable, Sendable {
    /// What is done.
    public var action: Action
    /// The cases or contacts.
    public var numbers: [String]
    /// The unit that leads; of a return the unit suggested; of a signature or reply the unit that helps.
    public var unit: String?
    /// Units that help.
    public var coUnits: [String] = []
    /// What the caller is told.
    public var reply: String?
    /// The number of the article of the knowledge base that an answer on the spot cites; it is the answer where none is given.
    public var knowledge: String?
    /// Why.
    public var reason: String?
    /// What stays in the file.
    public var note: String?
    /// Whether the unit got in touch with the caller.
    public var responded: String?
    /// Whether the matter is solved.
    public var resolved: String?
    /// How satisfied the caller is.
    public var satisfaction: String?
    /// Whether a return is upheld or an extension granted; whether supervision or an exclusion is lifted: false.
    public var verdict: Bool?
    /// How much more time is asked for or granted, in the measure of the city's rule.
    public var amount: String?
    /// Until when the matter is to be solved.
    public var until: String?
    /// Who answers for it.
    public var leader: String?
    /// The case into which this one is merged.
    public var target: String?
    /// A ruling becomes a dispatch rule.
    public var makesRule = false
    /// What is corrected.
    public var correction: Correction?
    /// When it happened; nil for now.
    public var at: String?

    /// An action on cases in which nothing else is given yet.
    public init(_ action: Action, numbers: [String]) {
        self.action = action
        self.numbers = numbers
    }
}

/// The fields of a contact that are corrected. Names are what people type; nil leaves a field as it is.
public struct Correction: Hashable, Sendable {
    /// When it was received.
    public var receivedAt: String?
    /// Its channel.
    public var channel: String?
    /// Its kind.
    public var kind: String?
    /// Its category.
    public var category: String?
    /// The district of the matter.
    public var district: String?
    /// The street of the matter.
    public var street: String?
    /// The community of the matter.
    public var community: String?
    /// The spot; empty takes it away.
    public var spot: String?
    /// The free address; empty takes it away.
    public var address: String?
    /// `direct` or `transfer`.
    public var disposition: String?

    /// A correction of nothing yet.
    public init() {}
}
