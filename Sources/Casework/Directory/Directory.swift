/// A way by which requests come.
public struct Channel: Hashable, Sendable, Identifiable {
    /// What a channel counts as in the published figures.
    public enum Group: String, Sendable, CaseIterable {
        /// 来电诉求
        case phone
        /// 网民留言
        case online
        /// Grid workers, referrals, letters: in notices, not in the bulletin's two figures.
        case `internal`
    }

    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// The name as printed.
    public let name: String
    /// Phone, online or internal.
    public let group: Group
    /// Its place in print, from 0.
    public let position: Int

    /// A channel as configured.
    public init(id: Int64, code: String, name: String, group: Group, position: Int) {
        self.id = id
        self.code = code
        self.name = name
        self.group = group
        self.position = position
    }
}

/// 投诉, 咨询, 求助 …
public struct RequestKind: Hashable, Sendable, Identifiable {
    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// The name as printed.
    public let name: String
    /// Whether contacts of this kind make a topic; thanks do not.
    public let isTopic: Bool
    /// Its place in print, from 0.
    public let position: Int

    /// A kind as configured.
    public init(id: Int64, code: String, name: String, isTopic: Bool, position: Int) {
        self.id = id
        self.code = code
        self.name = name
        self.isTopic = isTopic
        self.position = position
    }
}

/// What a matter is about: a node of a tree of up to three levels.
public struct Category: Hashable, Sendable, Identifiable {
    /// What a concentration within the category would be about.
    public enum Finding: String, Sendable, CaseIterable {
        /// 集中反映地址
        case address
        /// 集中反映问题
        case problem
    }

    /// The name of the first-level category, in every configuration, of what names none.
    public static let other = "其他"

    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// Names from the root down, joined by `/`.
    public let path: String
    /// The code of the first-level category above, or its own.
    public let rootCode: String
    /// The code of the category above, nil at the first level.
    public let parentCode: String?
    /// Address or problem.
    public let finding: Finding
    /// Who is contacted about it, as printed: a unit's name, or the city's words for the district concerned.
    public let contact: String
    /// Its place in print, from 0.
    public let position: Int

    /// A category as configured.
    public init(
        id: Int64, code: String, path: String, rootCode: String, parentCode: String?, finding: Finding,
        contact: String, position: Int
    ) {
        self.id = id
        self.code = code
        self.path = path
        self.rootCode = rootCode
        self.parentCode = parentCode
        self.finding = finding
        self.contact = contact
        self.position = position
    }

    /// The last part of the path.
    public var name: String {
        path.utf8.lastIndex(of: Self.slash).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// The first part of the path: the topic that it counts for.
    public var rootName: String {
        path.utf8.firstIndex(of: Self.slash).map { String(path[..<$0]) } ?? path
    }

    private static let slash = UInt8(ascii: "/")
}

/// A responsible unit (承办单位).
public struct Unit: Hashable, Sendable, Identifiable {
    /// Where a unit stands in the three levels.
    public enum Level: String, Sendable, CaseIterable {
        /// A municipal department (市直部门) or public utility.
        case bureau
        /// A district or county government.
        case district
        /// A development park (园区).
        case park
        /// A street office or town government.
        case street
        /// A community or village.
        case community
    }

    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// The full name.
    public let name: String
    /// Bureau, district, park, street or community.
    public let level: Level
    /// The code of the unit above.
    public let parentCode: String?
    /// The code of the area that the unit governs.
    public let areaCode: String?

    /// A unit as configured.
    public init(id: Int64, code: String, name: String, level: Level, parentCode: String?, areaCode: String?) {
        self.id = id
        self.code = code
        self.name = name
        self.level = level
        self.parentCode = parentCode
        self.areaCode = areaCode
    }
}

/// A district, street or community.
public struct Area: Hashable, Sendable, Identifiable {
    /// How fine an area is.
    public enum Level: String, Sendable, CaseIterable {
        /// 区县
        case district
        /// 街道、乡镇
        case street
        /// 社区、村
        case community
    }

    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// District, street or community.
    public let level: Level
    /// Names from the district down, joined by `/`.
    public let path: String
    /// The names from the district down.
    public let names: [String]
    /// The codes from the district down.
    public let codes: [String]
    /// How many people live there; nil where nobody said.
    public let population: Int?

    /// An area as configured.
    public init(
        id: Int64, code: String, level: Level, path: String, codes: [String], population: Int? = nil
    ) {
        self.id = id
        self.code = code
        self.level = level
        self.path = path
        names = path.split(separator: "/").map(String.init)
        self.codes = codes
        self.population = population
    }
}

/// Somebody who can be made answerable for a matter that cannot be solved yet (包保领导).
public struct Leader: Hashable, Sendable, Identifiable {
    /// The row that pins this wording.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// The name or office as shown.
    public let name: String

    /// A leader as configured.
    public init(id: Int64, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}
