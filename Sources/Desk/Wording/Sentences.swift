import Casework

extension Wording {
    /// How a deadline came about: 自3月19日派单次日起3个工作日，扣除休息日2天，应于3月24日24时前办结.
    public static func sentence(_ reckoning: Reckoning, clock: CityClock) -> String {
        let limit = reckoning.limit
        let begin = day(clock.day(of: reckoning.begin))
        let start =
            limit.measure == .hour
            ? "自\(begin)\(time(clock.secondOfDay(reckoning.begin)))派单起"
            : "自\(begin)派单\(limit.start == .next ? "次日" : "")起"
        var parts = [start + Terms.name(Allowance(amount: limit.amount, measure: limit.measure))]
        var without: [String] = []
        if reckoning.freeDays > 0 { without.append("休息日\(reckoning.freeDays)天") }
        if reckoning.stoppedDays > 0 { without.append("暂停计时\(reckoning.stoppedDays)天") }
        if reckoning.stoppedSeconds > 0 { without.append("暂停计时\(length(reckoning.stoppedSeconds))") }
        if !without.isEmpty { parts.append("扣除" + without.joined(separator: "、")) }
        parts += reckoning.grants.map { "延期" + Terms.name($0) }
        switch reckoning.deadline {
        case .at(let instant): parts.append("应于\(end(instant, clock: clock, since: reckoning.begin))前办结")
        case .open(let year): parts.append("\(year)年的工作日历还没有，期限未定")
        case .stopped: parts.append("现在暂停计时")
        }
        return parts.joined(separator: "，")
    }

    /// A deadline as people say it: the end of a day is its 24时. Another year than the beginning's is named.
    private static func end(_ instant: Instant, clock: CityClock, since begin: Instant) -> String {
        let second = clock.secondOfDay(instant)
        let date = clock.day(of: instant).advanced(by: second == 0 ? -1 : 0)
        let year = date.parts.year == clock.day(of: begin).parts.year ? "" : "\(date.parts.year)年"
        return year + day(date) + (second == 0 ? "24时" : time(second))
    }

    private static func day(_ day: CivilDay) -> String {
        "\(day.parts.month)月\(day.parts.day)日"
    }

    private static func length(_ seconds: Int64) -> String {
        if seconds < 60 { return "不到1分钟" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return minutes == 0 ? "\(hours)小时" : hours == 0 ? "\(minutes)分钟" : "\(hours)小时\(minutes)分钟"
    }
}
