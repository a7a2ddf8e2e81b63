import Casework

extension Notice {
    /// The names that a notice offers to its template.
    public static let shape = TemplateShape(
        values: [
            "city", "hotline", "scope", "period", "until", "begin", "end", "total", "calls", "messages",
            "others",
            "direct", "transferred", "undisposed", "previous", "lastYear", "received", "passed", "finished",
            "carried", "finishRate", "returned", "returnRate", "signed", "signRate", "onTime", "onTimeRate",
            "overdue",
            "reworks", "open", "red", "yellow", "green", "unpressed",
            "suspended", "struck", "strikeRate", "called", "responded",
            "responseRate", "resolved", "resolutionRate", "satisfied", "fairly", "dissatisfied", "unrated",
            "satisfactionRate", "satisfactionFormula", "placed", "placedShare",
        ], truths: ["whole", "windowed", "exceeds", "excluded", "searched"],
        lists: [
            "kinds": part, "channels": part, "districts": part, "streets": part,
            "topics": TemplateShape(
                values: ["rank", "name", "count", "previous", "lastYear"], lists: ["parts": part]),
            "issues": TemplateShape(values: ["rank", "place", "problem", "callers", "contacts"]),
        ])

    private static let part = TemplateShape(values: ["name", "count", "share"])
    /// Of long lists so many stand in the text; the tables hold all.
    private static let shortLength = 5
    /// So many of the categories below a topic.
    private static let partLength = 3

    /// The text, without a line end at its end; its first line is the title.
    public func text(settings: CitySettings) throws(TemplateError) -> String {
        let template = try Template(settings.notice.template)
        let text = try template.render(values(settings))
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    private func values(_ settings: CitySettings) -> [String: TemplateValue] {
        var values = counts.mapValues { TemplateValue.number($0) }
        values.merge(words(settings).mapValues { TemplateValue.text($0) }) { $1 }
        values.merge(lists) { $1 }
        values["whole"] = .truth(basis == .received)
        values["windowed"] = .truth(window.moments != nil)
        values["exceeds"] = .truth(work.finished > work.received && work.carriedOver > 0)
        values["excluded"] = .truth(rates != adjusted)
        values["searched"] = .truth(issues != nil)
        return values
    }

    private var placed: Int { streets.reduce(0) { $0 + $1.count } }

    private var counts: [String: Int] {
        [
            "total": total, "calls": groups[.phone] ?? 0, "messages": groups[.online] ?? 0,
            "others": groups[.internal] ?? 0, "direct": dispositions[.direct] ?? 0,
            "transferred": dispositions[.transferred] ?? 0, "undisposed": dispositions[.undisposed] ?? 0,
            "received": work.received, "passed": work.passed, "finished": work.finished,
            "carried": work.carriedOver, "returned": work.returned, "signed": work.signedOnTime,
            "onTime": work.finishedOnTime, "overdue": work.overdue, "reworks": work.reworks,
            "open": work.openCount, "red": work.open[.red] ?? 0, "yellow": work.open[.yellow] ?? 0,
            "green": work.open[.green] ?? 0, "unpressed": work.open[nil] ?? 0, "suspended": work.suspended,
            "struck": work.struck,
            "called": rates.calledBack, "responded": rates.responded, "resolved": rates.resolved,
            "satisfied": rates.satisfied, "fairly": rates.fairly, "dissatisfied": rates.dissatisfied,
            "unrated": rates.unrated, "placed": placed,
        ]
    }

    private func words(_ settings: CitySettings) -> [String: String] {
        let clock = settings.clock
        let range = window.range(clock)
        return [
            "city": settings.name, "hotline": settings.hotline, "scope": scope,
            "period": window.period.fullName, "until": clock.minute(until),
            "begin": clock.minute(range.lowerBound), "end": clock.minute(range.upperBound),
            "previous": text(.previous, changes), "lastYear": text(.lastYear, changes),
            "finishRate": work.finishRate.text, "returnRate": work.returnRate.text,
            "signRate": work.signingRate.text, "onTimeRate": work.finishingRate.text,
            "strikeRate": work.strikeRate.text, "responseRate": rates.response.text,
            "resolutionRate": rates.resolution.text, "satisfactionRate": rates.satisfaction.text,
            "satisfactionFormula": rates.satisfactionFormula, "placedShare": Share(placed, of: total).text,
        ]
    }

    private var lists: [String: TemplateValue] {
        [
            "kinds": Self.list(kinds, of: total), "channels": Self.list(channels, of: total),
            "districts": Self.list(districts, of: total),
            "streets": Self.list(streets, of: placed, most: Self.shortLength),
            "topics": .list(
                topics.map { topic in
                    [
                        "rank": .number(topic.rank), "name": .text(topic.name), "count": .number(topic.count),
                        "previous": .text(text(.previous, topic.changes)),
                        "lastYear": .text(text(.lastYear, topic.changes)),
                        "parts": Self.list(topic.parts, of: topic.count, most: Self.partLength),
                    ]
                }),
            "issues": .list(
                (issues ?? []).enumerated().map { index, issue in
                    [
                        "rank": .number(index + 1), "place": .text(issue.place),
                        "problem": .text(issue.problem), "callers": .number(issue.callers),
                        "contacts": .number(issue.contacts),
                    ]
                }),
        ]
    }

    /// A change in words; of a period that the records do not hold whole, that it cannot be compared with.
    func text(_ comparison: Comparison, _ changes: [Comparison: Change]) -> String {
        changes[comparison]?.text() ?? window.period.withoutBase(comparison)
    }

    /// The first parts. A street bears its district's name where another has its own.
    private static func list(_ parts: [Part], of whole: Int, most: Int = .max) -> TemplateValue {
        let uses = Dictionary(parts.map { ($0.lastName, 1) }, uniquingKeysWith: +)
        return .list(
            parts.prefix(most).map { part in
                [
                    "name": .text(
                        uses[part.lastName] == 1 ? part.lastName : part.name.replacing("/", with: "")),
                    "count": .number(part.count), "share": .text(Share(part.count, of: whole).text),
                ]
            })
    }
}

extension Notice.Part {
    /// The last of the names that make a street's.
    fileprivate var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }
}

extension CityClock {
    /// For notices: `2024年4月1日9时`, `2024年4月1日9时30分`.
    func minute(_ instant: Instant) -> String {
        let day = day(of: instant).parts
        let minutes = secondOfDay(instant) / 60
        let rest = minutes % 60 == 0 ? "" : "\(minutes % 60)分"
        return "\(day.year)年\(day.month)月\(day.day)日\(minutes / 60)时\(rest)"
    }
}
