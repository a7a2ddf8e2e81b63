extension Period {
    /// The period that `2024`, `2024-03`, `2024-W12` or `2024-03-19` stands for; nil for all else, and for
    /// a month, week or day that does not exist.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let yearText = fields.first, yearText.utf8.count == 4, let year = decimal(yearText) else {
            return nil
        }
        switch fields.count {
        case 1: self.init(year: year)
        case 2 where fields[1].hasPrefix("W") && fields[1].utf8.count == 3:
            guard let week = decimal(fields[1].dropFirst()) else { return nil }
            self.init(year: year, week: week)
        case 2 where fields[1].utf8.count == 2:
            guard let month = decimal(fields[1]) else { return nil }
            self.init(year: year, month: month)
        case 3:
            guard let day = CivilDay(text) else { return nil }
            self.init(day)
        default: return nil
        }
    }
}
