/// Which days a city's offices work: Monday to Friday, save the days that the yearly notice sets otherwise.
///
/// A year without a notice has no answer; it is never taken for plain Monday to Friday.
public struct WorkCalendar: Hashable, Sendable {
    /// The years whose notice is in.
    public let years: Set<Int>
    /// The days that the notices set: true for a make-up working day, false for a day off.
    public let exceptions: [CivilDay: Bool]

    /// A calendar of the years named, with their exceptions.
    public init(years: Set<Int>, exceptions: [CivilDay: Bool]) {
        self.years = years
        self.exceptions = exceptions
    }

    /// Whether the offices work on a day; nil for a year without a notice.
    public func works(on day: CivilDay) -> Bool? {
        guard years.contains(day.parts.year) else { return nil }
        return exceptions[day] ?? (day.isoWeekday <= 5)
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
