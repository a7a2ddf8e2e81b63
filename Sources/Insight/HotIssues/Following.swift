import Casework

/// Which later messages belong to an issue that was found before.
public enum Following {
    /// The members of an issue among these messages, and every other that is as like them as one more message of an
    /// issue has to be. The order of the messages doesn't matter.
    ///
    /// - Parameters:
    ///   - members: the contacts of the issue.
    ///   - messages: the members, and what may belong to them: all that names the issue's place.
    /// - Returns: the contacts, by number.
    public static func contacts(
        of members: Set<ContactNumber>, among messages: [Message], places: PlaceFinder,
        policy: HotIssuesPolicy = HotIssuesPolicy()
    ) -> [ContactNumber] {
        let messages = messages.sorted { $0.contact < $1.contact }
        let reading = Reading(messages, places: places, least: 1)
        let items = Item.distinct(reading)
        let likening = Likening(reading, policy)
        let bundles = items.enumerated().map { Bundle($1, $0) }
        func isMember(_ item: Item) -> Bool {
            item.members.contains { members.contains(messages[$0].contact) }
        }
        let own = zip(items, bundles).filter { isMember($0.0) }.map(\.1)
        guard let first = own.first else { return [] }
        let issue = own.dropFirst().reduce(first) { $0.joined($1) }
        return zip(items, bundles).flatMap { item, bundle in
            isMember(item) || likening.joins(issue, bundle, 1)
                ? item.members.map { messages[$0].contact } : []
        }.sorted()
    }

    /// The pair of Chinese letters that tells an issue best from everything else: most of its messages have it, and few
    /// others. Nil where no pair is in most of them.
    ///
    /// - Parameters:
    ///   - members: the messages of the issue.
    ///   - messages: all messages of the period.
    public static func tellingWord(of members: [Message], among messages: [Message]) -> String? {
        func pairs(_ message: Message) -> Set<UInt64> {
            var pairs: Set<UInt64> = []
            let letters = Letters(Contact.said(message.title, message.content), limit: Pairs.read)
            // By the word texts are sought, where blanks and quotation marks are not passed over.
            Pairs.each(letters.codes) { pair, place in
                if letters.isAdjacent(place) { pairs.insert(pair) }
            }
            return pairs
        }
        let common = Dictionary(members.flatMap(pairs).map { ($0, 1) }, uniquingKeysWith: +)
            .filter { $0.value * 5 >= members.count * 3 && Pairs.text(of: $0.key) != nil }
        var uses = common.mapValues { _ in 0 }
        for message in messages {
            for pair in pairs(message) where common[pair] != nil { uses[pair, default: 0] += 1 }
        }
        func telling(_ pair: UInt64) -> Double { Double(common[pair] ?? 0) / Double(max(1, uses[pair] ?? 0)) }
        return common.keys.max { (telling($0), $1) < (telling($1), $0) }.flatMap(Pairs.text(of:))
    }
}
