import Casework
import GRDB

/// What a name of the directory stands for.
public enum DirectoryEntity: String, Sendable, CaseIterable {
    /// A way by which requests come.
    case channel
    /// 投诉, 咨询 …
    case kind
    /// What a matter is about.
    case category
    /// A responsible unit.
    case unit
    /// A district, street or community.
    case area
    /// Who can be made answerable.
    case leader
}

/// A name in force and the code of the row that it names.
public struct NamedCode: Hashable, Sendable {
    /// The row's code.
    public let code: String
    /// The name.
    public let spelling: Spelling
}

extension StoreReader {
    /// The codes of the rows in force that have exactly this code or name.
    public func codes(of entity: DirectoryEntity, exactly text: String) throws -> [String] {
        let question = ConfigurationCache.Question(subject: .codes, text: "\(entity.rawValue):\(text)")
        let sql = """
            SELECT DISTINCT entity_code FROM names WHERE entity = ? AND name = ? AND until_version IS NULL
            UNION SELECT code FROM \(table(of: entity)) WHERE code = ? AND until_version IS NULL
            """
        let codes: [String]? = try cache.answer(question) {
            let codes: [String] = try db.ask(sql) { row in
                for value in [entity.rawValue, text, text] { row.add(value) }
            }.map { $0[0] }
            return codes.isEmpty ? nil : codes
        }
        return codes ?? []
    }

    /// How many rows of one kind are in force.
    public func count(of entity: DirectoryEntity) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table(of: entity)) WHERE until_version IS NULL")
            ?? 0
    }

    /// All names in force of one kind of row, in the order of the configuration.
    public func names(of entity: DirectoryEntity) throws -> [NamedCode] {
        let sql = """
            SELECT entity_code, name, pinyin, initials FROM names
            WHERE entity = ? AND until_version IS NULL ORDER BY id
            """
        return try db.ask(sql, entity.rawValue).map {
            NamedCode(code: $0[0], spelling: Spelling(name: $0[1], pinyin: $0[2], initials: $0[3]))
        }
    }

    /// The channels in force, in printing order.
    public func channels() throws -> [Channel] {
        try configured(.channels) {
            try db.ask("\(Self.channelColumns) WHERE until_version IS NULL ORDER BY position").map(
                Self.channel)
        }
    }

    /// The channel in force with a code.
    public func channel(code: String) throws -> Channel? {
        try configured(
            .channel, code, "\(Self.channelColumns) WHERE code = ? AND until_version IS NULL", Self.channel)
    }

    /// The channel of a row, whether or not it is in force.
    public func channel(id: Channel.ID) throws -> Channel? {
        try configured(.channel, id, "\(Self.channelColumns) WHERE id = ?", Self.channel)
    }

    /// All channels that were ever in force, by row.
    public func allChannels() throws -> [Channel.ID: Channel] {
        try byID(db.ask(Self.channelColumns).map(Self.channel))
    }

    /// The kind in force with a code.
    public func kind(code: String) throws -> RequestKind? {
        try configured(.kind, code, "\(Self.kindColumns) WHERE code = ? AND until_version IS NULL", Self.kind)
    }

    /// All kinds that were ever in force, by row.
    public func allKinds() throws -> [RequestKind.ID: RequestKind] {
        try byID(db.ask(Self.kindColumns).map(Self.kind))
    }

    /// The category in force with a code.
    public func category(code: String) throws -> Casework.Category? {
        try configured(
            .category, code, "\(Self.categoryColumns) WHERE code = ? AND until_version IS NULL", Self.category
        )
    }

    /// The category in force with a path.
    func category(path: String) throws -> Casework.Category? {
        try db.ask("\(Self.categoryColumns) WHERE path = ? AND until_version IS NULL", path).first(
            Self.category)
    }

    /// All categories that were ever in force, by row.
    public func allCategories() throws -> [Casework.Category.ID: Casework.Category] {
        try byID(db.ask(Self.categoryColumns).map(Self.category))
    }

    /// The unit in force with a code.
    public func unit(code: String) throws -> Casework.Unit? {
        try configured(.unit, code, "\(Self.unitColumns) WHERE code = ? AND until_version IS NULL", Self.unit)
    }

    /// The unit of a row, whether or not it is in force.
    public func unit(id: Casework.Unit.ID) throws -> Casework.Unit? {
        try configured(.unit, id, "\(Self.unitColumns) WHERE id = ?", Self.unit)
    }

    /// All units that were ever in force, by row.
    public func allUnits() throws -> [Casework.Unit.ID: Casework.Unit] {
        try byID(db.ask(Self.unitColumns).map(Self.unit))
    }

    /// All areas that were ever in force, by row.
    public func allAreas() throws -> [Area.ID: Area] {
        try byID(db.ask(Self.areaColumns).map(Self.area))
    }

    /// The leader in force with a code.
    public func leader(code: String) throws -> Leader? {
        try db.ask("SELECT id, code, name FROM leaders WHERE code = ? AND until_version IS NULL", code).first
        { Leader(id: $0[0], code: $0[1], name: $0[2]) }
    }

    /// The leader of a row, whether or not in force.
    public func leader(id: Leader.ID) throws -> Leader? {
        try db.ask("SELECT id, code, name FROM leaders WHERE id = ?", [id]).first {
            Leader(id: $0[0], code: $0[1], name: $0[2])
        }
    }

    /// The unit in force that governs an area.
    public func unit(governing area: String) throws -> Casework.Unit? {
        try configured(
            .governingUnit, area, "\(Self.unitColumns) WHERE area_code = ? AND until_version IS NULL",
            Self.unit)
    }

    /// The area in force with a code.
    public func area(code: String) throws -> Area? {
        try configured(.area, code, "\(Self.areaColumns) WHERE code = ? AND until_version IS NULL", Self.area)
    }

    /// The area of a row, whether or not it is in force.
    public func area(id: Area.ID) throws -> Area? {
        try configured(.area, id, "\(Self.areaColumns) WHERE id = ?", Self.area)
    }

    /// The category of a row, whether or not it is in force.
    public func category(id: Casework.Category.ID) throws -> Casework.Category? {
        try configured(.category, id, "\(Self.categoryColumns) WHERE id = ?", Self.category)
    }

    /// The kind of a row, whether or not it is in force.
    public func kind(id: RequestKind.ID) throws -> RequestKind? {
        try configured(.kind, id, "\(Self.kindColumns) WHERE id = ?", Self.kind)
    }

    private func table(of entity: DirectoryEntity) -> String {
        switch entity {
        case .channel: "channels"
        case .kind: "kinds"
        case .category: "categories"
        case .unit: "units"
        case .area: "areas"
        case .leader: "leaders"
        }
    }

    private func byID<Value: Identifiable>(_ values: [Value]) -> [Value.ID: Value] {
        Dictionary(values.map { ($0.id, $0) }) { first, _ in first }
    }

    private static let channelColumns = "SELECT id, code, name, channel_group, position FROM channels"
    private static let kindColumns = "SELECT id, code, name, is_topic, position FROM kinds"
    private static let categoryColumns = """
        SELECT id, code, path, root_code, parent_code, finding, contact, position FROM categories
        """
    private static let unitColumns = "SELECT id, code, name, level, parent_code, area_code FROM units"
    private static let areaColumns = "SELECT id, code, level, path, codes, population FROM areas"

    private static func channel(_ row: Columns) -> Channel {
        Channel(
            id: row[0], code: row[1], name: row[2], group: Channel.Group(rawValue: row[3]) ?? .internal,
            position: row[4])
    }

    private static func kind(_ row: Columns) -> RequestKind {
        RequestKind(id: row[0], code: row[1], name: row[2], isTopic: row[3], position: row[4])
    }

    private static func category(_ row: Columns) -> Casework.Category {
        Casework.Category(
            id: row[0], code: row[1], path: row[2], rootCode: row[3], parentCode: row[4],
            finding: Casework.Category.Finding(rawValue: row[5]) ?? .problem, contact: row[6],
            position: row[7])
    }

    private static func unit(_ row: Columns) -> Casework.Unit {
        Casework.Unit(
            id: row[0], code: row[1], name: row[2], level: Casework.Unit.Level(rawValue: row[3]) ?? .bureau,
            parentCode: row[4], areaCode: row[5])
    }

    private static func area(_ row: Columns) -> Area {
        let codes: String = row[4]
        return Area(
            id: row[0], code: row[1], level: Area.Level(rawValue: row[2]) ?? .district, path: row[3],
            codes: codes.split(separator: "/").map(String.init), population: row[5])
    }
}
