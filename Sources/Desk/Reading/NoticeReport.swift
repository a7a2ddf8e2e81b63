import CaseStore
import Casework
import Insight
import Reports

/// Which notice somebody wants. Names are what people type; nil is what was not given.
public struct NoticeRequest: Sendable {
    /// Of which days.
    public enum Span: Sendable {
        /// `2024-W12`, or the last whole one.
        case week(String?)
        /// `2024-03`, or the last whole one.
        case month(String?)
        /// `春节`, `2024春节`: the last that has begun, where no year is given.
        case holiday(String)
        /// From one day to another.
        case range(String, String)
    }

    /// Of which days.
    public var span: Span
    /// A unit, with those below it.
    public var unit: String?
    /// A district.
    public var district: String?
    /// At most so many concrete issues; where nothing is said, five of a week or less, and none of longer periods, in
    /// which it takes seconds to find them.
    public var issues: Int?
    /// The state as of this moment.
    public var asOf: String?

    /// The notice of the whole city.
    public init(_ span: Span) {
        self.span = span
    }
}

/// A notice with its text, and what keeps it from being final.
public struct NoticeReport: Sendable {
    /// The figures.
    public let notice: Reports.Notice
    /// The text as it is published, without a line end at its end.
    public let text: String
    /// Why it is a draft; empty where it could be published.
    public let obstacles: [Notice]
}

extension Desk {
    /// The notice of a week, a month, a holiday or a range of days.
    public func notice(_ request: NoticeRequest) throws -> NoticeReport {
        try check(request.issues, "--issues", least: 0)
        let desk = still
        let ((draft, settings), asked) = try store.read { reader in
            let counting = try NoticeCounting(request, desk: desk, reader: reader)
            return (try counting.draft(), counting.settings)
        } beside: { reader in
            try NoticeCounting(request, desk: desk, reader: reader).requests()
        }
        let notice = draft.notice(of: asked)
        var obstacles: [Notice] = []
        if draft.until < notice.window.range(settings.clock).upperBound {
            obstacles.append(.dayNotOver(notice.window.period.last))
        }
        if !notice.sumsClose { obstacles.append(.sumsOpen) }
        return NoticeReport(notice: notice, text: try notice.text(settings: settings), obstacles: obstacles)
    }

    fileprivate func period(
        _ span: NoticeRequest.Span, reader: StoreReader, clock: CityClock
    ) throws -> Period {
        let today = clock.day(of: now())
        switch span {
        case .range(let from, let to):
            return try period(try day(from, clock: clock), through: try day(to, clock: clock))
        case .month(let text):
            let here = Period(year: today.parts.year, month: today.parts.month) ?? Period(today)
            return try period(text, here: here) { $0 == .month }
        case .week(let text):
            let monday = today.advanced(by: 1 - today.isoWeekday)
            let here = Period(monday, through: monday.advanced(by: 6)) ?? Period(today)
            return try period(text, here: here) { if case .week = $0 { true } else { false } }
        case .holiday(let text):
            let year = Int(text.prefix(4))
            let name = String(year == nil ? text[...] : text.dropFirst(4).drop { $0 == "年" || $0 == "-" })
            guard let holiday = Holiday(name: name) else {
                throw DeskError.badChoice(
                    field: "假期", value: text, choices: Holiday.allCases.map(\.rawValue))
            }
            let calendar = try reader.calendar()
            let years = year.map { [$0] } ?? [today.parts.year, today.parts.year - 1]
            let found = years.compactMap { holiday.days(in: $0, calendar) }
            guard let days = found.first(where: { year != nil || $0.first <= today }) else {
                throw DeskError.noHoliday(text)
            }
            return days
        }
    }

    private func period(
        _ text: String?, here: Period, isWanted: (Period.Kind) -> Bool
    ) throws -> Period {
        guard let text, text != "last", text != "上期" else { return here.previous }
        guard let period = Period(text), isWanted(period.kind) else { throw DeskError.badPeriod(text) }
        return period
    }
}

/// What came in in a period and in those with which it is compared.
private struct NoticeRequests: Sendable {
    let here: Reception
    let compared: [Comparison: [PlacedCount]]
}

/// A notice without what came in.
private struct NoticeDraft {
    let window: Window
    /// Up to when it is known what happened.
    let until: Instant
    let findings: Reports.Notice.Findings
    let topicCount: Int
    let named: [Reports.Notice.NamedTopic]

    func notice(of requests: NoticeRequests) -> Reports.Notice {
        var findings = findings
        (findings.days, findings.hours) = (requests.here.days, requests.here.hours)
        return Reports.Notice(
            window: window, until: until, counts: requests.here.counts, compared: requests.compared,
            findings: findings, topicCount: topicCount, named: named)
    }
}

/// Counts what stands in a notice: rates and units as `rates` counts them, requests beside them.
private struct NoticeCounting {
    let request: NoticeRequest
    let period: Period
    let settings: CitySettings
    private let rates: RateCounting
    private let reader: StoreReader

    private static let shortDays = 7
    private static let usualIssues = 5

    init(_ request: NoticeRequest, desk: Desk, reader: StoreReader) throws {
        self.request = request
        settings = try reader.settings()
        period = try desk.period(request.span, reader: reader, clock: settings.clock)
        self.reader = reader
        var wanted = RatesRequest()
        (wanted.from, wanted.to) = (period.first.description, period.last.description)
        (wanted.unit, wanted.district, wanted.asOf) = (request.unit, request.district, request.asOf)
        var rates = try RateCounting(wanted, desk: desk, reader: reader)
        rates.dayEnd = settings.notice.dayEnd
        self.rates = rates
    }

    func draft() throws -> NoticeDraft {
        let (total, parts) = try rates.figuresWithFinished(of: period)
        var findings = Reports.Notice.Findings(total: line(total), adjusted: total.adjusted)
        findings.scope = rates.scope.joined(separator: "、")
        findings.basis = rates.isOfUnit ? .dispatched : .received
        findings.units = parts.map(line).sorted {
            ($1.work.dispatches, $0.name) < ($0.work.dispatches, $1.name)
        }
        findings.issues = try issues()
        let categories = try reader.allCategories().values.sorted { $0.id > $1.id }
        return NoticeDraft(
            window: rates.window(of: period), until: rates.now, findings: findings,
            topicCount: settings.notice.topicCount,
            named: try settings.notice.categories.compactMap { code in
                try categories.first { $0.code == code }.map {
                    Reports.Notice.NamedTopic($0, rows: Set(try reader.categoryRows(inTreeOf: code)))
                }
            })
    }

    func requests() throws -> NoticeRequests {
        var compared: [Comparison: [PlacedCount]] = [:]
        for (comparison, base) in try rates.bases() {
            compared[comparison] = try requests(of: base).counts
        }
        return NoticeRequests(here: try requests(of: period), compared: compared)
    }

    private func line(_ figures: RateFigures) -> Reports.Notice.UnitLine {
        Reports.Notice.UnitLine(name: figures.name, work: figures.work, rates: figures.raw)
    }

    /// What came in; of one unit what it was given, for before a dispatch no unit has a request.
    private func requests(of period: Period) throws -> Reception {
        let window = rates.window(of: period)
        guard rates.isOfUnit else {
            return try reader.received(
                in: window, asOf: rates.moment, clock: settings.clock
            ) { rates.isWanted(category: nil, area: $0) }
        }
        return try reader.dispatched(in: window, asOf: rates.moment, clock: settings.clock) {
            unit, above, area in
            rates.isWanted(unit: unit, category: nil, area: area)
                && !(above.map { rates.isWanted(unit: $0) } ?? false)
        }
    }

    private func issues() throws -> [Reports.Notice.Issue]? {
        let most = request.issues ?? (period.dayCount <= Self.shortDays ? Self.usualIssues : 0)
        guard most > 0, !rates.isOfUnit else { return nil }
        var wanted = IssuesRequest()
        wanted.district = request.district
        let window = rates.window(of: period)
        let heard = try Heard(
            reader, Period(window.first, through: window.last) ?? period, wanted, rates.moment)
        let found = HotIssues(HotIssuesPolicy(settings.findings.issues)).find(
            in: heard.messages.filter { window.holds($0.receivedAt) },
            places: heard.finder(Array(try reader.allAreas().values)), asOf: period.last)
        return found.prefix(most).map {
            Reports.Notice.Issue(
                place: $0.place, problem: $0.problem, callers: $0.callers, contacts: $0.contacts.count)
        }
    }
}
