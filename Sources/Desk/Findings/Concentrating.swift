import CaseStore
import Casework
import Insight
import Reports

/// Whether conspicuously many of a topic's contacts came from one place, or were about one problem.
struct Concentrating {
    let reader: StoreReader
    let belongings: Belongings
    let moment: Instant?
    let policy: ConcentrationPolicy
    /// Rows of channels that do not count; kinds that are no topics never do.
    var leftOutChannels: [Channel.ID] = []
    private(set) var voices = Voices()

    /// So many weeks tell what is usual, and of them some times as many of the newest contacts as are looked at, within
    /// limits: fewer where texts are wanted, which lie all over the store.
    private static let weeks = 8
    private static let background = 300...2000
    private static let (times, timesWithTexts) = (5, 2)

    /// A concentration, and the district in which all its contacts are.
    struct Found: Sendable {
        let concentration: Bulletin.Concentration
        /// The code; nil where they are in several districts, or it is not known.
        let district: String?
    }

    /// What stands out among a topic's contacts of a period; nil where nothing does.
    ///
    /// - Parameters:
    ///   - code: the topic's code.
    ///   - finding: whether the topic's findings are about addresses or problems.
    mutating func concentration(
        ofTopic code: String, _ finding: Casework.Category.Finding, in period: Period
    ) throws -> Found? {
        let rows = belongings.rows(ofTopic: code)
        let leftOutKinds = belongings.leftOutKinds.sorted()
        let parts: SightedParts = finding == .problem ? [.callers, .texts] : [.callers]
        var areas: [Int64: Area.ID] = [:]
        var now: [Sighting] = []
        try reader.sighted(
            from: period.first, to: period.last, asOf: moment, categories: rows, besides: leftOutChannels,
            leftOutKinds, with: parts
        ) {
            areas[$0.row] = $0.area
            now.append(sighting($0))
        }
        // Most days no place has enough callers; then nobody need ask what is usual.
        guard Concentrations.mayStandOut(now, finding, policy: policy) else { return nil }
        let wanted = now.count * (finding == .problem ? Self.timesWithTexts : Self.times)
        var before: [Sighting] = []
        try reader.sighted(
            from: period.first.advanced(by: -7 * Self.weeks), to: period.first.advanced(by: -1), asOf: moment,
            categories: rows, besides: leftOutChannels, leftOutKinds,
            newest: min(max(wanted, Self.background.lowerBound), Self.background.upperBound),
            with: finding == .problem ? parts : []
        ) { before.append(sighting($0)) }
        let found = Concentrations(now, background: TopicBackground(before), policy: policy)
        return try found.finding(finding).map {
            let numbers = try reader.contactNumbers(ofRows: $0.contacts)
            return Found(
                concentration: Bulletin.Concentration(
                    kind: $0.kind, label: $0.label, count: numbers.count, numbers: numbers),
                district: try district(of: $0.contacts.compactMap { areas[$0] }))
        }
    }

    private func district(of areas: [Area.ID]) throws -> String? {
        var districts: Set<String> = []
        for area in Set(areas) {
            districts.formUnion(try reader.area(id: area)?.codes.prefix(1) ?? [])
        }
        return districts.count == 1 ? districts.first : nil
    }

    /// The topic itself is no problem; what lies below it is one.
    private func problem(_ id: Casework.Category.ID) -> Sighting.Mark? {
        guard let category = belongings.category(id), category.parentCode != nil else { return nil }
        return Sighting.Mark(key: category.code, label: category.name)
    }

    private mutating func sighting(_ contact: SightedContact) -> Sighting {
        Sighting(
            contact: contact.row, caller: contact.caller,
            place: voices.place(contact.spot, contact.recognised), problem: problem(contact.category),
            text: contact.text)
    }
}
