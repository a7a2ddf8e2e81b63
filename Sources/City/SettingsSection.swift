import Casework

extension CityLoader {
    /// city.yml, save the kinds.
    static func settings(_ root: Cursor) -> CitySettings {
        root.allow(
            "code", "name", "utcOffset", "hotline", "districtContact", "bulletin", "kinds", "invalidReasons")
        let bulletin = root.at("bulletin")
        bulletin.allow("title", "topics", "leaveOutKinds")
        let offset = root.at("utcOffset")
        let seconds = TimeText.offset(offset.text)
        if offset.node != nil, seconds == nil { offset.report(.badValue(wanted: "如 +08:00")) }
        return CitySettings(
            code: root.at("code").code, name: root.at("name").text, clock: CityClock(offset: seconds ?? 0),
            hotline: root.at("hotline").text, bulletinTitle: bulletin.at("title").text, bulletinTemplate: "",
            topicCount: bulletin.at("topics").number(0...20),
            districtContact: root.at("districtContact").text,
            invalidReasons: root.at("invalidReasons").entries.map(\.text),
            signals: SignalThresholds(yellow: 0, red: 0))
    }

    /// The request kinds of city.yml.
    static func kinds(_ root: Cursor) -> [Entry<RequestKind>] {
        // The city's file is read twice; its mistakes are to be noted once.
        let silent = Cursor(file: root.file, path: root.path, node: root.node, list: ProblemList())
        let leftOut = Set(silent.at("bulletin").at("leaveOutKinds").optionalEntries.map(\.code))
        var codes = CodeBook()
        return root.at("kinds").entries.enumerated().map { position, entry in
            entry.allow("code", "name", "aliases")
            let code = codes.take(entry.at("code"))
            let name = entry.at("name").text
            return Entry(
                value: RequestKind(
                    id: 0, code: code, name: name, isTopic: !leftOut.contains(code), position: position),
                spellings: entry.spellings(name))
        }
    }

    /// channels.yml
    static func channels(_ root: Cursor) -> [Entry<Channel>] {
        root.allow("channels")
        var codes = CodeBook()
        return root.at("channels").entries.enumerated().map { position, entry in
            entry.allow("code", "name", "group", "aliases")
            let group = entry.at("group").requiredChoice(Channel.Group.allCases.map { ($0.rawValue, $0) })
            let name = entry.at("name").text
            return Entry(
                value: Channel(
                    id: 0, code: codes.take(entry.at("code")), name: name, group: group ?? .internal,
                    position: position), spellings: entry.spellings(name))
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
