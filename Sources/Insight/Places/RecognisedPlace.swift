import Casework

/// What sort of place a name is.
public enum PlaceKind: Int, Hashable, Sendable, CaseIterable {
    /// An estate, a market, a school, a crossing …: a point on the map.
    case spot
    /// A bus or metro line.
    case line
    /// A road or street, which is long.
    case road
    /// A community or village.
    case community
    /// A town, street office or district.
    case area

    /// Whether it tells one matter from another; a community or town has too many.
    public var isExact: Bool { rawValue <= Self.road.rawValue }
}

/// A place found in a text.
public struct RecognisedPlace: Hashable, Sendable {
    /// Where it stands in the text.
    public let range: Range<String.Index>
    /// As it was written there.
    public let text: String
    /// As people write it, without district, road, building, blanks and quotation marks: `康乐小区` for 城东区「康乐小区」3号楼.
    public let name: String
    /// The same for all ways of writing one place: `康乐` for 康乐小区 and for 康乐.
    public let key: String
    /// What sort of place.
    public let kind: PlaceKind
    /// The configured area of that name; nil where it is not one, or not the only one.
    public let area: Area.ID?
}

/// A place that is known before any text is read: a configured area, or a spot that agents entered.
public struct KnownPlace: Hashable, Sendable {
    /// As it was configured or entered.
    public let name: String
    /// What sort of place; nil to tell by its name.
    public let kind: PlaceKind?
    /// The configured area.
    public let area: Area.ID?
    /// How many contacts name it.
    public let count: Int

    /// A known place.
    public init(name: String, kind: PlaceKind? = nil, area: Area.ID? = nil, count: Int = 1) {
        self.name = name
        self.kind = kind
        self.area = area
        self.count = count
    }

    /// A configured area, by the last of its names.
    public init(_ area: Area) {
        let name = area.path.split(separator: "/").last.map(String.init) ?? area.path
        self.init(name: name, kind: area.level == .community ? .community : .area, area: area.id, count: 0)
    }
}
