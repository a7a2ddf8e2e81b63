import CaseStore
import Casework
import Reports

/// A day's bulletin with its text, and what keeps it from being final.
public struct DailyBulletin: Sendable {
    /// The figures.
    public let bulletin: Bulletin
    /// The text as it is published, without a line end at its end.
    public let text: String
    /// Why it is a draft; empty where it could be published.
    public let obstacles: [Notice]
    /// What the editor should look at.
    public let warnings: [Notice]
}

/// What is behind one of a bulletin's figures.
public enum Explanation: Sendable {
    /// The contacts that were counted.
    case contacts([ContactLine])
    /// The callbacks that were counted.
    case callbacks([CallbackLine])
}

extension Desk {
    /// The bulletin of a day; of yesterday where none is given.
    public func bulletin(_ day: String?, asOf: String? = nil) throws -> DailyBulletin {
        try store.read { reader in
            let settings = try reader.settings()
            let now = now()
            let day = try publicationDay(day, settings: settings)
            let moment = try self.asOf(asOf, clock: settings.clock)
            var bulletin = try bulletin(day, asOf: moment, settings: settings, reader: reader)
            try concentrate(&bulletin, asOf: moment, settings: settings, reader: reader)
            let template = try Template(settings.bulletinTemplate)
            var obstacles: [Notice] = []
            let end = settings.clock.end(of: day)
            if min(moment ?? now, now) < end { obstacles.append(.dayNotOver(day)) }
            if !bulletin.sumsClose { obstacles.append(.sumsOpen) }
            if bulletin.undisposed > 0 {
                let lines = try reader.contactLines(
                    from: day, to: day, asOf: moment, disposition: .undisposed,
                    where: Figure.undisposed.includes)
                obstacles.append(.undisposed(count: bulletin.undisposed, numbers: lines.map(\.number)))
            }
            return DailyBulletin(
                bulletin: bulletin, text: try bulletin.text(template, settings: settings),
                obstacles: obstacles,
                warnings: bulletin.topics.filter { $0.transferred == 0 }.map {
                    .nothingTransferred(topic: $0.category)
                })
        }
    }

    /// The very contacts or callbacks behind a figure of a day's bulletin.
    ///
    /// - Parameter figure: a topic's rank, `calls`, `messages`, `direct`, `transfer`, `callback` or a channel.
    public func explain(_ figure: String, of day: String?, asOf: String? = nil) throws -> Explanation {
        try store.read { reader in
            let settings = try reader.settings()
            let day = try publicationDay(day, settings: settings)
            let moment = try self.asOf(asOf, clock: settings.clock)
            if figure == "callback" || figure == "回访" {
                return .callbacks(try reader.callbackLines(from: day, to: day, asOf: moment))
            }
            let bulletin = try bulletin(day, asOf: moment, settings: settings, reader: reader)
            let wanted = try self.figure(figure, of: bulletin, reader: reader)
            return .contacts(
                try reader.contactLines(from: day, to: day, asOf: moment, where: wanted.includes))
        }
    }

    private func bulletin(
        _ day: CivilDay, asOf moment: Instant?, settings: CitySettings, reader: StoreReader
    ) throws -> Bulletin {
        Bulletin(
            day: day, counts: try reader.facetCounts(from: day, to: day, asOf: moment),
            callbacks: try reader.callbackCount(from: day, to: day, asOf: moment),
            topicCount: settings.topicCount)
    }

    /// Adds to the topics where or about what many of their contacts were, and whom that concerns.
    private func concentrate(
        _ bulletin: inout Bulletin, asOf moment: Instant?, settings: CitySettings, reader: StoreReader
    ) throws {
        let period = Period(bulletin.day)
        var concentrating = Concentrating(
            reader: reader, belongings: try Belongings(reader), moment: moment,
            policy: settings.findings.concentration)
        for index in bulletin.topics.indices {
            let topic = bulletin.topics[index]
            guard
                let found = try concentrating.concentration(ofTopic: topic.code, topic.finding, in: period)
            else { continue }
            bulletin.topics[index].concentration = found
            // What lies in one district concerns its government, where districts own the topic.
            guard topic.contact == settings.districtContact,
                let district = try concentrating.district(of: found),
                let unit = try reader.unit(governing: district)
            else { continue }
            bulletin.topics[index].contact = unit.name
        }
    }

    private func publicationDay(_ text: String?, settings: CitySettings) throws -> CivilDay {
        let today = settings.clock.day(of: now())
        guard let text else { return today.advanced(by: -1) }
        let day = try day(text, clock: settings.clock)
        guard day <= today else { throw DeskError.future(text) }
        return day
    }

    private func figure(_ text: String, of bulletin: Bulletin, reader: StoreReader) throws -> Figure {
        switch text {
        case "calls", "来电": return .calls
        case "messages", "网民留言": return .messages
        case "direct", "直接办理": return .direct
        case "transfer", "转交", "转交责任单位办理": return .transferred
        case "undisposed", "未处置": return .undisposed
        default: break
        }
        if let rank = Int(text), rank < 100 {
            guard let topic = bulletin.topics.first(where: { $0.rank == rank }) else {
                throw DeskError.badFigure(text, choices: bulletin.topics.map { "\($0.rank)（\($0.category)）" })
            }
            return .topic(topic.code)
        }
        let channel = try Lookup(reader: reader).channel(text)
        return .channel(channel.code, channel.group)
    }
}
