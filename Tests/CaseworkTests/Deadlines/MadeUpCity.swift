import Casework
import SplitMix

/// A city whose offices work on days by chance, with a notion of days of its own: day 0 is 1 January 2024, a
/// Monday, and the years are 366, 365 and 365 days long.
struct MadeUpCity {
    /// Seconds east of UTC.
    let offset: Int64
    /// Day by day from 1 January 2024 to 31 December 2026.
    let works: [Bool]
    /// The years whose calendar is in.
    let years: Set<Int>
    /// The calendar as a notice gives it: the days that differ from Monday to Friday.
    let calendar: WorkCalendar

    static let days = 366 + 365 + 365
    private static let names = (0..<days).map { CivilDay(name($0)) }

    init(_ random: inout SplitMix64) {
        offset = Int64.random(in: -28...28, using: &random) * 1800
        years =
            [[2024, 2025], [2024, 2025], [2024, 2025, 2026], [2024], [2025]].randomElement(using: &random)
            ?? []
        let free = UInt64.random(in: 0...60, using: &random)
        var works = (0..<Self.days).map { day in
            let chance = random.next() % 200
            return chance < 60 ? day % 7 < 5 : chance % 100 >= free
        }
        // Long holidays, also over the turn of the year.
        for _ in 0..<20 {
            let first = Int.random(in: 0..<Self.days - 10, using: &random)
            for day in first..<first + Int.random(in: 2...9, using: &random) { works[day] = false }
        }
        self.works = works
        var exceptions: [CivilDay: Bool] = [:]
        for (day, works) in works.enumerated() where works != (day % 7 < 5) {
            if let key = Self.names[day] { exceptions[key] = works }
        }
        calendar = WorkCalendar(years: years, exceptions: exceptions)
    }

    /// Whether the offices work; nil where the calendar of the year is not in.
    func works(_ day: Int) -> Bool? {
        years.contains(Self.year(day)) ? works[day] : nil
    }

    /// The moment so many ticks after the first midnight of 2024 in this city.
    func instant(_ tick: Int, length: Int) -> Instant {
        Instant(seconds: 1_704_067_200 - offset + Int64(tick * length))
    }

    static func year(_ day: Int) -> Int {
        day < 366 ? 2024 : day < 731 ? 2025 : 2026
    }

    private static func name(_ day: Int) -> String {
        let year = year(day)
        var left = day - (year == 2024 ? 0 : year == 2025 ? 366 : 731)
        var month = 1
        for length in [31, year == 2024 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if left < length { break }
            left -= length
            month += 1
        }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(left < 9 ? "0" : "")\(left + 1)"
    }
}
