/// The moments that a period stands for.
public struct Window: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// From when to when; nil for whole days from midnight to midnight.
    public let moments: Range<Instant>?

    /// Whole days.
    public init(_ period: Period) {
        self.period = period
        moments = nil
    }

    /// Days that end at a second from their midnight; they begin so much earlier.
    public init(_ period: Period, dayEnd: Int64, clock: CityClock) {
        self.period = period
        moments =
            dayEnd == 86_400
            ? nil
            : clock.instant(
                period.first.advanced(by: -1), second: dayEnd)..<clock.instant(period.last, second: dayEnd)
    }

    /// The first calendar day on which something of it can lie.
    public var first: CivilDay { moments == nil ? period.first : period.first.advanced(by: -1) }

    /// The last calendar day on which something of it can lie.
    public var last: CivilDay { period.last }

    /// Whether a moment of one of its calendar days lies in it.
    public func holds(_ moment: Instant) -> Bool {
        moments?.contains(moment) ?? true
    }

    /// From when to when, in any case.
    public func range(_ clock: CityClock) -> Range<Instant> {
        moments ?? clock.start(of: period.first)..<clock.start(of: period.last.advanced(by: 1))
    }
}
