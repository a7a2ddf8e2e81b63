/// Moments as a city reads them: a fixed distance from UTC, so that no time-zone database is needed.
public struct CityClock: Hashable, Sendable {
    /// Seconds east of UTC: 28,800 for China.
    public let offset: Int64

    /// A clock so many seconds east of UTC.
    public init(offset: Int64) {
        self.offset = offset
    }

    /// The business day on which a moment falls.
    public func day(of instant: Instant) -> CivilDay {
        CivilDay(number: Int((instant.seconds + offset).flooredQuotient(by: 86_400)))
    }

    /// The first moment of a day.
    public func start(of day: CivilDay) -> Instant {
        Instant(seconds: Int64(day.number) * 86_400 - offset)
    }

    /// The last moment of a day.
    public func end(of day: CivilDay) -> Instant {
        start(of: day.advanced(by: 1)).advanced(bySeconds: -1)
    }

    /// The moment a day, in seconds since its midnight.
    public func instant(_ day: CivilDay, second: Int64) -> Instant {
        start(of: day).advanced(bySeconds: second)
    }

    /// Seconds since midnight of the moment's day.
    public func secondOfDay(_ instant: Instant) -> Int64 {
        instant.seconds - start(of: day(of: instant)).seconds
    }

    /// ISO 8601 with this clock's offset: `2024-03-19T10:00:00+08:00`.
    public func iso(_ instant: Instant) -> String {
        let minutes = Int(abs(offset) / 60)
        let sign = offset < 0 ? "-" : "+"
        return
            "\(day(of: instant))T\(time(instant))\(sign)\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// For people: `2024-03-19 10:00:00`.
    public func plain(_ instant: Instant) -> String {
        "\(day(of: instant)) \(time(instant))"
    }

    private func time(_ instant: Instant) -> String {
        let second = Int(secondOfDay(instant))
        return "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }
}

extension Int64 {
    /// Division that rounds down, also for negative numbers.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
