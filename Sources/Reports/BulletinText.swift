import Casework

extension Bulletin {
    /// The names that the bulletin offers to its template.
    public static let shape = TemplateShape(
        values: [
            "title", "hotline", "city", "year", "month", "day", "calls", "messages", "direct", "transferred",
            "undisposed", "callbacks",
        ],
        lists: [
            "channels": TemplateShape(values: ["name", "count"]),
            "topics": TemplateShape(
                values: ["rank", "category", "count", "contact", "label", "concentrated"],
                truths: ["address", "problem", "noAddress", "noProblem"]),
        ])

    /// The text as it is published, without a line end at its end.
    public func text(_ template: Template, settings: CitySettings) throws(TemplateError) -> String {
        try text(template, settings: settings) { text, _ in text }
    }

    /// The text with a topic's rank, name and count as they are wanted.
    ///
    /// - Parameter figure: what is printed of them, by the topic's place from 0.
    func text(
        _ template: Template, settings: CitySettings, figure: (_ text: String, _ topic: Int) -> String
    ) throws(TemplateError) -> String {
        let parts = day.parts
        let text = try template.render([
            "title": .text(settings.bulletinTitle), "hotline": .text(settings.hotline),
            "city": .text(settings.name),
            "year": .number(parts.year), "month": .number(parts.month), "day": .number(parts.day),
            "calls": .number(calls), "messages": .number(messages), "direct": .number(direct),
            "transferred": .number(transferred), "undisposed": .number(undisposed),
            "callbacks": .number(callbacks),
            "channels": .list(channels.map { ["name": .text($0.name), "count": .number($0.count)] }),
            "topics": .list(
                topics.enumerated().map { place, topic in topic.values { figure($0, place) } }),
        ])
        return text.last == "\n" ? String(text.dropLast()) : text
    }
}

extension Bulletin.Topic {
    fileprivate func values(_ figure: (String) -> String) -> [String: TemplateValue] {
        [
            "rank": .text(figure("\(rank)")), "category": .text(figure(category)),
            "count": .text(figure("\(count)")),
            "contact": .text(contact),
            "address": .truth(concentration?.kind == .address),
            "problem": .truth(concentration?.kind == .problem),
            "noAddress": .truth(concentration == nil && finding == .address),
            "noProblem": .truth(concentration == nil && finding == .problem),
            "label": .text(concentration?.label ?? ""), "concentrated": .number(concentration?.count ?? 0),
        ]
    }
}
