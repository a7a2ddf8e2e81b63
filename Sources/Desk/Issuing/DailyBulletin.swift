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
        typealias Asked = (day: CivilDay, moment: Instant?, settings: CitySettings)
        @Sendable func asked(_ reader: StoreReader) throws -> Asked {
            let settings = try reader.settings()
            return (
                try desk.publicationDay(day, settings: settings), try desk.asOf(asOf, clock: settings.clock),
                settings
            )
        }
        func drafted(
            _ asked: Asked, _ reader: StoreReader, beside part: ConcentrationPart?
        ) throws -> DailyBulletin {
            let (day, moment, settings) = asked
            let draft = try desk.draft(day, asOf: moment, settings: settings, reader: reader, beside: part)
            return try shown(draft.daily, reader)
        }
        let daily = try store.read { reader -> DailyBulletin? in
            let asked = try asked(reader)
            if asOf == nil, !computed, let kept = try kept(asked.day, reader) {
                return try shown(kept, reader)
            }
            return try reader.contactCount(on: asked.day) < crowd ? drafted(asked, reader, beside: nil) : nil
        }
        // On a day on which a whole city calls every second topic is another processor's.
        return try daily
            ?? store.read {
                try drafted(asked($0), $0, beside: $1)
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

extension StoreReader {
    /// Whether nothing counts on a day.
    func hasNothing(on day: CivilDay) throws -> Bool {
        try facetCounts(from: day, to: day).isEmpty && callbackCount(from: day, to: day) == 0
    }
}
