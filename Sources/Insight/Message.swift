import Casework

/// What one contact says, as the findings see it.
public struct Message: Hashable, Sendable {
    /// Which contact.
    public var contact: ContactNumber
    /// When it was received.
    public var receivedAt: Instant
    /// The business day of its receipt.
    public var day: CivilDay
    /// Who called or wrote: contacts with the same value are one person's. Nil where it is not known; such a
    /// contact counts as a person of its own.
    public var caller: Int64?
    /// Its first-level category; nil where there is none.
    public var topic: Casework.Category.ID?
    /// The housing estate, market, crossing … as it was entered, or empty.
    public var spot: String
    /// The free address, or empty.
    public var address: String
    /// The heading, or empty.
    public var title: String
    /// What was said.
    public var content: String
    /// How many others supported it.
    public var likes: Int

    /// A message; what is not known is empty.
    public init(
        contact: ContactNumber, receivedAt: Instant, day: CivilDay, caller: Int64? = nil,
        topic: Casework.Category.ID? = nil, spot: String = "", address: String = "", title: String = "",
        content: String = "", likes: Int = 0
    ) {
        self.contact = contact
        self.receivedAt = receivedAt
        self.day = day
        self.caller = caller
        self.topic = topic
        self.spot = spot
        self.address = address
        self.title = title
        self.content = content
        self.likes = likes
    }
}
