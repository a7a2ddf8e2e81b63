import Casework

extension CityLoader {
    /// calendar.yml: for each year the days off and the make-up working days, `MM-DD` or `MM-DD..MM-DD`.
    static func calendar(_ root: Cursor) -> WorkCalendar {
        root.allow("years")
        var years: Set<Int> = []
        var exceptions: [CivilDay: Bool] = [:]
        for entry in root.at("years").entries {
            entry.allow("year", "off", "work")
            let year = entry.at("year").number(2000...2100)
            if !years.insert(year).inserted { entry.at("year").report(.duplicate) }
            for (key, works) in [("off", false), ("work", true)] {
                for place in entry.at(key).optionalEntries {
                    guard let days = days(place.text, year: year) else {
                        place.report(.badValue(wanted: "如 02-10 或 02-10..02-17"))
                        continue
                    }
                    for day in days where exceptions.updateValue(works, forKey: day) != nil {
                        place.report(.duplicate)
                    }
                }
            }
        }
        return WorkCalendar(years: years, exceptions: exceptions)
    }

    private static func days(_ text: String, year: Int) -> [CivilDay]? {
        let parts = text.split(separator: "..", omittingEmptySubsequences: false)
        let ends = parts.map { CivilDay("\(year)-\($0)") }
        guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil,
            first <= last
        else { return nil }
        return (first.number...last.number).map(CivilDay.init(number:))
    }
}
