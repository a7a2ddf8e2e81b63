import Casework
import GRDB

extension CitySettings {
    /// The settings as rows of text.
    var stored: [(code: String, value: String)] {
        [
            ("city.code", code), ("city.name", name), ("city.offset", String(clock.offset)),
            ("hotline", hotline),
            ("bulletin.title", bulletinTitle), ("bulletin.template", bulletinTemplate),
            ("bulletin.topics", String(topicCount)),
            ("bulletin.signatures", String(bulletinSignatures)), ("district.contact", districtContact),
            ("invalid.reasons", invalidReasons.joined(separator: "\n")),
            ("signal.yellow", String(signals.finishing.yellow)),
            ("signal.red", String(signals.finishing.red)),
            ("signal.sign.yellow", String(signals.signing.yellow)),
            ("signal.sign.red", String(signals.signing.red)),
        ] + policy.stored + measures.stored + findings.stored + notice.stored
    }
}

extension StoreReader {
    /// The settings in force.
    public func settings() throws -> CitySettings {
        try configured(.settings) { try storedSettings() }
    }

    private func storedSettings() throws -> CitySettings {
        var stored = StoredSettings()
        try db.ask("SELECT code, value FROM settings WHERE until_version IS NULL").forEach { row in
            stored.values[row[0]] = row[1]
        }
        var settings = CitySettings(
            code: stored.text("city.code"), name: stored.text("city.name"),
            clock: CityClock(offset: stored.number("city.offset")), hotline: stored.text("hotline"),
            bulletinTitle: stored.text("bulletin.title"), bulletinTemplate: stored.text("bulletin.template"),
            topicCount: stored.number("bulletin.topics"),
            bulletinSignatures: stored.number("bulletin.signatures"),
            districtContact: stored.text("district.contact"),
            invalidReasons: stored.lines("invalid.reasons"),
            signals: SignalRule(
                finishing: SignalThresholds(
                    yellow: stored.number("signal.yellow"), red: stored.number("signal.red")),
                signing: SignalThresholds(
                    yellow: stored.number("signal.sign.yellow"), red: stored.number("signal.sign.red"))),
            policy: WorkflowPolicy(stored), measures: MeasuresPolicy(stored),
            findings: FindingsPolicy(stored))
        settings.notice = NoticePolicy(stored)
        return settings
    }

    /// The number of the configuration's version in force; 0 before the first.
    public func configVersion() throws -> Int {
        try db.ask("SELECT max(version) FROM config_versions").first { $0[0] } ?? 0
    }

    /// The configuration's version in force, and its digest.
    func configuration() throws -> (version: Int, digest: [UInt8]) {
        try db.ask("SELECT version, digest FROM config_versions ORDER BY version DESC LIMIT 1").first {
            ($0[0], $0.bytes(1))
        } ?? (0, [])
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

/// The values of settings by their codes.
private struct StoredSettings {
    var values: [String: String] = [:]

    /// Empty where nothing is stored.
    func text(_ code: String) -> String { values[code] ?? "" }

    /// Zero where nothing is stored.
    func number<Number: FixedWidthInteger>(_ code: String) -> Number { Number(text(code)) ?? 0 }

    func flag(_ code: String) -> Bool { values[code] == "true" }

    func lines(_ code: String) -> [String] { text(code).split(separator: "\n").map(String.init) }

    /// One of several values; nil where nothing is stored.
    func choice<Value: RawRepresentable<String>>(_ code: String) -> Value? {
        values[code].flatMap { Value(rawValue: $0) }
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

    fileprivate init(_ stored: StoredSettings) {
        self.init()
        returnReasons = stored.lines("return.reasons")
        refusalReasons = stored.lines("refusal.reasons")
        extensions.cutoff = stored.number("extension.cutoff")
        extensions.warning = stored.number("extension.warning")
        extensions.times = stored.number("extension.times")
        extensions.allowance = Allowance(
            amount: stored.number("extension.amount"),
            measure: stored.choice("extension.measure") ?? .workday)
        pausesWhileReturned = stored.flag("pause.returned")
        pausesWhileSuspended = stored.flag("pause.suspended")
        rulingAfter = stored.number("ruling.after")
        callbacks.transferredShare = stored.number("callback.transferred")
        callbacks.directShare = stored.number("callback.direct")
        callbacks.seed = stored.number("callback.seed")
        callbacks.attempts = stored.number("callback.attempts")
        supervision.reworks = stored.number("supervision.reworks")
        supervision.returns = stored.number("supervision.returns")
        supervision.overdue = stored.number("supervision.overdue")
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

    fileprivate init(_ stored: StoredSettings) {
        self.init()
        rates = RatesRule(
            fairlyWeight: stored.number("rates.fairly"), countsPartly: stored.flag("rates.partly"),
            countsUnrated: stored.flag("rates.unrated"))
        countsEveryCallback = stored.flag("rates.every")
        leavesOutDirect = stored.flag("rates.without.direct")
        leftOutKinds = Set(stored.lines("rates.without.kinds"))
        hours = WorkingHours(
            stored.lines("working.hours").compactMap { line in
                let parts = line.split(separator: " ").compactMap { Int64($0) }
                return parts.count == 2 ? parts[0]..<parts[1] : nil
            })
        weights.response = stored.number("ranking.response")
        weights.resolution = stored.number("ranking.resolution")
        weights.satisfaction = stored.number("ranking.satisfaction")
        weights.signing = stored.number("ranking.signing")
        weights.finishing = stored.number("ranking.finishing")
        weights.keeping = stored.number("ranking.keeping")
        minimum = stored.number("ranking.minimum")
        zones = ZoneRule(
            blue: stored.number("zone.blue"), yellow: stored.number("zone.yellow"),
            fall: stored.number("zone.fall"))
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

    fileprivate init(_ stored: StoredSettings) {
        self.init()
        for (code, path) in Self.decimals {
            if let value = Double(stored.text(code)) { self[keyPath: path] = value }
        }
        concentration.leastCallers = stored.number("concentration.callers")
        issues.leastCallers = stored.number("issues.callers")
        issues.order = stored.choice("issues.order") ?? issues.order
        alertsWithin = stored.number("alerts.within")
    }
}

extension NoticePolicy {
    fileprivate var stored: [(code: String, value: String)] {
        [
            ("notice.template", template), ("notice.topics", String(topicCount)),
            ("notice.categories", categories.joined(separator: "\n")), ("notice.day.end", String(dayEnd)),
        ]
    }

    fileprivate init(_ stored: StoredSettings) {
        self.init()
        template = stored.text("notice.template")
        topicCount = stored.number("notice.topics")
        categories = stored.lines("notice.categories")
        dayEnd = stored.number("notice.day.end")
    }
}
