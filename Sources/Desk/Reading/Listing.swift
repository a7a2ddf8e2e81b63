import CaseStore
import Casework

/// Which cases somebody wants to see. Names are what people type; nil is what was not given.
public struct ListRequest: Sendable {
    /// From this day on.
    public var from: String?
    /// Up to this day.
    public var to: String?
    /// A category, with those below it.
    public var category: String?
    /// A district.
    public var district: String?
    /// A street.
    public var street: String?
    /// A community.
    public var community: String?
    /// A spot, exactly.
    public var spot: String?
    /// The unit that leads.
    public var unit: String?
    /// A channel.
    public var channel: String?
    /// A kind.
    public var kind: String?
    /// A stage.
    public var stage: String?
    /// A signal.
    public var signal: String?
    /// At most so many.
    public var limit: Int?
    /// So many left out at the beginning.
    public var offset = 0
    /// Count exactly, also beyond ten thousand.
    public var counts = false
    /// The state as of this moment.
    public var asOf: String?

    /// All cases.
    public init() {}
}

/// Cases as a list.
public struct CaseList: Sendable {
    /// How many cases there are in all.
    public enum Total: Hashable, Sendable {
        /// Exactly so many.
        case exactly(Int)
        /// More than so many.
        case moreThan(Int)

        /// - Parameter cap: up to here totals are exact; nil for always.
        init(_ count: Int, cap: Int?) {
            if let cap, count > cap {
                self = .moreThan(cap)
            } else {
                self = .exactly(count)
            }
        }
    }

    /// The cases, newest first.
    public let lines: [CaseLine]
    /// Their signals, case by case; nil where no unit has the case.
    public let signals: [Signal?]
    /// How many fit.
    public let total: Total
}

extension Desk {
    /// Up to here totals are exact without being asked for.
    static let totalCap = 10_000

    /// Cases, newest first.
    public func list(_ request: ListRequest) throws -> CaseList {
        try check(request)
        return try store.read { reader in
            let settings = try reader.settings()
            var filter = try filter(request, reader: reader, clock: settings.clock)
            let moment = try asOf(request.asOf, clock: settings.clock)
            if let moment {
                // What was received later was not there yet.
                let day = settings.clock.day(of: moment)
                filter.to = min(filter.to ?? day, day)
            }
            let now = moment ?? now()
            let lines = try reader.cases(
                filter, asOf: moment, now: now, signals: settings.signals, limit: request.limit,
                offset: request.offset)
            let cap = request.counts ? nil : Self.totalCap
            let count =
                request.limit == nil && request.offset == 0
                ? lines.count
                : try reader.caseCount(
                    filter, asOf: moment, now: now, signals: settings.signals, cap: cap.map { $0 + 1 })
            return CaseList(
                lines: lines, signals: lines.map { settings.signals.signal(of: $0, now: now) },
                total: CaseList.Total(count, cap: cap))
        }
    }

    /// Refuses counts that are none.
    func check(_ request: ListRequest) throws {
        try check(request.limit, "--limit")
        try check(request.offset, "--offset")
    }

    /// The numbers of the cases wanted, in their order. Without a filter, those that are aside too.
    func caseNumbers(_ request: ListRequest) throws -> [CaseNumber] {
        let filtered = try store.read { reader -> [CaseNumber]? in
            let settings = try reader.settings()
            let filter = try filter(request, reader: reader, clock: settings.clock)
            guard filter != CaseFilter() else { return nil }
            return try reader.caseNumbers(filter, now: now(), signals: settings.signals)
        }
        if let filtered { return filtered }
        var numbers: [CaseNumber] = []
        while case let portion = try store.read({ reader in
            try reader.caseNumbers(after: numbers.last?.value ?? 0, limit: 10_000)
        }), !portion.isEmpty {
            numbers += portion
        }
        return numbers
    }

    func filter(_ request: ListRequest, reader: StoreReader, clock: CityClock) throws -> CaseFilter {
        let lookup = Lookup(reader: reader)
        var filter = CaseFilter()
        filter.from = try request.from.map { try day($0, clock: clock) }
        filter.to = try request.to.map { try day($0, clock: clock) }
        if let from = filter.from, let to = filter.to, from > to {
            throw DeskError.emptyRange(from: from.description, to: to.description)
        }
        filter.category = try request.category.map {
            try reader.categoryRows(inTreeOf: try lookup.category($0).code)
        }
        filter.area = try lookup.smallestArea(
            district: request.district, street: request.street, community: request.community)?.code
        filter.unit = try request.unit.map { try reader.unitRows(of: try lookup.unit($0).code) }
        filter.unit = try seen(filter.unit, named: request.unit, reader)
        filter.channel = try request.channel.map { try lookup.channel($0).code }
        filter.kind = try request.kind.map { try lookup.kind($0).code }
        filter.spot = request.spot
        filter.stage = try request.stage.map { try Choice.stage($0) }
        filter.signal = try request.signal.map { try Choice.signal($0) }
        return filter
    }
}

extension SignalRule {
    /// The colour of the case of a line.
    func signal(of line: CaseLine, now: Instant) -> Signal? {
        signal(in: line.stage, pressing: line.pressingAt, now: now)
    }
}
