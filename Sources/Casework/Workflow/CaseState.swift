/// What is true of a case at one moment.
public struct CaseState: Hashable, Sendable {
    /// Where it is in its life.
    public var stage: Stage = .received
    /// The unit that leads, once it was dispatched.
    public var unit: Unit.ID?
    /// Units that help.
    public var coUnits: [Unit.ID] = []
    /// The contact that speaks for the case: the first that counts.
    public var lead = 1
    /// When that contact was received.
    public var receivedAt = Instant.endOfTime
    /// The grade, from the first dispatch on.
    public var grade: Grade.ID?
    /// When the case's clock began: at the first dispatch. It never restarts.
    public var dispatchedAt: Instant?
    /// When the unit signed last, if the case is not waiting to be signed.
    public var signedAt: Instant?
}

/// What is true of a contact at one moment.
public struct ContactState: Hashable, Sendable {
    /// Whether it counts.
    public var standing: Standing
    /// When it was received.
    public var receivedAt: Instant
    /// Its channel.
    public var channel: Channel.ID
    /// Its kind.
    public var kind: RequestKind.ID?
    /// Its category.
    public var category: Category.ID?
    /// Who named the category.
    public var categorySource: CategorySource
    /// Where the matter is.
    public var place: Place
    /// How it was dealt with.
    public var disposition: Disposition

    /// A contact as it was received.
    init(_ contact: Contact, standing: Standing, disposition: Disposition) {
        self.standing = standing
        self.disposition = disposition
        receivedAt = contact.receivedAt
        channel = contact.channel
        kind = contact.kind
        category = contact.category
        categorySource = contact.categorySource
        place = contact.place
    }

    mutating func apply(_ amendment: Amendment) {
        receivedAt = amendment.receivedAt ?? receivedAt
        channel = amendment.channel ?? channel
        kind = amendment.kind ?? kind
        if let category = amendment.category {
            self.category = category
            categorySource = .given
        }
        place.area = amendment.area ?? place.area
        place.spot = amendment.spot ?? place.spot
        place.address = amendment.address ?? place.address
        disposition = amendment.disposition ?? disposition
    }
}

/// A value and the time during which it held: from `since` up to, not including, `until`.
public struct Span<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The first moment.
    public let since: Instant
    /// The first moment after; ``Instant/endOfTime`` for what still holds.
    public var until: Instant
    /// What held.
    public let value: Value
}

extension Array {
    /// Adds what holds from a moment on. What began at the same moment gives way; what does not change is not
    /// repeated.
    mutating func begin<Value>(_ value: Value, at moment: Instant) where Element == Span<Value> {
        if let last, last.since == moment { removeLast() }
        if let last, last.value == value {
            self[count - 1].until = .endOfTime
            return
        }
        if !isEmpty { self[count - 1].until = moment }
        append(Span(since: moment, until: .endOfTime, value: value))
    }
}
