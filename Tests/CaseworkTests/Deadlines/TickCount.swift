import Casework

/// A deadline found by counting one tick after the other, a minute or a second: the rule as it is written, and
/// none of the program's arithmetic. Ticks count from the first midnight of 2024 in the city.
struct TickCount {
    /// A stretch during which the clock stands still; without an end it lasts.
    struct Standstill {
        var since: Int
        var until: Int?
    }

    let city: MadeUpCity
    /// Seconds in a tick.
    let length: Int
    /// In order and apart.
    let stops: [Standstill]
    /// Where the count stands.
    private(set) var tick: Int
    private(set) var freeDays = 0
    private(set) var stoppedDays = 0
    private(set) var stoppedTicks = 0
    /// Why there is no deadline; nil while there is one.
    private(set) var failure: Deadline?
    private var nextStop = 0

    private var day: Int { 86_400 / length }

    init(from begin: Int, stops: [Standstill], city: MadeUpCity, length: Int) {
        (tick, self.stops, self.city, self.length) = (begin, stops, city, length)
    }

    var deadline: Deadline {
        failure ?? .at(city.instant(tick, length: length))
    }

    mutating func count(_ limit: TimeLimit) {
        // Days start with the day of the dispatch itself, however little is left of it, or with the next.
        if limit.measure != .hour, limit.start == .next { tick = (tick / day + 1) * day }
        count(limit.amount, limit.measure)
    }

    /// More time continues where the limit ended, in days with the first whole day.
    mutating func count(_ grant: Allowance) {
        if grant.measure != .hour, tick % day != 0 { tick = (tick / day + 1) * day }
        count(grant.amount, grant.measure)
    }

    private mutating func count(_ amount: Int, _ measure: TimeLimit.Measure) {
        var left = measure == .hour ? amount * 3600 / length : amount
        while left > 0, failure == nil {
            // What becomes of a day is decided in its last tick alone; of hours every tick counts.
            if measure != .hour { tick = tick / day * day + day - 1 }
            let still = standsStill()
            if still, stops[nextStop].until == nil {
                failure = .stopped
            } else if measure == .hour {
                if still { stoppedTicks += 1 } else { left -= 1 }
            } else if let works = measure == .day ? true : city.works(tick / day) {
                if !works {
                    freeDays += 1
                } else if still {
                    stoppedDays += 1
                } else {
                    left -= 1
                }
            } else {
                failure = .open(missingYear: MadeUpCity.year(tick / day))
            }
            if failure == nil { tick += 1 }
        }
    }

    private mutating func standsStill() -> Bool {
        while nextStop < stops.count, let until = stops[nextStop].until, until <= tick { nextStop += 1 }
        return nextStop < stops.count && stops[nextStop].since <= tick
    }
}
