import CaseStore
import Casework
import Reports

/// What is behind one of a bulletin's figures.
public enum Explanation: Sendable {
    /// The contacts that were counted.
    case contacts([ContactLine])
    /// The callbacks that were counted.
    case callbacks([CallbackLine])

    /// How many there are: the figure.
    public var count: Int {
        switch self {
        case .contacts(let lines): lines.count
        case .callbacks(let lines): lines.count
        }
    }
}

extension Desk {
    /// The very contacts or callbacks behind a figure of a day's bulletin; of an issued one as they were counted then.
    ///
    /// - Parameters:
    ///   - figure: a topic's rank, `calls`, `messages`, `direct`, `transfer`, `callback` or a channel.
    ///   - computed: also of a day that was issued, as it would be now.
    public func explain(_ figure: String, of day: String?, asOf: String? = nil, computed: Bool = false) throws
        -> Explanation
    {
        try store.read { reader in
            try requireWholeCity(reader)
            let settings = try reader.settings()
            let day = try publicationDay(day, settings: settings)
            let isNow = asOf == nil && !computed
            let edition = try isNow ? reader.inForce(day) : nil
            if isNow, edition == nil, try reader.hasNothing(on: day),
                try !reader.historicDays(from: day, to: day).isEmpty
            {
                throw DeskError.onlyFigures(day)
            }
            let moment = try self.asOf(asOf, clock: settings.clock)
            if figure == "callback" || figure == "回访" {
                return .callbacks(
                    try edition.map { try reader.callbackLines(of: $0.id) }
                        ?? reader.callbackLines(from: day, to: day, asOf: moment))
            }
            let bulletin =
                try edition?.bulletin ?? bulletin(day, asOf: moment, settings: settings, reader: reader)
            let wanted = try self.figure(figure, of: bulletin, reader: reader)
            return .contacts(
                try edition.map { try reader.contactLines(of: $0.id, where: wanted.includes) }
                    ?? reader.contactLines(from: day, to: day, asOf: moment, where: wanted.includes))
        }
    }

    /// What is behind a figure lies with all units: a handler, who sees the own one's cases, would see another figure.
    func requireWholeCity(_ reader: StoreReader) throws {
        try require(Set(Role.allCases).subtracting([.handler]), for: "查看日报的明细", reader)
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
        if let printed = bulletin.channels.first(where: { $0.name == text || $0.code == text }) {
            return .channel(printed.code, .online)
        }
        let channel = try Lookup(reader: reader).channel(text)
        // A channel may have left the online group since.
        let isPrinted = bulletin.channels.contains { $0.code == channel.code }
        return .channel(channel.code, isPrinted ? .online : channel.group)
    }
}

extension StoreReader {
    /// What was issued last of a day; of one that was not issued, what waits to be; nil where nobody put up anything.
    func inForce(_ day: CivilDay) throws -> Edition? {
        let editions = try editions(from: day, to: day)
        return editions.last(where: \.isIssued) ?? editions.last
    }

    /// Notices where contacts count, or counted, on days whose bulletins are issued.
    func issuedBefore(_ contacts: [ContactState?], now: Instant) throws -> [Notice] {
        let clock = try settings().clock
        let today = clock.day(of: now)
        let printed = try contacts.compactMap(\.self).filter {
            try $0.standing == .counted && clock.day(of: $0.receivedAt) < today
                && channel(id: $0.channel)?.group != .internal
        }
        return try Set(printed.map { clock.day(of: $0.receivedAt) }).sorted()
            .filter { try inForce($0)?.isIssued == true }.map { .issuedBefore($0) }
    }
}
