/// More time: so many hours, days or working days (延期).
public struct Allowance: Hashable, Sendable {
    /// How many; at least 1.
    public let amount: Int
    /// Of what.
    public let measure: TimeLimit.Measure

    /// So many hours, days or working days.
    public init(amount: Int, measure: TimeLimit.Measure) {
        self.amount = amount
        self.measure = measure
    }

    /// Whether it is no more than another of the same measure.
    func isWithin(_ most: Allowance) -> Bool {
        measure == most.measure && amount <= most.amount
    }
}

/// More time that was granted.
public struct Grant: Hashable, Sendable {
    /// When it was granted.
    public let at: Instant
    /// How much.
    public let allowance: Allowance

    /// More time, granted at a moment.
    public init(at: Instant, allowance: Allowance) {
        self.at = at
        self.allowance = allowance
    }
}

/// Time during which a clock stood still: from `since` up to, not including, `until`.
public struct Stop: Hashable, Sendable {
    /// The first moment.
    public let since: Instant
    /// The first moment after; nil while it stands still.
    public var until: Instant?

    /// A stop; without an end it lasts.
    public init(since: Instant, until: Instant? = nil) {
        self.since = since
        self.until = until
    }

    fileprivate func contains(_ moment: Instant) -> Bool {
        since <= moment && moment < (until ?? .endOfTime)
    }
}

/// When a limit ends.
public enum Deadline: Hashable, Sendable {
    /// The first moment that is too late.
    case at(Instant)
    /// Open (未定), because the calendar of this year is not in.
    case open(missingYear: Int)
    /// The clock stands still.
    case stopped

    /// The moment, where there is one.
    public var instant: Instant? {
        if case .at(let instant) = self { instant } else { nil }
    }
}

/// How a deadline came about, for the sentence that explains it.
public struct Reckoning: Hashable, Sendable {
    /// When the clock began.
    public let begin: Instant
    /// The limit.
    public let limit: TimeLimit
    /// More time that was granted.
    public let grants: [Allowance]
    /// When the limit ends.
    public internal(set) var deadline: Deadline
    /// Days on which the offices did not work, left out of the count.
    public internal(set) var freeDays = 0
    /// Days that would have counted, but at whose end the clock stood still.
    public internal(set) var stoppedDays = 0
    /// Seconds during which the clock stood still, of limits in hours.
    public internal(set) var stoppedSeconds: Int64 = 0
}

extension TimeLimit {
    /// When the limit ends that began to run at a moment.
    ///
    /// Hours run by the clock, save while it stands still. Of days, those count at whose end (24时) the clock
    /// runs, of working days those on which the offices work besides; the deadline is the end of the last one, the
    /// next midnight. While the clock stands still without an end the deadline is stopped, whatever else is missing.
    /// More time continues the count where the limit ended: in days from the first whole day after.
    ///
    /// - Parameters:
    ///   - stops: when the clock stood still, in order and apart from each other.
    ///   - grants: more time, in the order in which it was granted.
    public func reckoning(
        from begin: Instant, stops: [Stop] = [], grants: [Allowance] = [], clock: CityClock,
        calendar: WorkCalendar
    ) -> Reckoning {
        var reckoning = Reckoning(begin: begin, limit: self, grants: grants, deadline: .at(begin))
        let first = clock.day(of: begin).advanced(by: start == .same ? 0 : 1)
        reckoning.run(Allowance(amount: amount, measure: measure), from: first, stops, clock, calendar)
        for allowance in grants {
            guard case .at(let end) = reckoning.deadline else { break }
            let day = clock.day(of: end)
            let whole = clock.start(of: day) == end ? day : day.advanced(by: 1)
            reckoning.run(allowance, from: whole, stops, clock, calendar)
        }
        return reckoning
    }

    /// The deadline alone.
    public func deadline(
        from begin: Instant, stops: [Stop] = [], grants: [Allowance] = [], clock: CityClock,
        calendar: WorkCalendar
    ) -> Deadline {
        reckoning(from: begin, stops: stops, grants: grants, clock: clock, calendar: calendar).deadline
    }
}

extension Reckoning {
    /// Counts on: hours from the deadline so far, days from the first day named.
    fileprivate mutating func run(
        _ allowance: Allowance, from first: CivilDay, _ stops: [Stop], _ clock: CityClock,
        _ calendar: WorkCalendar
    ) {
        if allowance.measure == .hour {
            guard case .at(let begin) = deadline else { return }
            runHours(Int64(allowance.amount) * 3600, from: begin, stops)
        } else {
            runDays(allowance, from: first, stops, clock, calendar)
        }
    }

    private mutating func runHours(_ seconds: Int64, from begin: Instant, _ stops: [Stop]) {
        var left = seconds
        var moment = begin
        for stop in stops where (stop.until ?? .endOfTime) > moment {
            let running = max(0, stop.since.seconds - moment.seconds)
            if left <= running { break }
            left -= running
            moment = max(moment, stop.since)
            guard let until = stop.until else {
                deadline = .stopped
                return
            }
            stoppedSeconds += until.seconds - moment.seconds
            moment = until
        }
        deadline = .at(moment.advanced(bySeconds: left))
    }

    private mutating func runDays(
        _ allowance: Allowance, from first: CivilDay, _ stops: [Stop], _ clock: CityClock,
        _ calendar: WorkCalendar
    ) {
        var day = first
        var left = allowance.amount
        while left > 0 {
            let next = clock.start(of: day.advanced(by: 1))
            let stop = stops.first { $0.contains(next.advanced(bySeconds: -1)) }
            // While the clock stands still nothing is counted, neither free days nor days of a year to come.
            if let stop, stop.until == nil {
                deadline = .stopped
                return
            }
            if allowance.measure == .workday {
                guard let works = calendar.works(on: day) else {
                    deadline = .open(missingYear: day.parts.year)
                    return
                }
                if !works {
                    freeDays += 1
                    day = day.advanced(by: 1)
                    continue
                }
            }
            if stop == nil {
                left -= 1
            } else {
                stoppedDays += 1
            }
            day = day.advanced(by: 1)
        }
        deadline = .at(clock.start(of: day))
    }
}
