extension Period {
    /// The period before, for 环比: a day against the day before, a week against the week before, whole
    /// months against as many whole months before, any other range against the same number of days directly
    /// before.
    public var previous: Period {
        switch kind {
        case .day, .week, .days: Period(unchecked: first.advanced(by: -dayCount), first.advanced(by: -1))
        case .month: monthsBefore(1)
        case .months(let count): monthsBefore(count)
        case .year: monthsBefore(12)
        }
    }

    private func monthsBefore(_ count: Int) -> Period {
        let start = (0..<count).reduce(first) { day, _ in day.advanced(by: -1).monthStart }
        return Period(unchecked: start, first.advanced(by: -1))
    }

    /// The same period of the year before, for 同比: whole months against the same months, an ISO week
    /// against the same week of its year or that year's last, any other range against the same month and
    /// day at either end; 28 February for 29 February.
    public var lastYear: Period {
        switch kind {
        case .week(let week):
            // A year has 52 or 53 weeks. From week 53 it is 53 weeks back to the last week of the year
            // before.
            let early = first.advanced(by: -53 * 7)
            let isSame = ISOWeek(of: early) == ISOWeek(year: week.year - 1, number: week.number)
            let monday = week.number == 53 || isSame ? early : first.advanced(by: -52 * 7)
            return Period(unchecked: monday, monday.advanced(by: 6))
        case .month, .months, .year:
            return Period(unchecked: first.yearEarlier, last.monthStart.yearEarlier.monthEnd)
        case .day, .days:
            return Period(unchecked: first.yearEarlier, last.yearEarlier)
        }
    }

    /// The period that a comparison is made with.
    public func base(of comparison: Comparison) -> Period {
        switch comparison {
        case .previous: previous
        case .lastYear: lastYear
        }
    }
}

/// What a figure is compared with. The two are fixed and are never mixed up.
public enum Comparison: String, Sendable, CaseIterable {
    /// 环比: the period before.
    case previous
    /// 同比: the same period of the year before.
    case lastYear

    /// `环比` or `同比`.
    public var name: String {
        switch self {
        case .previous: "环比"
        case .lastYear: "同比"
        }
    }
}
