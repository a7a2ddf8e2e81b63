import Casework
import SplitMix

/// A limit, stops and extensions by chance, as the program takes them and as they are counted by hand.
struct DeadlineCase {
    /// Seconds in a tick.
    let length: Int
    var begin: Int
    var limit: TimeLimit
    var stops: [TickCount.Standstill] = []
    var grants: [Allowance] = []

    init(_ random: inout SplitMix64, length: Int = 60) {
        self.length = length
        let day = 86_400 / length
        // Often near the turn of a year, so that a missing calendar matters.
        let first = [0...700, 355...366, 720...731].randomElement(using: &random) ?? 0...700
        let isShort = length == 1
        begin = Int.random(in: first, using: &random) * day + Self.moment(day, &random)
        limit = TimeLimit(
            amount: 1, measure: TimeLimit.Measure.allCases.randomElement(using: &random) ?? .day,
            start: Bool.random(using: &random) ? .same : .next)
        limit = TimeLimit(
            amount: Int.random(in: 1...(isShort ? 2 : limit.measure == .hour ? 80 : 7), using: &random),
            measure: limit.measure, start: limit.start)
        var tick = begin + (Int.random(in: -2...1, using: &random) * day) + Self.moment(day, &random)
        for _ in 0..<Int.random(in: 0...(isShort ? 2 : 4), using: &random) {
            let until = tick + Int.random(in: 0...2, using: &random) * day + Self.moment(day, &random)
            if until > tick { stops.append(TickCount.Standstill(since: tick, until: until)) }
            // Sometimes the next begins as this one ends.
            tick = max(tick, until)
            if Int.random(in: 0..<5, using: &random) > 0 { tick += Self.moment(day, &random) }
        }
        if !stops.isEmpty, Int.random(in: 0..<8, using: &random) == 0 { stops[stops.count - 1].until = nil }
        for _ in 0..<max(0, Int.random(in: -2...(isShort ? 1 : 3), using: &random)) {
            let measure = TimeLimit.Measure.allCases.randomElement(using: &random) ?? .day
            let most = isShort ? 1 : measure == .hour ? 60 : 4
            grants.append(Allowance(amount: Int.random(in: 1...most, using: &random), measure: measure))
        }
    }

    /// A time within a day: any, midnight, or just before or after it.
    private static func moment(_ day: Int, _ random: inout SplitMix64) -> Int {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: 0
        case 1: 1
        case 2: day - 1
        default: Int.random(in: 0..<day, using: &random)
        }
    }

    /// What the program says.
    func reckoning(in city: MadeUpCity, _ calendar: WorkCalendar) -> Reckoning {
        limit.reckoning(
            from: city.instant(begin, length: length),
            stops: stops.map { stop in
                Stop(
                    since: city.instant(stop.since, length: length),
                    until: stop.until.map { city.instant($0, length: length) })
            }, grants: grants, clock: CityClock(offset: city.offset), calendar: calendar)
    }

    /// What the count says.
    func counted(in city: MadeUpCity) -> TickCount {
        var count = TickCount(from: begin, stops: stops, city: city, length: length)
        count.count(limit)
        for grant in grants where count.failure == nil { count.count(grant) }
        return count
    }
}
