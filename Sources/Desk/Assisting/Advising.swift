import CaseStore
import Casework
import Insight

/// What an operator should know of a call or message that is being taken down.
public struct Advice: Equatable, Sendable {
    /// A unit that the dispatch rules name, and why.
    public struct Rule: Hashable, Sendable {
        /// The unit's name.
        public let unit: String
        /// The rule in words.
        public let why: String
    }

    /// When a transfer made now would be due.
    public struct Times: Hashable, Sendable {
        /// The name of the grade.
        public let grade: String
        /// By when the unit has to sign, and to finish.
        public let signing: Deadline, finishing: Deadline
    }

    /// What the same phone called about before, the newest first; not all of it.
    public var earlier: [CaseLine] = []
    /// Cases that are like it, the likest first.
    public var similar: [SimilarCase] = []
    /// Categories that the text suggests, the likeliest first.
    public var categories: [Guess] = []
    /// What the knowledge base answers, where it fits well; the best first.
    public var articles: [Article] = []
    /// The unit that the rules name.
    public var rule: Rule?
    /// When it would be due.
    public var times: Times?
    /// Of whom the city wants to be told at once.
    public var alerts: [Alert] = []
    /// What is wrong about the unit chosen.
    public var notices: [Notice] = []

    /// Nothing to say.
    public init() {}
}

extension Desk {
    /// What an operator should know of what is taken down so far. What cannot be understood yet is passed over.
    ///
    /// Whose calls are not theirs to take are told nothing of who called before.
    public func advice(on request: IntakeRequest) throws -> Advice {
        let similar = try similar(to: request, limit: 3)
        return try store.read { reader in
            var advice = Advice()
            advice.similar = similar
            if try mayKnowCallers(reader), let phone = request.phone.flatMap(Phone.normalized) {
                advice.earlier = try reader.cases(ofPhone: phone, limit: Advice.shown).compactMap {
                    try reader.line(of: $0)
                }
            }
            let text = request.said
            if !text.isEmpty {
                if text.count >= Advice.leastText {
                    advice.categories = try Guessing(reader)?.guesses(text, top: 3) ?? []
                }
                advice.alerts = Alerts(try reader.alertRules()).found(in: text)
            }
            try Advising(reader: reader, request: request, now: now()).complete(&advice)
            return advice
        }
    }
}

extension IntakeRequest {
    /// What was said so far.
    var said: String { Contact.said(title ?? "", content ?? "") }
}

extension Desk {
    /// Whether somebody deals with callers of all units.
    func mayKnowCallers(_ reader: StoreReader) throws -> Bool {
        try !authority(reader).roles.isSubset(of: [.handler, .editor])
    }
}

extension Advice {
    /// So many earlier cases of a phone are told.
    fileprivate static let shown = 5
    /// A text shorter than this says too little to guess from.
    fileprivate static let leastText = 6
    /// So many articles are told.
    fileprivate static let articlesShown = 2
    /// An article fits well of whose question the text has this share; less will do where the category is its own.
    fileprivate static let tellingShare = 0.4, tellingShareWithin = 0.25
}

/// Asks the rules what they say of one request.
private struct Advising {
    let reader: StoreReader
    let request: IntakeRequest
    let now: Instant

    func complete(_ advice: inout Advice) throws {
        let lookup = Lookup(reader: reader)
        let category = request.category.flatMap { try? lookup.category($0) }
        let area = try? lookup.smallestArea(
            district: request.district, street: request.street, community: request.community)
        let rule = try Suggestion(category: category, area: area, reader: reader)
        advice.rule = rule.map { Advice.Rule(unit: $0.unit.name, why: $0.why) }
        advice.times = try times(category, lookup)
        advice.articles = try articles(category)
        guard let rule, rule.unit.level == .bureau, let unit = request.unit.flatMap({ try? lookup.unit($0) }),
            unit.level == .street || unit.level == .community
        else { return }
        advice.notices = [.bureauMatter(street: unit.name, bureau: rule.unit.name)]
    }

    private func articles(_ category: Category?) throws -> [Article] {
        let text = request.said
        guard !text.isEmpty else { return [] }
        let today = try reader.settings().clock.day(of: now)
        let fitting = try reader.articles(on: today).filter { $0.end == nil }.fitting(text)
        return fitting.filter { article, share in
            let isOwn = !article.category.isEmpty && article.category == category?.path
            return share >= (isOwn ? Advice.tellingShareWithin : Advice.tellingShare)
        }.prefix(Advice.articlesShown).map(\.article)
    }

    private func times(_ category: Category?, _ lookup: Lookup) throws -> Advice.Times? {
        guard let category else { return nil }
        let channel =
            try request.channel.flatMap { try? lookup.channel($0) }
            ?? reader.channels().first { $0.group == (request.isMessage ? .online : .phone) }
        let kind = request.kind.flatMap { try? lookup.kind($0) }
        let urgency = request.urgency.flatMap { try? Choice.urgency($0) } ?? .normal
        guard let channel,
            let grade = try Grading(reader: reader).grade(
                urgency: urgency, channel: channel.id, kind: kind?.id, category: category.id)
        else { return nil }
        let (clock, calendar) = (try reader.settings().clock, try reader.calendar())
        return Advice.Times(
            grade: grade.name, signing: grade.sign.deadline(from: now, clock: clock, calendar: calendar),
            finishing: grade.finish.deadline(from: now, clock: clock, calendar: calendar))
    }
}
