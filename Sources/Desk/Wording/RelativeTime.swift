import Casework

extension Wording {
    /// How long ago something was, for people: 刚刚, 10 分钟前, 3 小时前, 昨天, 5 天前; beyond a month the day itself.
    public static func ago(_ moment: Instant, now: Instant, clock: CityClock) -> String {
        let seconds = now.seconds - moment.seconds
        let (today, day) = (clock.day(of: now), clock.day(of: moment))
        let days = today.number - day.number
        switch seconds {
        case ..<0: return clock.plain(moment)
        case ..<60: return "刚刚"
        case ..<3600: return "\(seconds / 60) 分钟前"
        case _ where days == 0: return "\(seconds / 3600) 小时前"
        case _ where days == 1: return "昨天"
        case _ where days <= 30: return "\(days) 天前"
        default: return day.description
        }
    }

    /// A moment, with how long ago it was where a moment is given beside which it is told, and where that says more.
    public static func beside(_ moment: Instant, now: Instant?, clock: CityClock) -> String {
        let plain = clock.plain(moment)
        guard let now else { return plain }
        let ago = ago(moment, now: now, clock: clock)
        return plain.hasPrefix(ago) ? plain : "\(plain)（\(ago)）"
    }

    /// How long it is until something, for people: 还有 2 小时; 超时 1 天 where it is over.
    public static func until(_ moment: Instant, now: Instant) -> String {
        let seconds = moment.seconds - now.seconds
        let words = length(abs(seconds))
        return seconds > 0 ? "还有 \(words)" : "超时 \(words)"
    }

    private static func length(_ seconds: Int64) -> String {
        switch seconds {
        case ..<3600: "\(max(1, seconds / 60)) 分钟"
        case ..<86_400: "\(seconds / 3600) 小时"
        default: "\(seconds / 86_400) 天"
        }
    }
}
