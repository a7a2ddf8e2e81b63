/// The number of a case: 14 digits, the business day and a serial within it, `20240319000123`.
public struct CaseNumber: Hashable, Comparable, Sendable {
    /// The 14 digits as one number; it rises with the day.
    public let value: Int64
    /// The business day.
    public let day: CivilDay

    /// The number that 14 digits stand for; nil where the day does not exist or the serial is 0.
    public init?(value: Int64) {
        guard value >= 0, let day = CivilDay(compact: Int(value / 1_000_000)), value % 1_000_000 != 0 else {
            return nil
        }
        self.value = value
        self.day = day
    }

    /// The number of a day's case with a serial from 1 to 999,999; nil for all else.
    public init?(day: CivilDay, serial: Int) {
        guard (1...999_999).contains(serial) else { return nil }
        self.init(value: Int64(day.compact) * 1_000_000 + Int64(serial))
    }

    /// The number that 14 digits stand for, or nil.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 14, let value = decimal(text) else { return nil }
        self.init(value: Int64(value))
    }

    /// From the lowest to the highest number that a case can have.
    public static let all: ClosedRange<Int64> = 10_000_000_000_000...99_999_999_999_999

    /// The first and the last number that a day can have.
    public static func range(of day: CivilDay) -> ClosedRange<Int64> {
        Int64(day.compact) * 1_000_000...Int64(day.compact) * 1_000_000 + 999_999
    }

    /// The lower number first.
    public static func < (left: CaseNumber, right: CaseNumber) -> Bool {
        left.value < right.value
    }
}

extension CaseNumber: CustomStringConvertible {
    /// The 14 digits.
    public var description: String {
        padded(Int(value), 14)
    }
}

/// The number of a contact: its case's number and its place in it, `20240319000123-2`.
public struct ContactNumber: Hashable, Comparable, Sendable {
    /// The case.
    public let caseNumber: CaseNumber
    /// 1 for the contact that opened the case, then on in the order of entry.
    public let sequence: Int

    /// The contact of a case with a sequence number.
    public init(caseNumber: CaseNumber, sequence: Int) {
        self.caseNumber = caseNumber
        self.sequence = sequence
    }

    /// The number that `20240319000123-2` stands for, or nil.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 2, let number = CaseNumber(fields[0]), let sequence = decimal(fields[1]),
            sequence >= 1,
            fields[1].first != "0"
        else { return nil }
        self.init(caseNumber: number, sequence: sequence)
    }

    /// By case, then by sequence.
    public static func < (left: ContactNumber, right: ContactNumber) -> Bool {
        (left.caseNumber, left.sequence) < (right.caseNumber, right.sequence)
    }
}

extension ContactNumber: CustomStringConvertible {
    /// `20240319000123-2`.
    public var description: String {
        "\(caseNumber)-\(sequence)"
    }
}
