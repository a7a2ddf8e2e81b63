import Casework

/// Some days, as people name them; nil is what was not given.
public struct Stretch: Hashable, Sendable {
    /// From this day on.
    public var from: String?
    /// Up to this day; today where it is not given.
    public var to: String?
    /// So many days up to the last one, instead of the first day; the last thirty where neither is given.
    public var days: Int?

    static let usualDays = 30
    /// A hundred years: more is a slip.
    static let mostDays = 36_525

    /// The last thirty days where nothing is given.
    public init(from: String? = nil, to: String? = nil, days: Int? = nil) {
        self.from = from
        self.to = to
        self.days = days
    }
}

extension Desk {
    /// The days that are meant: those named, or so many up to the last one.
    func period(_ stretch: Stretch, clock: CityClock, now: Instant) throws -> Period {
        if stretch.from != nil, stretch.days != nil { throw DeskError.excludes("--from", "--days") }
        try check(stretch.days, "--days", least: 1)
        let count = stretch.days ?? Stretch.usualDays
        try checkLength(count)
        let last = try stretch.to.map { try day($0, clock: clock) } ?? clock.day(of: now)
        let first = try stretch.from.map { try day($0, clock: clock) } ?? last.advanced(by: 1 - count)
        let period = try period(first, through: last)
        try checkLength(period.dayCount)
        return period
    }

    /// Refuses more days than make sense.
    func checkLength(_ days: Int) throws {
        if days > Stretch.mostDays { throw DeskError.tooManyDays(days, most: Stretch.mostDays) }
    }

    /// The days from one to another.
    func period(_ first: CivilDay, through last: CivilDay) throws -> Period {
        guard let period = Period(first, through: last) else {
            throw DeskError.emptyRange(from: first.description, to: last.description)
        }
        return period
    }
}
