import CaseStore
import Casework

/// Finds rows of the directory by what people type: a code, a name, or an unambiguous part of it.
///
/// What fits better wins: an exact code or name, then exact pinyin or initials, then a part of the name, of the
/// pinyin or of the initials. Among exact fits the higher level wins; of parts that fit, only one within which all
/// others lie.
struct Lookup {
    let reader: StoreReader

    func channel(_ text: String) throws -> Channel {
        try one(.channel, text) { try reader.channel(code: $0) }
    }

    func kind(_ text: String) throws -> RequestKind {
        try one(.kind, text) { try reader.kind(code: $0) }
    }

    /// A category by code, name, path (`物业服务/电梯`) or part.
    func category(_ text: String) throws -> Category {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else {
            return try one(.category, text, level: { $0.path.split(separator: "/").count }) {
                try reader.category(code: $0)
            }
        }
        let below = try parts.dropLast().reduce(nil as Category?) { parent, part in
            try category(part, below: parent, whole: text)
        }
        return try category(parts[parts.count - 1], below: below, whole: text)
    }

    private func category(_ text: String, below parent: Category?, whole: String) throws -> Category {
        try one(.category, text, shown: whole) { code in
            try reader.category(code: code).flatMap { $0.parentCode == parent?.code ? $0 : nil }
        }
    }

    /// An area of a level, within another where one is given.
    func area(_ text: String, level: Area.Level, within parent: Area?) throws -> Area {
        try one(.area, text) { code in
            try reader.area(code: code).flatMap { area in
                area.level == level && (parent.map { area.codes.contains($0.code) } ?? true) ? area : nil
            }
        }
    }

    /// A unit; the bare name of a district or street stands for its government.
    func unit(_ text: String) throws -> Unit {
        if try reader.codes(of: .unit, exactly: text).isEmpty {
            let areas = try reader.codes(of: .area, exactly: text).compactMap { try reader.area(code: $0) }
            let top = areas.map(\.codes.count).min()
            let units = try areas.filter { $0.codes.count == top }.compactMap {
                try reader.unit(governing: $0.code)
            }
            if units.count == 1 { return units[0] }
        }
        return try one(.unit, text) { try reader.unit(code: $0) }
    }

    /// Somebody who can be made answerable.
    func leader(_ text: String) throws -> Leader {
        try one(.leader, text) { try reader.leader(code: $0) }
    }

    /// The unit that leads and those that help, each once.
    func units(lead: String?, helping: [String]) throws -> (lead: Unit.ID?, helping: [Unit.ID]) {
        let lead = try lead.map { try unit($0).id }
        var seen = Set([lead].compactMap { $0 })
        return (lead, try helping.map { try unit($0).id }.filter { seen.insert($0).inserted })
    }

    /// The one row that a text stands for.
    ///
    /// - Parameters:
    ///   - level: how far down a row stands; the higher wins.
    ///   - load: the row with a code, or nil where it is not among those wanted.
    private func one<Value: NamedRow>(
        _ entity: DirectoryEntity, _ text: String, shown: String? = nil, level: (Value) -> Int = { _ in 0 },
        load: (String) throws -> Value?
    ) throws -> Value {
        let exact = try reader.codes(of: entity, exactly: text).compactMap(load)
        if let row = Self.highest(exact, level) { return row }
        if exact.count > 1 {
            throw DeskError.ambiguousName(entity, shown ?? text, fits: exact.map(\.display))
        }
        let names = try reader.names(of: entity)
        let key = text.lowercased()
        let tiers: [(NamedCode) -> Bool] = [
            { $0.spelling.initials == key || $0.spelling.pinyin == key },
            { !text.isEmpty && $0.spelling.name.contains(text) },
            { key.count > 1 && ($0.spelling.initials.contains(key) || $0.spelling.pinyin.contains(key)) },
        ]
        for fits in tiers {
            let codes = unique(names.filter(fits).map(\.code))
            let rows = try codes.compactMap(load)
            if let row = Self.highest(rows, level), rows.allSatisfy({ $0.lies(within: row) }) { return row }
            if !rows.isEmpty {
                throw DeskError.ambiguousName(entity, shown ?? text, fits: rows.prefix(8).map(\.display))
            }
        }
        var near = Nearness.nearest(to: text, among: names.map { ($0.code, $0.spelling.name) }, count: 20)
        // Of kinds and channels there are few: all are named, the nearest first.
        let isFew = entity == .kind || entity == .channel || entity == .leader
        if isFew { near += names.map(\.code) }
        let rows = try unique(near).compactMap(load)
        throw DeskError.unknownName(entity, shown ?? text, near: rows.prefix(isFew ? 12 : 5).map(\.display))
    }

    private static func highest<Value>(_ rows: [Value], _ level: (Value) -> Int) -> Value? {
        guard let top = rows.map(level).min() else { return nil }
        let highest = rows.filter { level($0) == top }
        return highest.count == 1 ? highest[0] : nil
    }

    private func unique(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }
    }
}

/// A row of the directory as it is named in a list of choices.
protocol NamedRow {
    var display: String { get }
    /// Whether it is the other one, or lies below it.
    func lies(within other: Self) -> Bool
}

extension NamedRow where Self: Equatable {
    func lies(within other: Self) -> Bool { self == other }
}

extension Channel: NamedRow {
    var display: String { name }
}

extension RequestKind: NamedRow {
    var display: String { name }
}

extension Category: NamedRow {
    var display: String { path }

    func lies(within other: Category) -> Bool { "\(path)/".hasPrefix("\(other.path)/") }
}

extension Leader: NamedRow {
    var display: String { name }
}

extension Unit: NamedRow {
    var display: String { name }
}

extension Area: NamedRow {
    var display: String { path }

    func lies(within other: Area) -> Bool { codes.contains(other.code) }
}
