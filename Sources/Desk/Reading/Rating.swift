import CaseStore
import Casework

/// By what rates are told apart.
public enum RateGrouping: String, Sendable, CaseIterable {
    /// The unit that led.
    case unit
    /// The district of the matter.
    case district
    /// The street of the matter.
    case street
    /// The first-level category.
    case category
}

/// Which rates somebody wants. Names are what people type; nil is what was not given.
public struct RatesRequest: Sendable {
    /// A month, week, year or day: `2024-03`, `2024-W12`, `2024`, `2024-03-19`.
    public var period: String?
    /// From this day on.
    public var from: String?
    /// Up to this day.
    public var to: String?
    /// A unit, with those below it.
    public var unit: String?
    /// A district.
    public var district: String?
    /// A category, with those below it.
    public var category: String?
    /// By what they are told apart; nil for the whole alone.
    public var by: String?
    /// The state as of this moment.
    public var asOf: String?

    /// The rates of this month.
    public init() {}
}

/// The figures of a unit, a district, a category or the whole.
public struct RateFigures: Sendable {
    /// The code; empty for the whole.
    public let code: String
    /// The name; empty for the whole.
    public let name: String
    /// All callbacks that count.
    public var raw: ThreeRates
    /// The same without those left out by 甄别.
    public var adjusted: ThreeRates
    /// What became of dispatches.
    public var work = UnitWork()
    /// Requests received.
    public var requests = 0
    /// How many people live there; nil where nobody said or where it makes no sense.
    public var population: Int?

    /// Requests for each ten thousand inhabitants, in hundredths; nil without a population.
    public var requestsPerTenThousand: Int? {
        population.map { (requests * 2_000_000 + $0) / ($0 * 2) }
    }
}

/// Rates of a period.
public struct RatesReport: Sendable {
    /// The period.
    public let period: Period
    /// What alone is looked at: the names of the unit, the district and the category asked for.
    public let scope: [String]
    /// The whole.
    public let total: RateFigures
    /// The parts, where they were asked for, in the order of their names.
    public let parts: [RateFigures]
    /// How many callbacks are left out of the adjusted rates.
    public let excluded: Int
    /// Which they are, and why, as far as the person may see their cases.
    public let exclusions: [Exclusion]
    /// The rates of the period before and of the same period last year.
    public internal(set) var compared: [Comparison: ThreeRates] = [:]
    /// Requests of the period; nil where one unit is asked about: before a dispatch no unit has a request.
    public let countedRequests: Int?
    /// Requests in those periods.
    public internal(set) var comparedRequests: [Comparison: Int] = [:]
    /// How rates and scores are made.
    public let policy: MeasuresPolicy
}

extension RatesReport {
    /// The period and what alone is looked at: 2024年3月城东区人民政府.
    public var title: String { period.fullName + scope.joined(separator: "、") }
}

extension Desk {
    /// The rates of a period: callbacks by the day on which they were made, dispatches by theirs, requests by the
    /// day of their receipt.
    public func rates(_ request: RatesRequest) throws -> RatesReport {
        let desk = still
        let grouping = try request.by.map { try Choice.grouping($0) }
        var (report, before) = try store.read { reader in
            let counting = try RateCounting(request, desk: desk, reader: reader)
            let (total, parts, exclusions) = try counting.figures(of: counting.period, by: grouping)
            let isSeen = try desk.sight(reader)
            return RatesReport(
                period: counting.period, scope: counting.scope, total: total, parts: parts,
                excluded: exclusions.count,
                exclusions: try exclusions.filter { try isSeen($0.number.caseNumber) },
                countedRequests: counting.isOfUnit ? nil : total.requests,
                policy: counting.policy)
        } beside: { reader in
            try RateCounting(request, desk: desk, reader: reader).compared()
        }
        (report.compared, report.comparedRequests) = before
        return report
    }

    /// The period that is meant: the one named, the days named, or this month up to now.
    func period(
        _ text: String?, from: String?, to: String?, clock: CityClock, now: Instant
    ) throws -> Period {
        if let text {
            if from != nil || to != nil { throw DeskError.excludes("--period", "--from、--to") }
            guard let period = Period(text) else { throw DeskError.badPeriod(text) }
            return period
        }
        let today = clock.day(of: now)
        guard from != nil || to != nil else {
            let month = today.parts
            return Period(year: month.year, month: month.month) ?? Period(today)
        }
        let last = try to.map { try day($0, clock: clock) } ?? today
        let first = try from.map { try day($0, clock: clock) } ?? last
        return try period(first, through: last)
    }
}
