import Casework
import Yams

extension CityLoader {
    /// findings.yml, save the alerts.
    static func findings(_ root: Cursor) -> FindingsPolicy {
        root.allow("concentration", "hot", "issues", "alerts")
        var policy = FindingsPolicy()
        let concentration = root.at("concentration")
        concentration.allow("callers", "share", "factor", "chance")
        policy.concentration.leastCallers = concentration.at("callers").number(2...10_000)
        policy.concentration.leastShare = percent(concentration.at("share"))
        policy.concentration.leastFactor = concentration.at("factor").decimal(1...100)
        policy.concentration.mostChance = percent(concentration.at("chance"))
        let hot = root.at("hot")
        hot.allow("falseShare", "chance", "change")
        policy.hot.falseShare = percent(hot.at("falseShare"))
        policy.hot.mostChance = percent(hot.at("chance"))
        policy.hot.leastChange = percent(hot.at("change"))
        let issues = root.at("issues")
        issues.allow("callers", "by", "weights", "halfLife")
        policy.issues.leastCallers = issues.at("callers").number(1...10_000)
        policy.issues.order =
            issues.at("by").requiredChoice(IssueRanking.Order.allCases.map { ($0.rawValue, $0) }) ?? .callers
        policy.issues.halfLife = issues.at("halfLife").decimal(0.1...3650)
        let weights = issues.at("weights")
        weights.allow("caller", "recency", "support")
        policy.issues.callerWeight = weights.at("caller").decimal(0...1000)
        policy.issues.recencyWeight = weights.at("recency").decimal(0...1000)
        policy.issues.supportWeight = weights.at("support").decimal(0...1000)
        policy.alertsWithin = Int64(root.at("alerts").at("importedHours").number(0...8760)) * 3600
        return policy
    }

    private static func percent(_ cursor: Cursor) -> Double {
        cursor.decimal(0...100) / 100
    }

    /// The alerts of findings.yml.
    static func alerts(_ root: Cursor) -> AlertRules {
        let alerts = root.at("alerts")
        alerts.allow("importedHours", "words", "repeats")
        var names: Set<String> = []
        func name(_ entry: Cursor) -> String {
            let place = entry.at("name")
            let name = place.text
            if !name.isEmpty, !names.insert(name).inserted { place.report(.duplicate) }
            return name
        }
        func texts(_ list: Cursor, _ read: (Cursor) -> String = { $0.text }) -> [String] {
            if list.node?.sequence?.isEmpty == true { list.report(.badValue(wanted: "至少一项的列表")) }
            return list.entries.map(read)
        }
        // Marks are left out when texts are searched: a word of nothing else would never be found.
        func word(_ place: Cursor) -> String {
            let word = place.text
            if !word.isEmpty, !word.contains(where: { $0.isLetter || $0.isNumber }) {
                place.report(.badValue(wanted: "含有文字或数字的词"))
            }
            return word
        }
        return AlertRules(
            words: alerts.at("words").entries.map { entry in
                entry.allow("name", "words", "tell")
                return WordRule(
                    name: name(entry), words: texts(entry.at("words"), word), told: texts(entry.at("tell")))
            },
            repeats: alerts.at("repeats").entries.map { entry in
                entry.allow("name", "callers", "hours", "tell")
                return RepeatRule(
                    name: name(entry), callers: entry.at("callers").number(2...10_000),
                    seconds: Int64(entry.at("hours").number(1...8760)) * 3600, told: texts(entry.at("tell")))
            })
    }
}
