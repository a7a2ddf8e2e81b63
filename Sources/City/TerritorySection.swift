import Casework
import Yams

extension CityLoader {
    /// areas.yml: districts, their streets, their communities.
    static func areas(_ root: Cursor) -> [Entry<Area>] {
        root.allow("districts")
        var areas: [Entry<Area>] = []
        var codes = CodeBook()
        func read(_ entries: [Cursor], _ level: Area.Level, below parent: Area?) {
            var names = NameBook()
            for entry in entries {
                switch level {
                case .district: entry.allow("code", "name", "aliases", "population", "streets")
                case .street: entry.allow("code", "name", "aliases", "population", "communities")
                case .community: entry.allow("code", "name", "aliases", "population")
                }
                let spellings = names.take(entry)
                let name = spellings.first?.name ?? ""
                if name.contains("/") { entry.at("name").report(.badValue(wanted: "不含“/”的名称")) }
                let population = entry.at("population")
                let code = codes.take(entry.at("code"))
                let area = Area(
                    id: 0, code: code, level: level, path: parent.map { "\($0.path)/\(name)" } ?? name,
                    codes: (parent?.codes ?? []) + [code],
                    population: population.node == nil ? nil : population.number(1...100_000_000))
                areas.append(Entry(value: area, spellings: spellings))
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
        root.allow("units", "communities")
        let areaLevels = Dictionary(areas.map { ($0.value.code, $0.value.level) }) { first, _ in first }
        let entries = root.at("units").entries
        let known = Set(entries.compactMap { $0.node?.mapping?["code"]?.scalar?.string })
        var codes = CodeBook()
        var names = NameBook()
        var governed: Set<String> = []
        let parents = Dictionary(
            entries.compactMap { entry -> (String, String)? in
                guard let mapping = entry.node?.mapping, let code = mapping["code"]?.scalar?.string,
                    let parent = mapping["parent"]?.scalar?.string
                else { return nil }
                return (code, parent)
            }
        ) { first, _ in first }
        let units = entries.map { entry in
            entry.allow("code", "name", "level", "parent", "area", "aliases")
            let level =
                entry.at("level").requiredChoice(Casework.Unit.Level.allCases.map { ($0.rawValue, $0) })
                ?? .bureau
            let spellings = names.take(entry)
            let parent = entry.at("parent").optionalText
            if let parent, !known.contains(parent) {
                entry.at("parent").report(.unknownReference(file: "units.yml"))
            }
            if isCircular(entry.at("code").optionalText, parents) {
                entry.at("parent").report(.badValue(wanted: "上级单位，不能绕回自己"))
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
                    id: 0, code: codes.take(entry.at("code")), name: spellings.first?.name ?? "",
                    level: level, parentCode: parent, areaCode: area), spellings: spellings)
        }
        let place = root.at("communities")
        guard place.node != nil, place.choice([("yes", true), ("no", false)]) == true else { return units }
        let communities = communities(areas, below: units, except: governed).map { unit in
            codes.take(unit.code, at: place)
            return Entry(value: unit, spellings: [names.take(unit.name, at: place)])
        }
        return units + communities
    }

    /// A unit for every community of a street that has one: its residents' or villagers' committee. The street's name
    /// stands before its own, because many share one.
    private static func communities(
        _ areas: [Entry<Area>], below units: [Entry<Casework.Unit>], except governed: Set<String>
    ) -> [Casework.Unit] {
        let streets = Dictionary(
            units.compactMap { unit in unit.value.areaCode.map { ($0, unit.value) } }
        ) { first, _ in first }
        return areas.map(\.value).filter { $0.level == .community && !governed.contains($0.code) }.compactMap
        { area in
            guard area.codes.count == 3, area.names.count == 3, let street = streets[area.codes[1]] else {
                return nil
            }
            let own = area.names[2]
            let committee =
                own.hasSuffix("村") ? "\(own)民委员会" : own.hasSuffix("社区") ? "\(own)居民委员会" : "\(own)居委会"
            return Casework.Unit(
                id: 0, code: "c\(area.code)", name: area.names[1] + committee, level: .community,
                parentCode: street.code, areaCode: area.code)
        }
    }

    /// Whether the way up from a unit comes back to it.
    private static func isCircular(_ code: String?, _ parents: [String: String]) -> Bool {
        var seen: Set<String> = []
        var next = code
        while let current = next {
            if !seen.insert(current).inserted { return current == code }
            next = parents[current]
        }
        return false
    }
}
