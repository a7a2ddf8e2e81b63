/// What of a contact decides in which published figures it counts.
public struct Facet: Hashable, Sendable {
    /// Its channel.
    public let channel: Channel
    /// Its kind; nil where it was not recorded.
    public let kind: RequestKind?
    /// Its category.
    public let category: Category
    /// The first-level category above it, or itself: the topic for which it counts.
    public let topic: Category
    /// How it was dealt with.
    public let disposition: Disposition

    /// The facets of a contact that counts.
    public init(
        channel: Channel, kind: RequestKind?, category: Category, topic: Category, disposition: Disposition
    ) {
        self.channel = channel
        self.kind = kind
        self.category = category
        self.topic = topic
        self.disposition = disposition
    }
}

/// How many contacts share all facets and a place.
public struct PlacedCount: Hashable, Sendable {
    /// The facets.
    public let facet: Facet
    /// The district, street or community; nil where none was recorded.
    public let area: Area?
    /// The number of contacts.
    public let count: Int

    /// A count of contacts.
    public init(facet: Facet, area: Area?, count: Int) {
        self.facet = facet
        self.area = area
        self.count = count
    }
}

/// How many contacts of a day share all facets.
public struct FacetCount: Hashable, Sendable {
    /// The facets.
    public let facet: Facet
    /// The number of contacts.
    public let count: Int

    /// A count of contacts.
    public init(facet: Facet, count: Int) {
        self.facet = facet
        self.count = count
    }
}
