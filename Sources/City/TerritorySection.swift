import Casework
import Yams

extension CityLoader {
    /// areas.yml: districts, their streets, their communities.
    static func areas(_ root: Cursor) -> [Entry<Area>] {
        root.allow("districts")
        var areas: [Entry<Area>] = []
        var codes = CodeBook()
        func read(_ entries: [Cursor], _ level: Area.Level, below parent: Area?) {
            var names: Set<String> = []
            for entry in entries {
                entry.allow("code", "name", "aliases", "population", "streets", "communities")
                let name = entry.at("name").text
                if name.contains("/") { entry.at("name").report(.badValue(wanted: "不含“/”的名称")) }
                if !names.insert(name).inserted, !name.isEmpty { entry.at("name").report(.duplicate) }
                if entry.at("population").node != nil { _ = entry.at("population").number(1...100_000_000) }
                let code = codes.take(entry.at("code"))
                let area = Area(
                    id: 0, code: code, level: level, path: parent.map { "\($0.path)/\(name)" } ?? name,
                    codes: (parent?.codes ?? []) + [code])
                areas.append(Entry(value: area, spellings: entry.spellings(name)))
                switch level {
                case .district: read(entry.at("streets").optionalEntries, .street, below: area)
                case .street: read(entry.at("communities").optionalEntries, .community, below: area)
                case .community: break
                }
            }
        }
        read(root.at("districts").entries, .district, below: nil)
        return areas
    }

    /// units.yml
    static func units(_ root: Cursor, areas: [Entry<Area>]) -> [Entry<Casework.Unit>] {
        root.allow("units")
        let areaLevels = Dictionary(areas.map { ($0.value.code, $0.value.level) }) { first, _ in first }
        let entries = root.at("units").entries
        let known = Set(entries.compactMap { $0.node?.mapping?["code"]?.scalar?.string })
        var codes = CodeBook()
        var names: Set<String> = []
        var governed: Set<String> = []
        return entries.map { entry in
            entry.allow("code", "name", "level", "parent", "area", "aliases")
            let level =
                entry.at("level").requiredChoice(Casework.Unit.Level.allCases.map { ($0.rawValue, $0) })
                ?? .bureau
            let name = entry.at("name").text
            if !names.insert(name).inserted, !name.isEmpty { entry.at("name").report(.duplicate) }
            let parent = entry.at("parent").optionalText
            if let parent, !known.contains(parent) {
                entry.at("parent").report(.unknownReference(file: "units.yml"))
            }
            if parent == nil, level == .street || level == .community {
                entry.at("parent").report(.missingKey)
            }
            let area = entry.at("area").optionalText
            if let area {
                if areaLevels[area] == nil {
                    entry.at("area").report(.unknownReference(file: "areas.yml"))
                } else if !governed.insert(area).inserted {
                    entry.at("area").report(.duplicate)
                }
            } else if level == .district || level == .street || level == .community {
                entry.at("area").report(.missingKey)
            }
            return Entry(
                value: Casework.Unit(
                    id: 0, code: codes.take(entry.at("code")), name: name, level: level, parentCode: parent,
                    areaCode: area), spellings: entry.spellings(name))
        }
    }
}
