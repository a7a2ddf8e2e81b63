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
        return try store.read { reader in
            let settings = try reader.settings()
            let moment = try asOf(request.asOf, clock: settings.clock)
            let authority = try authority(reader)
            let units = try request.unit.map {
                try reader.unitRows(inTreeOf: try Lookup(reader: reader).unit($0).code)
            }
            let wanted =
                try request.name.map { [try Choice.queue($0)] }
                ?? QueueName.allCases.filter { !$0.roles.isDisjoint(with: authority.roles) }
            let waiting = Waiting(
                reader: reader, settings: settings, moment: moment, now: moment ?? now(), limit: request.limit
            )
            let lists = try wanted.map { try waiting.queue($0, units: units ?? waiting.own(authority)) }
            var notices = try waiting.lastCall(lists, units: units ?? waiting.own(authority))
            let rule = settings.policy.callbacks
            if wanted.contains(.callback), rule.isSample {
                notices.append(
                    .sample(
                        seed: rule.seed, transferred: rule.transferredShare / 10,
                        direct: rule.directShare / 10))
            }
            return Queues(lists: lists, notices: notices)
        }
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

    func queue(_ name: QueueName, units: [Unit.ID]?) throws -> Queue {
        let (lines, total) = try cases(name, units: units)
        return Queue(
            name: name, lines: lines,
            signals: lines.map { settings.signals.signal(of: $0, now: now) },
            supervision: lines.map { settings.policy.supervision.reasons($0, now: now) },
            total: CaseList.Total(total, cap: Desk.totalCap))
    }

    private func cases(_ name: QueueName, units: [Unit.ID]?) throws -> (lines: [CaseLine], total: Int) {
        if let worklist = name.worklist {
            let lines = try reader.waiting(in: worklist, units: units, asOf: moment, limit: limit)
            guard let limit, lines.count == limit else { return (lines, lines.count) }
            return (
                lines,
                try reader.waitingCount(in: worklist, units: units, asOf: moment, cap: Desk.totalCap + 1)
            )
        }
        let (wanted, total) = try others(name, units: units)
        return (try reader.lines(of: Array(wanted.prefix(limit ?? wanted.count)), asOf: moment), total)
    }

    /// The lists that lie across the worklists: at least as many cases as are wanted, and how many there are.
    private func others(_ name: QueueName, units: [Unit.ID]?) throws -> (cases: [WaitingCase], total: Int) {
        if name == .supervised { return try supervised(units) }
        // Nobody else is helped than the unit that is asked about; what was, is not kept.
        let all =
            name == .helping
            ? try units.map { try reader.helping($0) } ?? []
            : try reader.askingExtension(asOf: moment).filter { isLed($0, by: units) }
        return (all, all.count)
    }

    private func supervised(_ units: [Unit.ID]?) throws -> (cases: [WaitingCase], total: Int) {
        let rule = settings.policy.supervision
        let limit = now.advanced(bySeconds: -rule.overdue)
        let marked = try reader.marked(asOf: moment).filter {
            !rule.reasons($0, now: now).isEmpty && isLed($0, by: units)
        }
        guard let count = self.limit, moment == nil, units == nil else {
            let overdue = try reader.overdue(since: limit, asOf: moment).filter { isLed($0, by: units) }
            let all = Set(marked + overdue).sorted()
            return (all, all.count)
        }
        // Of those whose time ran out, of which there may be very many, only as many are read as are shown.
        let overdue = try reader.overdue(since: limit, first: count)
        let others = marked.count { !($0.stage.isWithUnit && $0.dueAt.map { $0 <= limit } ?? false) }
        return (Set(marked + overdue).sorted(), try reader.overdueCount(since: limit) + others)
    }

    private func isLed(_ waiting: WaitingCase, by units: [Unit.ID]?) -> Bool {
        guard let units else { return true }
        return waiting.unit.map(units.contains) ?? false
    }

    /// A handler sees the work of the units for which the person acts.
    func own(_ authority: Authority) -> [Unit.ID]? {
        guard let units = authority.units, authority.roles.isSubset(of: [.handler]) else { return nil }
        return units.sorted()
    }

    /// In the last hour for it, cases due today whose extension must be asked for now.
    func lastCall(_ lists: [Queue], units: [Unit.ID]?) throws -> [Notice] {
        let rule = settings.policy.extensions
        let second = settings.clock.secondOfDay(now)
        guard (rule.warning...rule.cutoff).contains(second) else { return [] }
        let end = settings.clock.start(of: settings.clock.day(of: now).advanced(by: 1))
        guard lists.contains(where: { $0.name == .handle }) else { return [] }
        let numbers = try reader.dueWithoutAsking(after: now, upTo: end, asOf: moment).filter {
            guard isLed($0, by: units) else { return false }
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
