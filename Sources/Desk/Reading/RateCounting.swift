import CaseStore
import Casework

/// Counts rates, with the rows of the directory that tell what belongs where read once.
struct RateCounting {
    let reader: StoreReader
    let policy: MeasuresPolicy
    let period: Period
    /// When the days of a period end: a notice's own hour, or midnight.
    var dayEnd: Int64 = 86_400
    /// The names of what alone is looked at.
    let scope: [String]
    let clock: CityClock
    private let calendar: WorkCalendar
    private let signals: SignalRule
    let moment: Instant?
    let now: Instant
    private let kinds: [RequestKind.ID: RequestKind]
    private let categories: [Category.ID: Category]
    let areas: [Area.ID: Area]
    private let populations: [String: Int]
    private let units: [Unit.ID: Unit]
    private let wantedUnits: Set<Unit.ID>?
    private let wantedArea: String?
    private let wantedCategories: Set<Category.ID>?

    init(_ request: RatesRequest, desk: Desk, reader: StoreReader) throws {
        self.reader = reader
        let settings = try reader.settings()
        policy = settings.measures
        clock = settings.clock
        signals = settings.signals
        calendar = try reader.calendar()
        moment = try desk.asOf(request.asOf, clock: clock)
        now = moment ?? desk.now()
        period = try desk.period(request.period, from: request.from, to: request.to, clock: clock, now: now)
        kinds = try reader.allKinds()
        let categories = try reader.allCategories()
        self.categories = categories
        let areas = try reader.allAreas()
        self.areas = areas
        populations = Dictionary(
            areas.values.sorted { $0.id < $1.id }.compactMap { area in area.population.map { (area.code, $0) }
            }
        ) { _, last in last }
        units = try reader.allUnits()
        let lookup = Lookup(reader: reader)
        let unit = try request.unit.map { try lookup.unit($0) }
        let district = try request.district.map { try lookup.area($0, level: .district, within: nil) }
        let category = try request.category.map { try lookup.category($0) }
        scope = [unit?.name, district?.path, category?.path].compactMap { $0 }
        wantedUnits = try unit.map { Set(try reader.unitRows(inTreeOf: $0.code)) }
        wantedArea = district?.code
        wantedCategories = try category.map { Set(try reader.categoryRows(inTreeOf: $0.code)) }
    }

    /// The whole and its parts.
    func figures(of period: Period, by grouping: RateGrouping?) throws -> (
        total: RateFigures, parts: [RateFigures], exclusions: [Exclusion]
    ) {
        var (book, exclusions) = try callbacks(of: period, by: grouping)
        try addWork(of: period, by: grouping, to: &book)
        try addRequests(of: period, by: grouping, to: &book)
        return (book.total, book.parts, exclusions)
    }

    /// The whole and the units with what they finished, for notices. Requests are counted elsewhere.
    func figuresWithFinished(of period: Period) throws -> (total: RateFigures, parts: [RateFigures]) {
        var book = try callbacks(of: period, by: .unit).book
        try addWork(of: period, by: .unit, to: &book)
        let range = window(of: period).range(clock)
        try reader.finished(in: range, asOf: moment, withMatter: needsMatter(.unit)) {
            unit, category, area, came in
            guard isWanted(unit: unit, category: category, area: area) else { return }
            book.add(to: key(.unit, unit: unit, category: category, area: area)) {
                $0.work.add(finishedCarriedOver: came < range.lowerBound)
            }
        }
        return (book.total, book.parts)
    }

    private func addWork(of period: Period, by grouping: RateGrouping?, to book: inout RateBook) throws {
        let window = window(of: period)
        try reader.assignmentFacts(
            from: window.first, to: window.last, asOf: moment, withMatter: needsMatter(grouping)
        ) { fact in
            guard window.holds(fact.since),
                isWanted(unit: fact.unit, category: fact.category, area: fact.area)
            else { return }
            let seconds = fact.endedAt.flatMap {
                policy.hours?.seconds(from: fact.since, to: $0, clock: clock, calendar: calendar)
            }
            let key = key(grouping, unit: fact.unit, category: fact.category, area: fact.area)
            let signal = fact.endedAt == nil ? signals.signal(of: fact, now: now) : nil
            let isPassed = fact.passedBy.map { isWanted(unit: $0) } ?? false
            book.add(to: key) {
                $0.work.add(fact, at: now, seconds: seconds, isPassed: isPassed)
                if fact.endedAt == nil { $0.work.add(open: signal) }
            }
        }
        try reader.suspensions(from: window.first, to: window.last, asOf: moment) {
            at, unit, category, area, isStruck in
            guard window.holds(at), isWanted(unit: unit, category: category, area: area) else { return }
            book.add(to: key(grouping, unit: unit, category: category, area: area)) {
                $0.work.suspended += 1
                $0.work.struck += isStruck ? 1 : 0
            }
        }
    }

    private func addRequests(of period: Period, by grouping: RateGrouping?, to book: inout RateBook) throws {
        // Before a dispatch no unit has a request, so requests are not told apart by units.
        if isWhole, grouping == nil || grouping == .unit {
            let count = try reader.requestCount(from: period.first, to: period.last, asOf: moment)
            book.add(to: nil) { $0.requests = count }
        } else if wantedUnits == nil {
            try reader.requestCounts(from: period.first, to: period.last, asOf: moment) {
                area, category, count in
                guard isWanted(category: category, area: area) else { return }
                book.add(
                    to: grouping == .unit ? nil : key(grouping, unit: nil, category: category, area: area)
                ) { $0.requests += count }
            }
        }
    }

    /// The moments that a period stands for.
    func window(of period: Period) -> Window {
        Window(period, dayEnd: dayEnd, clock: clock)
    }

    /// Whether the records hold a period whole; otherwise it is nothing to compare with.
    func holds(_ base: Period) throws -> Bool {
        try reader.firstDay().map { $0 <= window(of: base).first } ?? false
    }

    /// The callbacks and requests of the periods with which this one is compared, as far as the records hold them.
    func compared() throws -> (rates: [Comparison: ThreeRates], requests: [Comparison: Int]) {
        var rates: [Comparison: ThreeRates] = [:]
        var requests: [Comparison: Int] = [:]
        for comparison in Comparison.allCases {
            let base = period.base(of: comparison)
            guard try holds(base) else { continue }
            rates[comparison] = try callbacks(of: base).total.raw
            requests[comparison] = try self.requests(of: base)
        }
        return (rates, requests)
    }

    /// How many requests a period had; nil where one unit is asked about: before a dispatch no unit has a request.
    func requests(of period: Period) throws -> Int? {
        guard wantedUnits == nil else { return nil }
        if isWhole { return try reader.requestCount(from: period.first, to: period.last, asOf: moment) }
        var total = 0
        try reader.requestCounts(from: period.first, to: period.last, asOf: moment) { area, category, count in
            total += isWanted(category: category, area: area) ? count : 0
        }
        return total
    }

    /// The parts with nothing but the rates of their callbacks.
    func rates(of period: Period, by grouping: RateGrouping) throws -> [RateFigures] {
        try callbacks(of: period, by: grouping).book.parts
    }

    /// The callbacks of a period that count, in the whole alone.
    private func callbacks(of period: Period) throws -> RateBook {
        try callbacks(of: period, by: nil).book
    }

    private func callbacks(of period: Period, by grouping: RateGrouping?) throws -> (
        book: RateBook, exclusions: [Exclusion]
    ) {
        var book = RateBook(rule: policy.rates)
        var facts: [CallbackFact] = []
        var last: [CaseNumber: Int] = [:]
        let window = window(of: period)
        try reader.callbackFacts(from: window.first, to: window.last, asOf: moment) { fact in
            guard window.holds(fact.at), isCounted(fact) else { return }
            // They come in their order: a later one of the case takes the place of the one before.
            if !policy.countsEveryCallback, let place = last[fact.number.caseNumber] {
                facts[place] = fact
            } else {
                last[fact.number.caseNumber] = facts.count
                facts.append(fact)
            }
        }
        facts.removeAll { !isWanted(unit: $0.unit, category: $0.category, area: $0.area) }
        for fact in facts {
            book.add(to: key(grouping, unit: fact.unit, category: fact.category, area: fact.area)) {
                $0.raw.add(fact.outcome)
                if fact.exclusion == nil { $0.adjusted.add(fact.outcome) }
            }
        }
        let excluded = try facts.compactMap { try reader.exclusion(of: $0) }
        return (book, excluded)
    }

    /// Whether it has to be known what the cases were about, and where.
    private func needsMatter(_ grouping: RateGrouping?) -> Bool {
        wantedArea != nil || wantedCategories != nil || grouping.map { $0 != .unit } ?? false
    }

    /// Nothing is left out.
    private var isWhole: Bool {
        wantedUnits == nil && wantedArea == nil && wantedCategories == nil
    }

    private func isCounted(_ fact: CallbackFact) -> Bool {
        if policy.leavesOutDirect, fact.disposition != .transferred { return false }
        guard let kind = fact.kind.flatMap({ kinds[$0]?.code }) else { return true }
        return !policy.leftOutKinds.contains(kind)
    }

    /// Whether one unit alone is looked at, with those below it.
    var isOfUnit: Bool { wantedUnits != nil }

    func isWanted(unit: Unit.ID?) -> Bool {
        wantedUnits.map { units in unit.map(units.contains) ?? false } ?? true
    }

    func isWanted(unit: Unit.ID?, category: Category.ID?, area: Area.ID?) -> Bool {
        guard isWanted(unit: unit) else { return false }
        return isWanted(category: category, area: area)
    }

    func isWanted(category: Category.ID?, area: Area.ID?) -> Bool {
        if let wantedCategories, !(category.map(wantedCategories.contains) ?? false) { return false }
        guard let wantedArea else { return true }
        return area.flatMap { areas[$0]?.codes.contains(wantedArea) } ?? false
    }

    /// The part to which something belongs; nil where there are no parts or it belongs to none.
    func key(
        _ grouping: RateGrouping?, unit: Unit.ID?, category: Category.ID?, area: Area.ID?
    ) -> RateBook.Key? {
        switch grouping {
        case nil: return nil
        case .unit: return unit.flatMap { units[$0] }.map { RateBook.Key(code: $0.code, name: $0.name) }
        case .category:
            return category.flatMap { categories[$0] }.map {
                RateBook.Key(code: $0.rootCode, name: $0.rootName)
            }
        case .district: return place(area, depth: 0)
        case .street: return place(area, depth: 1)
        }
    }

    private func place(_ area: Area.ID?, depth: Int) -> RateBook.Key? {
        guard let area = area.flatMap({ areas[$0] }), area.codes.count > depth else { return nil }
        let code = area.codes[depth]
        return RateBook.Key(
            code: code, name: area.names.prefix(depth + 1).joined(separator: "/"),
            population: populations[code])
    }
}
