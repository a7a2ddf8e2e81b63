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
}
