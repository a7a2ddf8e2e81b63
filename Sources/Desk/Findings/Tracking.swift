import CaseStore
import Casework
import Insight

/// That an issue is to be followed up. Names are what people type.
public struct TrackRequest: Sendable {
    /// Which issues were looked at.
    public var issues: IssuesRequest
    /// Which of them, by rank from 1.
    public var rank: Int
    /// The unit that owns it.
    public var owner: String
    /// What was decided; nil where nothing was yet.
    public var decision: String?
    /// When; nil for now.
    public var at: String?

    /// An issue with its owner.
    public init(_ issues: IssuesRequest, rank: Int, owner: String) {
        self.issues = issues
        self.rank = rank
        self.owner = owner
    }
}

/// What is done about an issue that is followed up. Names are what people type; nil is what was not given.
public struct DecideRequest: Sendable {
    /// Its number.
    public var number: String
    /// What was decided.
    public var decision: String?
    /// The unit that owns it from now on.
    public var owner: String?
    /// Whether it is over.
    public var closes = false
    /// When; nil for now.
    public var at: String?

    /// An issue about which nothing is said yet.
    public init(number: String) {
        self.number = number
    }
}

/// An issue that is followed up, and what became of it.
public struct TrackedView: Sendable {
    /// A step with the unit's name.
    public struct Step: Sendable {
        /// What was done.
        public let step: TrackedIssue.Step
        /// The name of the unit that owns it from then on.
        public let owner: String
    }

    /// The issue.
    public let issue: TrackedIssue
    /// What was done, in order; never empty.
    public let steps: [Step]
    /// All contacts about it, also those before and after the days in which it was found, by number.
    public let contacts: [ContactNumber]
    /// Complaints in each of the last weeks, the oldest first; empty where nobody looked what was said.
    public let weekly: [Int]
    /// Whether people complained less after the last decision; nil before the first, and where nobody looked.
    public let effect: Effect?

    /// The unit that owns it.
    public var owner: String { steps.last?.owner ?? "" }
    /// Whether the matter is over.
    public var isClosed: Bool { issue.isClosed }
}

extension TrackedIssue {
    fileprivate var isClosed: Bool { steps.last?.isClosed ?? false }
    /// The unit that owns it.
    fileprivate var owner: Unit.ID? { steps.last?.owner }
}

extension Desk {
    /// So many weeks before a decision are compared with the time after it.
    static let weeksBefore = 8

    /// Follows up an issue. Returns its number.
    public func track(_ request: TrackRequest) throws -> Int64 {
        let (report, heard) = try issuesHeard(request.issues)
        guard report.lines.indices.contains(request.rank - 1) else {
            throw DeskError.noSuchRank(request.rank, of: report.lines.count)
        }
        let issue = report.lines[request.rank - 1].issue
        let members = Set(issue.contacts)
        let word =
            issue.placeKey.isEmpty
            ? Following.tellingWord(
                of: heard.messages.filter { members.contains($0.contact) }, among: heard.messages)
            : issue.placeKey
        guard let word else { throw DeskError.vagueIssue(request.rank) }
        let decision = try Texts.beside(request.decision ?? "", field: "--decision")
        return try store.write { writer in
            try require([.dispatcher, .supervisor, .editor], for: "立专题", writer.reader)
            for known in try writer.reader.trackedIssues() where known.steps.last?.isClosed == false {
                if !members.isDisjoint(with: known.contacts) { throw DeskError.alreadyTracked(known.id) }
            }
            let at = try moment(request.at, clock: writer.settings.clock, now: now())
            let owner = try Lookup(reader: writer.reader).unit(request.owner)
            let step = TrackedIssue.Step(
                at: at, staff: actor.staff, owner: owner.id, decision: decision, isClosed: false)
            return try writer.track(
                place: issue.place, problem: issue.problem, word: word, found: report.period,
                contacts: issue.contacts, step, recordedAt: now())
        }
    }

    /// Records what was decided about an issue, its new owner, or that it is over. Returns its number.
    public func decide(_ request: DecideRequest) throws -> Int64 {
        let decision = try Texts.beside(request.decision ?? "", field: "--decision")
        guard !decision.isEmpty || request.owner != nil || request.closes else {
            throw DeskError.missingChoice("--decision", choices: ["--decision", "--owner", "--close"])
        }
        return try store.write { writer in
            try require([.dispatcher, .supervisor, .editor], for: "办专题", writer.reader)
            let issue = try tracked(request.number, writer.reader)
            guard let last = issue.steps.last, !last.isClosed else {
                throw DeskError.trackingOver(issue.id)
            }
            let clock = writer.settings.clock
            let at = try moment(request.at, clock: clock, now: now())
            guard at >= last.at else { throw DeskError.beforeLast(at, last: last.at, clock) }
            let owner = try request.owner.map { try Lookup(reader: writer.reader).unit($0).id } ?? last.owner
            try writer.add(
                TrackedIssue.Step(
                    at: at, staff: actor.staff, owner: owner, decision: decision, isClosed: request.closes),
                toTracked: issue.id, recordedAt: now())
            return issue.id
        }
    }

    /// The issues that are followed up, the newest first, or the one of this number, and what became of them: of those
    /// that are over only where one is asked for. A handler sees those that the own unit owns.
    public func tracked(_ number: String?, asOf text: String? = nil) throws -> [TrackedView] {
        try store.read { reader in
            let clock = try reader.settings().clock
            let moment = try asOf(text, clock: clock)
            var issues =
                try number.map { [try tracked($0, reader, asOf: moment)] }
                ?? reader.trackedIssues(asOf: moment)
            if let own = try ownUnits(reader) {
                let owner = issues.first?.owner
                issues.removeAll { issue in issue.owner.map { !own.contains($0) } ?? true }
                if number != nil, issues.isEmpty {
                    throw DeskError.notOwn(unit: try owner.flatMap { try reader.unit(id: $0)?.name } ?? "")
                }
            }
            let following = try TrackedFollowing(reader, clock, moment ?? now())
            return try issues.map { try following.view($0, looks: number != nil || !$0.isClosed) }
        }
    }

    private func tracked(_ text: String, _ reader: StoreReader, asOf moment: Instant? = nil) throws
        -> TrackedIssue
    {
        guard let id = Int64(text), let issue = try reader.trackedIssue(id, asOf: moment) else {
            throw DeskError.noSuchTracked(text)
        }
        return issue
    }
}

/// Finds what was said about an issue before and after a decision.
private struct TrackedFollowing {
    private let reader: StoreReader
    private let clock: CityClock
    private let moment: Instant
    private let belongings: Belongings
    /// The city's first contact: what came before it is no day without complaints.
    private let firstDay: CivilDay?
    /// So many cases with the issue's word are looked at, the newest.
    private static let most = 5000
    /// So many weeks are shown.
    private static let weeksShown = 12

    init(_ reader: StoreReader, _ clock: CityClock, _ moment: Instant) throws {
        self.reader = reader
        self.clock = clock
        self.moment = moment
        belongings = try Belongings(reader)
        firstDay = try reader.firstDay()
    }

    /// - Parameter looks: what was said is looked at.
    func view(_ issue: TrackedIssue, looks: Bool) throws -> TrackedView {
        let steps = try issue.steps.map {
            TrackedView.Step(step: $0, owner: try reader.unit(id: $0.owner)?.name ?? "")
        }
        guard looks else {
            return TrackedView(
                issue: issue, steps: steps, contacts: issue.contacts, weekly: [], effect: nil)
        }
        let today = clock.day(of: moment)
        let decided = issue.decided.map { clock.day(of: $0.at) }
        let first = firstDay ?? today
        let voices = Voices()
        var messages: [Message] = []
        try reader.candidates(
            place: issue.word, phone: nil, since: first, through: today, limit: Self.most
        ) { spoken in
            guard spoken.receivedAt <= moment else { return }
            messages.append(voices.message(spoken, topic: belongings.topics[spoken.category]?.id))
        }
        let contacts = Following.contacts(
            of: Set(issue.contacts), among: messages, places: voices.finder)
        let members = Set(contacts)
        let own = messages.filter { members.contains($0.contact) }
        return TrackedView(
            issue: issue, steps: steps, contacts: Set(contacts + issue.contacts).sorted(),
            weekly: (0..<Self.weeksShown).reversed().map { week in
                let last = today.advanced(by: -7 * week)
                return own.count { $0.day > last.advanced(by: -7) && $0.day <= last }
            },
            effect: decided.map {
                Effect(
                    of: own, decided: $0, from: max(first, $0.advanced(by: -7 * Desk.weeksBefore)),
                    through: today)
            })
    }
}
