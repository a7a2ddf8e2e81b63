import Casework

/// How busy the days and their hours are, and when offices are open.
struct Almanac {
    private let calendar: WorkCalendar
    private let isStationary: Bool
    private let first: Int
    private let works: [Bool]

    init(_ calendar: WorkCalendar, from: CivilDay, to: CivilDay, isStationary: Bool) {
        self.calendar = calendar
        self.isStationary = isStationary
        first = from.number
        works = (from.number...to.number + 40).map {
            isStationary || Self.works(CivilDay(number: $0), calendar)
        }
    }

    /// Here a year without a notice may pass for plain Monday to Friday: it only says when people act.
    private static func works(_ day: CivilDay, _ calendar: WorkCalendar) -> Bool {
        calendar.works(on: day) ?? (day.isoWeekday <= 5)
    }

    /// Whether offices are open on a day, by its number.
    func works(_ day: Int) -> Bool {
        works.indices.contains(day - first) ? works[day - first] : true
    }

    /// How busy a day is beside others.
    func busyness(_ day: CivilDay, _ random: inout Random) -> Double {
        guard !isStationary else { return 1 }
        let weekday = [1.12, 1.08, 1.05, 1.03, 1.0, 0.62, 0.56][day.isoWeekday - 1]
        let isFree = !works(day.number)
        let isHoliday = isFree && day.isoWeekday <= 5
        let isAfterHoliday = !isFree && !Self.works(day.advanced(by: -1), calendar) && day.isoWeekday > 1
        let month = [1.08, 0.96, 0.98, 0.98, 0.97, 1.0, 1.04, 1.04, 0.98, 1.02, 1.06, 1.05][
            day.parts.month - 1]
        let base = isHoliday ? 0.5 : !isFree && day.isoWeekday > 5 ? 0.98 : weekday
        return base * (isAfterHoliday ? 1.15 : 1) * month * max(0.6, 1 + 0.05 * random.normal())
    }

    /// How busy each hour is: two peaks in the office hours, little at night.
    static let hours: [Double] = [
        12, 8, 6, 5, 5, 8, 16, 32, 62, 92, 98, 82, 55, 58, 82, 90, 84, 70, 54, 48, 44, 36, 26, 18,
    ]
}

/// A day's moments, some hours busier than others, none of them after a limit.
struct Moments {
    private let hours: Weights
    private let limit: Int

    /// - Parameter limit: the last second of the day of which something is told.
    init(limit: Int) {
        self.limit = limit
        hours = Weights(
            Almanac.hours.enumerated().map { hour, weight in
                weight * Double(max(0, min(3600, limit + 1 - hour * 3600))) / 3600
            })
    }

    /// Which part of the whole day's calls comes before the limit.
    var share: Double { hours.total / Weights(Almanac.hours).total }

    func second(_ random: inout Random) -> Int {
        let hour = hours.pick(&random)
        return hour * 3600 + random.below(max(1, min(3600, limit + 1 - hour * 3600)))
    }
}
