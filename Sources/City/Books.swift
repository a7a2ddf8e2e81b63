import Casework

/// The codes that the rows of a file have used up.
struct CodeBook {
    private(set) var used: Set<String> = []

    /// The code at a place; one that stands there for the second time is a mistake.
    mutating func take(_ place: Cursor) -> String {
        let code = place.code
        if code.hasPrefix(Addition.prefix) {
            place.report(.badValue(wanted: "不以 \(Addition.prefix) 开头的代码"))
        }
        if !code.isEmpty { take(code, at: place) }
        return code
    }

    /// Uses up a code that follows from what stands at a place.
    mutating func take(_ code: String, at place: Cursor) {
        if !used.insert(code).inserted { place.report(.duplicate, of: code) }
    }
}

/// The names that the rows of a list have used up, other names included.
struct NameBook {
    private var used: Set<String> = []

    /// The names of a row with what people type for them; one that is used up already is a mistake.
    mutating func take(_ row: Cursor) -> [Spelling] {
        let places = [row.at("name")] + row.at("aliases").optionalEntries
        return places.compactMap { place in
            let name = place.text
            return name.isEmpty ? nil : take(name, at: place)
        }
    }

    /// Uses up a name that follows from what stands at a place.
    mutating func take(_ name: String, at place: Cursor) -> Spelling {
        if !used.insert(name).inserted { place.report(.duplicate, of: name) }
        return Spelling(name)
    }
}
