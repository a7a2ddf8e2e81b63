import Casework

/// When the people in offices act: from nine to six on the days on which they work.
struct Office {
    let almanac: Almanac
    let offset: Int64

    /// The first moment of office hours from a moment on; where it has to be moved, not all at the same minute.
    func open(_ moment: Int64, _ random: inout Random) -> Int64 {
        var day = self.day(moment)
        let second = self.second(moment)
        let works = almanac.works(day)
        if works, second >= 32_400, second < 64_800 { return moment }
        if !works || second >= 64_800 {
            day += 1
            while !almanac.works(day) { day += 1 }
        }
        return Int64(day) * 86_400 + 32_400 + Int64(random.below(7200)) - offset
    }

    /// A moment within office hours near another and, if there is one, between two limits.
    func near(_ moment: Int64, after: Int64, before: Int64, _ random: inout Random) -> Int64 {
        var day = self.day(moment)
        let earliest = self.day(after)
        while day > earliest, !almanac.works(day) { day -= 1 }
        let drawn = Int64(day) * 86_400 + 32_400 + Int64(random.below(32_400)) - offset
        return drawn > after && drawn < before ? drawn : min(max(moment, after + 60), before - 1)
    }

    /// The second of the day.
    func second(_ moment: Int64) -> Int64 {
        moment + offset - Int64(day(moment)) * 86_400
    }

    /// The day, by its number; also before 1970.
    private func day(_ moment: Int64) -> Int {
        let local = moment + offset
        return Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }
}

/// Who does it. The names say that nobody is meant.
enum Staff {
    static let agents = names("模拟坐席", 60)
    static let dispatchers = names("模拟派单", 8)
    static let handlers = names("模拟承办", 90)
    static let askers = names("模拟回访", 12)
    static let supervisors = names("模拟督办", 4)

    private static func names(_ word: String, _ count: Int) -> [String] {
        (1...count).map { $0 < 10 ? "\(word)0\($0)" : "\(word)\($0)" }
    }
}
