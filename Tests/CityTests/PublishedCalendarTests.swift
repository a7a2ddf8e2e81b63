import Casework
import City
import Foundation
import Testing

/// The built-in calendar against a published table of days, where one is at hand: scripts/evaluate names it.
struct PublishedCalendarTests {
    private static let path = ProcessInfo.processInfo.environment["YOUSU_WORKDAYS"]

    @Test("Every day of the built-in calendar is as published", .enabled(if: path != nil))
    func everyDay() throws {
        let data = try Data(contentsOf: URL(filePath: try #require(Self.path)))
        let rows = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let day = try #require(rows.first?.firstIndex(of: "date"))
        let works = try #require(rows.first?.firstIndex(of: "is_workday"))
        let calendar = try CityLoader.load(.builtIn).calendar
        var counts: [Int: Int] = [:]
        var differing: [CivilDay] = []
        var seen: Set<CivilDay> = []
        for row in rows.dropFirst() {
            let date = try #require(CivilDay(row[day]))
            seen.insert(date)
            if calendar.works(on: date) != (row[works] == "1") { differing.append(date) }
            if calendar.works(on: date) == true { counts[date.parts.year, default: 0] += 1 }
        }
        // 366 days and twice 365: none is left out.
        #expect(seen.count == 1096)
        #expect(differing.isEmpty)
        print("calendar: differing=\(differing.count)")
        for (year, count) in counts.sorted(by: { $0.key < $1.key }) { print("calendar: \(year)=\(count)") }
        #expect(counts == [2024: 251, 2025: 248, 2026: 248])
    }
}
