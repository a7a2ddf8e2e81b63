import Casework
import City
import Insight
import Simulation

/// Signals of hot topics on made-up days: false ones where nothing changes, and doubled topics that are missed.
enum HotEvaluation {
    private static let mostFalse = 0.01
    private static let leastFound = 0.95

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        var isReached = true
        for daily in [300, 926, 8000] {
            let year = try SimulatedCounts(daily: daily, days: 422, seed: 1, isStationary: true)
            isReached = measureStationary(year, "stationary, \(daily) cases a day") && isReached
        }
        for daily in [926, 8000] {
            let year = try SimulatedCounts(daily: daily, days: 422, seed: 2, isStationary: false)
            _ = measureStationary(year, "seasons and holidays, \(daily) cases a day")
        }
        isReached = try measureBursts() && isReached
        return measureSpeed() && isReached
    }

    /// Rising signals of days on which nothing is hidden; and how many would be found if the topic had doubled.
    private static func measureStationary(_ made: SimulatedCounts, _ name: String) -> Bool {
        var (topicDays, rising, falling, doubled, found) = (0, 0, 0, 0, 0)
        var weeks = (count: 0, rising: 0)
        for offset in 57..<made.counts.days.dayCount {
            let day = made.counts.days.first.advanced(by: offset)
            let hot = HotTopics(made.counts, in: Period(day), made.calendar)
            topicDays += hot.topics.count
            rising += hot.topics.count { $0.trend == .rising }
            falling += hot.topics.count { $0.trend == .falling }
            guard offset % 5 == 0 else { continue }
            for topic in hot.topics where (topic.expected ?? 0) >= 30 {
                var more = made.counts
                more.add(Int((topic.expected ?? 0).rounded()), of: topic.key, on: day)
                doubled += 1
                let now = HotTopics(more, in: Period(day), made.calendar).topics.first { $0.key == topic.key }
                if now?.trend == .rising { found += 1 }
            }
            if let week = Period(day.advanced(by: -6), through: day) {
                let hot = HotTopics(made.counts, in: week, made.calendar)
                weeks.count += hot.topics.count
                weeks.rising += hot.topics.count { $0.trend == .rising }
            }
        }
        let (falseShare, foundShare) = (rising.share(of: topicDays), found.share(of: doubled))
        print(
            "\(name): false rising \(falseShare.text(5)) of \(topicDays) topic-days, falling",
            "\(falling.share(of: topicDays).text(5)); by weeks rising",
            "\(weeks.rising.share(of: weeks.count).text(5)) of \(weeks.count); doubled found",
            "\(foundShare.text(4)) of \(doubled)")
        return falseShare <= mostFalse && (doubled == 0 || foundShare >= leastFound)
    }

    /// Bursts that the simulation hides.
    private static func measureBursts() throws -> Bool {
        var (hidden, found) = (0, 0)
        for seed in 1...6 {
            let made = try SimulatedCounts(
                daily: 1500, days: 240, seed: seed, isStationary: false, bursts: 24)
            for burst in made.truth.bursts where (burst.expected ?? 0) >= 30 {
                guard let day = burst.first, day.number - made.counts.days.first.number >= 57,
                    let key = made.names[burst.topic]
                else { continue }
                let hot = HotTopics(made.counts, in: Period(day), made.calendar)
                hidden += 1
                if hot.topics.contains(where: { $0.key == key && $0.trend == .rising }) { found += 1 }
            }
        }
        print("hidden bursts: \(found) of \(hidden) found, \(found.share(of: hidden).text(4))")
        return hidden > 0 && found.share(of: hidden) >= leastFound
    }

    /// Two years of counts of 2,000 keys.
    private static func measureSpeed() -> Bool {
        guard let first = CivilDay(year: 2024, month: 1, day: 1),
            let days = Period(first, through: first.advanced(by: 729)),
            let year = Period(first.advanced(by: 365), through: first.advanced(by: 729))
        else { return false }
        var counts = DailyCounts<Int>(days)
        for key in 0..<2000 {
            for offset in 0..<730 {
                counts.add((key * 7 + offset * 13) % 5, of: key, on: first.advanced(by: offset))
            }
        }
        let calendar = WorkCalendar(years: [], exceptions: [:])
        var rows = 0
        let time = ContinuousClock().measure { rows = HotTopics(counts, in: year, calendar).topics.count }
        print("a year of \(rows) keys: \((time / .milliseconds(1)).text(1)) ms")
        return true
    }
}
