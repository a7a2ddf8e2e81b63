import CaseStore
import Casework
import Insight

/// Which concrete issues somebody wants.
public struct IssuesRequest: Sendable {
    /// On which days.
    public var stretch = Stretch()
    /// At most so many.
    public var top = 20
    /// By what they are ranked: callers where it is not given, or the score.
    public var by: String?
    /// Least number of different callers; nil for the usual one.
    public var callers: Int?
    /// A category, with those below it.
    public var category: String?
    /// A district.
    public var district: String?
    /// The state as of this moment.
    public var asOf: String?

    /// The last thirty days.
    public init() {}
}

/// Concrete issues of a period: each one place or object, and one problem.
public struct IssueReport: Sendable {
    /// An issue with its contacts as they are called elsewhere.
    public struct Line: Sendable {
        /// The issue.
        public let issue: HotIssue
        /// The numbers that its contacts have in the system they came from, in the order of the contacts.
        public let externalIDs: [String]
    }

    /// The period.
    public let period: Period
    /// How many contacts were looked at.
    public let contacts: Int
    /// The issues, the greatest first.
    public let lines: [Line]
}

extension Desk {
    /// The concrete issues of a period; for a handler those of the own unit's cases.
    public func issues(_ request: IssuesRequest) throws -> IssueReport {
        try issuesHeard(request).report
    }

    /// The issues, and what was said in their period.
    func issuesHeard(_ request: IssuesRequest) throws -> (report: IssueReport, heard: Heard) {
        try check(request.top, "--top")
        try check(request.callers, "--callers", least: 1)
        let (period, heard, areas) = try heard(request)
        var ranking = try settings().findings.issues
        if let callers = request.callers { ranking.leastCallers = callers }
        if let by = request.by { ranking.order = try Choice.issueRanking(by) }
        let found = HotIssues(HotIssuesPolicy(ranking)).find(
            in: heard.messages, places: heard.finder(areas), asOf: period.last)
        let report = IssueReport(
            period: period, contacts: heard.messages.count,
            lines: found.prefix(request.top).map { issue in
                IssueReport.Line(
                    issue: issue, externalIDs: issue.contacts.compactMap { heard.externalIDs[$0] })
            })
        return (report, heard)
    }
}

extension Desk {
    /// What was said in the period that is meant, of cases that the person may see, and the areas of the city.
    func heard(_ request: IssuesRequest) throws -> (Period, Heard, [Area]) {
        try store.read { reader in
            let clock = try reader.settings().clock
            let moment = try asOf(request.asOf, clock: clock)
            let period = try period(request.stretch, clock: clock, now: moment ?? now())
            return (
                period, try Heard(reader, period, request, moment, of: sight(reader, asOf: moment)),
                Array(try reader.allAreas().values)
            )
        }
    }
}

/// What was said in a period.
struct Heard {
    private(set) var messages: [Message] = []
    private(set) var externalIDs: [ContactNumber: String] = [:]

    /// - Parameter isSeen: which cases are heard.
    init(
        _ reader: StoreReader, _ period: Period, _ request: IssuesRequest, _ moment: Instant?,
        of isSeen: (CaseNumber) throws -> Bool = { _ in true }
    ) throws {
        let belongings = try Belongings(reader)
        let areas = try reader.allAreas()
        let lookup = Lookup(reader: reader)
        let category = try request.category.map { try lookup.category($0).code }
        let district = try request.district.map { try lookup.area($0, level: .district, within: nil).code }
        let rows = try category.map { try reader.categoryRows(inTreeOf: $0) }
        let voices = Voices()
        try reader.spoken(from: period.first, to: period.last, asOf: moment, categories: rows) { contact in
            if let district, contact.area.flatMap({ areas[$0] })?.codes.first != district { return }
            guard try isSeen(contact.number.caseNumber) else { return }
            messages.append(voices.message(contact, topic: belongings.topics[contact.category]?.id))
            externalIDs[contact.number] = contact.externalID
        }
    }

    /// Finds places as the city and these very texts name them.
    func finder(_ areas: [Area]) -> PlaceFinder {
        let spots = Dictionary(messages.map { ($0.spot, 1) }, uniquingKeysWith: +).filter { !$0.key.isEmpty }
        let known =
            areas.sorted { $0.id < $1.id }.map { KnownPlace($0) }
            + spots.sorted { $0.key < $1.key }.map { KnownPlace(name: $0.key, count: $0.value) }
        return PlaceFinder(
            known: known, lexicon: PlaceLexicon.learn(from: messages.flatMap { [$0.title, $0.content] }))
    }
}
