import Casework
import Testing

struct CivilDayTests {
    @Test("Every day from 1900 to 2100 comes back from its parts, its text and its compact form, in order")
    func roundTrip() throws {
        let first = try #require(CivilDay(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDay(year: 2100, month: 12, day: 31))
        var expected = (year: 1900, month: 1, day: 1)
        var weekday = 1  // 1 January 1900 was a Monday.
        for number in first.number...last.number {
            let day = CivilDay(number: number)
            #expect(day.parts == expected)
            #expect(CivilDay(day.description) == day)
            #expect(CivilDay(compact: day.compact) == day)
            #expect(day.isoWeekday == weekday)
            weekday = weekday % 7 + 1
            expected.day += 1
            if expected.day > CivilDay.length(ofMonth: expected.month, year: expected.year) {
                expected.day = 1
                expected.month += 1
            }
            if expected.month > 12 {
                expected.month = 1
                expected.year += 1
            }
        }
    }

    @Test(
        "Days that do not exist are refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-01", "24-04-01", "",
            "2024-04",
            "２０２４-04-01", "2024-04-01-", "+024-04-01", "0000-01-01",
        ])
    func refusesWhatIsNoDay(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("2024 and 2000 have a 29th of February")
    func leapDays() {
        #expect(CivilDay("2024-02-29") != nil)
        #expect(CivilDay("2000-02-29") != nil)
    }
}

struct TimeTextTests {
    let china = CityClock(offset: 28_800)

    @Test(
        "Offsets, blanks for the T, minutes and the city's own clock name the same moment",
        arguments: [
            "2024-03-19T10:00:00+08:00", "2024-03-19 10:00:00", "2024-03-19T10:00", "2024-03-19T02:00:00Z",
            "2024-03-18T21:00:00-05:00", "2024-03-19T10:00:00+0800", "2024-03-19T10:00:00+08",
            "2024-03-19T10:00:00.999",
        ])
    func sameMoment(text: String) throws {
        let time = try #require(TimeText(text, clock: china))
        #expect(time.instant(clock: china) == Instant(seconds: 1_710_813_600))
        #expect(china.iso(time.instant(clock: china)) == "2024-03-19T10:00:00+08:00")
    }

    @Test(
        "What is no time is refused",
        arguments: [
            "2024-03-19T24:00:00", "2024-03-19T10:60", "2024-03-19T10", "2024-03-19T", "2024-03-19X10:00",
            "10:00",
            "2024-03-19T10:00:00+15:00", "2024-03-19T10:00:00+8", "2024-03-19T10:00:00.", "2024-03-19T1０:00",
            "2024-03-19T10:00:00 +08:00", "现在", "2024-02-30T10:00",
        ])
    func refused(text: String) {
        #expect(TimeText(text, clock: china) == nil)
    }

    @Test("The business day changes at midnight of the city, whatever the offset of the text")
    func dayBoundary() throws {
        let before = try #require(TimeText("2024-03-19T15:59:59Z", clock: china)).instant(clock: china)
        let after = try #require(TimeText("2024-03-19T16:00:00Z", clock: china)).instant(clock: china)
        #expect(china.day(of: before).description == "2024-03-19")
        #expect(china.day(of: after).description == "2024-03-20")
        #expect(china.start(of: china.day(of: after)) == after)
    }

    @Test("A bare day is its first second for what happens and its last for what is looked at")
    func bareDay() throws {
        let day = try #require(TimeText("2024-03-19", clock: china))
        #expect(china.plain(day.instant(clock: china)) == "2024-03-19 00:00:00")
        #expect(china.plain(day.lastInstant(clock: china)) == "2024-03-19 23:59:59")
    }
}

struct DeadlineTests {
    let china = CityClock(offset: 28_800)
    let calendar = WorkCalendar(
        years: [2024],
        exceptions: [
            "2024-02-10": false, "2024-02-11": false, "2024-02-12": false, "2024-02-13": false,
            "2024-02-14": false,
            "2024-02-15": false, "2024-02-16": false, "2024-02-17": false, "2024-02-04": true,
            "2024-02-18": true,
        ].reduce(into: [:]) { days, entry in CivilDay(entry.key).map { days[$0] = entry.value } })

    private func due(_ amount: Int, _ measure: TimeLimit.Measure, _ start: TimeLimit.Start, from text: String)
        -> String
    {
        guard let begin = TimeText(text, clock: china)?.instant(clock: china) else { return "" }
        switch TimeLimit(amount: amount, measure: measure, start: start).deadline(
            from: begin, clock: china, calendar: calendar)
        {
        case .at(let instant): return china.plain(instant)
        case .open(let year): return "未定 \(year)"
        case .stopped: return "暂停"
        }
    }

    @Test("Three working days from a Tuesday end with Friday")
    func workdays() {
        #expect(due(3, .workday, .next, from: "2024-03-19 10:00") == "2024-03-23 00:00:00")
        #expect(due(3, .workday, .same, from: "2024-03-19 10:00") == "2024-03-22 00:00:00")
    }

    @Test("Spring Festival is passed over, and the make-up Sunday counts")
    func springFestival() {
        #expect(due(1, .workday, .next, from: "2024-02-09 17:00") == "2024-02-19 00:00:00")
        #expect(due(2, .workday, .next, from: "2024-02-09 17:00") == "2024-02-20 00:00:00")
    }

    @Test("Hours run by the clock, days by the calendar")
    func hoursAndDays() {
        #expect(due(2, .hour, .next, from: "2024-02-10 23:30") == "2024-02-11 01:30:00")
        #expect(due(2, .day, .next, from: "2024-02-28 12:00") == "2024-03-02 00:00:00")
    }

    @Test("A year without a calendar leaves the deadline open and is named")
    func openDeadline() {
        #expect(due(3, .workday, .next, from: "2024-12-30 10:00") == "未定 2025")
        #expect(due(1, .workday, .next, from: "2024-12-30 10:00") == "2025-01-01 00:00:00")
        #expect(due(3, .day, .next, from: "2024-12-30 10:00") == "2025-01-03 00:00:00")
    }
}
