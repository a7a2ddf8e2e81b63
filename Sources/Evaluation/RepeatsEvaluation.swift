import Casework
import Insight

/// Repeats: are equal texts of different users found as one matter, what else is proposed, and how fast is a search.
enum RepeatsEvaluation {
    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        var isGood = try speed()
        guard let path = arguments.first else {
            print("repeats: the forum is skipped, no file of messages")
            return isGood
        }
        let messages = try ForumMessages.read(path)
        let finder = PlaceFinder(
            lexicon: PlaceLexicon.learn(from: messages.flatMap { [$0.title, $0.content] }))
        let groups = Repeats.groups(in: messages, places: finder)
        var homes: [ContactNumber: Int] = [:]
        for (index, group) in groups.enumerated() {
            for contact in group { homes[contact] = index }
        }
        let index = Repeats(among: messages, places: finder)
        let bodies = Dictionary(grouping: messages) { $0.content.filter { !$0.isWhitespace } }
        var (pairs, grouped, similar, members, together) = (0, 0, 0, 0, 0)
        for same in bodies.values where same.count > 1 {
            members += same.count
            together += same.filter { homes[$0.contact] != nil }.count
            for (position, left) in same.enumerated() {
                for right in same[..<position] where left.caller != right.caller {
                    pairs += 1
                    if let home = homes[left.contact], home == homes[right.contact] { grouped += 1 }
                    if index.similar(to: left, limit: 5).contains(where: { $0.contact == right.contact }) {
                        similar += 1
                    }
                }
            }
        }
        print("repeats: \(members) messages with an equal body, \(together) of them in a group")
        print(
            "repeats: \(pairs) pairs of equal bodies by different users: \(grouped) in one group, \(similar) among the first five"
        )
        print(
            "repeats: \(groups.count) groups, \(groups.reduce(0) { $0 + $1.count }) messages; those with unequal bodies:"
        )
        let byNumber = Dictionary(messages.map { ($0.contact, $0) }) { first, _ in first }
        for group in groups {
            let texts = group.compactMap { byNumber[$0] }
            guard Set(texts.map { $0.content.filter { !$0.isWhitespace } }).count > 1 else { continue }
            print("  group of \(texts.count), \(Set(texts.map(\.caller)).count) callers")
            for text in texts {
                print("     ", text.title, "|", String(text.content.filter { !$0.isWhitespace }.prefix(50)))
            }
        }
        if Double(grouped) < 0.95 * Double(pairs) || Double(similar) < 0.95 * Double(pairs) { isGood = false }
        return isGood
    }

    /// A search among 50,000 messages has to take less than 5 ms.
    private static func speed() throws -> Bool {
        let made = try SimulatedMessages(50_000, from: "2024-03-01", days: 60, seed: 3)
        let finder = PlaceFinder(known: made.areas.map { KnownPlace($0) })
        let clock = ContinuousClock()
        let start = clock.now
        let index = Repeats(among: made.messages, places: finder)
        print("repeats: index of \(made.messages.count) messages in \(clock.now - start)")
        let asked = stride(from: 0, to: made.messages.count, by: 101).map { made.messages[$0] }
        var found = 0
        let time = clock.measure {
            for message in asked { found += index.similar(to: message, limit: 5).count }
        }
        print("repeats: \(asked.count) searches in \(time), \(found) found, each \(time / asked.count)")
        return time / asked.count < .milliseconds(5)
    }
}
