/// The hours in which offices work on a working day: 9:00–12:00 and 14:00–18:00, for example. They are the
/// city's to set.
public struct WorkingHours: Hashable, Sendable {
    /// Seconds since midnight, in order and apart.
    public let ranges: [Range<Int64>]

    /// Hours in seconds since midnight; nil where there are none, where one is empty or leaves the day
    /// (86,400 is its end), or where they are out of order or overlap.
    public init?(_ ranges: [Range<Int64>]) {
        guard let first = ranges.first, let last = ranges.last, first.lowerBound >= 0,
            last.upperBound <= 86_400, ranges.allSatisfy({ !$0.isEmpty }),
            zip(ranges, ranges.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
        else { return nil }
        self.ranges = ranges
    }

    /// Working seconds in a working day.
    public var daily: Int64 {
        worked(until: 86_400)
    }

    /// Working seconds between two moments; negative where the second lies before the first. Nil where the
    /// calendar of a year in between is missing.
    ///
    /// The years in between are those of every day that has a moment in it, also outside office hours. The
    /// second moment itself is not in it: up to midnight of New Year's Eve, the new year's calendar is not
    /// needed.
    public func seconds(
        from begin: Instant, to end: Instant, clock: CityClock, calendar: WorkCalendar
    ) -> Int64? {
        guard begin <= end else {
            return seconds(from: end, to: begin, clock: clock, calendar: calendar).map(-)
        }
        guard begin < end else { return 0 }
        let first = clock.day(of: begin)
        let last = clock.day(of: end.advanced(bySeconds: -1))
        guard let days = calendar.workdays(from: first, through: last),
            let firstWorks = calendar.works(on: first), let lastWorks = calendar.works(on: last)
        else { return nil }
        // Whole days, less what lies before the beginning and after the end.
        var total = Int64(days) * daily
        if firstWorks { total -= worked(until: clock.secondOfDay(begin)) }
        if lastWorks { total -= daily - worked(until: end.seconds - clock.start(of: last).seconds) }
        return total
    }

    private func worked(until second: Int64) -> Int64 {
        ranges.reduce(0) { $0 + max(0, min($1.upperBound, second) - $1.lowerBound) }
    }
}
