import Casework

extension CityLoader {
    /// rates.yml
    static func measures(_ root: Cursor, kinds: [Entry<RequestKind>]) -> MeasuresPolicy {
        root.allow("rates", "workingHours", "ranking", "zones")
        var policy = MeasuresPolicy()
        let rates = root.at("rates")
        rates.allow("fairly", "partlyResolved", "unrated", "counted", "direct", "leaveOutKinds")
        policy.rates = RatesRule(
            fairlyWeight: rates.at("fairly").number(0...100) * 10,
            countsPartly: yes(rates.at("partlyResolved")), countsUnrated: yes(rates.at("unrated")))
        policy.countsEveryCallback =
            rates.at("counted").requiredChoice([("last", false), ("every", true)]) ?? false
        policy.leavesOutDirect = !yes(rates.at("direct"))
        policy.leftOutKinds = Set(
            rates.at("leaveOutKinds").references(to: Set(kinds.map(\.value.code)), in: "city.yml"))
        policy.hours = workingHours(root.at("workingHours"))
        let ranking = root.at("ranking")
        ranking.allow("weights", "minimum")
        policy.weights = weights(ranking.at("weights"))
        policy.minimum = ranking.at("minimum").number(1...1_000_000)
        policy.zones = zones(root.at("zones"))
        return policy
    }

    private static func yes(_ cursor: Cursor) -> Bool {
        cursor.requiredChoice([("yes", true), ("no", false)]) ?? false
    }

    private static func weights(_ cursor: Cursor) -> ScoreWeights {
        cursor.allow("response", "resolution", "satisfaction", "signing", "finishing", "keeping")
        func weight(_ key: String) -> Int { cursor.at(key).number(0...1000) }
        var weights = ScoreWeights()
        weights.response = weight("response")
        weights.resolution = weight("resolution")
        weights.satisfaction = weight("satisfaction")
        weights.signing = weight("signing")
        weights.finishing = weight("finishing")
        weights.keeping = weight("keeping")
        return weights
    }

    private static func zones(_ cursor: Cursor) -> ZoneRule? {
        cursor.allow("blue", "yellow", "fall")
        let (blue, yellow) = (cursor.at("blue").number(0...100), cursor.at("yellow").number(0...100))
        let rule = ZoneRule(
            blue: blue * 100, yellow: yellow * 100, fall: cursor.at("fall").number(0...100) * 100)
        if rule == nil { cursor.at("yellow").report(.badValue(wanted: "不大于 blue 的百分数")) }
        return rule
    }

    private static func workingHours(_ cursor: Cursor) -> WorkingHours? {
        let ranges = cursor.entries.map { entry -> Range<Int64>? in
            let parts = entry.text.split(separator: "-").map { Cursor.secondOfDay(String($0)) }
            guard parts.count == 2, let from = parts[0], let to = parts[1], from < to else {
                entry.report(.badValue(wanted: "如 09:00-12:00"))
                return nil
            }
            return from..<to
        }
        guard !ranges.contains(nil), !ranges.isEmpty else { return nil }
        let hours = WorkingHours(ranges.compactMap { $0 })
        if hours == nil { cursor.report(.badValue(wanted: "按先后排列、互不重叠的时间段")) }
        return hours
    }
}
