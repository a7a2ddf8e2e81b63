import CaseStore
import Casework

/// Counts rates.
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
    private let leftOutKinds: Set<RequestKind.ID>
    private let wantedUnits: Set<Unit.ID>?
    private let wantedAreas: Set<Area.ID>?
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
        let leftOut = settings.measures.leftOutKinds
        leftOutKinds = Set(try reader.allKinds().values.filter { leftOut.contains($0.code) }.map(\.id))
        let lookup = Lookup(reader: reader)
        let unit = try request.unit.map { try lookup.unit($0) }
        let district = try request.district.map { try lookup.area($0, level: .district, within: nil) }
        let category = try request.category.map { try lookup.category($0) }
        scope = [unit?.name, district?.path, category?.path].compactMap { $0 }
        wantedUnits = try unit.map { Set(try reader.unitRows(inTreeOf: $0.code)) }
        wantedAreas = try district.map { district in
            Set(try reader.allAreas().values.filter { $0.codes.contains(district.code) }.map(\.id))
        }
        wantedCategories = try category.map { Set(try reader.categoryRows(inTreeOf: $0.code)) }
    }

    /// The whole and its parts.
    func figures(of period: Period, by grouping: RateGrouping?) throws -> (
        total: RateFigures, parts: [RateFigures], exclusions: [Exclusion]
    ) {
        let parts = try RateParts(by: grouping, reader)
        var (book, exclusions) = try callbacks(of: period, in: parts)
        try addWork(of: period, in: parts, to: &book)
        try addRequests(of: period, in: parts, to: &book)
        return (book.total, book.parts, exclusions)
    }

    /// The whole and the units with what they finished, for notices. Requests are counted elsewhere.
    func figuresWithFinished(of period: Period) throws -> (total: RateFigures, parts: [RateFigures]) {
        let parts = try RateParts(by: .unit, reader)
        var book = try callbacks(of: period, in: parts).book
        try addWork(of: period, in: parts, to: &book)
        let range = window(of: period).range(clock)
        try reader.finished(in: range, asOf: moment, withMatter: needsMatter(.unit)) {
            unit, category, area, came in
            guard isWanted(unit: unit, category: category, area: area) else { return }
            book.add(to: parts.key(unit: unit, category: category, area: area)) {
                $0.work.add(finishedCarriedOver: came < range.lowerBound)
            }
        }
        return (book.total, book.parts)
    }

    private func addWork(of period: Period, in parts: RateParts, to book: inout RateBook) throws {
        let window = window(of: period)
        try reader.assignmentFacts(
            from: window.first, to: window.last, asOf: moment, withMatter: needsMatter(parts.grouping)
        ) { fact in
            guard window.holds(fact.since),
                isWanted(unit: fact.unit, category: fact.category, area: fact.area)
            else { return }
            let replied = fact.end == .replied ? fact.endedAt : nil
            let seconds = replied.flatMap {
                policy.hours?.seconds(from: fact.since, to: $0, clock: clock, calendar: calendar)
            }
            let key = parts.key(unit: fact.unit, category: fact.category, area: fact.area)
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
            book.add(to: parts.key(unit: unit, category: category, area: area)) {
                $0.work.suspended += 1
                $0.work.struck += isStruck ? 1 : 0
            }
        }
    }

    private func addRequests(of period: Period, in parts: RateParts, to book: inout RateBook) throws {
        // Before a dispatch no unit has a request, so requests are not told apart by units.
        if isWhole, parts.grouping == nil || parts.grouping == .unit {
            let count = try reader.requestCount(from: period.first, to: period.last, asOf: moment)
            book.add(to: nil) { $0.requests = count }
        } else if wantedUnits == nil {
            try reader.requestCounts(from: period.first, to: period.last, asOf: moment) {
                area, category, count in
                guard isWanted(category: category, area: area) else { return }
                book.add(to: parts.key(unit: nil, category: category, area: area)) { $0.requests += count }
            }
        }
    }

    /// The moments that a period stands for.
    func window(of period: Period) -> Window {
        Window(period, dayEnd: dayEnd, clock: clock)
    }

    /// The periods with which this one is compared. One that the records do not hold whole is nothing to compare with.
    func bases() throws -> [(Comparison, Period)] {
        guard let firstDay = try reader.firstDay() else { return [] }
        return Comparison.allCases.map { ($0, period.base(of: $0)) }.filter {
            firstDay <= window(of: $0.1).first
        }
    }

    /// The callbacks and requests of the periods with which this one is compared.
    func compared() throws -> (rates: [Comparison: ThreeRates], requests: [Comparison: Int]) {
        var rates: [Comparison: ThreeRates] = [:]
        var requests: [Comparison: Int] = [:]
        for (comparison, base) in try bases() {
            rates[comparison] = ThreeRates(
                try facts(of: base, withExclusions: false).map(\.outcome), rule: policy.rates)
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
        try callbacks(of: period, in: RateParts(by: grouping, reader)).book.parts
    }

    private func callbacks(of period: Period, in parts: RateParts) throws -> (
        book: RateBook, exclusions: [Exclusion]
    ) {
        var book = RateBook(rule: policy.rates)
        let facts = try facts(of: period, withExclusions: true)
        for fact in facts {
            book.add(to: parts.key(unit: fact.unit, category: fact.category, area: fact.area)) {
                $0.raw.add(fact.outcome)
                if fact.exclusion == nil { $0.adjusted.add(fact.outcome) }
            }
        }
        return (book, try facts.compactMap { try reader.exclusion(of: $0) })
    }

    /// The callbacks of a period that count.
    private func facts(of period: Period, withExclusions: Bool) throws -> [CallbackFact] {
        var facts: [CallbackFact] = []
        var last: [CaseNumber: Int] = [:]
        let window = window(of: period)
        try reader.callbackFacts(
            from: window.first, to: window.last, asOf: moment, withExclusions: withExclusions
        ) { fact in
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
        return facts
    }

    /// Whether it has to be known what the cases were about, and where.
    private func needsMatter(_ grouping: RateGrouping?) -> Bool {
        wantedAreas != nil || wantedCategories != nil || grouping.map { $0 != .unit } ?? false
    }

    /// Nothing is left out.
    private var isWhole: Bool {
        wantedUnits == nil && wantedAreas == nil && wantedCategories == nil
    }

    private func isCounted(_ fact: CallbackFact) -> Bool {
        if policy.leavesOutDirect, fact.disposition != .transferred { return false }
        return !(fact.kind.map(leftOutKinds.contains) ?? false)
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
        if let wantedAreas, !(area.map(wantedAreas.contains) ?? false) { return false }
        return true
    }
}
