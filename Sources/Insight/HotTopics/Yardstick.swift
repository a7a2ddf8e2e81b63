import Casework
import Glibc

/// Which days before a period its days are compared with, and how busy days of a kind are.
struct Yardstick {
    /// A day before the period.
    struct Day {
        /// Its place in the counts.
        let place: Int
        /// Its kind, as a place in `usual`.
        let kind: Int
        /// How much it says of the period: 1 for the day before, half as much with each half-life.
        let weight: Double
    }

    let days: [Day]
    /// How busy the days of each kind are beside others, all keys together.
    let usual: [Double]
    /// For the days of the period: how many are compared with the days of which kinds.
    let period: [(days: Double, kinds: [Int])]

    /// Nil where a day of the period has too few days to be compared with.
    ///
    /// - Parameter isLeftOut: days, by their places, that nothing is compared with.
    init?(
        _ period: Period, in counted: Period, totals: [Int], _ calendar: WorkCalendar, _ policy: HotPolicy,
        leavingOut isLeftOut: (Int) -> Bool = { _ in false }
    ) {
        let first = max(
            counted.first, period.first.advanced(by: -max(policy.weeks * 7, period.dayCount)))
        let before = (first.number..<max(first.number, period.first.number)).map {
            (place: $0 - counted.first.number, kind: DayKind(CivilDay(number: $0), calendar))
        }.filter { !isLeftOut($0.place) }
        let sizes = Dictionary(before.map { ($0.kind, 1) }, uniquingKeysWith: +)
        func best(_ kind: DayKind) -> Set<DayKind>? {
            kind.likes.first { likes in
                likes.reduce(0) { $0 + (sizes[$1] ?? 0) } >= policy.leastDays
            }
        }
        var wanted: [Set<DayKind>: Double] = [:]
        for offset in 0..<period.dayCount {
            guard let likes = best(DayKind(period.first.advanced(by: offset), calendar)) else { return nil }
            wanted[likes, default: 0] += 1
        }
        // Days of kinds too rare to be known are left aside: holidays mostly.
        let known = before.filter { $0.kind != .makeUp && best($0.kind)?.contains($0.kind) == true }
        var kinds: [DayKind: Int] = [:]
        for day in known where kinds[day.kind] == nil { kinds[day.kind] = kinds.count }
        let halfLife = Double(max(policy.halfLife, period.dayCount))
        let end = period.first.number - counted.first.number
        days = known.map { day in
            let age = Double(end - 1 - day.place)
            return Day(place: day.place, kind: kinds[day.kind] ?? 0, weight: exp2(-age / halfLife))
        }
        var sums = Array(repeating: [Int](), count: kinds.count)
        for day in days { sums[day.kind].append(totals[day.place]) }
        let means = sums.map(Self.middling)
        let mean = zip(means, sums).reduce(0) { $0 + $1.0 * Double($1.1.count) } / max(1, Double(days.count))
        usual = means.map { mean > 0 ? max($0, 0.01 * mean) / mean : 1 }
        self.period = wanted.map { likes, days in (days, likes.compactMap { kinds[$0] }.sorted()) }
            .sorted { $0.kinds.lexicographicallyPrecedes($1.kinds) }
    }

    /// The mean without the busiest and the quietest day.
    private static func middling(_ totals: [Int]) -> Double {
        let middle = totals.count > 3 ? totals.sorted().dropFirst().dropLast() : totals[...]
        return Double(middle.reduce(0, +)) / Double(max(1, middle.count))
    }
}
