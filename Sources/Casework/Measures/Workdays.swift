extension WorkCalendar {
    /// How many days offices work from one day through another; nil where a year's notice is missing, none
    /// where the last day lies before the first.
    ///
    /// Weekdays are reckoned and the exceptions added, so that years cost no more than days.
    func workdays(from first: CivilDay, through last: CivilDay) -> Int? {
        guard first <= last else { return 0 }
        guard (first.parts.year...last.parts.year).allSatisfy(years.contains) else { return nil }
        let weekdays = Self.weekdays(before: last.number + 1) - Self.weekdays(before: first.number)
        return exceptions.reduce(weekdays) { count, exception in
            guard first <= exception.key, exception.key <= last else { return count }
            return count + (exception.value ? 1 : 0) - (exception.key.isoWeekday <= 5 ? 1 : 0)
        }
    }

    /// Mondays to Fridays from Monday, 29 December 1969, up to and without a day; negative before.
    private static func weekdays(before number: Int) -> Int {
        let days = Int64(number) + 3
        let weeks = days.flooredQuotient(by: 7)
        return Int(weeks * 5 + min(days - weeks * 7, 5))
    }
}
