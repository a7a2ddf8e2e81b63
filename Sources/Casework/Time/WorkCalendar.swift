/// Which days a city's offices work: Monday to Friday, save the days that the yearly notice sets otherwise.
///
/// A year without a notice has no answer; it is never taken for plain Monday to Friday.
public struct WorkCalendar: Hashable, Sendable {
    /// The years whose notice is in.
    public let years: Set<Int>
    /// The days that the notices set: true for a make-up working day, false for a day off.
    public let exceptions: [CivilDay: Bool]
    /// What is known of each day from the first year's first one on.
    private let table: [Day]
    private let first: Int

    private struct Day: Hashable {
        /// Whether offices work; nil in a year without a notice.
        let works: Bool?
        /// On how many of the days before they do.
        let worked: Int
        /// How many of the days before lie in a year without a notice.
        let unknown: Int
    }

    /// A calendar of the years named, with their exceptions.
    public init(years: Set<Int>, exceptions: [CivilDay: Bool]) {
        self.years = years
        self.exceptions = exceptions
        let days = years.compactMap { year -> ClosedRange<Int>? in
            guard let first = CivilDay(year: year, month: 1, day: 1),
                let last = CivilDay(year: year, month: 12, day: 31)
            else { return nil }
            return first.number...last.number
        }
        let first = days.map(\.lowerBound).min() ?? 0
        var table = [Bool?](repeating: nil, count: (days.map(\.upperBound).max() ?? first - 1) - first + 1)
        for day in days.joined() { table[day - first] = CivilDay(number: day).isoWeekday <= 5 }
        for (day, works) in exceptions where table.indices.contains(day.number - first) {
            if table[day.number - first] != nil { table[day.number - first] = works }
        }
        var (worked, unknown) = (0, 0)
        self.first = first
        self.table = table.map { works in
            defer {
                if works == true { worked += 1 }
                if works == nil { unknown += 1 }
            }
            return Day(works: works, worked: worked, unknown: unknown)
        }
    }

    /// Whether the offices work on a day; nil for a year without a notice.
    public func works(on day: CivilDay) -> Bool? {
        entry(of: day)?.works
    }

    /// How many days offices work from one day through another; nil where a year's notice is missing, none
    /// where the last day lies before the first. Years cost no more than days.
    func workdays(from first: CivilDay, through last: CivilDay) -> Int? {
        guard first <= last else { return 0 }
        guard let from = entry(of: first), let to = entry(of: last), from.unknown == to.unknown,
            let works = to.works
        else { return nil }
        return to.worked - from.worked + (works ? 1 : 0)
    }

    private func entry(of day: CivilDay) -> Day? {
        let place = day.number - first
        return table.indices.contains(place) ? table[place] : nil
    }

    /// The first and the last day about which two calendars may say different things; nil where they agree.
    public func days(differingFrom other: WorkCalendar) -> ClosedRange<CivilDay>? {
        let years = years.symmetricDifference(other.years).flatMap { year in
            [CivilDay(year: year, month: 1, day: 1), CivilDay(year: year, month: 12, day: 31)]
        }.compactMap { $0 }
        let single = Set(exceptions.keys).union(other.exceptions.keys).filter {
            exceptions[$0] != other.exceptions[$0]
        }
        guard let first = (years + single).min(), let last = (years + single).max() else { return nil }
        return first...last
    }
}
