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
        policy.categories = place.at("categories").references(
            to: Set(categories.map(\.value.code)), in: "categories.yml")
        let end = place.at("dayEnds")
        if end.node != nil, let second = end.secondOfDay(1...86_400, like: "24:00 或 12:00") {
            policy.dayEnd = second
        }
        return policy
    }

    /// The request kinds of city.yml.
    static func kinds(_ root: Cursor) -> [Entry<RequestKind>] {
        var codes = CodeBook()
        var names = NameBook()
        let rows = root.at("kinds").entries.map { entry in
            entry.allow("code", "name", "aliases")
            return (code: codes.take(entry.at("code")), spellings: names.take(entry))
        }
        let leftOut = Set(
            root.at("bulletin").at("leaveOutKinds").references(to: codes.used, in: "city.yml"))
        return rows.enumerated().map { position, row in
            Entry(
                value: RequestKind(
                    id: 0, code: row.code, name: row.spellings.first?.name ?? "",
                    isTopic: !leftOut.contains(row.code), position: position),
                spellings: row.spellings)
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
