/// What somebody said.
public struct Saying: Hashable, Sendable {
    /// Who; nil where it is not known, then somebody of whom nothing else is known.
    public var caller: Int64?
    /// Heading and content.
    public var text: String

    /// What somebody said.
    public init(caller: Int64?, text: String) {
        self.caller = caller
        self.text = text
    }
}

/// Words that are far more frequent than before.
public struct HotPhrase: Hashable, Sendable {
    /// The words; Latin letters are small.
    public let text: String
    /// How many different people used them in the period.
    public let callers: Int
    /// How many were to be expected by the share of people who used them before.
    public let expected: Double
    /// How many phrases stand out so far by chance, on average at most.
    public let chance: Double
    /// How far it stands out: twice the logarithm of how much likelier the counts are with two shares than with one.
    public let salience: Double
}

/// Which words count as far more frequent.
public struct PhrasePolicy: Hashable, Sendable {
    /// At least so many people must have used them.
    public var leastCallers = 5
    /// At least so many times as many as expected.
    public var leastFactor = 2.0
    /// Of the phrases given, on average at most so many stand out by chance.
    public var mostByChance = 0.5
    /// A longer phrase takes the place of a shorter one if so large a part of those who used the shorter one used it.
    public var wholeness = 0.75
    /// At most so many phrases.
    public var most = 20

    /// The policy where nothing else is set.
    public init() {}
}

/// The phrases of two to twelve letters that far more people used in a period than before, the most salient first.
///
/// Each person counts once, however often. No phrase is part of another, none begins or ends within a longer one that most
/// people used who used it, and none whose first or last letter stands beside the rest no more often than by chance: so
/// words are not cut, as far as counts tell. Of each text 300 letters are read.
///
/// Time and memory grow with the letters: about 12 bytes for each letter of the period, and a table of the pairs of
/// letters.
public struct HotPhrases: Sendable {
    /// The phrases; none where nothing is there to compare with.
    public let phrases: [HotPhrase]

    /// - Parameters:
    ///   - now: what people said in the period.
    ///   - before: what they said in the weeks before.
    public init(now: [Saying], before: [Saying], policy: PhrasePolicy = PhrasePolicy()) {
        let search = PhraseSearch(now: now, before: before, least: max(2, policy.leastCallers))
        phrases = Self.chosen(search?.found(policy) ?? [], policy.most)
    }

    /// The most salient ones, without parts of one another and without pieces of the same words.
    private static func chosen(_ found: [HotPhrase], _ most: Int) -> [HotPhrase] {
        var chosen: [HotPhrase] = []
        for phrase in found.sorted(by: { ($1.salience, $0.text) < ($0.salience, $1.text) }) {
            guard chosen.count < most else { break }
            if !chosen.contains(where: { PhraseEdges.overlap($0.text, phrase.text) }) {
                chosen.append(phrase)
            }
        }
        return chosen
    }
}
