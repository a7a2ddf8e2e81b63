import CaseStore
import Casework
import Reports

/// A day's bulletin with its text, and what keeps it from being final.
public struct DailyBulletin: Sendable {
    /// Where it comes from.
    public enum Origin: Sendable {
        /// It was computed now.
        case computed
        /// Somebody put it up to be issued, and another signature is missing.
        case waiting(Edition)
        /// It was issued: the original and its corrections, in order.
        case issued([Edition])
        /// It was read from what was published.
        case historic
    }

    /// The figures; of an issued one those of its last correction.
    public internal(set) var bulletin: Bulletin
    /// The text as it is published, without a line end at its end; of an issued one with its corrections below it.
    public let text: String
    /// Where it comes from.
    public internal(set) var origin = Origin.computed
    /// What an editor says of topics in other words than were computed, by their codes.
    public internal(set) var wordings: [String: String] = [:]
    /// Why it is a draft; empty where it could be published.
    public internal(set) var obstacles: [Notice] = []
    /// What the editor should look at.
    public internal(set) var warnings: [Notice] = []

    /// What was issued, in order; empty for what was not.
    public var issued: [Edition] {
        if case .issued(let editions) = origin { editions } else { [] }
    }
}

extension Desk {
    /// The bulletin of a day; of yesterday where none is given. What was issued stays as it was.
    ///
    /// - Parameters:
    ///   - asOf: computed as of this moment.
    ///   - computed: also of a day that was issued, as it would be now.
    public func bulletin(_ day: String?, asOf: String? = nil, computed: Bool = false) throws -> DailyBulletin
    {
        try bulletin(day, asOf: asOf, computed: computed, crowd: 10_000)
    }

    /// - Parameter crowd: so many contacts of a day are worth another processor.
    func bulletin(_ day: String?, asOf: String?, computed: Bool, crowd: Int) throws -> DailyBulletin {
        let desk = still
        @Sendable func asked(_ reader: StoreReader) throws -> (CivilDay, Instant?, CitySettings) {
            let settings = try reader.settings()
            return (
                try desk.publicationDay(day, settings: settings), try desk.asOf(asOf, clock: settings.clock),
                settings
            )
        }
        func drafted(_ reader: StoreReader, beside part: ConcentrationPart?) throws -> DailyBulletin {
            let (day, moment, settings) = try asked(reader)
            let draft = try desk.draft(day, asOf: moment, settings: settings, reader: reader, beside: part)
            return try shown(draft.daily, reader)
        }
        let daily = try store.read { reader -> DailyBulletin? in
            let day = try asked(reader).0
            if asOf == nil, !computed, let kept = try kept(day, reader) { return try shown(kept, reader) }
            return try reader.contactCount(on: day) < crowd ? drafted(reader, beside: nil) : nil
        }
        // On a day on which a whole city calls every second topic is another processor's.
        return try daily
            ?? store.read {
                try drafted($0, beside: $1)
            } beside: { reader in
                let (day, moment, settings) = try asked(reader)
                let bulletin = try desk.bulletin(day, asOf: moment, settings: settings, reader: reader)
                return try desk.concentrations(
                    bulletin, half: 1, asOf: moment, settings: settings, reader: reader)
            }
    }

    /// A bulletin with the numbers alone that the person may see: what counts for the city counts for everybody.
    private func shown(_ daily: DailyBulletin, _ reader: StoreReader) throws -> DailyBulletin {
        var daily = daily
        let isSeen = try sight(reader)
        for (index, topic) in daily.bulletin.topics.enumerated() {
            daily.bulletin.topics[index].concentration = try topic.concentration?.showing(isSeen)
        }
        return daily
    }

    /// What was issued of a day or waits to be, or was read from what was published; nil where it is to be computed.
    func kept(_ day: CivilDay, _ reader: StoreReader) throws -> DailyBulletin? {
        let editions = try reader.editions(from: day, to: day)
        let issued = editions.filter(\.isIssued)
        if let last = issued.last {
            var daily = DailyBulletin(
                bulletin: try last.bulletin,
                text: issued.map(\.printed).joined(separator: "\n\n"), origin: .issued(issued))
            if let waiting = editions.last, !waiting.isIssued {
                daily.warnings = [.awaitsSignature(waiting.staff, day, number: waiting.publication.number)]
            }
            return daily
        }
        if let waiting = editions.last {
            return DailyBulletin(
                bulletin: try waiting.bulletin, text: waiting.printed, origin: .waiting(waiting),
                obstacles: [.awaitsSignature(waiting.staff, day, number: 0)])
        }
        guard let historic = try reader.historicDays(from: day, to: day).first,
            try reader.hasNothing(on: day), let bulletin = JSON(historic.figures).flatMap({ Bulletin($0) })
        else { return nil }
        return DailyBulletin(
            bulletin: bulletin, text: historic.text, origin: .historic, warnings: [.historic(day)])
    }

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
    private func concentrations(
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

    func publicationDay(_ text: String?, settings: CitySettings) throws -> CivilDay {
        let today = settings.clock.day(of: now())
        guard let text, text != "yesterday" else { return today.advanced(by: -1) }
        let day = try day(text, clock: settings.clock)
        guard day <= today else { throw DeskError.future(text) }
        return day
    }
}

extension Edition {
    /// The figures.
    public var bulletin: Bulletin {
        get throws {
            guard let bulletin = JSON(publication.figures).flatMap({ Bulletin($0) }) else {
                throw DeskError.badEdition(publication.day)
            }
            return bulletin
        }
    }

    /// The text with what stands above it.
    public var printed: String {
        publication.heading.isEmpty ? publication.text : "\(publication.heading)\n\n\(publication.text)"
    }
}

/// Waits for what somebody else finds out about some of the topics, by their codes.
typealias ConcentrationPart = () throws -> [String: Concentrating.Found]

extension StoreReader {
    /// Whether nothing counts on a day.
    func hasNothing(on day: CivilDay) throws -> Bool {
        try facetCounts(from: day, to: day).isEmpty && callbackCount(from: day, to: day) == 0
    }
}
