/// A range of days of which something is counted. It is what its days are: 1 to 31 March is the month of
/// March, however it was given.
public struct Period: Hashable, Sendable {
    /// What a range of days is.
    public enum Kind: Hashable, Sendable {
        /// One day.
        case day
        /// Monday to Sunday.
        case week(ISOWeek)
        /// One whole month.
        case month
        /// So many whole months, not a calendar year.
        case months(Int)
        /// January to December of one year.
        case year
        /// Any other range, of so many days.
        case days(Int)
    }

    /// The first day.
    public let first: CivilDay
    /// The last day, counted too.
    public let last: CivilDay

    /// The days from the first to the last; nil where the last lies before the first.
    public init?(_ first: CivilDay, through last: CivilDay) {
        guard first <= last else { return nil }
        self.init(unchecked: first, last)
    }

    init(unchecked first: CivilDay, _ last: CivilDay) {
        self.first = first
        self.last = last
    }

    /// One day.
    public init(_ day: CivilDay) {
        self.init(unchecked: day, day)
    }

    /// A month; nil where there is none.
    public init?(year: Int, month: Int) {
        guard let day = CivilDay(year: year, month: month, day: 1) else { return nil }
        self.init(unchecked: day, day.monthEnd)
    }

    /// An ISO week; nil where the year has no such week.
    public init?(year: Int, week: Int) {
        // 4 January always lies in the first week.
        guard (1...53).contains(week), let day = CivilDay(year: year, month: 1, day: 4) else { return nil }
        let monday = day.advanced(by: 1 - day.isoWeekday + (week - 1) * 7)
        guard ISOWeek(of: monday).year == year else { return nil }
        self.init(unchecked: monday, monday.advanced(by: 6))
    }

    /// A calendar year; nil where there is none.
    public init?(year: Int) {
        guard let first = CivilDay(year: year, month: 1, day: 1),
            let last = CivilDay(year: year, month: 12, day: 31)
        else { return nil }
        self.init(unchecked: first, last)
    }

    /// How many days there are.
    public var dayCount: Int {
        last.number - first.number + 1
    }

    /// What the range is.
    public var kind: Kind {
        if first == last { return .day }
        if dayCount == 7, first.isoWeekday == 1 { return .week(ISOWeek(of: first)) }
        guard first == first.monthStart, last == last.monthEnd else { return .days(dayCount) }
        let begin = first.parts
        let end = last.parts
        let months = (end.year - begin.year) * 12 + end.month - begin.month + 1
        if months == 12, begin.month == 1 { return .year }
        return months == 1 ? .month : .months(months)
    }

    /// Whether a day lies in the period.
    public func contains(_ day: CivilDay) -> Bool {
        first <= day && day <= last
    }
}
