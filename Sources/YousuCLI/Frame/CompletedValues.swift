import CaseStore
import Casework
import Desk

/// Values that could stand after an option or as an argument, as the store knows them.
enum CompletedValues {
    /// The lists of names by the options that take one of them.
    private static let lists: [String: ListedField] = [
        "channel": .channel, "kind": .kind, "category": .category, "district": .district, "street": .street,
        "community": .community, "urgency": .urgency, "unit": .unit, "with": .unit, "to": .unit,
        "owner": .unit,
    ]
    /// Of the cases that wait and of the newest ones, so many are offered.
    private static let numbersOffered = 30

    /// Names that can follow an option, beginning with what is typed.
    ///
    /// - Parameter words: all words so far: streets are those of the district named before.
    static func names(after option: String, in words: [String], beginning: String) -> [String] {
        guard let list = lists[option] else { return [] }
        var request = IntakeRequest()
        request.isMessage = words.first.map { MessageCommand.about.names.contains($0) } ?? false
        request.district = value(of: "--district", in: words)
        request.street = value(of: "--street", in: words)
        let names = try? desk(words)?.choices(for: list, of: request).map(\.name)
        return (names ?? []).filter { $0.hasPrefix(beginning) }
    }

    /// Numbers of cases, those that wait for this person before the newest.
    static func numbers(in words: [String], beginning: String) -> [String] {
        guard let desk = try? desk(words) else { return [] }
        var waiting = QueueRequest()
        waiting.limit = numbersOffered
        var newest = ListRequest()
        newest.limit = numbersOffered
        let lines =
            ((try? desk.queue(waiting).lists.flatMap(\.lines)) ?? []) + ((try? desk.list(newest).lines) ?? [])
        var known: Set<CaseNumber> = []
        return lines.map(\.number).filter { known.insert($0).inserted }.map(\.description)
            .filter { $0.hasPrefix(beginning) }
    }

    /// A key pressed in passing does not bring a store up to date.
    private static func desk(_ words: [String]) throws -> Desk? {
        let globals = Globals()
        let store = try Store(
            path: value(of: "--db", in: words) ?? globals.path(), program: Yousu.version, keys: globals.keys,
            migrates: false)
        return Desk(store: store, actor: try globals.actor(), now: Globals.now)
    }

    private static func value(of option: String, in words: [String]) -> String? {
        words.lastIndex(of: option).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    }
}
