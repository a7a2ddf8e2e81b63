/// A call or message as somebody takes it down. Names are what people type; nil is what was not given.
public struct IntakeRequest: Hashable, Codable, Sendable {
    /// The channel; nil for the telephone.
    public var channel: String?
    /// Only online channels are taken.
    public var isMessage = false
    /// 投诉, 咨询 …
    public var kind: String?
    /// What it is about.
    public var category: String?
    /// The district of the matter.
    public var district: String?
    /// The street of the matter.
    public var street: String?
    /// The community of the matter.
    public var community: String?
    /// The estate, market, crossing …
    public var spot: String?
    /// A free address of the matter.
    public var address: String?
    /// A heading.
    public var title: String?
    /// What was said.
    public var content: String?
    /// What the caller wants done.
    public var wants: String?
    /// How urgent it is.
    public var urgency: String?
    /// The caller's name.
    public var name: String?
    /// The caller's phone number.
    public var phone: String?
    /// The number of the caller's identity card.
    public var identity: String?
    /// Where the caller lives, which need not be where the matter is.
    public var home: String?
    /// The caller asks for confidentiality.
    public var confidential = false
    /// The number that the record has in another system.
    public var externalID: String?
    /// The case that the contact follows up.
    public var about: String?
    /// What the caller was told at once (直接办理).
    public var reply: String?
    /// The number of the article of the knowledge base that the answer cites; it is the answer where none is given.
    public var knowledge: String?
    /// The unit to which the matter goes at once (主办).
    public var unit: String?
    /// Units that help (协办).
    public var coUnits: [String] = []
    /// When it was received; nil for now.
    public var at: String?

    /// A request in which nothing is given yet.
    public init() {}
}
