import Casework

extension CityLoader {
    /// city.yml, save the kinds.
    static func settings(_ root: Cursor) -> CitySettings {
        root.allow(
            "code", "name", "utcOffset", "hotline", "districtContact", "bulletin", "notice", "kinds",
            "invalidReasons")
        let bulletin = root.at("bulletin")
        bulletin.allow("title", "topics", "signatures", "leaveOutKinds")
        let signatures = bulletin.at("signatures")
        let offset = root.at("utcOffset")
        let seconds = TimeText.offset(offset.text)
        if offset.node != nil, seconds == nil { offset.report(.badValue(wanted: "如 +08:00")) }
        // What other files say is put in when they are read.
        let unset = SignalThresholds(yellow: 0, red: 0)
        return CitySettings(
            code: root.at("code").code, name: root.at("name").text, clock: CityClock(offset: seconds ?? 0),
            hotline: root.at("hotline").text, bulletinTitle: bulletin.at("title").text, bulletinTemplate: "",
            topicCount: bulletin.at("topics").number(0...20),
            bulletinSignatures: signatures.node == nil ? 1 : signatures.number(1...2),
            districtContact: root.at("districtContact").text,
            invalidReasons: root.at("invalidReasons").entries.map(\.text),
            signals: SignalRule(finishing: unset, signing: unset), policy: WorkflowPolicy(),
            measures: MeasuresPolicy(), findings: FindingsPolicy())
    }

    /// What city.yml says of notices; the template stands in a file of its own.
    static func notice(_ root: Cursor, categories: [Entry<Casework.Category>]) -> NoticePolicy {
        let place = root.at("notice")
        place.allow("topics", "categories", "dayEnds")
        var policy = NoticePolicy()
        policy.topicCount = place.at("topics").number(0...20)
        let codes = Set(categories.map(\.value.code))
        policy.categories = place.at("categories").optionalEntries.map { entry in
            let code = entry.code
            if !codes.contains(code) { entry.report(.unknownReference(file: "categories.yml")) }
            return code
        }
        let end = place.at("dayEnds")
        if let text = end.optionalText {
            policy.dayEnd = secondOfDay(text) ?? 0
            if policy.dayEnd <= 0 { end.report(.badValue(wanted: "如 24:00 或 12:00")) }
        }
        return policy
    }

    /// The request kinds of city.yml.
    static func kinds(_ root: Cursor) -> [Entry<RequestKind>] {
        let leftOutPlaces = root.at("bulletin").at("leaveOutKinds").optionalEntries
        let leftOut = Set(leftOutPlaces.map(\.code))
        var codes = CodeBook()
        var names = NameBook()
        defer {
            for place in leftOutPlaces where !codes.used.contains(place.optionalText ?? "") {
                place.report(.unknownReference(file: "city.yml"))
            }
        }
        return root.at("kinds").entries.enumerated().map { position, entry in
            entry.allow("code", "name", "aliases")
            let code = codes.take(entry.at("code"))
            let spellings = names.take(entry)
            return Entry(
                value: RequestKind(
                    id: 0, code: code, name: spellings.first?.name ?? "", isTopic: !leftOut.contains(code),
                    position: position),
                spellings: spellings)
        }
    }

    /// channels.yml
    static func channels(_ root: Cursor) -> [Entry<Channel>] {
        root.allow("channels")
        var codes = CodeBook()
        var names = NameBook()
        let channels = root.at("channels").entries.enumerated().map { position, entry in
            entry.allow("code", "name", "group", "aliases")
            let group = entry.at("group").requiredChoice(Channel.Group.allCases.map { ($0.rawValue, $0) })
            let spellings = names.take(entry)
            return Entry(
                value: Channel(
                    id: 0, code: codes.take(entry.at("code")), name: spellings.first?.name ?? "",
                    group: group ?? .internal,
                    position: position), spellings: spellings)
        }
        if root.at("channels").node != nil, !channels.contains(where: { $0.value.group == .phone }) {
            root.at("channels").report(.badValue(wanted: "至少有一个 phone 渠道的列表"))
        }
        return channels
    }
}

/// The names that rows of one list have used up, other names included.
struct NameBook {
    private var used: Set<String> = []

    /// The names of a row with what people type for them; one that another row has is a mistake.
    mutating func take(_ row: Cursor) -> [Spelling] {
        let places = [row.at("name")] + row.at("aliases").optionalEntries
        return places.compactMap { place in
            let name = place.text
            if name.isEmpty { return nil }
            if !used.insert(name).inserted { place.report(.duplicate) }
            return Spelling(name)
        }
    }
}

/// The codes that a file has used up.
struct CodeBook {
    private(set) var used: Set<String> = []

    /// The code at a place; one that stands there for the second time is a mistake.
    mutating func take(_ cursor: Cursor) -> String {
        let code = cursor.code
        // Codes of rows that imports add begin like this.
        if code.hasPrefix("new-") { cursor.report(.badValue(wanted: "不以 new- 开头的代码")) }
        if !code.isEmpty, !used.insert(code).inserted { cursor.report(.duplicate) }
        return code
    }
}
