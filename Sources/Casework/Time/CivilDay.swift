/// A day of the proleptic Gregorian calendar, without a zone.
public struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// 0001-01-01, the first day that can be written.
    public static let earliest = CivilDay(number: -719_162)
    /// 9999-12-31, the last day that can be written.
    public static let latest = CivilDay(number: 2_932_896)

    /// The day so many days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day with these numbers, or nil where there is no such day (2023-02-29).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        // Days from civil: years that start in March put the leap day last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that `20240319` stands for, or nil.
    public init?(compact: Int) {
        self.init(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
    }

    /// Year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `20240319`: sorts as the days do.
    public var compact: Int {
        let parts = parts
        return parts.year * 10_000 + parts.month * 100 + parts.day
    }

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    public var isoWeekday: Int {
        let fromThursday = (number + 3) % 7
        return (fromThursday < 0 ? fromThursday + 7 : fromThursday) + 1
    }

    /// The day so many days later.
    public func advanced(by days: Int) -> CivilDay {
        CivilDay(number: number + days)
    }

    /// The earlier of two days first.
    public static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.number < right.number
    }

    /// How many days a month has.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

extension CivilDay: CustomStringConvertible {
    /// ISO 8601: `2024-03-19`.
    public var description: String {
        let parts = parts
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }

    /// The day that `2024-03-19` stands for, or nil.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].utf8.count == 4, fields[1].utf8.count == 2,
            fields[2].utf8.count == 2,
            let year = decimal(fields[0]), let month = decimal(fields[1]), let day = decimal(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// A number in at least so many digits.
func padded(_ value: Int, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// The number that ASCII digits alone stand for; nil for signs, blanks and all else.
func decimal(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
}
