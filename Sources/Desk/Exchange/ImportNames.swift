import CaseStore
import Casework
import City

/// Looks names up as an import must: exactly, by name, code or path. What was found is remembered.
struct ImportNames {
    private let writer: StoreWriter
    private let addsNames: Bool
    private let staff: String
    private let now: Instant
    /// What was found so far, by column and name.
    private(set) var found: [String: Int64?]

    /// Categories and units that were added on the way.
    private(set) var added: [String] = []

    /// - Parameters:
    ///   - found: what the transactions before found.
    ///   - addsNames: categories and units that the configuration does not have are added to it.
    init(writer: StoreWriter, found: [String: Int64?], addsNames: Bool, staff: String, now: Instant) {
        self.staff = staff
        self.now = now
        self.writer = writer
        self.found = found
        self.addsNames = addsNames
    }

    mutating func channel(_ text: String) throws -> Channel.ID {
        try id(.channel, .channel, text) { reader, code in try reader.channel(code: code)?.id }
    }

    mutating func kind(_ text: String) throws -> RequestKind.ID? {
        text.isEmpty ? nil : try id(.kind, .kind, text) { reader, code in try reader.kind(code: code)?.id }
    }

    mutating func unit(_ text: String, column: Column = .unit) throws -> Unit.ID {
        try remembered(column, text) { reader in
            let codes = try reader.codes(of: .unit, exactly: text)
            if let id = codes.count == 1 ? try reader.unit(code: codes[0])?.id : nil { return id }
            let areas = try reader.codes(of: .area, exactly: text).compactMap { try reader.area(code: $0) }
            let top = areas.map(\.codes.count).min()
            let units = try areas.filter { $0.codes.count == top }.compactMap {
                try reader.unit(governing: $0.code)
            }
            return units.count == 1 ? units[0].id : nil
        }
    }

    /// A category by code, path or, where it is the only one at its level, name.
    mutating func category(_ text: String) throws -> Category.ID {
        try remembered(.category, text) { reader in
            let parts = text.split(separator: "/").map(String.init)
            let last = parts.last ?? text
            let rows = try reader.codes(of: .category, exactly: last).compactMap {
                try reader.category(code: $0)
            }
            let fits = parts.count > 1 ? rows.filter { $0.path == text } : rows
            let top = fits.map { $0.path.split(separator: "/").count }.min()
            let highest = fits.filter { $0.path.split(separator: "/").count == top }
            return highest.count == 1 ? highest[0].id : nil
        }
    }

    /// The smallest area named.
    mutating func area(district: String, street: String, community: String) throws -> Area.ID? {
        var above: String?
        var id: Area.ID?
        for (column, text, level) in [
            (Column.district, district, Area.Level.district), (.street, street, .street),
            (.community, community, .community),
        ] where !text.isEmpty {
            let path = above.map { "\($0)/\(text)" } ?? text
            let parent = above
            id = try remembered(column, path) { reader in
                let areas = try reader.codes(of: .area, exactly: text).compactMap {
                    try reader.area(code: $0)
                }
                .filter {
                    $0.level == level && (parent == nil || "/\($0.path)/".contains("/\(parent ?? "")/"))
                }
                return areas.count == 1 ? areas[0].id : nil
            }
            above = try id.flatMap { try writer.reader.area(id: $0)?.path }
        }
        return id
    }

    private mutating func id(
        _ entity: DirectoryEntity, _ column: Column, _ text: String,
        load: (StoreReader, String) throws -> Int64?
    ) throws -> Int64 {
        try remembered(column, text) { reader in
            let codes = try reader.codes(of: entity, exactly: text)
            return codes.count == 1 ? try load(reader, codes[0]) : nil
        }
    }

    private mutating func remembered(
        _ column: Column, _ text: String, find: (StoreReader) throws -> Int64?
    ) throws -> Int64 {
        let key = "\(column.rawValue)\n\(text)"
        if let known = found[key], let known { return known }
        guard let id = try find(writer.reader) ?? add(column, text) else {
            throw RowFault.unknownName(column, text)
        }
        // A file of nothing but new names must not fill the memory: names of the directory are few.
        if found.count > 20_000 { found.removeAll() }
        found[key] = id
        return id
    }

    /// Adds a category or unit to the configuration, where that is wanted.
    private mutating func add(_ column: Column, _ text: String) throws -> Int64? {
        guard addsNames, text.count <= 100 else { return nil }
        switch column {
        case .category
        where (1...3).contains(text.split(separator: "/").count)
            && text.split(separator: "/").joined(separator: "/") == text:
            added.append(text)
            return try writer.addCategory(path: text, by: staff, at: now, spelling: Spelling.init)
        case .unit, .coUnits:
            added.append(text)
            return try writer.addUnit(name: text, by: staff, at: now, spelling: Spelling.init)
        default: return nil
        }
    }
}
