import Casework

/// What is said again and again: one place, one topic.
public struct Matter: Hashable, Sendable {
    /// The same for all ways of writing the place.
    public var place: String
    /// The code of the first-level category.
    public var topic: String

    /// A place and what is wrong there.
    public init(place: String, topic: String) {
        self.place = place
        self.topic = topic
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
