import CaseStore
import Casework

/// What waits, for whom.
public struct QueueRequest: Sendable {
    /// One list, by name; nil for all that the person's roles concern.
    public var name: String?
    /// A unit, with those below it.
    public var unit: String?
    /// At most so many of each worklist; nil for all.
    public var limit: Int?
    /// The state as of this moment.
    public var asOf: String?

    /// Everything that waits.
    public init() {}
}

/// The lists of what waits: the worklists, and across them what supervisors look after.
public enum QueueName: String, Sendable, CaseIterable {
    /// To be answered or transferred.
    case dispatch
    /// To be signed by the unit.
    case sign
    /// To be dealt with by the unit.
    case handle
    /// The caller is to be asked.
    case callback
    /// A return is to be reviewed.
    case returned
    /// Hung up.
    case suspended
    /// A disputed callback is to be decided about.
    case disputed
    /// The unit helps (协办) and has not handed in its part.
    case helping
    /// An extension is to be granted or refused.
    case extensions
    /// Supervisors watch over it, by hand or by rule.
    case supervised

    /// The worklist that it is; nil for those across them.
    var worklist: Worklist? { Worklist(rawValue: rawValue) }

    /// Whose work it is.
    var roles: Set<Role> {
        switch self {
        case .dispatch: [.agent, .dispatcher]
        case .sign, .handle, .helping: [.handler]
        case .callback: [.callback]
        case .returned, .extensions: [.dispatcher, .supervisor]
        case .suspended: [.handler, .supervisor]
        case .disputed, .supervised: [.supervisor]
        }
    }
}

/// A list of what waits, the most urgent first.
public struct Queue: Sendable {
    /// Which list.
    public let name: QueueName
    /// The cases.
    public let lines: [CaseLine]
    /// Their signals, case by case.
    public let signals: [Signal?]
    /// Why supervisors watch over them, case by case; empty where they do not.
    public let supervision: [[Supervision]]
    /// How many wait in all.
    public let total: CaseList.Total
}

/// What waits, and what has to be said about it.
public struct Queues: Sendable {
    /// The lists.
    public let lists: [Queue]
    /// Warnings.
    public let notices: [Notice]
}

extension Desk {
    /// The worklists, most urgent first, red before yellow.
    public func queue(_ request: QueueRequest) throws -> Queues {
        try check(request.limit, "--limit")
        if let name = request.name {
            let name = try Choice.queue(name)
            return try store.read { try Waiting(request, desk: self, reader: $0).queues([name]) }
        }
        let desk = still
        // Every second list is another processor's.
        let halves = [0, 1].map { half in
            QueueName.allCases.enumerated().filter { $0.offset % 2 == half }.map(\.element)
        }
        let (one, other) = try store.read { reader in
            try Waiting(request, desk: desk, reader: reader).ownQueues(among: halves[0])
        } beside: { reader in
            try Waiting(request, desk: desk, reader: reader).ownQueues(among: halves[1])
        }
        return Queues(
            lists: QueueName.allCases.compactMap { name in
                (one.lists + other.lists).first { $0.name == name }
            }, notices: one.notices + other.notices)
    }
}

extension CallbackRule {
    /// Whether some are asked and others not.
    fileprivate var isSample: Bool {
        [transferredShare, directShare].contains { $0 > 0 && $0 < 1000 }
    }
}

/// Answers what waits as of one moment.
private struct Waiting {
    let reader: StoreReader
    let settings: CitySettings
    let moment: Instant?
    let now: Instant
    let limit: Int?
    private let roles: Set<Role>
    /// Those whose work is asked about; nil for everybody's.
    private let units: [Unit.ID]?

    init(_ request: QueueRequest, desk: Desk, reader: StoreReader) throws {
        self.reader = reader
        settings = try reader.settings()
        moment = try desk.asOf(request.asOf, clock: settings.clock)
        now = moment ?? desk.now()
        limit = request.limit
        roles = try desk.authority(reader).roles
        let asked = try request.unit.map {
            try reader.unitRows(inTreeOf: try Lookup(reader: reader).unit($0).code)
        }
        units = try desk.seen(asked, named: request.unit, reader)
    }

    /// Those of some lists that are this person's work.
    func ownQueues(among names: [QueueName]) throws -> Queues {
        try queues(names.filter { !$0.roles.isDisjoint(with: roles) })
    }

    func queues(_ wanted: [QueueName]) throws -> Queues {
        let lists = try wanted.map(queue)
        var notices = try lastCall(lists)
        let rule = settings.policy.callbacks
        if wanted.contains(.callback), rule.isSample {
            notices.append(
                .sample(
                    seed: rule.seed, transferred: rule.transferredShare / 10, direct: rule.directShare / 10))
        }
        return Queues(lists: lists, notices: notices)
    }

    private func queue(_ name: QueueName) throws -> Queue {
        let (lines, total) = try cases(name)
        return Queue(
            name: name, lines: lines,
            signals: lines.map { settings.signals.signal(of: $0, now: now) },
            supervision: lines.map { settings.policy.supervision.reasons($0, now: now) },
            total: CaseList.Total(total, cap: Desk.totalCap))
    }

    private func cases(_ name: QueueName) throws -> (lines: [CaseLine], total: Int) {
        if let worklist = name.worklist {
            let lines = try reader.waiting(in: worklist, units: units, asOf: moment, limit: limit)
            guard let limit, lines.count == limit else { return (lines, lines.count) }
            return (
                lines,
                try reader.waitingCount(in: worklist, units: units, asOf: moment, cap: Desk.totalCap + 1)
            )
        }
        let (wanted, total) = try others(name)
        return (try reader.lines(of: Array(wanted.prefix(limit ?? wanted.count)), asOf: moment), total)
    }

    /// The lists that lie across the worklists: at least as many cases as are wanted, and how many there are.
    private func others(_ name: QueueName) throws -> (cases: [WaitingCase], total: Int) {
        if name == .supervised { return try supervised() }
        // Nobody else is helped than the unit that is asked about; what was, is not kept.
        let all =
            name == .helping
            ? try units.map { try reader.helping($0) } ?? []
            : try reader.askingExtension(asOf: moment).filter { isLed($0) }
        return (all, all.count)
    }

    private func supervised() throws -> (cases: [WaitingCase], total: Int) {
        let rule = settings.policy.supervision
        let limit = now.advanced(bySeconds: -rule.overdue)
        let marked = try reader.marked(asOf: moment).filter {
            !rule.reasons($0, now: now).isEmpty && isLed($0)
        }
        guard let count = self.limit, moment == nil, units == nil else {
            let overdue = try reader.overdue(since: limit, asOf: moment).filter { isLed($0) }
            let all = Set(marked + overdue).sorted()
            return (all, all.count)
        }
        // Of those whose time ran out, of which there may be very many, only as many are read as are shown.
        let overdue = try reader.overdue(since: limit, first: count)
        let others = marked.count { !($0.stage.isWithUnit && $0.dueAt.map { $0 <= limit } ?? false) }
        return (Set(marked + overdue).sorted(), try reader.overdueCount(since: limit) + others)
    }

    private func isLed(_ waiting: WaitingCase) -> Bool {
        guard let units else { return true }
        return waiting.unit.map(units.contains) ?? false
    }

    /// In the last hour for it, cases due today whose extension must be asked for now.
    private func lastCall(_ lists: [Queue]) throws -> [Notice] {
        let rule = settings.policy.extensions
        let second = settings.clock.secondOfDay(now)
        guard (rule.warning...rule.cutoff).contains(second) else { return [] }
        let end = settings.clock.start(of: settings.clock.day(of: now).advanced(by: 1))
        guard lists.contains(where: { $0.name == .handle }) else { return [] }
        let numbers = try reader.dueWithoutAsking(after: now, upTo: end, asOf: moment).filter {
            guard isLed($0) else { return false }
            return try reader.grantCount(of: $0.number, asOf: moment) < rule.times
        }.map(\.number)
        return numbers.isEmpty ? [] : [.lastCallForExtensions(numbers, second: rule.cutoff)]
    }
}

extension SupervisionRule {
    /// Why supervisors watch over the case of a line.
    func reasons(_ line: CaseLine, now: Instant) -> [Supervision] {
        reasons(
            stage: line.stage, isByHand: line.isSupervised, reworks: line.reworks, returns: line.returns,
            due: line.dueAt, now: now)
    }

    /// Why supervisors watch over a case that waits.
    fileprivate func reasons(_ waiting: WaitingCase, now: Instant) -> [Supervision] {
        reasons(
            stage: waiting.stage, isByHand: waiting.isSupervised, reworks: waiting.reworks,
            returns: waiting.returns, due: waiting.dueAt, now: now)
    }
}
