import Casework
import Testing

@testable import Insight

@Suite struct HotTopicsTests {
    private static let calendar = WorkCalendar(years: [2023, 2024], exceptions: [:])

    private static func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    /// So many weeks before a Tuesday and the Tuesday: topics with a mean, working days twice as busy as others.
    private static func counts(
        weeks: Int = 8, means: [Int], seed: UInt64 = 11, calendar: WorkCalendar = calendar
    ) throws -> (counts: DailyCounts<Int>, today: CivilDay) {
        let today = try day("2024-03-19")
        var chance = Scatter(seed: seed)
        var counts = DailyCounts<Int>(try #require(Period(today.advanced(by: -7 * weeks), through: today)))
        for (key, mean) in means.enumerated() {
            for offset in 0...(7 * weeks) {
                let day = counts.days.first.advanced(by: offset)
                let isOff = calendar.works(on: day) == false
                counts.add(count(isOff ? mean / 2 : mean, &chance), of: key, on: day)
            }
        }
        return (counts, today)
    }

    /// A count around a mean, scattered like chance (the sum of twelve even numbers is nearly normal).
    private static func count(_ mean: Int, _ chance: inout Scatter) -> Int {
        let sum = (0..<12).reduce(-6.0) { sum, _ in sum + Double(chance.below(1000)) / 1000 }
        return max(0, Int((Double(mean) + sum * Double(mean).squareRoot()).rounded()))
    }

    private static func hot(_ counts: DailyCounts<Int>, _ period: Period) -> [Int: HotTopic<Int>] {
        let topics = HotTopics(counts, in: period, calendar).topics
        return Dictionary(topics.map { ($0.key, $0) }) { first, _ in first }
    }

    @Test func `The most frequent comes first, with its share and the day before`() throws {
        let first = try Self.day("2024-03-18")
        var counts = DailyCounts<String>(try #require(Period(first, through: first.advanced(by: 1))))
        counts.add(3, of: "供水", on: first)
        counts.add(9, of: "物业服务", on: first.advanced(by: 1))
        counts.add(of: "供水", on: first.advanced(by: 1))
        counts.add(of: "供热", on: first.advanced(by: 2))
        let topics = HotTopics(counts, in: Period(first.advanced(by: 1)), Self.calendar).topics
        #expect(topics.map(\.key) == ["物业服务", "供水"])
        #expect(topics[0].share.text == "90%")
        #expect(topics[0].previous == 0 && topics[0].change == nil)
        #expect(topics[1].previous == 3 && topics[1].change == -2.0 / 3)
        #expect(topics[1].series == [3, 1])
    }

    @Test func `Without weeks before there is no expectation and no signal`() throws {
        let (counts, today) = try Self.counts(weeks: 0, means: [40])
        let topic = try #require(Self.hot(counts, Period(today))[0])
        #expect(topic.expected == nil && topic.trend == nil && topic.chance == nil && topic.previous == nil)
    }

    @Test func `Without any count there is nothing`() throws {
        let today = try Self.day("2024-03-19")
        let empty = DailyCounts<Int>(Period(today))
        #expect(HotTopics(empty, in: Period(today), Self.calendar).topics.isEmpty)
        let outside = HotTopics(empty, in: Period(today.advanced(by: 5)), Self.calendar)
        #expect(outside.topics.isEmpty)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `A doubled topic rises and the others stay`(seed: UInt64) throws {
        var (counts, today) = try Self.counts(means: [40, 30, 60, 12, 0], seed: seed)
        counts.add(30, of: 1, on: today)
        let topics = Self.hot(counts, Period(today))
        #expect(topics[1]?.trend == .rising, "seed \(seed)")
        #expect(topics.values.count { $0.trend != .steady } <= 2, "seed \(seed)")
        #expect(abs((topics[2]?.expected ?? 0) - 60) < 8, "seed \(seed)")
    }

    @Test func `A topic of which nothing is left falls`() throws {
        var (counts, today) = try Self.counts(means: [40, 30])
        counts.add(-(counts[1]?.last ?? 0), of: 1, on: today)
        #expect(Self.hot(counts, Period(today))[1]?.trend == .falling)
    }

    @Test func `What never came before and comes ten times rises`() throws {
        var (counts, today) = try Self.counts(means: [40, 30])
        counts.add(10, of: 7, on: today)
        let topic = try #require(Self.hot(counts, Period(today))[7])
        #expect(topic.trend == .rising)
        #expect(topic.expected == 0 && topic.change == nil)
    }

    @Test func `A day of uproar among the days before hardly moves the expectation`() throws {
        var (counts, today) = try Self.counts(means: [40, 30])
        let before = try #require(Self.hot(counts, Period(today))[0]?.expected)
        counts.add(400, of: 0, on: today.advanced(by: -7))
        let after = try #require(Self.hot(counts, Period(today))[0]?.expected)
        #expect(abs(after - before) < 3)
    }

    @Test func `A holiday is expected to be as quiet as other days off`() throws {
        let today = try Self.day("2024-03-19")
        let off = Dictionary(uniqueKeysWithValues: (-1...1).map { (today.advanced(by: $0), false) })
        let calendar = WorkCalendar(years: [2024], exceptions: off)
        let (counts, _) = try Self.counts(means: [40, 30, 60], calendar: calendar)
        let topics = HotTopics(counts, in: Period(today), calendar).topics
        #expect(topics.allSatisfy { $0.trend == .steady })
        #expect(abs((topics.first { $0.key == 2 }?.expected ?? 0) - 30) < 8)
    }

    @Test func `A week is expected to be the sum of its days`() throws {
        let (counts, today) = try Self.counts(weeks: 10, means: [40, 30])
        let week = try #require(Period(today.advanced(by: -6), through: today))
        let topic = try #require(Self.hot(counts, week)[0])
        #expect(abs((topic.expected ?? 0) - 240) < 20)
        #expect(topic.trend == .steady)
        #expect(topic.series.count == 28 && topic.series.suffix(7).reduce(0, +) == topic.count)
    }

    @Test func `Weeks that chance alone made give hardly a signal`() throws {
        var signals = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            let (counts, today) = try Self.counts(means: [40, 8, 20, 3, 1], seed: seed)
            signals += Self.hot(counts, Period(today)).values.count { $0.trend != .steady }
        }
        #expect(signals <= 6, "of 300, seeds 1 to 60")
    }
}

@Suite struct DayKindTests {
    @Test func `Weekends are weekends, runs of three days off are holidays, working Sundays are made up`()
        throws
    {
        let monday = try #require(CivilDay("2024-05-06"))
        // Wednesday to Sunday off, the Sunday after that made up.
        let exceptions = Dictionary(
            uniqueKeysWithValues: (2...4).map { (monday.advanced(by: $0), false) }
                + [(monday.advanced(by: 13), true)])
        let calendar = WorkCalendar(years: [2024], exceptions: exceptions)
        let kinds = (0..<14).map { DayKind(monday.advanced(by: $0), calendar) }
        #expect(kinds[0] == .weekday(1) && kinds[1] == .weekday(2))
        #expect(kinds[2...6].allSatisfy { $0 == .holiday })
        #expect(kinds[12] == .weekday(6) && kinds[13] == .makeUp)
    }

    @Test func `A year without a notice is Monday to Friday`() throws {
        let saturday = try #require(CivilDay("2031-01-04"))
        let calendar = WorkCalendar(years: [], exceptions: [:])
        #expect(DayKind(saturday, calendar) == .weekday(6))
        #expect(DayKind(saturday.advanced(by: 2), calendar) == .weekday(1))
    }
}
