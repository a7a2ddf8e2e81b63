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

    /// So many weeks tell what is usual, and of them five times as many of the newest contacts as are looked at, within
    /// limits.
    private static let weeks = 8
    private static let background = 300...2000

    /// What stands out among a topic's contacts of a period; nil where nothing does.
    ///
    /// - Parameters:
    ///   - code: the topic's code.
    ///   - finding: whether the topic's findings are about addresses or problems.
    func concentration(
        ofTopic code: String, _ finding: Casework.Category.Finding, in period: Period
    ) throws -> Bulletin.Concentration? {
        let rows = belongings.rows(ofTopic: code)
        var voices = Voices()
        let needsTexts = finding == .problem
        let now = try sightings(&voices, rows, period.first, period.last, newest: nil, texts: needsTexts)
        guard now.count >= policy.leastCallers, mayStandOut(now, finding) else { return nil }
        let first = period.first.advanced(by: -7 * Self.weeks)
        let before = try sightings(
            &voices, rows, first, period.first.advanced(by: -1),
            newest: min(max(now.count * 5, Self.background.lowerBound), Self.background.upperBound),
            texts: needsTexts)
        let found = Concentrations(now, background: TopicBackground(before), policy: policy)
        return found.finding(finding).map {
            Bulletin.Concentration(
                kind: $0.kind, label: $0.label, count: $0.contacts.count, numbers: $0.contacts)
        }
    }

    /// The code of the district in which all of some contacts are, as far as that is known; nil where they are in several.
    func district(of numbers: [ContactNumber], on period: Period, ofTopic code: String) throws -> String? {
        let wanted = Set(numbers)
        var districts: Set<String> = []
        try reader.spoken(
            from: period.first, to: period.last, asOf: moment, categories: belongings.rows(ofTopic: code)
        ) { contact in
            guard wanted.contains(contact.number), let id = contact.area, let area = try reader.area(id: id)
            else { return }
            districts.formUnion(area.codes.prefix(1))
        }
        return districts.count == 1 ? districts.first : nil
    }

    /// Most days no place has enough callers; then nobody need ask what is usual.
    private func mayStandOut(_ sightings: [Sighting], _ finding: Casework.Category.Finding) -> Bool {
        guard finding == .address else { return true }
        var people: [String: Set<Int64>] = [:]
        var strangers: [String: Int] = [:]
        for sighting in sightings {
            guard let key = sighting.place?.key else { continue }
            if let caller = sighting.caller {
                people[key, default: []].insert(caller)
            } else {
                strangers[key, default: 0] += 1
            }
        }
        return Set(people.keys).union(strangers.keys).contains {
            (people[$0]?.count ?? 0) + (strangers[$0] ?? 0) >= policy.leastCallers
        }
    }

    private func sightings(
        _ voices: inout Voices, _ rows: [Casework.Category.ID], _ first: CivilDay, _ last: CivilDay,
        newest: Int?, texts: Bool
    ) throws -> [Sighting] {
        var sightings: [Sighting] = []
        try reader.spoken(from: first, to: last, asOf: moment, categories: rows, newest: newest) { contact in
            // The topic itself is no problem; what lies below it is one.
            let category = belongings.category(contact.category).flatMap { $0.parentCode == nil ? nil : $0 }
            sightings.append(
                Sighting(
                    contact: contact.number, caller: voices.person(contact), place: voices.place(contact),
                    problem: category.map { Sighting.Mark(key: $0.code, label: $0.name) },
                    text: texts ? contact.title + contact.content : ""))
        }
        return sightings
    }
}
