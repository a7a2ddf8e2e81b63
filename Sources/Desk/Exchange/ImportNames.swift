import CaseStore
import Casework
import City

/// What an import found out about the configuration in force, kept from row to row.
struct ImportMemory {
    /// A cell of a row: the column and what stands in it.
    struct Name: Hashable {
        let column: Column
        let text: String
    }

    /// An area as a row names it.
    struct AreaNames: Hashable {
        let district: String
        let street: String
        let community: String
    }

    /// What decides about a dispatch.
    struct Matter: Hashable {
        let category: Category.ID?
        let area: Area.ID?
    }

    /// What decides about a grade.
    struct Weight: Hashable {
        let urgency: Urgency
        let channel: Channel.ID
        let kind: RequestKind.ID?
        let category: Category.ID?
    }

    /// The version of the configuration.
    let version: Int
    var rows: [Name: Int64] = [:]
    var areas: [AreaNames: Area.ID] = [:]
    var units: [Matter: Unit.ID?] = [:]
    var grades: [Weight: Grade.ID?] = [:]

    /// A file of nothing but new names must not fill the memory: what the directory has is less.
    mutating func keepSmall() {
        if rows.count + areas.count + units.count + grades.count > 20_000 {
            self = ImportMemory(version: version)
        }
    }
}

/// Looks names up as an import must: exactly, by name, code or path. What was found is remembered.
struct ImportNames {
    private let writer: StoreWriter
    private let addsNames: Bool
    private let suggests: Bool
    private lazy var guessing = Result { try Guessing(writer.reader) }
    private let staff: String
    private let now: Instant
    /// What was found so far.
    private(set) var memory: ImportMemory

    /// Categories and units that were added on the way.
    private(set) var added: [String] = []

    /// - Parameters:
    ///   - memory: what the transactions before found.
    ///   - addsNames: categories and units that the configuration does not have are added to it.
    ///   - suggests: texts suggest categories.
    init(
        writer: StoreWriter, memory: ImportMemory, addsNames: Bool, suggests: Bool, staff: String,
        now: Instant
    ) {
        self.suggests = suggests
        self.staff = staff
        self.now = now
        self.writer = writer
        self.memory = memory
        self.addsNames = addsNames
    }

    mutating func channel(_ text: String) throws -> Channel.ID {
        try remembered(.channel, text) { reader in
            try reader.codes(of: .channel, exactly: text).compactMap { try reader.channel(code: $0) }
        }
    }

    mutating func kind(_ text: String) throws -> RequestKind.ID? {
        guard !text.isEmpty else { return nil }
        return try remembered(.kind, text) { reader in
            try reader.codes(of: .kind, exactly: text).compactMap { try reader.kind(code: $0) }
        }
    }

    mutating func unit(_ text: String, column: Column = .unit) throws -> Unit.ID {
        try remembered(column, text) { reader -> [Unit] in
            let named = try reader.codes(of: .unit, exactly: text).compactMap { try reader.unit(code: $0) }
            if named.count == 1 { return named }
            let areas = try reader.codes(of: .area, exactly: text).compactMap { try reader.area(code: $0) }
            let top = areas.map(\.codes.count).min()
            let governing = try areas.filter { $0.codes.count == top }.compactMap {
                try reader.unit(governing: $0.code)
            }
            return governing.isEmpty ? named : governing
        }
    }

    /// A category by code, path or, where it is the only one at its level, name.
    mutating func category(_ text: String) throws -> Category.ID {
        try remembered(.category, text) { reader -> [Category] in
            let parts = text.split(separator: "/").map(String.init)
            let last = parts.last ?? text
            let rows = try reader.codes(of: .category, exactly: last).compactMap {
                try reader.category(code: $0)
            }
            let fits = parts.count > 1 ? rows.filter { $0.path == text } : rows
            let top = fits.map { $0.path.split(separator: "/").count }.min()
            return fits.filter { $0.path.split(separator: "/").count == top }
        }
    }

    /// The category that a text suggests; nil where nobody wants to know, or where the text says nothing.
    mutating func guess(_ text: String) throws -> Category.ID? {
        suggests ? try guessing.get()?.guesses(text, top: 1).first?.category.id : nil
    }

    /// The smallest area named.
    mutating func area(district: String, street: String, community: String) throws -> Area.ID? {
        let names = ImportMemory.AreaNames(district: district, street: street, community: community)
        if let known = memory.areas[names] { return known }
        var above: Area?
        for (column, text, level) in [
            (Column.district, district, Area.Level.district), (.street, street, .street),
            (.community, community, .community),
        ] where !text.isEmpty {
            let fits = try writer.reader.codes(of: .area, exactly: text)
                .compactMap { try writer.reader.area(code: $0) }
                .filter {
                    $0.level == level && (above == nil || "/\($0.path)/".contains("/\(above?.path ?? "")/"))
                }
            above = try Self.only(fits, column, text)
            if above == nil { throw RowFault.unknownName(column, text) }
        }
        memory.keepSmall()
        memory.areas[names] = above?.id
        return above?.id
    }

    /// The unit to which the dispatch rules send a matter; nil where none fits.
    mutating func unit(for contact: Contact) throws -> Unit.ID? {
        let matter = ImportMemory.Matter(category: contact.category, area: contact.place.area)
        if let known = memory.units[matter] { return known }
        let reader = writer.reader
        let suggestion = try Suggestion(
            category: contact.category.flatMap { try reader.category(id: $0) },
            area: contact.place.area.flatMap { try reader.area(id: $0) }, reader: reader)
        memory.keepSmall()
        memory.units[matter] = suggestion?.unit.id
        return suggestion?.unit.id
    }

    /// The grade that the rules give a request.
    mutating func grade(for contact: Contact) throws -> Grade.ID? {
        let weight = ImportMemory.Weight(
            urgency: contact.urgency, channel: contact.channel, kind: contact.kind, category: contact.category
        )
        if let known = memory.grades[weight] { return known }
        let grade = try Grading(reader: writer.reader).grade(
            urgency: contact.urgency, channel: contact.channel, kind: contact.kind, category: contact.category
        )
        memory.keepSmall()
        memory.grades[weight] = grade?.id
        return grade?.id
    }

    /// The row that has a name, known from before or found now; where none has it, one that is added for it.
    private mutating func remembered<Row: Identifiable>(
        _ column: Column, _ text: String, find: (StoreReader) throws -> [Row]
    ) throws -> Int64 where Row.ID == Int64 {
        let name = ImportMemory.Name(column: column, text: text)
        if let known = memory.rows[name] { return known }
        guard let id = try Self.only(find(writer.reader), column, text)?.id ?? add(column, text) else {
            throw RowFault.unknownName(column, text)
        }
        memory.keepSmall()
        memory.rows[name] = id
        return id
    }

    /// The only row that fits a name; nil where none does. A name of several is never a new one.
    private static func only<Row>(_ fits: [Row], _ column: Column, _ text: String) throws -> Row? {
        if fits.count > 1 { throw RowFault.ambiguousName(column, text) }
        return fits.first
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
