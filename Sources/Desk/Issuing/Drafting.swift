import CaseStore
import Casework
import Reports

/// Waits for what somebody else finds out about some of the topics, by their codes.
typealias ConcentrationPart = () throws -> [String: Concentrating.Found]

extension Desk {
    /// A bulletin as it is computed, with the editor's words, and its text line by line.
    ///
    /// - Parameter part: what is found out meanwhile about every second topic; nil where nobody does.
    func draft(
        _ day: CivilDay, asOf moment: Instant? = nil, settings: CitySettings, reader: StoreReader,
        beside part: ConcentrationPart? = nil
    ) throws -> (daily: DailyBulletin, lines: BulletinDraft) {
        var bulletin = try bulletin(day, asOf: moment, settings: settings, reader: reader)
        var found = try concentrations(
            bulletin, half: part == nil ? nil : 0, asOf: moment, settings: settings, reader: reader)
        if let part { found.merge(try part()) { first, _ in first } }
        try add(found, to: &bulletin, settings: settings, reader: reader)
        var lines = try BulletinDraft(bulletin, Template(settings.bulletinTemplate), settings: settings)
        let computed = Dictionary(
            lines.lines.compactMap { line in line.topic.map { ($0, line.computed) } }
        ) { first, _ in first }
        let wordings = try reader.wordings(of: day)
        lines.reword(Dictionary(wordings.map { ($0.topic, $0.words) }) { first, _ in first })
        let names = Dictionary(bulletin.topics.map { ($0.code, $0.category) }) { first, _ in first }
        var daily = DailyBulletin(bulletin: bulletin, text: lines.text)
        daily.wordings = Dictionary(
            wordings.filter { computed[$0.topic] != nil }.map { ($0.topic, $0.words) }
        ) { first, _ in first }
        daily.obstacles =
            try obstacles(bulletin, asOf: moment, settings: settings, reader: reader)
            + lines.outdated.map { .wordingOutdated(topic: names[$0] ?? $0) }
        daily.warnings = bulletin.topics.filter { $0.transferred == 0 }.map {
            .nothingTransferred(topic: $0.category)
        }
        for wording in wordings {
            guard let now = computed[wording.topic] else {
                let name = try reader.category(code: wording.topic)?.name ?? wording.topic
                daily.warnings.append(.wordingUnused(topic: name))
                continue
            }
            if now != wording.computed {
                daily.warnings.append(
                    .computedChanged(
                        topic: names[wording.topic] ?? wording.topic, from: wording.computed, to: now))
            }
        }
        return (daily, lines)
    }

    private func obstacles(
        _ bulletin: Bulletin, asOf moment: Instant?, settings: CitySettings, reader: StoreReader
    ) throws -> [Notice] {
        var obstacles: [Notice] = []
        let (day, now) = (bulletin.day, now())
        if min(moment ?? now, now) < settings.clock.end(of: day) { obstacles.append(.dayNotOver(day)) }
        if !bulletin.sumsClose { obstacles.append(.sumsOpen) }
        if bulletin.undisposed > 0 {
            let lines = try reader.contactLines(
                from: day, to: day, asOf: moment, disposition: .undisposed,
                where: Figure.undisposed.includes)
            let isSeen = try sight(reader, asOf: moment)
            let numbers = try lines.map(\.number).filter { try isSeen($0.caseNumber) }
            obstacles.append(.undisposed(count: bulletin.undisposed, numbers: numbers))
        }
        return obstacles
    }

    func bulletin(
        _ day: CivilDay, asOf moment: Instant?, settings: CitySettings, reader: StoreReader
    ) throws -> Bulletin {
        Bulletin(
            day: day, counts: try reader.facetCounts(from: day, to: day, asOf: moment),
            callbacks: try reader.callbackCount(from: day, to: day, asOf: moment),
            topicCount: settings.topicCount)
    }

    /// Where or about what many of the topics' contacts were, by the topics' codes.
    ///
    /// - Parameter half: 0 or 1: only every second topic from that one on; nil for all.
    func concentrations(
        _ bulletin: Bulletin, half: Int?, asOf moment: Instant?, settings: CitySettings, reader: StoreReader
    ) throws -> [String: Concentrating.Found] {
        let period = Period(bulletin.day)
        var concentrating = Concentrating(
            reader: reader, belongings: try Belongings(reader), moment: moment,
            policy: settings.findings.concentration,
            leftOutChannels: try reader.allChannels().values.filter { $0.group == .internal }.map(\.id)
                .sorted())
        var found: [String: Concentrating.Found] = [:]
        for (place, topic) in bulletin.topics.enumerated() where half == nil || place % 2 == half {
            found[topic.code] = try concentrating.concentration(
                ofTopic: topic.code, topic.finding, in: period)
        }
        return found
    }

    /// Adds to the topics where or about what many of their contacts were, and whom that concerns.
    private func add(
        _ found: [String: Concentrating.Found], to bulletin: inout Bulletin, settings: CitySettings,
        reader: StoreReader
    ) throws {
        for (index, topic) in bulletin.topics.enumerated() {
            guard let found = found[topic.code] else { continue }
            bulletin.topics[index].concentration = found.concentration
            // What lies in one district concerns its government, where districts own the topic.
            guard topic.contact == settings.districtContact,
                let district = found.district,
                let unit = try reader.unit(governing: district)
            else { continue }
            bulletin.topics[index].contact = unit.name
        }
    }
}
