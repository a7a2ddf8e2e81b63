import CaseStore
import Casework

/// A field of an intake for which one of several names is taken.
public enum ListedField: Sendable, CaseIterable {
    case channel, kind, district, street, community, category, urgency, unit
}

/// A name that can be taken for a field.
public struct NamedChoice: Hashable, Sendable {
    /// By what an intake names it: a code, which always wins.
    public let code: String
    /// What people read.
    public let name: String
    /// By what it is found too: pinyin, initials and other names, in lower case.
    public let keys: [String]
    /// Why it is likely; empty where it is no more so than others.
    public var why = ""
}

extension Desk {
    /// The names that can be taken for a field, the likely ones first.
    ///
    /// - Parameters:
    ///   - request: what is known so far: streets are those of its district.
    ///   - advice: what makes a name likely.
    public func choices(
        for field: ListedField, of request: IntakeRequest, advice: Advice = Advice()
    ) throws -> [NamedChoice] {
        let choices = try store.read { try Choosing(reader: $0, request: request).choices(for: field) }
        return advice.likely(field).reversed().reduce(into: choices) { choices, likely in
            guard let place = choices.firstIndex(where: { likely.fits($0) }) else { return }
            var choice = choices.remove(at: place)
            choice.why = likely.why
            choices.insert(choice, at: 0)
        }
    }
}

/// Lists the names of one request's fields.
struct Choosing {
    let reader: StoreReader
    let request: IntakeRequest

    func choices(for field: ListedField) throws -> [NamedChoice] {
        switch field {
        case .kind: return try rows(.kind) { try reader.kind(code: $0)?.name }
        case .category: return try rows(.category) { try reader.category(code: $0)?.path }
        case .unit: return try rows(.unit) { try reader.unit(code: $0)?.name }
        case .channel:
            return try rows(.channel) { code in
                try reader.channel(code: code).flatMap {
                    request.isMessage == ($0.group == .online) ? $0.name : nil
                }
            }
        case .urgency:
            return Urgency.allCases.map {
                NamedChoice(code: $0.rawValue, name: Terms.name($0), keys: [$0.rawValue])
            }
        case .district: return try areas(.district, within: nil)
        case .street:
            return try areas(.street, within: area(request.district, .district, within: nil))
        case .community:
            let district = try area(request.district, .district, within: nil)
            let street = try area(request.street, .street, within: district)
            return try areas(.community, within: street ?? district)
        }
    }

    /// One choice for each row, with all its names; rows without a shown name are left out.
    private func rows(_ entity: DirectoryEntity, name: (String) throws -> String?) throws -> [NamedChoice] {
        var codes: [String] = []
        var keys: [String: [String]] = [:]
        for named in try reader.names(of: entity) {
            if keys[named.code] == nil { codes.append(named.code) }
            keys[named.code, default: [named.code]] += [
                named.spelling.name, named.spelling.pinyin, named.spelling.initials,
            ]
        }
        return try codes.compactMap { code in
            try name(code).map { name in
                NamedChoice(
                    code: code, name: name,
                    keys: (keys[code] ?? []).map { $0.lowercased() }.filter { !$0.isEmpty })
            }
        }
    }

    /// Areas below a district or street are listed where that is known.
    private func areas(_ level: Area.Level, within parent: Area?) throws -> [NamedChoice] {
        guard level == .district || parent != nil else { return [] }
        return try rows(.area) { code in
            try reader.area(code: code).flatMap { area in
                area.level == level && (parent.map { area.codes.contains($0.code) } ?? true)
                    ? area.names.last : nil
            }
        }
    }

    private func area(_ text: String?, _ level: Area.Level, within parent: Area?) throws -> Area? {
        try text.map { try Lookup(reader: reader).area($0, level: level, within: parent) }
    }
}

extension Advice {
    /// A name that is likely, and why.
    fileprivate struct Likely {
        let name: String
        let why: String

        func fits(_ choice: NamedChoice) -> Bool { choice.name == name }
    }

    /// What is likely for a field, the likeliest first.
    fileprivate func likely(_ field: ListedField) -> [Likely] {
        let same = similar.filter(\.isLikely).map { ($0.line, "像 \($0.line.number)") }
        let before = same + earlier.prefix(1).map { ($0, "此号码上次") }
        func areas(_ level: Int) -> [Likely] {
            before.compactMap { line, why in
                let names = line.area.split(separator: "/").map(String.init)
                return names.count > level ? Likely(name: names[level], why: why) : nil
            }
        }
        var found: [Likely]
        switch field {
        case .category:
            found =
                categories.map {
                    Likely(name: $0.category.path, why: "按内容 \(Terms.percent($0.confidence))")
                } + before.map { Likely(name: $0.category, why: $1) }
        case .unit:
            found = rule.map { [Likely(name: $0.unit, why: $0.why)] } ?? []
            found += same.filter { !$0.0.unit.isEmpty }.map { Likely(name: $0.0.unit, why: $0.1) }
        case .district: found = areas(0)
        case .street: found = areas(1)
        case .community: found = areas(2)
        case .channel, .kind, .urgency: found = []
        }
        var known: Set<String> = []
        return found.filter { known.insert($0.name).inserted }
    }
}
