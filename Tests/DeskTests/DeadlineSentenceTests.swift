import Casework
import City
import Desk
import Testing

/// Deadlines of the built-in city by name, as the sentence says them.
struct DeadlineSentenceTests {
    private let clock = CityClock(offset: 28_800)

    private func instant(_ text: String) throws -> Instant {
        try #require(TimeText(text, clock: clock)).instant(clock: clock)
    }

    private func sentence(
        _ amount: Int, _ measure: TimeLimit.Measure, _ start: TimeLimit.Start = .next, from begin: String,
        stops: [(String, String?)] = [], grants: [Allowance] = []
    ) throws -> String {
        let reckoning = TimeLimit(amount: amount, measure: measure, start: start).reckoning(
            from: try instant(begin),
            stops: try stops.map { Stop(since: try instant($0.0), until: try $0.1.map(instant)) },
            grants: grants, clock: clock, calendar: try CityLoader.load(.builtIn).calendar)
        return Wording.sentence(reckoning, clock: clock)
    }

    @Test("The day after the dispatch is the first, and the last one's 24时 is the end")
    func plain() throws {
        #expect(
            try sentence(3, .workday, from: "2024-03-19 10:00") == "自3月19日派单次日起3个工作日，应于3月22日24时前办结")
        #expect(try sentence(1, .day, .same, from: "2024-03-19 23:59") == "自3月19日派单起1天，应于3月19日24时前办结")
        #expect(try sentence(2, .day, from: "2024-02-28 00:00") == "自2月28日派单次日起2天，应于3月1日24时前办结")
        #expect(try sentence(2, .hour, from: "2024-03-19 09:05") == "自3月19日9:05派单起2小时，应于3月19日11:05前办结")
        #expect(try sentence(2, .hour, from: "2024-03-19 22:00") == "自3月19日22:00派单起2小时，应于3月19日24时前办结")
    }

    @Test(
        "Holidays are left out and make-up days counted",
        arguments: [
            // Spring Festival 2024: off from 10 to 17 February, at work on Sunday 4 and Sunday 18.
            ("2024-02-08 17:30", 3, "自2月8日派单次日起3个工作日，扣除休息日8天，应于2月19日24时前办结"),
            ("2024-02-09 08:00", 1, "自2月9日派单次日起1个工作日，扣除休息日8天，应于2月18日24时前办结"),
            ("2024-02-02 12:00", 2, "自2月2日派单次日起2个工作日，扣除休息日1天，应于2月5日24时前办结"),
            ("2024-02-12 12:00", 1, "自2月12日派单次日起1个工作日，扣除休息日5天，应于2月18日24时前办结"),
            // Saturday 11 May 2024 makes up for Labour Day, so do Sunday 28 April and others.
            ("2024-05-10 16:00", 1, "自5月10日派单次日起1个工作日，应于5月11日24时前办结"),
            ("2024-05-10 16:00", 2, "自5月10日派单次日起2个工作日，扣除休息日1天，应于5月13日24时前办结"),
            ("2024-04-26 16:00", 3, "自4月26日派单次日起3个工作日，扣除休息日1天，应于4月30日24时前办结"),
            // Spring Festival 2026: off from 15 to 23 February, at work on Saturday 14 and Saturday 28.
            ("2026-02-13 09:00", 1, "自2月13日派单次日起1个工作日，应于2月14日24时前办结"),
            ("2026-02-13 09:00", 3, "自2月13日派单次日起3个工作日，扣除休息日9天，应于2月25日24时前办结"),
            ("2026-02-27 09:00", 1, "自2月27日派单次日起1个工作日，应于2月28日24时前办结"),
            ("2026-02-27 09:00", 2, "自2月27日派单次日起2个工作日，扣除休息日1天，应于3月2日24时前办结"),
            ("2026-09-30 23:59", 3, "自9月30日派单次日起3个工作日，扣除休息日7天，应于10月10日24时前办结"),
        ])
    func holidays(begin: String, amount: Int, expected: String) throws {
        #expect(try sentence(amount, .workday, from: begin) == expected)
    }

    @Test("Another year is named; New Year's Eve's 24时 is still the old one")
    func turnOfTheYear() throws {
        #expect(
            try sentence(3, .workday, from: "2024-12-30 10:00")
                == "自12月30日派单次日起3个工作日，扣除休息日1天，应于2025年1月3日24时前办结")
        #expect(
            try sentence(1, .workday, from: "2024-12-30 10:00") == "自12月30日派单次日起1个工作日，应于12月31日24时前办结")
        #expect(try sentence(2, .hour, from: "2024-12-31 22:00") == "自12月31日22:00派单起2小时，应于12月31日24时前办结")
        #expect(
            try sentence(2, .hour, from: "2024-12-31 22:01") == "自12月31日22:01派单起2小时，应于2025年1月1日0:01前办结")
    }

    @Test("Without the year's calendar the deadline is open, save where none is needed")
    func open() throws {
        #expect(
            try sentence(1, .workday, from: "2026-12-31 10:00") == "自12月31日派单次日起1个工作日，2027年的工作日历还没有，期限未定")
        #expect(
            try sentence(3, .workday, from: "2026-12-30 10:00") == "自12月30日派单次日起3个工作日，2027年的工作日历还没有，期限未定")
        #expect(
            try sentence(1, .workday, from: "2026-12-30 10:00") == "自12月30日派单次日起1个工作日，应于12月31日24时前办结")
        #expect(try sentence(1, .day, from: "2026-12-31 10:00") == "自12月31日派单次日起1天，应于2027年1月1日24时前办结")
    }

    @Test("Days at whose end the clock stands still are left out, and of hours all the time that it does")
    func stops() throws {
        #expect(
            try sentence(
                3, .workday, from: "2024-03-19 10:00", stops: [("2024-03-20 12:00", "2024-03-22 09:00")])
                == "自3月19日派单次日起3个工作日，扣除休息日2天、暂停计时2天，应于3月26日24时前办结")
        #expect(
            try sentence(
                3, .workday, from: "2024-03-19 10:00", stops: [("2024-03-20 09:00", "2024-03-20 17:00")])
                == "自3月19日派单次日起3个工作日，应于3月22日24时前办结")
        #expect(
            try sentence(
                5, .hour, from: "2024-03-19 10:00", stops: [("2024-03-19 11:00", "2024-03-19 12:30")])
                == "自3月19日10:00派单起5小时，扣除暂停计时1小时30分钟，应于3月19日16:30前办结")
        #expect(
            try sentence(
                5, .hour, from: "2024-03-19 10:00", stops: [("2024-03-19 11:00:00", "2024-03-19 11:00:30")])
                == "自3月19日10:00派单起5小时，扣除暂停计时不到1分钟，应于3月19日15:00前办结")
        #expect(
            try sentence(3, .workday, from: "2024-03-19 10:00", stops: [("2024-03-20 12:00", nil)])
                == "自3月19日派单次日起3个工作日，现在暂停计时")
    }

    @Test("A clock that stands still needs no calendar: the deadline is not open but stopped")
    func stoppedBeforeTheYearEnds() throws {
        #expect(
            try sentence(1, .workday, from: "2026-12-31 10:00", stops: [("2026-12-31 11:00", nil)])
                == "自12月31日派单次日起1个工作日，现在暂停计时")
    }

    @Test("An extension goes on from where the limit ended, in days from the first whole one")
    func extensions() throws {
        let five = Allowance(amount: 5, measure: .workday)
        #expect(
            try sentence(3, .workday, from: "2024-03-19 10:00", grants: [five])
                == "自3月19日派单次日起3个工作日，扣除休息日2天，延期5个工作日，应于3月29日24时前办结")
        #expect(
            try sentence(2, .hour, from: "2024-03-19 10:00", grants: [Allowance(amount: 1, measure: .day)])
                == "自3月19日10:00派单起2小时，延期1天，应于3月20日24时前办结")
        #expect(
            try sentence(
                1, .workday, from: "2024-03-19 10:00",
                grants: [Allowance(amount: 2, measure: .hour), Allowance(amount: 1, measure: .workday)])
                == "自3月19日派单次日起1个工作日，延期2小时，延期1个工作日，应于3月22日24时前办结")
    }
}
