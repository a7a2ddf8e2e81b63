/// A week by ISO 8601: it begins on Monday and belongs to the year in which its Thursday lies.
public struct ISOWeek: Hashable, Sendable {
    /// The year of its Thursday.
    public let year: Int
    /// 1 to 53.
    public let number: Int

    init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// The week in which a day lies.
    public init(of day: CivilDay) {
        let thursday = day.advanced(by: 4 - day.isoWeekday)
        year = thursday.parts.year
        number = (thursday.dayOfYear - 1) / 7 + 1
    }
}

extension CivilDay {
    /// 1 for 1 January to 365 or 366.
    var dayOfYear: Int {
        let parts = parts
        return (1..<parts.month).reduce(parts.day) { $0 + Self.length(ofMonth: $1, year: parts.year) }
    }

    /// The first day of its month.
    var monthStart: CivilDay {
        advanced(by: 1 - parts.day)
    }

    /// The last day of its month.
    var monthEnd: CivilDay {
        let parts = parts
        return advanced(by: Self.length(ofMonth: parts.month, year: parts.year) - parts.day)
    }

    /// The same month and day of the year before; 28 February for 29 February.
    var yearEarlier: CivilDay {
        let parts = parts
        let isLeapDay = parts.month == 2 && parts.day == 29
        // The year back holds a leap day if the February in it does.
        let february = parts.month <= 2 ? parts.year - 1 : parts.year
        let isLong = isLeapDay || Self.length(ofMonth: 2, year: february) == 29
        return advanced(by: isLong ? -366 : -365)
    }
}
