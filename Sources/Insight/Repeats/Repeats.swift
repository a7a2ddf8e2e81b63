import Casework

/// Messages among which those are found that tell the same matter.
///
///     let repeats = Repeats(among: earlier, places: finder)
///     for likeness in repeats.similar(to: draft, limit: 5) { … }
public struct Repeats: Sendable {
    private let messages: [Message]
    private let reading: Reading
    private let mentions: Mentions
    private let places: PlaceFinder

    /// What is less like than this is not shown.
    private static let least = 0.25
    /// A share of words from which it is a reason.
    private static let tellingShare = 0.3
    /// So many candidates are compared.
    private static let candidates = 60

    /// An index over the messages that may be repeated. Making it takes about as long as reading them once.
    public init(among messages: [Message], places: PlaceFinder) {
        self.messages = messages
        self.places = places
        reading = Reading(messages, places: places, least: 1)
        var mentions = Mentions(reading.vocabulary, texts: messages.count)
        for (index, entry) in reading.entries.enumerated() { mentions.enter(index, entry) }
        self.mentions = mentions
    }

    /// The messages that are most likely about the same matter as one that need not be finished, the likest first;
    /// the message itself is left out. Nothing where nothing is like it.
    public func similar(to message: Message, limit: Int) -> [Likeness] {
        let entry = reading.entry(message, places: places)
        var tally = mentions.tally
        let near = mentions.near(entry, enough: Self.candidates, &tally)
        let found = (near.here.prefix(Self.candidates) + near.elsewhere).compactMap { index -> Likeness? in
            let likeness = likeness(of: index, to: message, entry)
            return likeness.contact != message.contact && likeness.score >= Self.least ? likeness : nil
        }
        return Array(found.sorted { ($1.score, $0.contact) < ($0.score, $1.contact) }.prefix(max(0, limit)))
    }

    private func likeness(of index: Int, to message: Message, _ entry: Reading.Entry) -> Likeness {
        let (earlier, other) = (messages[index], reading.entries[index])
        let share = entry.words.share(in: other.words)
        var reasons: [Likeness.Reason] = []
        if entry.print == other.print, !entry.words.terms.isEmpty { reasons.append(.sameText) }
        let isSameSpot = reading.isSame(entry, other)
        if isSameSpot, let place = other.place { reasons.append(.sameSpot(place.name)) }
        if share >= Self.tellingShare { reasons.append(.sameWords(share: share)) }
        let isSameCaller = message.caller.map { $0 == earlier.caller } ?? false
        if isSameCaller { reasons.append(.sameCaller) }
        var score = 0.7 * (entry.words.dot(other.words) + share) / 2
        score += (isSameSpot ? 0.25 : 0) + (isSameCaller ? 0.05 : 0)
        let isElsewhere = !isSameSpot && entry.spot != nil && other.spot != nil
        return Likeness(contact: earlier.contact, score: isElsewhere ? score / 2 : score, reasons: reasons)
    }
}

extension Repeats {
    /// Groups of messages that tell one matter in nearly the same words, for proposing to join their cases: the larger
    /// groups first, and within a group by number. The order of the messages doesn't matter.
    public static func groups(in messages: [Message], places: PlaceFinder) -> [[ContactNumber]] {
        let messages = messages.sorted { $0.contact < $1.contact }
        let reading = Reading(messages, places: places)
        var policy = HotIssuesPolicy()
        policy.samePlaceLikeness = 0.45
        policy.openPlaceLikeness = 0.55
        policy.otherPlaceLikeness = 0.9
        policy.cohesion = 0.4
        policy.trust = 1
        let groups = Agglomeration(reading, policy, provesThings: false).clusters
            .filter { $0.contains { reading.entries[$0].tells } }
            .map { $0.map { messages[$0].contact } }
        return groups.sorted { left, right in
            left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
        }
    }
}
