import Casework
import Testing

struct PeriodTests {
    private func period(_ text: String) throws -> Period {
        let ends = text.split(separator: "/")
        guard ends.count == 2 else { return try #require(Period(text)) }
        let first = try #require(CivilDay(ends[0]))
        let last = try #require(CivilDay(ends[1]))
        return try #require(Period(first, through: last))
    }

    private func text(_ period: Period) -> String {
        "\(period.first)/\(period.last)"
    }

    @Test(
        "A month, a week, a year and a day are read",
        arguments: [
            ("2024-03", "2024-03-01/2024-03-31"), ("2024-02", "2024-02-01/2024-02-29"),
            ("2024-W12", "2024-03-18/2024-03-24"), ("2025-W01", "2024-12-30/2025-01-05"),
            ("2020-W53", "2020-12-28/2021-01-03"), ("2024", "2024-01-01/2024-12-31"),
            ("2024-03-19", "2024-03-19/2024-03-19"),
        ])
    func reads(given: String, days: String) throws {
        let period = try #require(Period(given))
        #expect(text(period) == days)
    }

    @Test(
        "What is no period is refused",
        arguments: [
            "", "24", "2024-", "2024-3", "2024-13", "2024-00", "2024-W00", "2024-W53", "2024-W54", "2024-W1",
            "2024-w12", "2024W12", "2024-W1２", "２０２４", "2024-02-30", "2024-03-19-1", "-2024", "0000",
            "2024-W+1",
            "2024-+1", "202403",
        ])
    func refused(text: String) {
        #expect(Period(text) == nil)
    }

    @Test("A period does not end before it begins")
    func ends() throws {
        let day = try #require(CivilDay("2024-03-19"))
        #expect(Period(day, through: day.advanced(by: -1)) == nil)
        #expect(Period(day, through: day) == Period(day))
        #expect(Period(day).contains(day))
        #expect(!Period(day).contains(day.advanced(by: 1)))
        #expect(!Period(day).contains(day.advanced(by: -1)))
    }

    @Test(
        "A range knows what it is, however it was given",
        arguments: [
            ("2024-03-19/2024-03-19", Period.Kind.day), ("2024-03-01/2024-03-31", .month),
            ("2024-03-01/2024-03-30", .days(30)), ("2024-03-02/2024-03-31", .days(30)),
            ("2024-03-19/2024-03-25", .days(7)), ("2023-02-01/2023-02-28", .month),
            ("2024-02-01/2024-02-28", .days(28)), ("2024-01-01/2024-12-31", .year),
            ("2023-07-01/2024-06-30", .months(12)), ("2023-01-01/2024-12-31", .months(24)),
            ("2024-01-01/2024-03-31", .months(3)), ("2023-12-01/2024-01-31", .months(2)),
            ("2024-01-01/2024-01-07", .week(ISOWeek(of: CivilDay(number: 19_723)))),
        ])
    func kinds(days: String, kind: Period.Kind) throws {
        #expect(try period(days).kind == kind)
    }

    @Test(
        "环比 is made with the period before",
        arguments: [
            ("2024-03", "2024-02-01/2024-02-29"), ("2024-01", "2023-12-01/2023-12-31"),
            ("2024-W01", "2023-12-25/2023-12-31"), ("2024-03-19", "2024-03-18/2024-03-18"),
            ("2024", "2023-01-01/2023-12-31"), ("2024-04-01/2024-06-30", "2024-01-01/2024-03-31"),
            ("2023-12-01/2024-02-29", "2023-09-01/2023-11-30"),
            ("2024-03-10/2024-03-19", "2024-02-29/2024-03-09"),
            ("2024-03-01/2024-03-30", "2024-01-31/2024-02-29"),
        ])
    func previous(given: String, days: String) throws {
        let period = try period(given)
        #expect(text(period.previous) == days)
        #expect(period.base(of: .previous) == period.previous)
    }

    @Test(
        "同比 is made with the same period of the year before",
        arguments: [
            ("2024-03", "2023-03-01/2023-03-31"), ("2024-02", "2023-02-01/2023-02-28"),
            ("2025-02", "2024-02-01/2024-02-29"), ("2024", "2023-01-01/2023-12-31"),
            ("2025-01-01/2025-02-28", "2024-01-01/2024-02-29"), ("2024-03-19", "2023-03-19/2023-03-19"),
            ("2024-02-29", "2023-02-28/2023-02-28"), ("2025-02-28", "2024-02-28/2024-02-28"),
            ("2025-03-01", "2024-03-01/2024-03-01"), ("2024-03-01", "2023-03-01/2023-03-01"),
            ("2024-02-20/2024-02-29", "2023-02-20/2023-02-28"),
            ("2023-12-20/2024-03-05", "2022-12-20/2023-03-05"),
            ("2024-W12", "2023-03-20/2023-03-26"), ("2020-W53", "2019-12-23/2019-12-29"),
            ("2021-W52", "2020-12-21/2020-12-27"), ("2021-W01", "2019-12-30/2020-01-05"),
        ])
    func lastYear(given: String, days: String) throws {
        let period = try period(given)
        #expect(text(period.lastYear) == days)
        #expect(period.base(of: .lastYear) == period.lastYear)
    }

    @Test(
        "Periods have names",
        arguments: [
            ("2024-03", "2024年3月", "2024年3月"), ("2024-W12", "2024年第12周", "2024年第12周"),
            ("2025-W01", "2025年第1周", "2025年第1周"), ("2024", "2024年", "2024年"),
            ("2024-03-19", "3月19日", "2024年3月19日"),
            ("2024-03-19/2024-03-20", "3月19日至20日", "2024年3月19日至20日"),
            ("2024-03-19/2024-04-02", "3月19日至4月2日", "2024年3月19日至4月2日"),
            ("2023-12-30/2024-01-02", "2023年12月30日至2024年1月2日", "2023年12月30日至2024年1月2日"),
            ("2023-03-19/2024-03-20", "2023年3月19日至2024年3月20日", "2023年3月19日至2024年3月20日"),
            ("2024-01-01/2024-03-31", "2024年1月至3月", "2024年1月至3月"),
            ("2023-11-01/2024-02-29", "2023年11月至2024年2月", "2023年11月至2024年2月"),
        ])
    func names(given: String, name: String, fullName: String) throws {
        let period = try period(given)
        #expect(period.name == name)
        #expect(period.fullName == fullName)
    }
}
