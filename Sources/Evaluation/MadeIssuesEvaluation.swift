import Casework
import Insight

/// Made-up matters told in many wordings, hidden among other messages: is each found, whole and alone?
enum MadeIssuesEvaluation {
    private static let target = 0.95
    private static let seeds = 5

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        var grounds: [(String, [Message])] = []
        if let path = arguments.first { grounds.append(("forum", try ForumMessages.read(path))) }
        grounds.append(
            ("simulated", try SimulatedMessages(4000, from: "2019-03-01", days: 60, seed: 4).messages))
        var isGood = true
        for (name, ground) in grounds {
            var sums = MadeMatter.all.map { _ in 0.0 }
            for seed in 1...seeds {
                let (messages, truth) = try hide(in: ground, seed: UInt64(seed))
                let finder = PlaceFinder(
                    lexicon: PlaceLexicon.learn(from: messages.flatMap { [$0.title, $0.content] }))
                let last = messages.map(\.day).max() ?? CivilDay(number: 0)
                let issues = HotIssues().find(in: messages, places: finder, asOf: last)
                let scores = zip(MadeMatter.all, truth).map { matter, members -> (String, Double) in
                    let found =
                        issues.enumerated().map { rank, issue -> (Double, Int, Int, Int) in
                            let both = members.intersection(issue.contacts).count
                            return (
                                Double(2 * both) / Double(members.count + issue.contacts.count), rank + 1,
                                both, issue.contacts.count
                            )
                        }.max { $0.0 < $1.0 } ?? (0, 0, 0, 0)
                    return (
                        "\(matter.name): F1 \(rounded(found.0)), rank \(found.1), \(found.2) of \(members.count) in \(found.3)",
                        found.0
                    )
                }
                print("\(name), seed \(seed): " + scores.map(\.0).joined(separator: "; "))
                for index in sums.indices { sums[index] += scores[index].1 / Double(seeds) }
            }
            print(
                "\(name), mean: "
                    + zip(MadeMatter.all, sums).map { "\($0.name) \(rounded($1))" }.joined(separator: ", "))
            if sums.contains(where: { $0 < target }) { isGood = false }
        }
        return isGood
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    /// The messages with 50 to 60 of each matter and what else is told hidden among them, and which they are.
    private static func hide(in ground: [Message], seed: UInt64) throws -> ([Message], [Set<ContactNumber>]) {
        var draw = Draw(seed: seed)
        var messages = ground
        let days = ground.map(\.day).sorted()
        guard let first = days.first else { return ([], []) }
        func add(_ title: String, _ content: String, _ draw: inout Draw) -> ContactNumber? {
            let day = days[draw.below(days.count)]
            guard let number = CaseNumber(day: day, serial: 500_000 + messages.count) else { return nil }
            let contact = ContactNumber(caseNumber: number, sequence: 1)
            messages.append(
                Message(
                    contact: contact, receivedAt: Instant(seconds: Int64(first.number) * 86_400), day: day,
                    caller: Int64(1_000_000 + messages.count), title: title, content: content))
            return contact
        }
        var truth: [Set<ContactNumber>] = []
        for matter in MadeMatter.all {
            var members: Set<ContactNumber> = []
            for _ in 0..<(50 + draw.below(11)) {
                let sentences = (0..<(2 + draw.below(3))).map { _ in draw.pick(matter.sentences) }
                let title = MadeWording.exchanged(draw.pick(matter.titles), &draw)
                if let contact = add(title, MadeWording.varied(sentences, &draw), &draw) {
                    members.insert(contact)
                }
            }
            for other in matter.others {
                _ = add(other.title, MadeWording.varied([other.content], &draw), &draw)
            }
            truth.append(members)
        }
        return (messages, truth)
    }
}

/// Numbers by chance, the same for the same seed.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
