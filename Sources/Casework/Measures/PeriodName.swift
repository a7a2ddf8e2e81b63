extension Period {
    /// For a text that says the year elsewhere: `3月19日`, `3月19日至25日`, `2024年第12周`, `2024年3月`,
    /// `2024年1月至3月`, `2024年`. Days of two years keep their years.
    public var name: String {
        name(withYear: first.parts.year != last.parts.year)
    }

    /// With the year in any case: `2024年3月19日`, `2024年3月19日至25日`.
    public var fullName: String {
        name(withYear: true)
    }

    private func name(withYear: Bool) -> String {
        let begin = first.parts
        let end = last.parts
        let year = "\(begin.year)年"
        switch kind {
        case .year: return year
        case .week(let week): return "\(week.year)年第\(week.number)周"
        case .month: return "\(year)\(begin.month)月"
        case .months:
            return "\(year)\(begin.month)月至\(begin.year == end.year ? "" : "\(end.year)年")\(end.month)月"
        case .day, .days:
            let start = "\(withYear ? year : "")\(begin.month)月\(begin.day)日"
            guard first != last else { return start }
            let endYear = begin.year == end.year ? "" : "\(end.year)年"
            let endMonth = endYear.isEmpty && begin.month == end.month ? "" : "\(end.month)月"
            return "\(start)至\(endYear)\(endMonth)\(end.day)日"
        }
    }

    /// The period itself in words that need no date: `本月`.
    var here: String {
        switch kind {
        case .day: "当日"
        case .week: "本周"
        case .month: "本月"
        case .year: "本年"
        case .months, .days: "本期"
        }
    }

    /// That there is nothing to compare it with: `上年同期无可比数据`.
    public func withoutBase(_ comparison: Comparison) -> String {
        baseName(of: comparison) + "无可比数据"
    }

    /// What it is compared with in words that need no date: `上月`, `上年同期`.
    func baseName(of comparison: Comparison) -> String {
        guard comparison == .previous else { return "上年同期" }
        return switch kind {
        case .day: "前一日"
        case .week: "上周"
        case .month: "上月"
        case .year: "上年"
        case .months, .days: "上期"
        }
    }
}
