import Casework
import SplitMix
import Testing

/// Every week, month and day from 1900 to 2100, walked through one after another.
struct CalendarPeriodTests {
    @Test("Every week follows the one before, and 同比 finds its number or the last of the year before")
    func weeks() throws {
        // 1 January 1900 was a Monday.
        var monday = try #require(CivilDay("1900-01-01"))
        var year = 1900
        var number = 0
        var weeks: [Int: Int] = [:]
        while monday.parts.year <= 2100 {
            let thursday = monday.advanced(by: 3)
            number = thursday.parts.year == year ? number + 1 : 1
            year = thursday.parts.year
            weeks[year] = number
            let week = try #require(Period(monday, through: monday.advanced(by: 6)))
            for day in 0..<7 {
                #expect(ISOWeek(of: monday.advanced(by: day)).number == number)
                #expect(ISOWeek(of: monday.advanced(by: day)).year == year)
            }
            #expect(Period(year: year, week: number) == week)
            #expect(week.previous.last.advanced(by: 1) == monday)
            if let long = weeks[year - 1] {
                #expect(week.lastYear == Period(year: year - 1, week: min(number, long)))
            }
            monday = monday.advanced(by: 7)
        }
    }

    @Test("Every month is one, follows the one before, and 同比 finds it in the year before")
    func months() throws {
        for year in 1900...2100 {
            for month in 1...12 {
                let period = try #require(Period(year: year, month: month))
                #expect(period.kind == .month)
                #expect(period.dayCount == CivilDay.length(ofMonth: month, year: year))
                let before =
                    month == 1 ? Period(year: year - 1, month: 12) : Period(year: year, month: month - 1)
                #expect(period.previous == before)
                #expect(period.lastYear == Period(year: year - 1, month: month))
            }
            let whole = try #require(Period(year: year))
            #expect(whole.kind == .year)
            #expect(whole.previous == Period(year: year - 1))
            #expect(whole.lastYear == Period(year: year - 1))
        }
    }

    @Test("同比 of every day has its month and day, save 29 February")
    func days() throws {
        let first = try #require(CivilDay("1900-01-01"))
        let last = try #require(CivilDay("2100-12-31"))
        for number in first.number...last.number {
            let day = CivilDay(number: number)
            let (year, month, date) = day.parts
            let expected = CivilDay(year: year - 1, month: month, day: month == 2 ? min(date, 28) : date)
            // 29 February of the year before is nobody's counterpart: its year is not followed by a leap
            // year.
            #expect(Period(day).lastYear.first == expected)
        }
    }

    @Test(
        "Any range borders on the one before, which is as long, or as many whole months",
        arguments: 1...10 as ClosedRange<UInt64>)
    func ranges(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let first = CivilDay(number: Int.random(in: 0...40_000, using: &random))
            let last = first.advanced(by: Int.random(in: 0...800, using: &random))
            let period = try #require(Period(first, through: last))
            let previous = period.previous
            #expect(previous.last.advanced(by: 1) == first)
            switch period.kind {
            case .day, .week, .days: #expect(previous.dayCount == period.dayCount)
            case .month, .months, .year: #expect(previous.first.parts.day == 1)
            }
            #expect(period.lastYear.first <= period.lastYear.last)
        }
    }
}
