/// What of weekly, monthly and holiday notices (通报) a city decides.
public struct NoticePolicy: Hashable, Sendable {
    /// The template of their text.
    public var template = ""
    /// How many topics they name, where none are named here.
    public var topicCount = 5
    /// Codes of the categories that they always name, in this order; none for the most frequent ones.
    public var categories: [String] = []
    /// The second at which a notice's day ends, from its midnight: 86,400 for midnight; at 43,200 a notice of the 19th
    /// runs from noon of the 18th to noon of the 19th.
    public var dayEnd: Int64 = 86_400

    /// The policy that holds where a city says nothing.
    public init() {}
}

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
