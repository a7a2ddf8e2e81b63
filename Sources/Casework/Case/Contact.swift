/// One registered call or message, as it was received. It never changes; corrections are events.
///
/// Rows of the configuration are named by the row's identifier, which pins the wording that was in force.
public struct Contact: Hashable, Sendable {
    /// The contact's number.
    public var number: ContactNumber
    /// When the call or message came.
    public var receivedAt: Instant
    /// Through which channel.
    public var channel: Channel.ID
    /// 投诉, 咨询 …; nil where it was not recorded (history, or no request at all).
    public var kind: RequestKind.ID?
    /// What it is about; nil only for a call that is no request.
    public var category: Category.ID?
    /// Who named the category.
    public var categorySource: CategorySource
    /// Where the matter is.
    public var place: Place
    /// A short heading, or empty.
    public var title: String
    /// What was said, or empty where only a heading is known.
    public var content: String
    /// What the caller wants done (诉求目标), or empty.
    public var wants: String
    /// How urgent it is.
    public var urgency: Urgency
    /// The caller asks that name and phone are kept from everybody (保密).
    public var confidential: Bool
    /// Where the record comes from; empty for this store itself.
    public var source: String
    /// The number that the record has there.
    public var externalID: String?
    /// How many others supported the message there.
    public var likes: Int?

    /// A contact with all that was recorded of it.
    public init(
        number: ContactNumber, receivedAt: Instant, channel: Channel.ID, kind: RequestKind.ID?,
        category: Category.ID?, categorySource: CategorySource = .given, place: Place = Place(),
        title: String = "",
        content: String = "", wants: String = "", urgency: Urgency = .normal, confidential: Bool = false,
        source: String = "", externalID: String? = nil, likes: Int? = nil
    ) {
        self.number = number
        self.receivedAt = receivedAt
        self.channel = channel
        self.kind = kind
        self.category = category
        self.categorySource = categorySource
        self.place = place
        self.title = title
        self.content = content
        self.wants = wants
        self.urgency = urgency
        self.confidential = confidential
        self.source = source
        self.externalID = externalID
        self.likes = likes
    }

    /// What was said, in one text: heading and content with a full stop between them, which no word spans.
    public static func said(_ title: String, _ content: String) -> String {
        [title, content].filter { !$0.isEmpty }.joined(separator: "。")
    }
}

/// Who named a contact's category.
public enum CategorySource: String, Sendable, CaseIterable {
    /// A person, or the system that the record came from.
    case given
    /// The program, from the text.
    case suggested
    /// Nobody: 其他 stands for it.
    case missing
}

/// How urgent a request is.
public enum Urgency: String, Sendable, CaseIterable {
    /// 一般
    case normal
    /// 紧急
    case urgent
    /// 特急
    case critical

    /// 0 for the most urgent.
    public var rank: Int {
        switch self {
        case .critical: 0
        case .urgent: 1
        case .normal: 2
        }
    }
}

/// Where a matter is; never the caller's own address.
public struct Place: Hashable, Sendable {
    /// The smallest configured area known: community, street or district.
    public var area: Area.ID?
    /// A housing estate, market, crossing … (点位), or empty.
    public var spot: String
    /// A free address, or empty.
    public var address: String

    /// A place; all parts may be unknown.
    public init(area: Area.ID? = nil, spot: String = "", address: String = "") {
        self.area = area
        self.spot = spot
        self.address = address
    }
}

/// Who called or wrote. Kept apart from contact and case, and erasable.
public struct Caller: Hashable, Sendable {
    /// The name as given, or empty.
    public var name: String
    /// The phone number's digits, or empty.
    public var phone: String
    /// The number of the identity card, or empty.
    public var identity: String
    /// Where the person lives, which need not be where the matter is; or empty.
    public var home: String
    /// The other system's key for the person, or empty.
    public var externalID: String

    /// A caller; what is unknown is empty.
    public init(
        name: String = "", phone: String = "", identity: String = "", home: String = "",
        externalID: String = ""
    ) {
        self.name = name
        self.phone = phone
        self.identity = identity
        self.home = home
        self.externalID = externalID
    }

    /// Whether nothing is known.
    public var isUnknown: Bool {
        name.isEmpty && phone.isEmpty && identity.isEmpty && home.isEmpty && externalID.isEmpty
    }
}
