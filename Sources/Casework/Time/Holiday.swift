/// The public holidays, by their names.
public enum Holiday: String, Sendable, CaseIterable {
    case newYear = "元旦"
    case spring = "春节"
    case qingming = "清明节"
    case labour = "劳动节"
    case dragonBoat = "端午节"
    case midAutumn = "中秋节"
    case national = "国庆节"

    /// The holiday of a name, with or without 节; nil for any other.
    public init?(name: String) {
        let found = Self.allCases.first { $0.rawValue == name || $0.rawValue == name + "节" }
        guard let found = found ?? (name == "五一" ? .labour : name == "十一" ? .national : nil) else {
            return nil
        }
        self = found
    }

    /// Its days off in a year: those of the yearly notice with the weekends beside them; nil where the year's calendar
    /// is missing or has none.
    ///
    /// Those without a fixed date are told by the season. Where 中秋节 falls into the week of 国庆节, the two are one.
    public func days(in year: Int, _ calendar: WorkCalendar) -> Period? {
        let stretches = Self.stretches(of: year, calendar)
        func within(_ from: (Int, Int), _ to: (Int, Int)) -> [Period] {
            guard let first = CivilDay(year: year, month: from.0, day: from.1),
                let last = CivilDay(year: year, month: to.0, day: to.1)
            else { return [] }
            return stretches.filter { $0.first <= last && first <= $0.last }
        }
        switch self {
        case .newYear: return within((1, 1), (1, 1)).first
        case .spring: return within((1, 20), (2, 24)).max { $0.dayCount < $1.dayCount }
        case .qingming: return within((4, 4), (4, 5)).first
        case .labour: return within((5, 1), (5, 1)).first
        case .dragonBoat: return within((5, 25), (6, 26)).first
        case .midAutumn: return within((9, 7), (10, 9)).first
        case .national: return within((10, 1), (10, 1)).first
        }
    }

    /// The days off that the notice sets, in stretches that free weekends join.
    private static func stretches(of year: Int, _ calendar: WorkCalendar) -> [Period] {
        let named = calendar.exceptions.filter { !$0.value && $0.key.parts.year == year }.keys.sorted()
        var stretches: [Period] = []
        for day in named where stretches.last?.contains(day) != true {
            var (first, last) = (day, day)
            while calendar.works(on: first.advanced(by: -1)) == false { first = first.advanced(by: -1) }
            while calendar.works(on: last.advanced(by: 1)) == false { last = last.advanced(by: 1) }
            stretches.append(Period(unchecked: first, last))
        }
        return stretches
    }
}
