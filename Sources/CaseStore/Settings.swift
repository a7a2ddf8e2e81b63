import Casework
import GRDB

extension CitySettings {
    /// The settings as rows of text.
    var stored: [(code: String, value: String)] {
        [
            ("city.code", code), ("city.name", name), ("city.offset", String(clock.offset)),
            ("hotline", hotline),
            ("bulletin.title", bulletinTitle), ("bulletin.template", bulletinTemplate),
            ("bulletin.topics", String(topicCount)), ("district.contact", districtContact),
            ("invalid.reasons", invalidReasons.joined(separator: "\n")),
            ("signal.yellow", String(signals.finishing.yellow)),
            ("signal.red", String(signals.finishing.red)),
            ("signal.sign.yellow", String(signals.signing.yellow)),
            ("signal.sign.red", String(signals.signing.red)),
        ] + policy.stored + measures.stored + findings.stored
    }
}

extension StoreReader {
    /// The settings in force.
    public func settings() throws -> CitySettings {
        try configured(.settings) { try storedSettings() }
    }

    private func storedSettings() throws -> CitySettings {
        var values: [String: String] = [:]
        try db.ask("SELECT code, value FROM settings WHERE until_version IS NULL").forEach { row in
            values[row[0]] = row[1]
        }
        func text(_ code: String) -> String { values[code] ?? "" }
        func number(_ code: String) -> Int64 { Int64(text(code)) ?? 0 }
        return CitySettings(
            code: text("city.code"), name: text("city.name"), clock: CityClock(offset: number("city.offset")),
            hotline: text("hotline"), bulletinTitle: text("bulletin.title"),
            bulletinTemplate: text("bulletin.template"), topicCount: Int(number("bulletin.topics")),
            districtContact: text("district.contact"),
            invalidReasons: text("invalid.reasons").split(separator: "\n").map(String.init),
            signals: SignalRule(
                finishing: SignalThresholds(yellow: number("signal.yellow"), red: number("signal.red")),
                signing: SignalThresholds(
                    yellow: number("signal.sign.yellow"), red: number("signal.sign.red"))),
            policy: WorkflowPolicy(stored: values), measures: MeasuresPolicy(stored: values),
            findings: FindingsPolicy(stored: values))
    }

    /// The number of the configuration's version in force; 0 before the first.
    public func configVersion() throws -> Int {
        try db.ask("SELECT max(version) FROM config_versions").first { $0[0] } ?? 0
    }

    /// The calendar, always the current one.
    public func calendar() throws -> WorkCalendar {
        let years: [Int] = try db.ask("SELECT year FROM calendar_years").map { $0[0] }
        var exceptions: [CivilDay: Bool] = [:]
        try db.ask("SELECT day, works FROM calendar_days").forEach { row in
            if let day = CivilDay(compact: row[0]) { exceptions[day] = row[1] }
        }
        return WorkCalendar(years: Set(years), exceptions: exceptions)
    }
}

extension WorkflowPolicy {
    fileprivate var stored: [(code: String, value: String)] {
        [
            ("return.reasons", returnReasons.joined(separator: "\n")),
            ("refusal.reasons", refusalReasons.joined(separator: "\n")),
            ("extension.cutoff", String(extensions.cutoff)),
            ("extension.warning", String(extensions.warning)),
            ("extension.times", String(extensions.times)),
            ("extension.amount", String(extensions.allowance.amount)),
            ("extension.measure", extensions.allowance.measure.rawValue),
            ("pause.returned", String(pausesWhileReturned)),
            ("pause.suspended", String(pausesWhileSuspended)), ("ruling.after", String(rulingAfter)),
            ("callback.transferred", String(callbacks.transferredShare)),
            ("callback.direct", String(callbacks.directShare)), ("callback.seed", String(callbacks.seed)),
            ("callback.attempts", String(callbacks.attempts)),
            ("supervision.reworks", String(supervision.reworks)),
            ("supervision.returns", String(supervision.returns)),
            ("supervision.overdue", String(supervision.overdue)),
        ]
    }

    fileprivate init(stored: [String: String]) {
        self.init()
        func number(_ code: String) -> Int { stored[code].flatMap { Int($0) } ?? 0 }
        func lines(_ code: String) -> [String] {
            (stored[code] ?? "").split(separator: "\n").map(String.init)
        }
        returnReasons = lines("return.reasons")
        refusalReasons = lines("refusal.reasons")
        extensions.cutoff = Int64(number("extension.cutoff"))
        extensions.warning = Int64(number("extension.warning"))
        extensions.times = number("extension.times")
        extensions.allowance = Allowance(
            amount: number("extension.amount"),
            measure: stored["extension.measure"].flatMap { TimeLimit.Measure(rawValue: $0) } ?? .workday)
        pausesWhileReturned = stored["pause.returned"] == "true"
        pausesWhileSuspended = stored["pause.suspended"] == "true"
        rulingAfter = number("ruling.after")
        callbacks.transferredShare = number("callback.transferred")
        callbacks.directShare = number("callback.direct")
        callbacks.seed = Int64(number("callback.seed"))
        callbacks.attempts = number("callback.attempts")
        supervision.reworks = number("supervision.reworks")
        supervision.returns = number("supervision.returns")
        supervision.overdue = Int64(number("supervision.overdue"))
    }
}

extension MeasuresPolicy {
    fileprivate var stored: [(code: String, value: String)] {
        [
            ("rates.fairly", String(rates.fairlyWeight)), ("rates.partly", String(rates.countsPartly)),
            ("rates.unrated", String(rates.countsUnrated)), ("rates.every", String(countsEveryCallback)),
            ("rates.without.direct", String(leavesOutDirect)),
            ("rates.without.kinds", leftOutKinds.sorted().joined(separator: "\n")),
            (
                "working.hours",
                (hours?.ranges ?? []).map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: "\n")
            ),
            ("ranking.response", String(weights.response)),
            ("ranking.resolution", String(weights.resolution)),
            ("ranking.satisfaction", String(weights.satisfaction)),
            ("ranking.signing", String(weights.signing)), ("ranking.finishing", String(weights.finishing)),
            ("ranking.keeping", String(weights.keeping)), ("ranking.minimum", String(minimum)),
            ("zone.blue", zones.map { String($0.blue) } ?? ""),
            ("zone.yellow", zones.map { String($0.yellow) } ?? ""),
            ("zone.fall", zones.map { String($0.fall) } ?? ""),
        ]
    }

    fileprivate init(stored: [String: String]) {
        self.init()
        func number(_ code: String) -> Int { stored[code].flatMap { Int($0) } ?? 0 }
        func lines(_ code: String) -> [String] {
            (stored[code] ?? "").split(separator: "\n").map(String.init)
        }
        rates = RatesRule(
            fairlyWeight: number("rates.fairly"), countsPartly: stored["rates.partly"] == "true",
            countsUnrated: stored["rates.unrated"] == "true")
        countsEveryCallback = stored["rates.every"] == "true"
        leavesOutDirect = stored["rates.without.direct"] == "true"
        leftOutKinds = Set(lines("rates.without.kinds"))
        hours = WorkingHours(
            lines("working.hours").compactMap { line in
                let parts = line.split(separator: " ").compactMap { Int64($0) }
                return parts.count == 2 ? parts[0]..<parts[1] : nil
            })
        weights.response = number("ranking.response")
        weights.resolution = number("ranking.resolution")
        weights.satisfaction = number("ranking.satisfaction")
        weights.signing = number("ranking.signing")
        weights.finishing = number("ranking.finishing")
        weights.keeping = number("ranking.keeping")
        minimum = number("ranking.minimum")
        zones = ZoneRule(blue: number("zone.blue"), yellow: number("zone.yellow"), fall: number("zone.fall"))
    }
}

extension FindingsPolicy {
    /// The numbers of the policy by the codes of their rows.
    private static let decimals:
        [(code: String, path: any WritableKeyPath<FindingsPolicy, Double> & Sendable)] =
            [
                ("concentration.share", \.concentration.leastShare),
                ("concentration.factor", \.concentration.leastFactor),
                ("concentration.chance", \.concentration.mostChance),
                ("hot.false", \.hot.falseShare), ("hot.chance", \.hot.mostChance),
                ("hot.change", \.hot.leastChange),
                ("issues.caller", \.issues.callerWeight), ("issues.recency", \.issues.recencyWeight),
                ("issues.support", \.issues.supportWeight), ("issues.half.life", \.issues.halfLife),
            ]

    fileprivate var stored: [(code: String, value: String)] {
        Self.decimals.map { ($0.code, String(self[keyPath: $0.path])) } + [
            ("concentration.callers", String(concentration.leastCallers)),
            ("issues.callers", String(issues.leastCallers)), ("issues.order", issues.order.rawValue),
            ("alerts.within", String(alertsWithin)),
        ]
    }

    fileprivate init(stored: [String: String]) {
        self.init()
        for (code, path) in Self.decimals {
            if let value = stored[code].flatMap({ Double($0) }) { self[keyPath: path] = value }
        }
        func number(_ code: String) -> Int64? { stored[code].flatMap { Int64($0) } }
        concentration.leastCallers =
            number("concentration.callers").map { Int($0) } ?? concentration.leastCallers
        issues.leastCallers = number("issues.callers").map { Int($0) } ?? issues.leastCallers
        issues.order = stored["issues.order"].flatMap { IssueRanking.Order(rawValue: $0) } ?? issues.order
        alertsWithin = number("alerts.within") ?? alertsWithin
    }
}
