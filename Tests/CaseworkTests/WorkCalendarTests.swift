import Casework
import Testing

struct WorkCalendarTests {
    @Test("A calendar says of every day what its years and exceptions say")
    func days() throws {
        let years: Set<Int> = [2023, 2024, 2027]
        let first = try #require(CivilDay(year: 2022, month: 11, day: 1))
        var exceptions: [CivilDay: Bool] = [:]
        // Some of them in years without a notice.
        for step in stride(from: 0, to: 2200, by: 17) { exceptions[first.advanced(by: step)] = step % 2 == 0 }
        let calendar = WorkCalendar(years: years, exceptions: exceptions)
        for step in -800..<3000 {
            let day = first.advanced(by: step)
            let expected = years.contains(day.parts.year) ? exceptions[day] ?? (day.isoWeekday <= 5) : nil
            #expect(calendar.works(on: day) == expected, "\(day)")
        }
        #expect(WorkCalendar(years: [], exceptions: exceptions).works(on: first) == nil)
    }
}
