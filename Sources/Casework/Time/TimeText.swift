/// A moment as people write it: a day, or a day with a time, with or without an offset from UTC.
public enum TimeText: Hashable, Sendable {
    /// A bare day, `2024-03-19`.
    case day(CivilDay)
    /// A moment.
    case instant(Instant)

    /// Reads `2024-03-19T10:00:00+08:00`, with a blank for the T, to the minute, or a bare day.
    /// Without an offset the time is the clock's. Fractions of a second are cut off. Nil for all else, and before
    /// 1900, when there was no hotline: such a year is a slip.
    public init?(_ text: String, clock: CityClock) {
        let trimmed = text.utf8.prefix(40)
        guard trimmed.count == text.utf8.count, let day = CivilDay(text.prefix(10)), day.parts.year >= 1900
        else {
            return nil
        }
        var rest = text.dropFirst(10)
        guard !rest.isEmpty else {
            self = .day(day)
            return
        }
        guard rest.first == "T" || rest.first == " " else { return nil }
        rest = rest.dropFirst()
        guard let second = Self.takeTime(&rest), let offset = Self.takeOffset(&rest, clock: clock) else {
            return nil
        }
        self = .instant(CityClock(offset: offset).instant(day, second: second))
    }

    /// The moment meant: a bare day stands for its first second.
    public func instant(clock: CityClock) -> Instant {
        switch self {
        case .day(let day): clock.start(of: day)
        case .instant(let instant): instant
        }
    }

    /// The last moment meant: a bare day stands for its last second.
    public func lastInstant(clock: CityClock) -> Instant {
        switch self {
        case .day(let day): clock.end(of: day)
        case .instant(let instant): instant
        }
    }

    /// The day meant.
    public func day(clock: CityClock) -> CivilDay {
        switch self {
        case .day(let day): day
        case .instant(let instant): clock.day(of: instant)
        }
    }

    private static func takeTime(_ rest: inout Substring) -> Int64? {
        let clockText = rest.prefix { $0.isNumber || $0 == ":" }
        let fields = clockText.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2 || fields.count == 3,
            fields.allSatisfy({ (1...2).contains($0.utf8.count) }),
            fields[1...].allSatisfy({ $0.utf8.count == 2 }),
            let hour = decimal(fields[0]), let minute = decimal(fields[1]),
            let second = fields.count == 3 ? decimal(fields[2]) : 0,
            hour < 24, minute < 60, second < 60
        else { return nil }
        rest = rest.dropFirst(clockText.count)
        if fields.count == 3, rest.first == "." {
            let fraction = rest.dropFirst().prefix { $0.isNumber }
            guard !fraction.isEmpty, decimal(fraction.prefix(18)) != nil else { return nil }
            rest = rest.dropFirst(1 + fraction.count)
        }
        return Int64(hour * 3600 + minute * 60 + second)
    }

    private static func takeOffset(_ rest: inout Substring, clock: CityClock) -> Int64? {
        if rest.isEmpty { return clock.offset }
        return offset(String(rest))
    }

    /// Seconds east of UTC that `+08:00`, `+0800`, `+08` or `Z` stand for; nil for all else.
    public static func offset(_ text: String) -> Int64? {
        if text == "Z" || text == "z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        let joined = digits.joined()
        guard digits.count <= 2, digits.count == 1 || digits.allSatisfy({ $0.utf8.count == 2 }),
            joined.utf8.count == 2 || joined.utf8.count == 4,
            let hours = decimal(joined.prefix(2)),
            let minutes = joined.utf8.count == 4 ? decimal(joined.suffix(2)) : 0,
            hours <= 14, minutes < 60
        else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return sign == "-" ? -seconds : seconds
    }
}
