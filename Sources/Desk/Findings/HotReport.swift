import CaseStore
import Casework
import Insight
import Reports

/// What hot topics somebody wants. Names are what people type; nil is what was not given.
public struct HotRequest: Sendable {
    /// By what contacts are told apart.
    public enum Grouping: String, Sendable, CaseIterable {
        case category, district, street, spot
    }

    /// On which days.
    public var stretch = Stretch()
    /// At most so many.
    public var top = 10
    /// By what; categories where it is not given.
    public var by: String?
    /// Also the words that are new.
    public var phrases = false
    /// Also where, in periods longer than a week.
    public var concentrations = false
    /// The state as of this moment.
    public var asOf: String?

    /// The last thirty days.
    public init() {}
}

/// What comes often, and what comes more often than chance explains.
public struct HotReport: Sendable {
    /// A category, district, street or spot.
    public struct Line: Sendable {
        /// Its name; with the district's, as `大通县/城关镇`, where two streets have the same.
        public let name: String
        /// Its figures; the key is the code, of a spot what all ways of writing it have in common.
        public let topic: HotTopic<String>
        /// Where or about what many of its contacts are, if anything.
        public let concentration: Bulletin.Concentration?
    }

    /// By what contacts are told apart.
    public let grouping: HotRequest.Grouping
    /// The period.
    public let period: Period
    /// How many contacts there are in all.
    public let total: Int
    /// The most frequent.
    public let lines: [Line]
    /// Words far more frequent than before; nil where nobody asked for them.
    public let phrases: [HotPhrase]?
}

extension Desk {
    /// The most frequent topics or places of a period, and which of them come more often than chance explains.
    public func hot(_ request: HotRequest) throws -> HotReport {
        try check(request.top, "--top")
        return try store.read { reader in
            let settings = try reader.settings()
            let clock = settings.clock
            let moment = try asOf(request.asOf, clock: clock)
            let period = try period(request.stretch, clock: clock, now: moment ?? now())
            let grouping = try request.by.map { try Choice.hotGrouping($0) } ?? .category
            let belongings = try Belongings(reader)
            var counting = HotCounting(
                reader: reader, belongings: belongings, moment: moment, period: period,
                areas: grouping == .district || grouping == .street ? try reader.allAreas() : [:])
            let topics = HotTopics(
                try counting.counts(by: grouping), in: period, try reader.calendar(),
                policy: settings.findings.hot
            ).topics.filter { $0.count > 0 }
            var concentrating = Concentrating(
                reader: reader, belongings: belongings, moment: moment,
                policy: settings.findings.concentration)
            let isSeen = try sight(reader, asOf: moment)
            let wantsPlaces =
                grouping == .category && (request.concentrations || period.dayCount <= HotCounting.shortDays)
            let lines = try topics.prefix(request.top).map { topic in
                let category = grouping == .category ? belongings.roots[topic.key] : nil
                return HotReport.Line(
                    name: counting.names[topic.key] ?? topic.key, topic: topic,
                    concentration: try wantsPlaces
                        ? category.flatMap {
                            try concentrating.concentration(ofTopic: topic.key, $0.finding, in: period)?
                                .concentration.showing(isSeen)
                        } : nil)
            }
            return HotReport(
                grouping: grouping, period: period, total: topics.reduce(0) { $0 + $1.count },
                lines: lines, phrases: request.phrases ? try counting.phrases() : nil)
        }
    }
}

/// Counts contacts day by day, in a period and before it.
private struct HotCounting {
    let reader: StoreReader
    let belongings: Belongings
    let moment: Instant?
    let period: Period
    let areas: [Area.ID: Area]
    /// What is counted is called so, by its key.
    private(set) var names: [String: String] = [:]

    /// In periods up to so many days concentrations are looked for without being asked.
    static let shortDays = 7
    /// So many weeks before a period tell what is to be expected.
    private static let weeks = 8

    /// The period, the one before it, and the weeks that tell what is to be expected; not before the first contact.
    private func days(byCategory: Bool = false) throws -> Period {
        let wanted = min(period.first.advanced(by: -7 * Self.weeks), period.previous.first)
        let known = try [reader.firstDay(), byCategory ? reader.firstHistoricDay() : nil].compactMap(\.self)
        let first = max(wanted, min(known.min() ?? period.first, period.first))
        return Period(first, through: period.last) ?? period
    }

    mutating func counts(by grouping: HotRequest.Grouping) throws -> DailyCounts<String> {
        let days = try days(byCategory: grouping == .category)
        var counts = DailyCounts<String>(days)
        if grouping == .spot {
            try countSpots(&counts)
            return counts
        }
        names = names(by: grouping)
        if grouping == .category, moment == nil {
            var own: Set<Int> = []
            try reader.topicCounts(from: days.first, to: days.last) { day, root, kind, count in
                own.insert(day)
                guard !belongings.leftOutKinds.contains(kind), let civil = CivilDay(compact: day) else {
                    return
                }
                counts.add(count, of: root, on: civil)
            }
            try addHistory(to: &counts, besides: own)
            return counts
        }
        var rows: [Row: Int] = [:]
        try reader.dailyCounts(from: days.first, to: days.last, asOf: moment) { day, kind, category, area in
            if let kind, belongings.leftOutKinds.contains(kind) { return }
            let row = grouping == .category ? category : area ?? 0
            rows[Row(day: day, row: row), default: 0] += 1
        }
        let sorted = rows.sorted { ($0.key.day, $0.key.row) < ($1.key.day, $1.key.row) }
        for (row, count) in sorted {
            guard let day = CivilDay(compact: row.day), let key = key(row.row, grouping) else { continue }
            counts.add(count, of: key, on: day)
        }
        if grouping == .category { try addHistory(to: &counts, besides: Set(rows.keys.map(\.day))) }
        return counts
    }

    /// Adds what was published of days of which the store has no contacts: the topics that were named. What others had is
    /// not known.
    private func addHistory(to counts: inout DailyCounts<String>, besides own: Set<Int>) throws {
        let days = counts.days
        // Before the first contact nothing is known but what was published.
        var day = days.first
        let first = try reader.firstDay()
        while day <= days.last, first.map({ day < $0 }) ?? true {
            counts.leaveOpen(day)
            day = day.advanced(by: 1)
        }
        let historic = try reader.historicDays(from: days.first, to: days.last)
        for read in historic where !own.contains(read.day.compact) {
            guard let bulletin = JSON(read.figures).flatMap({ Bulletin($0) }) else { continue }
            counts.leaveOpen(read.day)
            for topic in bulletin.topics { counts.add(topic.count, of: topic.code, on: read.day) }
        }
    }

    private struct Row: Hashable {
        let day: Int
        let row: Int64
    }

    /// The code of the topic, district or street; nil where there is none.
    private func key(_ row: Int64, _ grouping: HotRequest.Grouping) -> String? {
        switch grouping {
        case .category: belongings.topics[row]?.rootCode
        case .district: areas[row]?.codes.first
        case .street: areas[row]?.codes.dropFirst().first
        case .spot: nil
        }
    }

    /// What topics, districts or streets are called, by their codes: as the newest row has it.
    private func names(by grouping: HotRequest.Grouping) -> [String: String] {
        guard grouping != .category else { return belongings.roots.mapValues(\.name) }
        let level: Area.Level = grouping == .district ? .district : .street
        let newest = Dictionary(areas.values.filter { $0.level == level }.map { ($0.code, $0) }) {
            $0.id > $1.id ? $0 : $1
        }
        let uses = Dictionary(newest.values.map { ($0.names.last, 1) }, uniquingKeysWith: +)
        return newest.mapValues { area in
            uses[area.names.last] == 1 ? area.names.last ?? area.path : area.path
        }
    }

    private mutating func countSpots(_ counts: inout DailyCounts<String>) throws {
        var voices = Voices()
        try reader.spoken(from: counts.days.first, to: counts.days.last, asOf: moment) { contact in
            guard let place = voices.place(contact) else { return }
            if names[place.key] == nil { names[place.key] = place.label }
            counts.add(of: place.key, on: contact.day)
        }
    }

    func phrases() throws -> [HotPhrase] {
        var now: [Saying] = []
        var before: [Saying] = []
        let first = try days().first
        try reader.spoken(from: first, to: period.last, asOf: moment) { contact in
            let saying = Saying(
                caller: contact.caller, text: Contact.said(contact.title, contact.content))
            if contact.day < period.first { before.append(saying) } else { now.append(saying) }
        }
        return HotPhrases(now: now, before: before).phrases
    }
}
