import CaseStore
import Casework
import Reports

/// What has changed of a day since its bulletin was issued.
public struct BulletinDifference: Sendable {
    /// A figure then and now.
    public struct Line: Sendable {
        /// What it counts.
        public let figure: Figure
        /// Its name, as printed.
        public let name: String
        /// As it was issued.
        public let then: Int
        /// As it would be now.
        public let now: Int
    }

    /// What stood out among a topic's contacts then and now.
    public struct Finding: Sendable {
        /// The topic's name.
        public let topic: String
        /// As it was issued; nil where nothing stood out.
        public let then: Bulletin.Concentration?
        /// As it would be now.
        public let now: Bulletin.Concentration?

        /// Its name among the figures.
        public var name: String { "\(topic)集中反映" }
    }

    /// A contact that counts in other figures than it did.
    public struct Contact: Sendable {
        /// The contact as it counts now; as it did where it does no longer.
        public let line: ContactLine
        /// The names of the figures in which it no longer counts.
        public let left: [String]
        /// The names of the figures in which it counts now.
        public let entered: [String]
        /// What changed it; nil where no entry of its own case did.
        public let event: Event?
    }

    /// What is compared.
    public let edition: Edition
    /// All figures, also equal ones, in the order of print; 回访量 last.
    public let figures: [Line]
    /// What stood out among the topics of either, also what is the same.
    public let findings: [Finding]
    /// 回访量 then and now.
    public let callbacks: (then: Int, now: Int)
    /// The contacts that explain the difference, by receipt.
    public let contacts: [Contact]
    /// Callbacks that have come, or were counted and are gone.
    public let cameCallbacks, goneCallbacks: [CallbackLine]

    /// Whether everything that is printed is what it was and made of the same.
    public var isEmpty: Bool {
        contacts.isEmpty && cameCallbacks.isEmpty && goneCallbacks.isEmpty
            && findings.allSatisfy { $0.then == $0.now }
    }
}

extension Desk {
    /// Compares what was issued last of a day with what the records say now.
    public func difference(_ day: String?) throws -> BulletinDifference {
        try store.read { reader in
            try requireWholeCity(reader)
            let settings = try reader.settings()
            let day = try publicationDay(day, settings: settings)
            guard let edition = try reader.editions(from: day, to: day).last(where: \.isIssued) else {
                throw DeskError.notIssued(day)
            }
            let then = try reader.contactLines(of: edition.id)
            let now = try reader.contactLines(from: day, to: day) { _ in true }
            let issued = try edition.bulletin
            let computed = try draft(day, settings: settings, reader: reader).daily.bulletin
            let figures = Self.figures([issued, computed])
            let findings = Self.findings(issued, computed)
            let calledBack = try (
                then: reader.callbackLines(of: edition.id), now: reader.callbackLines(from: day, to: day)
            )
            return BulletinDifference(
                edition: edition,
                figures: figures.map { figure, name in
                    .init(
                        figure: figure, name: name, then: then.count { figure.includes($0.facet) },
                        now: now.count { figure.includes($0.facet) })
                },
                findings: findings,
                callbacks: (calledBack.then.count, calledBack.now.count),
                contacts: try changes(then, now, figures, findings, since: edition.head.event, reader),
                cameCallbacks: calledBack.now.filter(Set(calledBack.then).lacks),
                goneCallbacks: calledBack.then.filter(Set(calledBack.now).lacks))
        }
    }

    /// The figures that are printed in one of several bulletins, each once.
    private static func figures(_ bulletins: [Bulletin]) -> [(Figure, String)] {
        var known: Set<Figure> = []
        let channels = bulletins.flatMap(\.channels).map { (Figure.channel($0.code, .online), $0.name) }
        let topics = bulletins.flatMap(\.topics).map { (Figure.topic($0.code), $0.category) }
        let all: [(Figure, String)] =
            [(.calls, "来电诉求"), (.messages, "网民留言")] + channels
            + [(.direct, "直接办理"), (.transferred, "转交责任单位办理"), (.undisposed, "未处置")] + topics
        return all.filter { known.insert($0.0).inserted }
    }

    /// What stands out in one of two bulletins.
    private static func findings(_ then: Bulletin, _ now: Bulletin) -> [BulletinDifference.Finding] {
        let topics =
            then.topics + now.topics.filter { topic in !then.topics.contains { $0.code == topic.code } }
        return topics.compactMap { topic in
            let found = [then, now].map { $0.topics.first { $0.code == topic.code }?.concentration }
            guard found.contains(where: { $0 != nil }) else { return nil }
            return .init(topic: topic.category, then: found[0], now: found[1])
        }
    }

    private func changes(
        _ then: [ContactLine], _ now: [ContactLine], _ figures: [(Figure, String)],
        _ findings: [BulletinDifference.Finding], since head: Int64, _ reader: StoreReader
    ) throws -> [BulletinDifference.Contact] {
        let before = Dictionary(then.map { ($0.number, $0) }) { first, _ in first }
        let after = Dictionary(now.map { ($0.number, $0) }) { first, _ in first }
        return try Set(before.keys).union(after.keys).sorted().compactMap { number in
            let (old, new) = (before[number], after[number])
            var left = figures.filter { old.counts(in: $0.0) && !new.counts(in: $0.0) }.map(\.1)
            var entered = figures.filter { !old.counts(in: $0.0) && new.counts(in: $0.0) }.map(\.1)
            for finding in findings {
                let (was, isIn) = (finding.then.holds(number), finding.now.holds(number))
                if was, !isIn { left.append(finding.name) }
                if !was, isIn { entered.append(finding.name) }
            }
            guard left.count + entered.count > 0, let line = new ?? old else { return nil }
            return .init(
                line: line, left: left, entered: entered, event: try event(that: number, since: head, reader))
        }
    }

    /// The entry after a link of the history that made of a contact what it is.
    private func event(that number: ContactNumber, since head: Int64, _ reader: StoreReader) throws -> Event?
    {
        guard let file = try reader.caseFile(number.caseNumber) else { return nil }
        let events = file.events.sorted { $0.id < $1.id }
        let state = file.contactStates[number.sequence]
        // The first after which it never was anything else.
        var found: Event?
        for (place, event) in events.enumerated().reversed() where event.id > head {
            let before = CaseFile(
                number: file.number, contacts: file.contacts, events: Array(events[..<place]))
            found = event
            if before.contactStates[number.sequence] != state { break }
        }
        return found
    }
}

extension Bulletin.Concentration? {
    fileprivate func holds(_ number: ContactNumber) -> Bool {
        map { $0.numbers.contains(number) } ?? false
    }
}

extension ContactLine? {
    fileprivate func counts(in figure: Figure) -> Bool {
        map { figure.includes($0.facet) } ?? false
    }
}

extension Set {
    fileprivate func lacks(_ element: Element) -> Bool { !contains(element) }
}
