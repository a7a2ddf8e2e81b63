import Casework
import SplitMix
import Testing

struct WorkingHoursTests {
    private let china = CityClock(offset: 28_800)
    private let calendar = WorkCalendar(
        years: [2024],
        exceptions: [
            "2024-04-04": false, "2024-04-05": false, "2024-04-07": true,
        ].reduce(into: [:]) { days, entry in CivilDay(entry.key).map { days[$0] = entry.value } })

    private func hours(_ from: String, _ to: String) throws -> Double? {
        let office = try #require(WorkingHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]))
        let begin = try #require(TimeText(from, clock: china)).instant(clock: china)
        let end = try #require(TimeText(to, clock: china)).instant(clock: china)
        return office.seconds(from: begin, to: end, clock: china, calendar: calendar).map {
            Double($0) / 3600
        }
    }

    @Test(
        "Nights, noons and days off do not count, make-up days do",
        arguments: [
            ("2024-03-19 10:00", "2024-03-19 11:30", 1.5), ("2024-03-19 11:00", "2024-03-19 15:00", 2),
            ("2024-03-19 12:00", "2024-03-19 14:00", 0), ("2024-03-19 20:00", "2024-03-20 10:00", 1),
            ("2024-03-19 00:00", "2024-03-20 00:00", 7), ("2024-03-18 09:00", "2024-03-25 09:00", 35),
            ("2024-04-03 17:00", "2024-04-08 09:30", 8.5), ("2024-03-23 09:00", "2024-03-24 18:00", 0),
            ("2024-03-19 10:00", "2024-03-19 10:00", 0), ("2024-03-20 10:00", "2024-03-19 17:00", -2),
            ("2024-04-06 09:00", "2024-04-07 15:00", 4),
        ])
    func counts(from: String, to: String, expected: Double) throws {
        #expect(try hours(from, to) == expected)
    }

    @Test("A year without a calendar gives no answer; the midnight before it still does")
    func missing() throws {
        #expect(try hours("2024-12-31 17:00", "2025-01-01 00:00") == 1)
        #expect(try hours("2024-12-31 17:00", "2025-01-01 00:00:01") == nil)
        #expect(try hours("2023-12-31 23:59:59", "2024-01-02 00:00") == nil)
        #expect(try hours("2025-01-02 10:00", "2024-12-31 17:00") == nil)
        #expect(try hours("2025-01-02 10:00", "2025-01-02 10:00") == 0)
    }

    @Test("A span over a year without a calendar gives no answer, also where both ends have one")
    func gap() throws {
        let calendar = WorkCalendar(years: [2023, 2025], exceptions: [:])
        let office = try #require(WorkingHours([9 * 3600..<17 * 3600]))
        func seconds(_ from: String, _ to: String) throws -> Int64? {
            let begin = try #require(TimeText(from, clock: china)).instant(clock: china)
            let end = try #require(TimeText(to, clock: china)).instant(clock: china)
            return office.seconds(from: begin, to: end, clock: china, calendar: calendar)
        }
        #expect(try seconds("2023-12-29 10:00", "2023-12-29 11:00") == 3600)
        #expect(try seconds("2023-12-29 10:00", "2025-01-02 10:00") == nil)
        #expect(try seconds("2024-06-03 10:00", "2024-06-03 11:00") == nil)
        #expect(try seconds("2025-01-02 10:00", "2025-01-03 10:00") == 8 * 3600)
    }

    @Test(
        "Hours that are none, leave the day, overlap or stand out of order are refused",
        arguments: [
            [], [0..<0], [-1..<5], [0..<86_401], [10..<20, 15..<30], [20..<30, 10..<15],
        ] as [[Range<Int64>]])
    func refused(ranges: [Range<Int64>]) {
        #expect(WorkingHours(ranges) == nil)
    }

    @Test("A day of all hours has 86,400 seconds, also in two parts")
    func whole() {
        #expect(WorkingHours([0..<86_400])?.daily == 86_400)
        #expect(WorkingHours([0..<43_200, 43_200..<86_400])?.daily == 86_400)
    }

    @Test("Any span is what a count minute by minute gives", arguments: 1...20 as ClosedRange<UInt64>)
    func naive(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let clock = CityClock(offset: Int64.random(in: -14...14, using: &random) * 3600)
        let newYear = try #require(CivilDay("2024-01-01")).number
        var exceptions: [CivilDay: Bool] = [:]
        for _ in 0..<100 {
            let day = CivilDay(number: newYear + Int.random(in: -400...1200, using: &random))
            exceptions[day] = Bool.random(using: &random)
        }
        let calendar = WorkCalendar(years: [2024, 2025], exceptions: exceptions)
        let office = try #require(Self.office(&random))
        for _ in 0..<20 {
            let day = CivilDay(number: newYear + Int.random(in: -3...740, using: &random))
            let begin = clock.start(of: day).advanced(
                bySeconds: Int64.random(in: 0..<1440, using: &random) * 60)
            let length = Int64.random(in: 0...(Bool.random(using: &random) ? 1500 : 50_000), using: &random)
            let end = begin.advanced(bySeconds: length * 60)
            let expected = Self.minuteByMinute(office, begin, end, clock, calendar)
            #expect(office.seconds(from: begin, to: end, clock: clock, calendar: calendar) == expected)
            #expect(
                office.seconds(from: end, to: begin, clock: clock, calendar: calendar) == expected.map { -$0 }
            )
        }
    }

    /// One to four ranges of whole minutes.
    private static func office(_ random: inout SplitMix64) -> WorkingHours? {
        var marks: Set<Int64> = []
        let count = 2 * Int.random(in: 1...4, using: &random)
        while marks.count < count { marks.insert(Int64.random(in: 0...1440, using: &random) * 60) }
        let sorted = marks.sorted()
        return WorkingHours(stride(from: 0, to: count, by: 2).map { sorted[$0]..<sorted[$0 + 1] })
    }

    private static func minuteByMinute(
        _ office: WorkingHours, _ begin: Instant, _ end: Instant, _ clock: CityClock, _ calendar: WorkCalendar
    ) -> Int64? {
        var total: Int64 = 0
        var moment = begin
        while moment < end {
            guard let works = calendar.works(on: clock.day(of: moment)) else { return nil }
            let second = clock.secondOfDay(moment)
            if works, office.ranges.contains(where: { $0.contains(second) }) { total += 60 }
            moment = moment.advanced(bySeconds: 60)
        }
        return total
    }
}
