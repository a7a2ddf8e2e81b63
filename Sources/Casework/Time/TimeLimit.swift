/// A length of time that a unit is given.
public struct TimeLimit: Hashable, Sendable {
    /// What is counted.
    public enum Measure: String, Sendable, CaseIterable {
        /// Hours by the clock.
        case hour
        /// Calendar days.
        case day
        /// Days on which offices work.
        case workday
    }

    /// The day that is counted as the first.
    public enum Start: String, Sendable, CaseIterable {
        /// The day of dispatch itself.
        case same
        /// The day after.
        case next
    }

    /// How many hours or days; at least 1.
    public let amount: Int
    /// Hours, days or working days.
    public let measure: Measure
    /// Where counting days begins. Hours always run from the moment itself.
    public let start: Start

    /// A limit of so many hours or days.
    public init(amount: Int, measure: Measure, start: Start) {
        self.amount = amount
        self.measure = measure
        self.start = start
    }
}

/// When a limit ends.
public enum Deadline: Hashable, Sendable {
    /// The first moment that is too late.
    case at(Instant)
    /// Open (未定), because the calendar of this year is not in.
    case open(missingYear: Int)

    /// The moment, unless the deadline is open.
    public var instant: Instant? {
        if case .at(let instant) = self { instant } else { nil }
    }
}

extension TimeLimit {
    /// When the limit ends that began to run at a moment.
    ///
    /// Limits in days end with the last second of their last day (24时), so the deadline is the next midnight.
    public func deadline(from begin: Instant, clock: CityClock, calendar: WorkCalendar) -> Deadline {
        guard measure != .hour else { return .at(begin.advanced(bySeconds: Int64(amount) * 3600)) }
        var day = clock.day(of: begin).advanced(by: start == .same ? 0 : 1)
        var left = amount
        while true {
            let counts: Bool
            if measure == .day {
                counts = true
            } else if let works = calendar.works(on: day) {
                counts = works
            } else {
                return .open(missingYear: day.parts.year)
            }
            if counts { left -= 1 }
            day = day.advanced(by: 1)
            if left <= 0 { return .at(clock.start(of: day)) }
        }
    }
}
