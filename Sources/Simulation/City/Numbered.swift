import Casework

extension CityConfiguration {
    /// The same city with identifiers for its rows, counted from 1 in each list, as a new store would give them.
    public func numbered() -> CityConfiguration {
        var city = self
        city.channels = Self.numbered(channels) {
            Channel(id: $1, code: $0.code, name: $0.name, group: $0.group, position: $0.position)
        }
        city.kinds = Self.numbered(kinds) {
            RequestKind(id: $1, code: $0.code, name: $0.name, isTopic: $0.isTopic, position: $0.position)
        }
        city.categories = Self.numbered(categories) {
            Category(
                id: $1, code: $0.code, path: $0.path, rootCode: $0.rootCode, parentCode: $0.parentCode,
                finding: $0.finding, contact: $0.contact, position: $0.position)
        }
        city.units = Self.numbered(units) {
            Unit(
                id: $1, code: $0.code, name: $0.name, level: $0.level, parentCode: $0.parentCode,
                areaCode: $0.areaCode)
        }
        city.areas = Self.numbered(areas) {
            Area(
                id: $1, code: $0.code, level: $0.level, path: $0.path, codes: $0.codes,
                population: $0.population)
        }
        city.leaders = Self.numbered(leaders) { Leader(id: $1, code: $0.code, name: $0.name) }
        city.grades = zip(grades, Int64(1)...).map {
            Grade(id: $1, code: $0.code, name: $0.name, sign: $0.sign, finish: $0.finish)
        }
        return city
    }

    private static func numbered<Value>(
        _ entries: [Entry<Value>], _ number: (Value, Int64) -> Value
    ) -> [Entry<Value>] {
        zip(entries, Int64(1)...).map { Entry(value: number($0.value, $1), spellings: $0.spellings) }
    }
}
