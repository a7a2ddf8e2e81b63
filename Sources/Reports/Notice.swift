import Casework

/// The figures of a week, a month, a holiday or any other range of days as they are published (通报).
public struct Notice: Sendable {
    /// What its requests are.
    public enum Basis: Hashable, Sendable {
        /// What came in, in the whole city or in a district.
        case received
        /// What one unit and those below it were given.
        case dispatched
    }

    /// A name with its share of a whole.
    public struct Part: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The requests.
        public let count: Int
    }

    /// A category with what it is compared with.
    public struct Topic: Hashable, Sendable {
        /// From 1.
        public let rank: Int
        /// The category's name.
        public let name: String
        /// The requests; thanks are left out.
        public let count: Int
        /// Against the period before and the same period last year.
        public let changes: [Comparison: Change]
        /// The categories below it, the most frequent first, with what lies in none as 其他.
        public let parts: [Part]
    }

    /// A unit with what became of what it was given.
    public struct UnitLine: Sendable {
        /// The name.
        public let name: String
        /// Its dispatches.
        public let work: UnitWork
        /// Its callbacks.
        public let rates: ThreeRates

        /// A unit's figures.
        public init(name: String, work: UnitWork, rates: ThreeRates) {
            self.name = name
            self.work = work
            self.rates = rates
        }
    }

    /// A concrete issue: one place or object and what is wrong there.
    public struct Issue: Hashable, Sendable {
        /// Where; may be empty.
        public let place: String
        /// What.
        public let problem: String
        /// How many different people.
        public let callers: Int
        /// How many contacts.
        public let contacts: Int

        /// An issue.
        public init(place: String, problem: String, callers: Int, contacts: Int) {
            self.place = place
            self.problem = problem
            self.callers = callers
            self.contacts = contacts
        }
    }

    /// The days.
    public let window: Window
    /// Unit and district that alone are looked at; empty for the whole city.
    public let scope: String
    /// What the requests are.
    public let basis: Basis
    /// The moment up to which the figures know what happened.
    public let until: Instant
    /// By kind, in the order of the configuration, with 未记录 at the end; their sum is the total.
    public let kinds: [Part]
    /// By channel, in the same way.
    public let channels: [Part]
    /// By district, the most first, with 未记录 at the end.
    public let districts: [Part]
    /// By street or town, with its district, `城东区/周家泉街道`, the most first; what has none is left out.
    public let streets: [Part]
    /// The most frequent categories, or those that the city names.
    public let topics: [Topic]
    /// All requests.
    public let total: Int
    /// 来电诉求, 网民留言 and what came by other ways.
    public let groups: [Channel.Group: Int]
    /// How the requests were dealt with.
    public let dispositions: [Disposition: Int]
    /// All requests against the period before and the same period last year.
    public let changes: [Comparison: Change]
    /// What became of what was dispatched.
    public let work: UnitWork
    /// The callbacks made in the period.
    public let rates: ThreeRates
    /// The same without those left out by 甄别.
    public let adjusted: ThreeRates
    /// The units, with what was dispatched to each; those that were given nothing and asked about nothing are left out.
    public let units: [UnitLine]
    /// Concrete issues; nil where nobody looked for them.
    public let issues: [Issue]?
    /// The requests of each day.
    public let days: [(day: CivilDay, count: Int)]
    /// The requests of each hour of the day.
    public let hours: [Int]

    /// What a notice is made of beside its requests.
    public struct Findings: Sendable {
        /// Unit and district that alone are looked at; empty for the whole city.
        public var scope = ""
        /// What the requests are.
        public var basis = Basis.received
        /// What became of what was dispatched, with the callbacks.
        public var total: UnitLine
        /// The callbacks without those left out by 甄别.
        public var adjusted: ThreeRates
        /// The units.
        public var units: [UnitLine] = []
        /// Concrete issues; nil where nobody looked for them.
        public var issues: [Issue]?
        /// Requests by day.
        public var days: [CivilDay: Int] = [:]
        /// Requests by hour.
        public var hours: [Int] = []

        /// The whole city's.
        public init(total: UnitLine, adjusted: ThreeRates) {
            self.total = total
            self.adjusted = adjusted
        }
    }

    /// Makes a notice.
    ///
    /// - Parameters:
    ///   - counts: the requests of the period.
    ///   - compared: those of the periods compared with.
    ///   - named: the categories that are always named; empty for the most frequent ones.
    public init(
        window: Window, until: Instant, counts: [PlacedCount], compared: [Comparison: [PlacedCount]],
        findings: Findings, topicCount: Int, named: [NamedTopic]
    ) {
        let period = window.period
        self.window = window
        self.until = until
        (scope, basis, issues) = (findings.scope, findings.basis, findings.issues)
        (work, rates, adjusted) = (findings.total.work, findings.total.rates, findings.adjusted)
        units = findings.units
        total = counts.total
        changes = compared.mapWithKeys { Change(now: counts.total, before: $1.total, $0, of: period) }
        groups = counts.tally { $0.facet.channel.group }
        dispositions = counts.tally { $0.facet.disposition }
        kinds = counts.inOrder { entry in entry.facet.kind.map { Named($0) } }
        channels = counts.inOrder { Named($0.facet.channel) }
        districts = counts.byCount { Named($0.area, .district) }
        streets = counts.byCount { Named($0.area, .street) }.filter { $0.name != Self.unrecorded }
        topics = NoticeTopics(counts: counts, compared: compared, period: period)
            .topics(most: topicCount, named: named)
        days = (period.first.number...period.last.number).map {
            let day = CivilDay(number: $0)
            return (day, findings.days[day] ?? 0)
        }
        hours = findings.hours
    }

    /// What was not recorded.
    static let unrecorded = "未记录"

    /// What the sums must be: every list whose parts are all there adds up to its whole.
    public var sumsClose: Bool {
        let sums = [kinds, channels, districts].map { $0.reduce(0) { $0 + $1.count } }
        return sums.allSatisfy { $0 == total } && groups.values.reduce(0, +) == total
            && dispositions.values.reduce(0, +) == total && days.reduce(0) { $0 + $1.count } == total
            && hours.reduce(0, +) == total && (basis == .received || work.received == total)
            && units.reduce(0) { $0 + $1.work.dispatches } == work.dispatches
            && units.reduce(0) { $0 + $1.work.finished } == work.finished
    }
}

extension [PlacedCount] {
    var total: Int { reduce(0) { $0 + $1.count } }

    fileprivate func tally<Key: Hashable>(_ key: (PlacedCount) -> Key) -> [Key: Int] {
        reduce(into: [:]) { $0[key($1), default: 0] += $1.count }
    }
}

extension Dictionary {
    func mapWithKeys<Other>(_ transform: (Key, Value) -> Other) -> [Key: Other] {
        Dictionary<Key, Other>(uniqueKeysWithValues: map { ($0.key, transform($0.key, $0.value)) })
    }
}
