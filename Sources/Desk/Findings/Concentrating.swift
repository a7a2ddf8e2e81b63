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
    private(set) var voices = Voices()
    /// Where the contacts are that were looked at.
    private(set) var areas: [ContactNumber: Area.ID] = [:]

    /// So many weeks tell what is usual, and of them five times as many of the newest contacts as are looked at, within
    /// limits.
    private static let weeks = 8
    private static let background = 300...2000

    /// What stands out among a topic's contacts of a period; nil where nothing does.
    ///
    /// - Parameters:
    ///   - code: the topic's code.
    ///   - finding: whether the topic's findings are about addresses or problems.
    mutating func concentration(
        ofTopic code: String, _ finding: Casework.Category.Finding, in period: Period
    ) throws -> Bulletin.Concentration? {
        let rows = belongings.rows(ofTopic: code)
        let needsTexts = finding == .problem
        var now: [Sighting] = []
        try reader.spoken(
            from: period.first, to: period.last, asOf: moment, categories: rows, texts: needsTexts
        ) {
            contact in
            areas[contact.number] = contact.area
            now.append(sighting(contact, text: needsTexts))
        }
        // Most days no place has enough callers; then nobody need ask what is usual.
        guard Concentrations.mayStandOut(now, finding, policy: policy) else { return nil }
        let background = try background(
            rows, before: period.first,
            newest: min(max(now.count * 5, Self.background.lowerBound), Self.background.upperBound),
            texts: needsTexts)
        let found = Concentrations(now, background: background, policy: policy)
        return found.finding(finding).map {
            Bulletin.Concentration(
                kind: $0.kind, label: $0.label, count: $0.contacts.count, numbers: $0.contacts)
        }
    }

    /// The code of the district in which all contacts of a concentration are, as far as that is known; nil where they are
    /// in several.
    func district(of found: Bulletin.Concentration) throws -> String? {
        var districts: Set<String> = []
        for area in Set(found.numbers.compactMap { areas[$0] }) {
            districts.formUnion(try reader.area(id: area)?.codes.prefix(1) ?? [])
        }
        return districts.count == 1 ? districts.first : nil
    }

    /// What is usual: without texts only where matters were, which is a fraction of what is to be read otherwise.
    private mutating func background(
        _ rows: [Casework.Category.ID], before day: CivilDay, newest: Int, texts: Bool
    ) throws -> TopicBackground {
        let (first, last) = (day.advanced(by: -7 * Self.weeks), day.advanced(by: -1))
        guard texts else {
            var background = TopicBackground()
            try reader.places(from: first, to: last, asOf: moment, categories: rows, newest: newest) {
                category, spot, recognised in
                if let place = voices.place(spot, recognised) {
                    background.places[place.key, default: 0] += 1
                }
                if let problem = problem(category) { background.problems[problem.key, default: 0] += 1 }
            }
            return background
        }
        var before: [Sighting] = []
        try reader.spoken(from: first, to: last, asOf: moment, categories: rows, newest: newest) {
            before.append(sighting($0, text: true))
        }
        return TopicBackground(before)
    }

    /// The topic itself is no problem; what lies below it is one.
    private func problem(_ id: Casework.Category.ID) -> Sighting.Mark? {
        guard let category = belongings.category(id), category.parentCode != nil else { return nil }
        return Sighting.Mark(key: category.code, label: category.name)
    }

    private mutating func sighting(_ contact: SpokenContact, text: Bool) -> Sighting {
        return Sighting(
            contact: contact.number, caller: contact.caller, place: voices.place(contact),
            problem: problem(contact.category),
            text: text ? contact.title + contact.content : "")
    }
}
